import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
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
export function kernelArguments(tslab: Tslab, connectionFile: string): string[] {
  return [kernelScript, tslab.script, tslab.zeromq, "kernel", "--config-path", connectionFile];
}

/**
 * tslab as seen from the first of `folders` that sees one, else from klab itself.
 *
 * @throws KernelError naming the npm command that installs it
 */
export function findTslab(...folders: readonly string[]): Tslab {
  const starts = folders.map((folder) => join(resolve(folder), "here.js"));
  for (const start of [...starts, __filename]) {
    let manifest: string;
    try {
      manifest = createRequire(start).resolve("tslab/package.json");
    } catch {
      continue;
    }
    const { bin, version } = JSON.parse(readFileSync(manifest, "utf8"));
    return {
      script: join(dirname(manifest), typeof bin === "string" ? bin : bin.tslab),
      version,
      zeromq: createRequire(manifest).resolve("zeromq"),
    };
  }
  throw new KernelError(
    "找不到 tslab，请运行 npm i -D tslab / tslab not found: run npm i -D tslab",
  );
}
