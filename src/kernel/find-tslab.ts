import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, isAbsolute, join, resolve } from "node:path";
import { KernelError } from "./kernel-error";

export interface Tslab {
  /** The script of the `tslab` command. */
  readonly script: string;
  readonly version: string;
  /** tslab's own ZeroMQ, which need not be hoisted to where klab could see it. */
  readonly zeromq: string;
}

/** Plain JavaScript beside the sources: it runs before, and without, anything that is built. */
const kernelScript = join(__dirname, "../../src/kernel/tslab-kernel.cjs");

/** What Node is given to run a kernel: absolute paths, no shell, no PATH. */
export function kernelArguments(
  tslab: Tslab,
  connectionFile: string,
  isJavaScript = false,
): string[] {
  const args = ["kernel", "--config-path", connectionFile, ...(isJavaScript ? ["--js"] : [])];
  return [kernelScript, tslab.script, tslab.zeromq, ...args];
}

/** tslab's manifest as Node finds it from `start`, a file. */
function manifestFrom(start: string): string | undefined {
  try {
    return createRequire(start).resolve("tslab/package.json");
  } catch {
    return undefined;
  }
}

/**
 * The manifest of a tslab installed globally, as tslab's own page tells: npm puts the commands of global packages
 * into PREFIX/bin and the packages into PREFIX/lib/node_modules; on Windows, PREFIX and PREFIX/node_modules.
 */
function manifestOnPath(path: string): string | undefined {
  return path
    .split(delimiter)
    .filter(isAbsolute)
    .flatMap((folder) => ["../lib/node_modules", "node_modules"].map((name) => join(folder, name)))
    .map((modules) => join(modules, "tslab/package.json"))
    .find((file) => existsSync(file));
}

/**
 * tslab as seen from the first of `folders` that sees one, else from klab itself, else installed globally.
 *
 * @throws KernelError naming the npm command that installs it
 */
export function findTslab(...folders: readonly string[]): Tslab {
  const starts = [...folders.map((folder) => join(resolve(folder), "here.js")), __filename];
  for (const start of starts) {
    const manifest = manifestFrom(start);
    if (manifest) return readTslab(manifest);
  }
  const global = manifestOnPath(process.env.PATH ?? "");
  if (global) return readTslab(global);
  throw new KernelError(
    "找不到 tslab，请运行 npm i -D tslab / tslab not found: run npm i -D tslab",
  );
}

function readTslab(manifest: string): Tslab {
  const { bin, version } = JSON.parse(readFileSync(manifest, "utf8"));
  return {
    script: join(dirname(manifest), typeof bin === "string" ? bin : bin.tslab),
    version,
    zeromq: createRequire(manifest).resolve("zeromq"),
  };
}
