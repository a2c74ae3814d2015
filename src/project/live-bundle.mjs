// Bundles what runs in the Worker of live cells: the library, and what evaluates cells with it.
// Plain JavaScript: it runs before anything is built.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { handOver, learnDoor } from "./learn-bundle.mjs";
import { matchingSources } from "./matching-sources.mjs";

const page = join(fileURLToPath(import.meta.url), "../../page");
const root = join(page, "../..");

/** What derivations use of mathjs/number: all of it is three times as much. */
const functions =
  "add subtract multiply divide pow log log2 log10 exp expm1 log1p sqrt cbrt abs sign unaryMinus unaryPlus " +
  "sin cos tan sinh cosh tanh asin acos atan derivative simplify";

const numberEntry = () => {
  const names = functions.split(" ").map((name) => `${name}Dependencies`);
  return [
    `import { create, parseDependencies, ${names.join(", ")} } from "mathjs/number";`,
    `export { create, parseDependencies };`,
    `export const all = { ${names.join(", ")} };`,
  ].join("\n");
};

/** The full build of mathjs is not in a page: exact fractions and fifty digits are a kernel's. */
const noFractions = `throw new Error(${JSON.stringify(
  "这一页没有精确分数和多位小数，请在内核里运行 / exact fractions and many digits need a kernel: they are not in a page",
)});`;

/** Of sucrase, what checks options and maps sources is not used. */
const unused = {
  "ts-interface-checker":
    "exports.createCheckers = () => ({ Options: { strictCheck() {} } });" +
    "exports.union = exports.array = exports.lit = exports.iface = exports.opt = () => ({});",
  "@jridgewell/gen-mapping": "exports.GenMapping = class {};",
};

/**
 * Files that are in the way of what is used and are never run: mathjs's help, sucrase's other languages, the scripts of
 * notebooks' own pages. Their exports stay, empty.
 */
const neverRun =
  /(?:embeddedDocs|(?:CJSImport|JSX|Flow|ReactDisplayName|ReactHotLoader|JestHoist)Transformer|CJSImportProcessor|plugins.flow|plugins.jsx.(?:index|xhtml)|(?:draw|mount)-notebook-\w+-script)\.[jt]s$/;

const emptied = (text) => {
  const names = [...text.matchAll(/export (?:async )?(?:function|const|class) (\w+)/g)];
  const ownClass = /export default class/.test(text) ? "export default class {}" : "";
  const common = [...text.matchAll(/^exports\.(\w+) =/gm)].map(
    ([, name]) => `exports.${name} = "";`,
  );
  const own = names.map(([, name]) => `export function ${name}() {}`);
  return common.length > 0 ? common.join("\n") : [...own, ownClass].join("\n");
};

/** Where functions are shown as they are written: the worlds of the library's own derivations. */
const shownSources = matchingSources([
  "derivations/chains/",
  "derivations/errata/",
  "derivations/default-worlds.ts",
  "derivations/extreme-worlds.ts",
]);

/** The arrow functions of a script, each before those inside it. */
function arrowFunctions(node) {
  const inner = Object.values(node)
    .flat()
    .filter((part) => typeof part?.type === "string")
    .flatMap(arrowFunctions);
  return node.type === "ArrowFunctionExpression" ? [node, ...inner] : inner;
}

/**
 * A file whose arrow functions tell their source as the compiled file has it, which is what they tell in a kernel:
 * minified, they would tell the minifier's.
 */
async function withSources(text, compiled) {
  const { transform } = await import("esbuild");
  const { code } = await transform(text, { loader: "ts", target: "es2022", charset: "utf8" });
  const functions = arrowFunctions(parse(code, { ecmaVersion: 2022, sourceType: "module" }));
  const told = arrowFunctions(parse(compiled, { ecmaVersion: 2022, sourceType: "script" }));
  if (functions.length !== told.length) throw new Error("the compiled file has other functions");
  const edits = functions.flatMap(({ start, end }, i) => [
    { at: start, order: i, text: "klabTold(" },
    {
      at: end,
      order: -i,
      text: `,${JSON.stringify(compiled.slice(told[i].start, told[i].end))})`,
    },
  ]);
  edits.sort((a, b) => a.at - b.at || a.order - b.order);
  let at = 0;
  let out =
    "const klabTold=(f,text)=>Object.defineProperty(f,'toString',{value:()=>text,configurable:true});";
  for (const edit of edits) {
    out += code.slice(at, edit.at) + edit.text;
    at = edit.at;
  }
  return out + code.slice(at);
}

/** Sources that load a package when they first need it, which saves a kernel's start. */
const lazySources = matchingSources([
  "figures/explorers/outside-names.ts",
  "derivations/language/parse-tree.ts",
  "derivations/symbolic/differentiate.ts",
  "derivations/reading/parse-latex.ts",
]);

/** The same with imports: of what is required, a bundler leaves nothing out. */
function withImports(text) {
  const packages = [];
  const body = text.replace(/\brequire\("([^"]+)"\)/g, (_, name) => {
    packages.push(name);
    return `klabImport${packages.length}`;
  });
  return (
    packages.map((name, i) => `import * as klabImport${i + 1} from "${name}";`).join("") + body
  );
}

/** The one parser of TeX that is used: the package has a dozen. */
const oneParser = `export { LatexPegParser } from "@unified-latex/unified-latex-util-pegjs";`;

/** @param out where the files are compiled to */
const plugin = (out) => ({
  name: "only what pages need",
  setup(builder) {
    const texts = new Map([
      ["mathjs", noFractions],
      ["mathjs/number", numberEntry()],
      ["@unified-latex/unified-latex-util-pegjs", oneParser],
      ...Object.entries(unused),
    ]);
    builder.onResolve({ filter: /^[@\w]/ }, ({ path, namespace }) => {
      // What stands for a package imports from it.
      if (texts.has(path) && namespace !== "text") return { path, namespace: "text" };
      return undefined;
    });
    builder.onLoad({ filter: shownSources }, async ({ path }) => {
      const compiled = join(out, relative(join(root, "src"), path).replace(/\.ts$/, ".js"));
      return {
        contents: await withSources(readFileSync(path, "utf8"), readFileSync(compiled, "utf8")),
      };
    });
    builder.onLoad({ filter: lazySources }, ({ path }) => ({
      contents: withImports(readFileSync(path, "utf8")),
      loader: "ts",
    }));
    builder.onLoad({ filter: neverRun }, ({ path }) => ({
      contents: emptied(readFileSync(path, "utf8")),
    }));
    builder.onLoad({ filter: /.*/, namespace: "text" }, ({ path }) => ({
      contents: texts.get(path),
      resolveDir: root,
    }));
  },
});

/** The text of one bundle: defines the globals `klab`, `klabLive` and, where asked for, `klabDerivation`. */
async function bundle(out, outfile, { parts, derivations }) {
  const { build } = await import("esbuild");
  const start = JSON.stringify(join(page, "live/evaluate/start-live-worker.ts"));
  const lines = [
    `import * as klab from "./index";`,
    derivations ? `import * as derivation from "./derivations/index";` : "",
    derivations ? `import { previewAnswer } from "./derivations/exercises/preview-answer";` : "",
    `globalThis.klab = klab;`,
    handOver(parts),
    derivations ? "globalThis.klabDerivation = derivation;" : "",
    derivations ? "globalThis.klabPreview = previewAnswer;" : "",
    // Read when cells are run: an explorer's Worker, which takes more away before, does without.
    `globalThis.klabLive = () => require(${start}).startLiveWorker();`,
  ];
  await build({
    stdin: { contents: lines.join("\n"), resolveDir: join(root, "src") },
    outfile,
    bundle: true,
    external: [learnDoor],
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    plugins: [plugin(out)],
  });
}

export async function bundleLive(out, parts) {
  await Promise.all([
    bundle(out, join(out, "browser/live.js"), { parts, derivations: false }),
    bundle(out, join(out, "browser/live-derivation.js"), { parts, derivations: true }),
  ]);
}
