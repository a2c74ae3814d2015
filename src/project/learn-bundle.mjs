// Bundles klab/learn for pages, beside klab: what klab's own bundles hold, it takes from them.
// Plain JavaScript: it runs before anything is built.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

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

/** What a door of klab/learn opens as one script that defines `klabLearn`; what klab has is taken from there. */
async function scriptOf(entry, parts) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(src, "learning", entry)],
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "klabLearn",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    plugins: [
      {
        name: "from klab",
        setup(builder) {
          builder.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
            const name = nameOf(join(resolveDir, path));
            return parts.has(name) ? { path: name, namespace: "from-klab" } : undefined;
          });
          builder.onLoad({ filter: /.*/, namespace: "from-klab" }, ({ path }) => ({
            contents: `module.exports = globalThis.klabParts[${JSON.stringify(path)}];`,
          }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/**
 * Two scripts that define the global `klabLearn`, where one of klab's bundles has run: klab-learn.js has what trains,
 * klab-learn-all.js all of klab/learn, in one piece, for two halves would hold twice what both need; and
 * klab-learn-text.js, whose global `klabLearnText` is the latter's text.
 */
export async function bundleLearn(out, parts) {
  const known = new Set(parts);
  const [training, all] = await Promise.all(
    ["training-door.ts", "index.ts"].map((door) => scriptOf(door, known)),
  );
  const folder = join(out, "browser");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "klab-learn.js"), training);
  writeFileSync(join(folder, "klab-learn-all.js"), all);
  writeFileSync(
    join(folder, "klab-learn-text.js"),
    `globalThis.klabLearnText=${JSON.stringify(all)};\n`,
  );
}
