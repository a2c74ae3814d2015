// Builds dist/: the scripts of pages as text, CommonJS and declarations by tsc, the doors, the browser bundle.
// Skips when no input has changed since the last build. Plain JavaScript: it runs before anything is built.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleDoor } from "./bundle-door.mjs";
import { writeEsmModules } from "./esm-modules.mjs";
import { bundleLearn, handOver, learnDoor, partsForLearn } from "./learn-bundle.mjs";
import { bundleLive } from "./live-bundle.mjs";
import { writePageScripts } from "./page-scripts.mjs";
import { writeThirdParty } from "./third-party.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const require = createRequire(import.meta.url);
const path = (...parts) => join(root, ...parts);

/** A build that failed for a reason already said. */
export class BuildError extends Error {}

/** Hash of everything the build reads. */
function inputHash() {
  const hash = createHash("sha256");
  const sources = readdirSync(path("src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|mjs|cjs|json|css)$/.test(name))
    .sort()
    .map((name) => join("src", name));
  for (const name of [...sources, "tsconfig.json", "package.json", "package-lock.json"]) {
    if (existsSync(path(name)))
      hash
        .update(name)
        .update("\0")
        .update(readFileSync(path(name)));
  }
  return hash.digest("hex");
}

function runTsc(args) {
  const tsc = require.resolve("typescript/bin/tsc");
  const child = spawn(process.execPath, [tsc, ...args], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) resolve();
      else reject(new BuildError("构建失败：类型检查未通过 / build failed: tsc found errors"));
    });
  });
}

/** Types and CommonJS, one file per source file; what runs in pages is checked only, its text is compiled. */
async function compile(out) {
  await Promise.all([
    runTsc(["-p", path("tsconfig.json"), "--outDir", out]),
    runTsc(["-p", path("src/page/tsconfig.json")]),
  ]);
}

/** ESM that re-exports the CommonJS build by name, so that both share one set of classes. */
function writeEsmDoor(out, entry) {
  const names = Object.keys(require(join(out, `${entry}.js`))).filter((n) => n !== "__esModule");
  const lines = [
    `import * as klab from "./${basename(entry)}.js";`,
    "const library = klab.default ?? klab;",
    ...names.map((name) => `export const ${name} = library.${name};`),
  ];
  writeFileSync(join(out, `${entry}.mjs`), `${lines.join("\n")}\n`);
}

/**
 * `declarations` with every type in it exported.
 *
 * What a cell declares, tslab exports, with the type it has; TypeScript refuses that (TS4023) where the type has no
 * name outside its file, as the options of a function have that a door does not list.
 */
async function withAllTypesExported(declarations) {
  const { default: ts } = await import("typescript");
  const { statements } = ts.createSourceFile("all.d.ts", declarations, ts.ScriptTarget.Latest);
  const isExported = (statement) =>
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
  const named = new Set(
    statements.flatMap(({ exportClause, moduleSpecifier }) =>
      !moduleSpecifier && exportClause?.elements
        ? exportClause.elements.flatMap(({ name, propertyName }) => [
            name.text,
            (propertyName ?? name).text,
          ])
        : [],
    ),
  );
  const types = statements
    .filter(
      (statement) =>
        (ts.isInterfaceDeclaration(statement) ||
          ts.isTypeAliasDeclaration(statement) ||
          ts.isClassDeclaration(statement)) &&
        !isExported(statement),
    )
    .map(({ name }) => name.text)
    // The second are the bundler's own: members of a namespace, once more.
    .filter((name) => !named.has(name) && !/^index_d_/.test(name));
  const list = [...new Set(types)].sort();
  return list.length === 0 ? declarations : `${declarations}export type { ${list.join(", ")} };\n`;
}

/** The doors of the package, by the names of their declarations. */
const doors = {
  index: "index",
  derivation: "derivations/index",
  learn: "learning/index",
  tables: "tables/index",
};

/** What is put together from many declarations; the door of klab is the library and a few lines. */
const flattened = {
  library: "library",
  derivation: "derivations/index",
  learn: "learning/index",
  tables: "tables/index",
};

/**
 * All declarations in a few files, in types/: tslab's first cell reads each file it reaches, and opening a
 * hundred small ones took it twice as long as all the rest of an import.
 */
async function flattenDeclarations(out) {
  const [{ rollup }, { default: dts }] = await Promise.all([
    import("rollup"),
    import("rollup-plugin-dts"),
  ]);
  const bundle = await rollup({
    input: Object.fromEntries(
      Object.entries(flattened).map(([name, entry]) => [name, join(out, `${entry}.d.ts`)]),
    ),
    plugins: [dts()],
    onwarn() {}, // types that no door names are meant to stay unnamed
  });
  const files = { entryFileNames: "[name].d.ts", chunkFileNames: "shared.d.ts" };
  await bundle.write({ dir: join(out, "types"), format: "es", ...files });
  await bundle.close();
  // As tsc wrote them: they name the library, and what learns.
  for (const name of ["index.d.ts", "klab.d.ts"]) {
    const door = readFileSync(join(out, name), "utf8").replace('"./learning/index"', '"./learn"');
    writeFileSync(join(out, "types", name), door);
  }
  for (const name of readdirSync(out, { recursive: true, encoding: "utf8" })) {
    if (name.endsWith(".d.ts") && !name.startsWith("types")) rmSync(join(out, name));
  }
  for (const name of readdirSync(join(out, "types"))) {
    const file = join(out, "types", name);
    writeFileSync(file, await withAllTypesExported(readFileSync(file, "utf8")));
  }
  for (const name of Object.keys(doors)) {
    writeFileSync(join(out, `types/${name}.d.mts`), `export * from "./${name}.js";\n`);
  }
  const script = 'export * from "./index";\nexport as namespace klab;\n';
  writeFileSync(join(out, "types/browser.d.ts"), script);
  writeFileSync(join(out, "types/browser.d.mts"), 'export * from "./index.js";\n');
}

/**
 * Puts the one parser of TeX that is used into the file that loads it: the package it is from has a dozen, and is no
 * dependency of ours.
 */
async function inlineLatexGrammar(out) {
  const { build } = await import("esbuild");
  const file = join(out, "derivations/reading/parse-latex.js");
  const name = "@unified-latex/unified-latex-util-pegjs";
  await build({
    entryPoints: [file],
    outfile: file,
    allowOverwrite: true,
    bundle: true,
    minify: true,
    format: "cjs",
    platform: "node",
    target: "es2022",
    legalComments: "none",
    plugins: [
      {
        name: "one parser",
        setup(builder) {
          builder.onResolve({ filter: /^@unified-latex\/unified-latex-util-pegjs$/ }, ({ kind }) =>
            kind === "require-call" ? { path: name, namespace: "one-parser" } : undefined,
          );
          builder.onLoad({ filter: /.*/, namespace: "one-parser" }, () => ({
            contents: `export { LatexPegParser } from ${JSON.stringify(name)};`,
            resolveDir: root,
          }));
        },
      },
    ],
  });
}

/**
 * Puts what reads expressions of mathjs into a file of its own: the package's 670 files, whose opening was three quarters of
 * a first derivation, hold twenty times as much. mathjs stays a dependency, for derivatives and exact numbers.
 */
async function bundleExpressionParser(out) {
  const { build } = await import("esbuild");
  const required = 'require("mathjs/number")';
  const file = join(out, "derivations/language/parse-tree.js");
  const text = readFileSync(file, "utf8");
  if (!text.includes(required)) throw new BuildError(`${file} does not say ${required}`);
  // From an entry of its own: what a require reaches is bundled whole.
  await build({
    stdin: {
      contents: 'export { create, parseDependencies } from "mathjs/number";',
      resolveDir: root,
    },
    outfile: join(out, "derivations/language/mathjs-parser.js"),
    bundle: true,
    minify: true,
    format: "cjs",
    platform: "node",
    target: "es2022",
    legalComments: "eof",
  });
  writeFileSync(file, text.replace(required, 'require("./mathjs-parser.js")'));
}

/**
 * One script that defines the global `klab`, and is CommonJS where there is a module; the same as one module; and one
 * script that defines its text, `klabText`, for explorers of pages opened from disk: such a page may run a script beside
 * it, but not read it, and the text goes to a Worker.
 */
async function bundleForBrowser(out, parts) {
  const { build } = await import("esbuild");
  const common = {
    bundle: true,
    external: [learnDoor],
    minify: true,
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
  };
  await build({
    ...common,
    stdin: {
      contents: `export * from "./index";\n${handOver(parts)}`,
      resolveDir: path("src"),
    },
    outfile: join(out, "browser/klab.js"),
    format: "iife",
    globalName: "klab",
    footer: { js: 'typeof module=="object"&&(module.exports=klab);' },
  });
  await build({
    ...common,
    entryPoints: [path("src/index.ts")],
    outfile: join(out, "browser/klab.mjs"),
    format: "esm",
  });
  const text = readFileSync(join(out, "browser/klab.js"), "utf8");
  writeFileSync(
    join(out, "browser/klab-text.js"),
    `globalThis.klabText=${JSON.stringify(text)};\n`,
  );
}

/**
 * The one file of the door without comments and indents, in ASCII: V8 keeps one byte a character of it, not two, and reads
 * a third less. Names, and what is a module of its own, stay.
 */
async function compactDoor(out) {
  const { transform } = await import("esbuild");
  const file = join(out, "modules.js");
  const { code } = await transform(readFileSync(file, "utf8"), {
    minifyWhitespace: true,
    lineLimit: 120, // Node prints the line of an error that nobody catches
    charset: "ascii",
    target: "es2022",
    legalComments: "none",
  });
  writeFileSync(file, code);
}

export async function buildPackage() {
  const stamp = path("dist/.inputs");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === inputHash()) return { built: false };
  await writePageScripts();
  // Built aside and swapped in whole: a failed build leaves the last good one in place.
  const out = path(`.klab/build-${process.pid}`);
  try {
    mkdirSync(out, { recursive: true });
    await compile(out);
    for (const entry of Object.values(doors)) writeEsmDoor(out, entry);
    await inlineLatexGrammar(out);
    const parts = await partsForLearn();
    await Promise.all([
      flattenDeclarations(out),
      bundleForBrowser(out, parts),
      bundleLive(out, parts),
      bundleLearn(out, parts),
      writeEsmModules(out, ["index", "derivations/index", "learning/index"]),
      writeThirdParty(out),
    ]);
    await bundleExpressionParser(out); // after what bundles mathjs once for all its uses
    bundleDoor(out, "index.js", ["index.js", "library.js"]); // last: the others bundle the files that this replaces
    await compactDoor(out);
    writeFileSync(join(out, ".inputs"), inputHash());
    rmSync(path("dist"), { recursive: true, force: true });
    renameSync(out, path("dist"));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  return { built: true };
}

/** Builds, says so in one line, and sets the exit code; true when dist/ is good. */
export async function buildOrSay() {
  try {
    const { built } = await buildPackage();
    console.log(built ? "构建完成 / built: dist/" : "构建已是最新 / build is current: dist/");
    return true;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildOrSay();
