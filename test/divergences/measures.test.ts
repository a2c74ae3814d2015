import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { relativeError } from "../support/reference";

interface MeasureCase {
  readonly kind: string;
  readonly p: number[];
  readonly q: number[];
  readonly third: number[];
  readonly positions: number[];
  readonly normalize: boolean;
  readonly want: Readonly<Record<string, string>>;
}

const { cases, joints } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../reference/measures.json"), "utf8"),
) as {
  cases: MeasureCase[];
  joints: { kind: string; joint: number[][]; want: Record<string, string> }[];
};

type Call = (p: number[], q: number[], options: object) => number;
const plain = klab as unknown as Record<string, Call>;

/** The call that a key of the reference stands for: "renyi 2" is renyi(p, q, { order: 2 }). */
function evaluate(key: string, { p, q, third, positions, normalize }: MeasureCase): number {
  const [name, argument, at] = key.split(" ");
  const both = { normalize };
  const weighted = { ...both, weights: [0.25, 0.75] };
  if (name === "entropy") return klab.entropy(p, both);
  if (name === "perplexity") return klab.perplexity(p, both);
  if (name === "generalizedKl") return klab.generalizedKl(p, q);
  if (name === "weightedJensenShannon") return klab.jensenShannon(p, q, weighted);
  if (name === "threeJensenShannon") return klab.jensenShannon(p, q, { ...both, others: [third] });
  if (name === "renyi" || name === "tsallis") {
    return plain[name](p, q, { ...both, order: Number(argument) });
  }
  if (name === "alphaDivergence") {
    return klab.alphaDivergence(p, q, { ...both, alpha: Number(argument) });
  }
  if (name === "wasserstein") {
    const order = Number(argument) as 1 | 2;
    return klab.wasserstein(p, q, { ...both, order, ...(at ? { positions } : {}) });
  }
  return plain[name](p, q, both);
}

it("has reference values for every measure of the table", () => {
  const known = new Set(
    cases.flatMap(({ want }) => Object.keys(want).map((key) => key.split(" ")[0])),
  );
  const without = klab.measures.map(({ name }) => name).filter((name) => !known.has(name));
  // Each such measure is a formula in another that has them, and is tested against it.
  expect(without, "add it to test/reference/measures.py and run that").toEqual([]);
});

describe("every measure meets 60-digit values to 1e-14", () => {
  it.each(cases)("$kind ($p.length)", (given) => {
    const wrong: string[] = [];
    for (const [key, want] of Object.entries(given.want)) {
      const got = evaluate(key, given);
      // A distance is the root of a sum, and the floor of the sum is 1e-300.
      const root = /Distance|hellinger|wasserstein 2/.test(key);
      const error = relativeError(got, want, root ? 1e-150 : 1e-300);
      if (!(error <= 1e-14)) wrong.push(`${key}: ${got}, not ${want}, off by ${error}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(joints)("of a joint table: $kind", ({ joint, want }) => {
    const got: Record<string, number> = {
      jointEntropy: klab.jointEntropy(joint),
      conditionalEntropy: klab.conditionalEntropy(joint),
      conditionalEntropyOfRows: klab.conditionalEntropy(joint, { given: "columns" }),
      mutualInformation: klab.mutualInformation(joint),
    };
    for (const [key, value] of Object.entries(want)) {
      expect(relativeError(got[key], value), key).toBeLessThan(1e-14);
    }
    const scaled = joint.map((row) => row.map((x) => x * 2 ** 60));
    expect(klab.mutualInformation(scaled, { normalize: true })).toBe(got.mutualInformation);
  });
});
