import { expect, test } from "vitest";
import { make } from "../../support/families";
import { moreReference } from "../../support/more-reference";

test.each(moreReference.families.map((row) => [make(row.family, row.parameters), row] as const))(
  "%s has the probabilities, moments and entropy of 40-digit arithmetic",
  (d, row) => {
    const near = (got: number, want: string, tolerance: number): void => {
      const scale = Math.max(1, Math.abs(Number(want)));
      expect(Math.abs(got - Number(want))).toBeLessThan(tolerance * scale);
    };
    for (const [i, x] of row.x.entries()) {
      near(d.logProb(x), row.logProb[i], 1e-12);
      near(d.cdf(x), row.cdf[i], 1e-11);
    }
    if (row.mean !== undefined) near(d.mean, row.mean, 1e-11);
    if (row.variance !== undefined) near(d.variance, row.variance, 1e-11);
    near(d.entropy, row.entropy, 1e-11);
  },
);
