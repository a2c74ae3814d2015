import { describe, expect, it, test } from "vitest";
import {
  atanhRest,
  logRatio,
  nearLogRatio,
  relativeEntropyTerm,
} from "../../src/math/relative-entropy-term";
import { relativeError } from "../support/reference";
import { agreesWithMpmath } from "../support/special";

describe("relativeEntropyTerm", () => {
  agreesWithMpmath("relativeEntropyTerm", relativeEntropyTerm, 1e-15);

  it("is right where the ratio leaves the range of doubles", () => {
    expect(relativeEntropyTerm(0, 0.25, -0.25)).toBe(0.25);
    expect(relativeEntropyTerm(0, 0, 0)).toBe(0);
    expect(relativeEntropyTerm(0.5, 0, 0.5)).toBe(Number.POSITIVE_INFINITY);
    // scipy's kl_div gives inf for these two.
    const [tiny, least] = [relativeEntropyTerm(1, 1e-320, 1), relativeEntropyTerm(4, 2.22e-308, 4)];
    expect(relativeError(tiny, "735.8272408909739061509869")).toBeLessThan(1e-15);
    expect(relativeError(least, "2835.139983229607092634277")).toBeLessThan(1e-15);
  });

  it("takes the caller's difference, which may be finer than p − q", () => {
    // p = q(1 + 1e-20): the term is q·1e-40/2.
    expect(relativeEntropyTerm(0.5, 0.5, 5e-21) / 2.5e-41).toBeCloseTo(1, 12);
  });
});

describe("its parts", () => {
  // Relative to s², beside which it stands in the term: z is s², the rest a third of it.
  agreesWithMpmath("atanhRest", atanhRest, 1e-13);
  agreesWithMpmath("logRatio", logRatio, 1e-15);
  agreesWithMpmath("nearLogRatio", nearLogRatio, 1e-15);

  test("logarithms of ratios change sign with p and q", () => {
    expect(logRatio(3, 7)).toBe(-logRatio(7, 3));
    expect(nearLogRatio(0.7, 0.7, 0)).toBe(0);
  });
});
