// Bundles what runs in the Worker of live cells: the library, and what evaluates cells with it.
// Plain JavaScript: it runs before anything is built.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";

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
  /(?:embeddedDocs|(?:CJSImport|JSX|Flow|ReactDisplayName|ReactHotLoader|JestHoist)Transformer|CJSImportProcessor|plugins.flow|plugins.jsx.(?:index|xhtml)|(?:draw|mount)-notebook-\w+-script)\.js$/;

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
const shownSources = /derivations.(?:chains|errata|default-worlds)\b.*\.js$/;

/**
 * A file whose arrow functions tell their source as it stands here: minified, they would tell the minifier's.
 */
function withSources(text) {
  const inner = (node) => {
    const parts = Object.values(node).flat();
    return parts.flatMap((part) => (typeof part?.type === "string" ? functionsIn(part) : []));
  };
  const functionsIn = (node) => (node.type === "ArrowFunctionExpression" ? [node] : inner(node));
  const written = (from, to, functions) => {
    let at = from;
    let out = "";
    for (const one of functions) {
      const { start, end } = one;
      const told = JSON.stringify(text.slice(start, end));
      out += `${text.slice(at, start)}klabTold(${written(start, end, inner(one))},${told})`;
      at = end;
    }
    return out + text.slice(at, to);
  };
  const program = parse(text, { ecmaVersion: 2022, sourceType: "script" });
  const tell =
    "const klabTold=(f,text)=>Object.defineProperty(f,'toString',{value:()=>text,configurable:true});";
  return tell + written(0, text.length, functionsIn(program));
}

const plugin = {
  name: "only what pages need",
  setup(builder) {
    const texts = new Map([
      ["mathjs", noFractions],
      ["mathjs/number", numberEntry()],
      ...Object.entries(unused),
    ]);
    builder.onResolve({ filter: /^[@\w]/ }, ({ path, kind }) => {
      // What stands for mathjs/number imports from it.
      const isOurs = path === "mathjs/number" && kind !== "require-call";
      if (texts.has(path) && !isOurs) return { path, namespace: "text" };
      // One copy, for the library requires what this side imports.
      if (path === "acorn" && kind !== "require-call") {
        return { path: join(root, "node_modules/acorn/dist/acorn.js") };
      }
      return undefined;
    });
    builder.onLoad({ filter: shownSources }, ({ path }) => ({
      contents: withSources(readFileSync(path, "utf8")),
    }));
    builder.onLoad({ filter: neverRun }, ({ path }) => ({
      contents: emptied(readFileSync(path, "utf8")),
    }));
    builder.onLoad({ filter: /.*/, namespace: "text" }, ({ path }) => ({
      contents: texts.get(path),
      resolveDir: root,
    }));
  },
};

/** The text of one bundle: defines the globals `klab`, `klabLive` and, where asked for, `klabDerivation`. */
async function bundle(out, outfile, derivations) {
  const { build } = await import("esbuild");
  const start = JSON.stringify(join(page, "live/evaluate/start-live-worker.ts"));
  const lines = [
    `import * as klab from "./index.js";`,
    derivations ? `import * as derivation from "./derivations/index.js";` : "",
    derivations ? `import { previewAnswer } from "./derivations/exercises/preview-answer.js";` : "",
    `globalThis.klab = klab;`,
    derivations ? "globalThis.klabDerivation = derivation;" : "",
    derivations ? "globalThis.klabPreview = previewAnswer;" : "",
    // Read when cells are run: an explorer's Worker, which takes more away before, does without.
    `globalThis.klabLive = () => require(${start}).startLiveWorker();`,
  ];
  await build({
    stdin: { contents: lines.join("\n"), resolveDir: out },
    outfile,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    tsconfig: join(page, "tsconfig.json"),
    plugins: [plugin],
  });
}

export async function bundleLive(out) {
  await Promise.all([
    bundle(out, join(out, "browser/live.js"), false),
    bundle(out, join(out, "browser/live-derivation.js"), true),
  ]);
}
