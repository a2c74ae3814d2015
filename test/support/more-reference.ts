import { readFileSync } from "node:fs";
import { join } from "node:path";

interface MoreReference {
  readonly families: readonly {
    readonly family: string;
    readonly parameters: readonly number[];
    readonly x: readonly number[];
    readonly logProb: readonly string[];
    readonly cdf: readonly string[];
    readonly mean?: string;
    readonly variance?: string;
    readonly entropy: string;
  }[];
  readonly pairs: readonly {
    readonly p: readonly [string, ...number[]];
    readonly q: readonly [string, ...number[]];
    readonly kl: string;
  }[];
}

/** Values that distributions.py made. */
export const moreReference: MoreReference = JSON.parse(
  readFileSync(join(import.meta.dirname, "../reference/distributions.json"), "utf8"),
);
