import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allHandoutPackages } from "../../pictures/handout-packages";

/** Of the program itself, what may change a page: its code, built or as sources, and the bundles that pages carry. */
const isCode = (name: string): boolean =>
  /\.(?:js|ts|css|json)$/.test(name) && !/\.d\.ts$/.test(name);

function hashFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isCode);
  for (const name of names.sort()) {
    hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  }
}

function versionOf(name: string): string {
  const folder = (require.resolve.paths(name) ?? [])
    .map((base) => join(base, name, "package.json"))
    .find(existsSync);
  if (folder === undefined) return "";
  return String((JSON.parse(readFileSync(folder, "utf8")) as { version?: unknown }).version);
}

let known: string | undefined;

/**
 * A digest of all that pages are made with and that is no input of theirs: klab's own files, the packages, and Node,
 * whose zlib compresses.
 */
export function buildDigest(): string {
  if (known !== undefined) return known;
  const hash = createHash("sha256");
  hashFolder(hash, join(__dirname, "../.."));
  hashFolder(hash, join(__dirname, "../../../dist/browser"));
  const versions = [...allHandoutPackages, "plotly.js-dist"].map(
    (name) => `${name}@${versionOf(name)}`,
  );
  hash.update(JSON.stringify([versions, process.versions.node, process.versions.zlib]));
  known = hash.digest("hex");
  return known;
}
