// Which packages of others are in dist/ or come with klab, each with its licence: the list that the package carries.
// Plain JavaScript: it runs before anything is built.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(import.meta.url), "../../..");
const src = join(root, "src");

/** Everything that bundles of dist/ hold is reached from these. */
const entries = [
  "index.ts",
  "derivations/index.ts",
  "learning/index.ts",
  "page/live/evaluate/start-live-worker.ts",
];

/** mathjs is installed; what is bundled is its part mathjs/number. */
const installedWhole = {
  name: "installed",
  setup: (builder) =>
    builder.onResolve({ filter: /^mathjs$/ }, ({ path }) => ({ path, external: true })),
};

/** The packages whose code is bundled into files of dist/. */
async function bundledPackages() {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    entryPoints: entries.map((entry) => join(src, entry)),
    outdir: "unwritten",
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    external: ["klab/learn"],
    plugins: [installedWhole],
    absWorkingDir: root,
    logLevel: "silent",
  });
  return Object.keys(metafile.inputs).flatMap((file) => {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
    return name ? [name] : [];
  });
}

/** What is installed with klab: its dependencies, and theirs. */
function installedPackages() {
  const found = new Set();
  const visit = ({ dependencies = {} }) => {
    for (const name of Object.keys(dependencies)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(manifestOf(name));
    }
  };
  visit(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return found;
}

/** Where Node finds a package from the project's root, also one that does not export its package.json. */
function folderOf(name) {
  const places = createRequire(join(root, "package.json")).resolve.paths(name) ?? [];
  const place = places.find((each) => existsSync(join(each, name, "package.json")));
  if (!place) throw new Error(`${name} 没有安装 / ${name} is not installed`);
  return join(place, name);
}

const manifestOf = (name) => JSON.parse(readFileSync(join(folderOf(name), "package.json"), "utf8"));

/** The texts of its licence and notice, as the package has them. */
function textsOf(name) {
  const folder = folderOf(name);
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  if (texts.length > 0) return texts;
  const { author = "", repository = "" } = manifestOf(name);
  const by = author.name ?? author;
  return [
    `No text of a licence is in the package. By ${by || "?"}, ${repository.url ?? repository}`,
  ];
}

/** Each of these packages: its name, version and licence, and whether its code is in dist/ or comes beside it. */
export async function thirdParty() {
  const bundled = new Set(await bundledPackages());
  const installed = installedPackages();
  return [...new Set([...bundled, ...installed])].sort().map((name) => {
    const { version, license } = manifestOf(name);
    return { name, version, licence: license, isBundled: bundled.has(name), texts: textsOf(name) };
  });
}

/** Writes the list, with the texts of the licences, to `out`/THIRD-PARTY.txt. */
export async function writeThirdParty(out) {
  const packages = await thirdParty();
  const line = ({ name, version, licence }) => `  ${name} ${version}: ${licence}`;
  const some = (isBundled) => packages.filter((one) => one.isBundled === isBundled).map(line);
  const parts = [
    "What others made and klab uses. klab itself: MIT, see LICENSE.",
    ["Files of dist/ hold code of these packages, or parts of it:", ...some(true)].join("\n"),
    ["These are installed with klab:", ...some(false)].join("\n"),
    ...packages.map(({ name, texts }) => [`== ${name}`, ...texts].join("\n\n")),
  ];
  writeFileSync(join(out, "THIRD-PARTY.txt"), `${parts.join("\n\n")}\n`);
}
