// Bundles klab/learn for pages, beside klab: what klab's own bundles hold, it takes from them.
// Plain JavaScript: it runs before anything is built.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { matchingSources } from "./matching-sources.mjs";

const root = join(fileURLToPath(import.meta.url), "../../..");
const src = join(root, "src");
/** What klab loads when an explorer asks for it: no bundle of klab holds it. */
export const learnDoor = "klab/learn";
const nameOf = (file) => relative(src, file).replaceAll("\\", "/").replace(/\.ts$/, "");

/** Every file that an entry reaches, by name, with the names of those it imports. */
async function reachOf(entry) {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    entryPoints: [join(src, entry)],
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: root,
    platform: "browser",
    external: [learnDoor],
    logLevel: "silent",
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      nameOf(join(root, file)),
      imports.map(({ path }) => nameOf(join(root, path))),
    ]),
  );
}

/** The files of klab that klab/learn imports, by name. */
export async function partsForLearn() {
  const [klab, learn] = await Promise.all([reachOf("index.ts"), reachOf("learning/index.ts")]);
  const parts = new Set();
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    if (klab.has(name)) parts.add(name);
    else for (const imported of learn.get(name) ?? []) visit(imported);
  };
  visit("learning/index");
  return [...parts].sort();
}

/** Lines for a bundle of klab that hand these files over, as the global `klabParts`. */
export function handOver(parts) {
  const imports = parts.map(
    (name, i) => `import * as part${i} from ${JSON.stringify(`./${name}`)};`,
  );
  const entries = parts.map((name, i) => `${JSON.stringify(name)}: part${i}`);
  return [...imports, `globalThis.klabParts = { ${entries.join(", ")} };`].join("\n");
}

/** Files of klab/learn whose names, as far as the other half needs them, are all public. */
const publicSources = matchingSources([
  "learning/operations/",
  "learning/optimizers/adam.ts",
  "learning/initial-tensors.ts",
  "learning/autodiff/arithmetic.ts",
  "learning/autodiff/grad.ts",
  "learning/autodiff/broadcast-to.ts",
]);

/** A half of klab/learn as one script; `from` says where a file's names are that is not in it. */
async function half(entry, globalName, from) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(src, "learning", entry)],
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    globalName,
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    plugins: [
      {
        name: "from klab",
        setup(builder) {
          builder.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
            const place = from(nameOf(join(resolveDir, path)));
            return place ? { path: place, namespace: "from-klab" } : undefined;
          });
          builder.onLoad({ filter: /.*/, namespace: "from-klab" }, ({ path }) => ({
            contents: `module.exports = globalThis.${path};`,
          }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/**
 * Two scripts that define the global `klabLearn`, where one of klab's bundles has run: klab-learn.js has what trains,
 * klab-learn-all.js all of klab/learn; and klab-learn-text.js, whose global `klabLearnText` is the latter's text.
 */
export async function bundleLearn(out, parts) {
  const known = new Set(parts);
  const ofKlab = (name) => (known.has(name) ? `klabParts[${JSON.stringify(name)}]` : undefined);
  const training = await half("training-door.ts", "klabLearn", ofKlab);
  const models = await half("models-door.ts", "klabLearnModels", (name) =>
    publicSources.test(join(src, `${name}.ts`)) ? "klabLearn" : ofKlab(name),
  );
  const folder = join(out, "browser");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "klab-learn.js"), training);
  const all = `${training}${models}Object.assign(klabLearn, klabLearnModels);\n`;
  writeFileSync(join(folder, "klab-learn-all.js"), all);
  writeFileSync(
    join(folder, "klab-learn-text.js"),
    `globalThis.klabLearnText=${JSON.stringify(all)};\n`,
  );
}
