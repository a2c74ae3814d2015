// The doors as real ECMAScript modules, one file a source file, for bundlers: they leave out what is not used.
// Node itself opens CommonJS, by the doors that build.mjs writes: one set of classes for `import` and `require`.
// Plain JavaScript: it runs before anything is built.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { familiesWithFacts, knownInstead, writeKnownFamilies } from "./known-families.mjs";

const root = join(fileURLToPath(import.meta.url), "../../..");
const src = join(root, "src");

/** What only a door of the package itself may load, when it is asked for. */
const ownDoors = /^klab\//;
const packageRequire = /(\{ ([\w, ]+) \} = )?\brequire\("([^"]+)"\)/g;

/**
 * `text` with each `require` of a package as an import at its top, of the names that are taken where they are said: late
 * loading saves time in Node, and a bundler of modules knows imports only.
 */
export function withImports(text) {
  const imports = [];
  const body = text.replace(packageRequire, (call, taken = "", names, from) => {
    if (ownDoors.test(from)) return call;
    const local = `package${imports.length}`;
    if (!names) {
      imports.push(`import * as ${local} from ${JSON.stringify(from)};\n`);
      return local;
    }
    const pairs = names.split(", ").map((name) => [name, `${local}_${name}`]);
    const list = pairs.map(([name, own]) => `${name} as ${own}`).join(", ");
    imports.push(`import { ${list} } from ${JSON.stringify(from)};\n`);
    return `${taken}{ ${pairs.map(([name, own]) => `${name}: ${own}`).join(", ")} }`;
  });
  return imports.join("") + body;
}

/** The sources that these doors reach, from src on. */
async function sourcesFrom(doors) {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    entryPoints: doors.map((door) => join(src, `${door}.ts`)),
    outdir: "unwritten",
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    absWorkingDir: root,
    logLevel: "silent",
  });
  return Object.keys(metafile.inputs).map((file) => relative(src, join(root, file)));
}

/** A source without its ending, from src on: `./kl` is "divergences/kl", `./figures` is "figures/index". */
function sourceNamed({ path, resolveDir }) {
  const file = join(resolveDir, path);
  return named(existsSync(`${file}.ts`) ? file : join(file, "index"));
}
const named = (file) => relative(src, file).replaceAll("\\", "/");

/** How the module of `target` is named in one of `file`. */
function specifierOf(file, target) {
  const path = posix.relative(posix.dirname(file), target);
  return `${path.startsWith(".") ? path : `./${path}`}.mjs`;
}

/** The package whose parser of TeX is bundled: it is no dependency of ours. */
const latexGrammar = /^@unified-latex\//;

/** Imports of modules as they will be named; of packages as they are, but for the grammar, which is put in place. */
const oneFileEach = (families) => ({
  name: "one file a source",
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, (asked) => {
      if (!asked.importer.startsWith(src)) return undefined;
      const importer = named(asked.importer).replace(/\.ts$/, "");
      const target = knownInstead(families, importer, sourceNamed(asked));
      return { path: specifierOf(importer, target), external: true, sideEffects: false };
    });
    builder.onResolve({ filter: /^[^./]/ }, ({ path, importer }) =>
      importer.startsWith(src) && !latexGrammar.test(path) ? { path, external: true } : undefined,
    );
    builder.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: withImports(readFileSync(path, "utf8")),
      loader: "ts",
    }));
  },
});

/** Writes the modules of the doors to `out`/esm. */
export async function writeEsmModules(out, doors) {
  const { build, transform } = await import("esbuild");
  const families = new Set(familiesWithFacts(src));
  await build({
    entryPoints: (await sourcesFrom(doors)).map((file) => join(src, file)),
    outdir: join(out, "esm"),
    outbase: src,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    plugins: [oneFileEach(families)],
  });
  writeKnownFamilies(join(out, "esm"), families);
  // The grammar is a thousand functions that nobody reads.
  const grammar = join(out, "esm/derivations/reading/parse-latex.mjs");
  const { code } = await transform(readFileSync(grammar, "utf8"), {
    minify: true,
    charset: "utf8",
  });
  writeFileSync(grammar, code);
}
