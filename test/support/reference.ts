import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A pair of vectors and the values of its measures in 25 digits. */
export interface DiscreteCase {
  readonly kind: string;
  readonly p: number[];
  readonly q: number[];
  readonly want: Readonly<Record<string, string>>;
}

interface Reference {
  readonly discrete: readonly DiscreteCase[];
  readonly pairs: readonly {
    readonly p: readonly [string, ...number[]];
    readonly q: readonly [string, ...number[]];
    readonly kl: string;
  }[];
}

export const reference: Reference = JSON.parse(
  readFileSync(join(import.meta.dirname, "../reference/reference.json"), "utf8"),
);

/** |got − want|/|want|, after an absolute allowance. */
export function relativeError(got: number, wanted: string | number, floor = 1e-300): number {
  const want = wanted === "+inf" ? Number.POSITIVE_INFINITY : Number(wanted);
  if (got === want) return 0;
  const gap = Math.abs(got - want);
  return gap <= floor ? 0 : gap / Math.abs(want);
}
