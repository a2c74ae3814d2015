import { expect, it } from "vitest";
import * as klab from "../src";
import { jointTable } from "../src/derivations";

const { normal } = klab;
const [bad, good] = [
  [1, 1],
  [0.5, 0.5],
];

/** What each function says, and the same call with the remedy taken. */
const remedies: Record<string, [fails: () => unknown, says: string, mended: () => unknown]> = {
  kl: [
    () => klab.kl(bad, good),
    "pass { normalize: true }",
    () => klab.kl(bad, good, { normalize: true }),
  ],
  entropy: [
    () => klab.entropy(bad),
    "{ normalize: true }",
    () => klab.entropy(bad, { normalize: true }),
  ],
  "weights of jensenShannon": [
    () => klab.jensenShannon(good, good, { weights: bad, normalize: true }),
    "weights sums to 2, not 1; if proportions are meant, divide by the sum",
    () => klab.jensenShannon(good, good, { weights: good }),
  ],
  "others of jensenShannon": [
    () => klab.jensenShannon(good, good, { others: [bad] }),
    "{ normalize: true }",
    () => klab.jensenShannon(good, good, { others: [bad], normalize: true }),
  ],
  pairwise: [
    () => klab.pairwise(klab.kl, [bad]),
    "divide by the sum",
    () => klab.pairwise(klab.kl, [good]),
  ],
  rowwise: [
    () => klab.rowwise(klab.kl, [bad], [good]),
    "kl: p",
    () => klab.rowwise((p, q) => klab.kl(p, q, { normalize: true }), [bad], [good]),
  ],
  pmfPair: [
    () => klab.figures.pmfPair(bad, good),
    "divide by the sum",
    () => klab.figures.pmfPair(good, good),
  ],
  codeLengths: [
    () => klab.figures.codeLengths(good, bad),
    "divide by the sum",
    () => klab.figures.codeLengths(good, good),
  ],
  simplexMap: [
    () => klab.figures.simplexMap([1, 1, 1]),
    "divide by the sum",
    () => klab.figures.simplexMap([0.2, 0.3, 0.5]),
  ],
  categorical: [() => klab.categorical(bad), "divide by the sum", () => klab.categorical(good)],
  mixture: [
    () => klab.mixture(bad, [normal(0, 1), normal(1, 1)]),
    "divide by the sum",
    () => klab.mixture(good, [normal(0, 1), normal(1, 1)]),
  ],
  jointTable: [
    () => jointTable(["x", "y"], [bad]),
    "divide by the sum",
    () => jointTable(["x", "y"], [good]),
  ],
  density: [
    () => klab.density(() => 1, { support: [0, 2] }),
    "set normalize: true",
    () => klab.density(() => 1, { support: [0, 2], normalize: true }),
  ],
  "several dimensions": [
    () =>
      klab.kl(
        klab.dirichlet([1, 2]),
        klab.multivariateNormal(
          [0, 0],
          [
            [1, 0],
            [0, 1],
          ],
        ),
      ),
    "monteCarloKl(p, q",
    () =>
      klab.monteCarloKl(
        klab.dirichlet([1, 2]),
        klab.multivariateNormal(
          [0, 0],
          [
            [1, 0],
            [0, 1],
          ],
        ),
        { prng: klab.seeded(0) },
      ),
  ],
  "estimateKl of few values": [
    () => klab.estimateKl(Array(50).fill(1), Array(50).fill(1)),
    'estimateFromCounts(xs, ys, { measure: "kl" })',
    () => klab.estimateFromCounts(Array(50).fill(1), Array(50).fill(1), { measure: "kl" }),
  ],
  "estimateKl of data with spikes": [
    () => klab.estimateKl(Array(50).fill(1), Array(50).fill(1)),
    'method: "histogram"',
    () => klab.estimateKl(Array(50).fill(1), Array(50).fill(1), { method: "histogram" }),
  ],
  "estimateKl of few samples": [
    () => klab.estimateKl([1, 2, 4, 7, 11, 16], [1.5, 2.5, 3.5, 6, 8, 13]),
    "take k: 2",
    () => klab.estimateKl([1, 2, 4, 7, 11, 16], [1.5, 2.5, 3.5, 6, 8, 13], { k: 2 }),
  ],
  "estimateEntropy of few values": [
    () => klab.estimateEntropy(Array(100).fill(1)),
    'method: "plugIn" or "millerMadow"',
    () => klab.estimateEntropy(Array(100).fill(1), { method: "millerMadow" }),
  ],
  "counts that are probabilities": [
    () => klab.estimateFromCounts({ a: 0.5 }, { a: 0.5 }),
    "for probabilities use kl",
    () => klab.kl([0.5, 0.5], [0.5, 0.5]),
  ],
};

it.each(Object.entries(remedies))(
  "the remedy that %s names exists for its caller",
  (_, [fails, says, mended]) => {
    expect(fails).toThrow(says);
    expect(mended).not.toThrow();
  },
);

it("no message of a function without `normalize` recommends it", () => {
  for (const call of [
    () => klab.pairwise(klab.kl, [bad]),
    () => klab.figures.pmfPair(bad, good),
    () => klab.figures.codeLengths(bad, good),
    () => klab.jensenShannon(good, good, { weights: bad }),
    () => klab.generalizedKl([-1, 1], good),
  ]) {
    let message = "";
    try {
      call();
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).not.toBe("");
    expect(message).not.toContain("normalize");
  }
});
