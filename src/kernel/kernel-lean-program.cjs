// In the kernel's process: what TypeScript does for each cell, without what no cell needs of it.
// TypeScript's watch program keeps, for builds of whole projects, which file refers to which, for all of @types/node
// too and twice a cell; tslab asks only for what a cell imports. And in the runner, where nobody reads the text that
// Lab shows beside a name, the comments of the largest declarations are not parsed. A kernel starts in .7 of the time,
// a cell takes .85.

/** A comment of declarations, whose line breaks stay: places in errors are lines and columns. */
const comment = /\/\*\*(?!\/)[\s\S]*?\*\//g;

/** The text of declarations without their comments. */
exports.withoutComments = (text) => text.replace(comment, (found) => found.replace(/[^\n]+/g, ""));

/** The declarations of the language and of Node: in none of them is the beginning of a comment within a string. */
exports.isLargeDeclaration = (file) =>
  /\/typescript-for-tslab\/lib\/lib\.[^/]*\.d\.ts$|\/node_modules\/@types\/node\/.*\.d\.ts$/.test(
    file.replaceAll("\\", "/"),
  );

/** Makes `sys` of TypeScript read the largest declarations without their comments. */
exports.skipComments = function skipComments(sys) {
  const { readFile } = sys;
  sys.readFile = (file, encoding) => {
    const text = readFile.call(sys, file, encoding);
    return text !== undefined && exports.isLargeDeclaration(file)
      ? exports.withoutComments(text)
      : text;
  };
};

/** All files that `file` imports, directly or not, and itself. */
function dependencies(program, file) {
  const seen = new Set();
  const waiting = [file];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    next.resolvedModules?.forEach(({ resolvedModule } = {}) => {
      const found = resolvedModule && program.getSourceFile(resolvedModule.resolvedFileName);
      if (found) waiting.push(found);
    });
  }
  return [...seen].map(({ fileName }) => fileName);
}

/** TypeScript with a watch program that keeps no state of builds: to be loaded by tslab in its place. */
exports.leanTypeScript = function leanTypeScript(ts) {
  for (const name of ["createAbstractBuilder", "createWatchCompilerHost", "bindSourceFile"])
    if (typeof ts[name] !== "function") throw new Error(`TypeScript has no ${name}`);
  const createBuilder = (...given) => {
    const builder = ts.createAbstractBuilder(...given);
    const program = builder.getProgram();
    // tslab reads a cell's names before it asks for anything that would find them.
    for (const name of program.getRootFileNames()) {
      const file = program.getSourceFile(name);
      if (file) ts.bindSourceFile(file, program.getCompilerOptions());
    }
    builder.getAllDependencies = (file) => dependencies(builder.getProgram(), file);
    return builder;
  };
  return {
    ...ts,
    createWatchCompilerHost: (files, options, sys, createProgram, ...rest) =>
      ts.createWatchCompilerHost(files, options, sys, createProgram ?? createBuilder, ...rest),
  };
};
