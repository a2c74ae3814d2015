import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { KernelError } from "./kernel-error";

export interface Tslab {
  /** The script that Node runs: the `tslab` command, without a shell or PATH. */
  readonly script: string;
  readonly version: string;
  /** tslab's own ZeroMQ, which need not be hoisted to where klab could see it. */
  readonly zeromq: string;
}

/**
 * tslab as seen from `folder`, else from klab itself.
 *
 * @throws KernelError naming the npm command that installs it
 */
export function findTslab(folder: string): Tslab {
  for (const start of [join(resolve(folder), "here.js"), __filename]) {
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
