import { describe, expect, it } from "vitest";
import { sumIntegers } from "../../../src/math/integrals/sum-integers";

describe("sumIntegers", () => {
  const inf = Number.POSITIVE_INFINITY;
  it.each([
    ["geometric", (k: number) => 1e-7 * Math.exp(k * Math.log1p(-1e-7)), 0, inf, [0], 1],
    ["zeta(3)", (k: number) => k ** -3, 1, inf, [1], 1.2020569031595942],
    ["a range", (k: number) => k, 0, 1e6, [], 500000500000],
    [
      "both sides",
      (k: number) => Math.exp(-Math.abs(k) / 1e4),
      -inf,
      inf,
      [0],
      1 / Math.tanh(0.5e-4),
    ],
    [
      "Poisson(1e8)",
      (k: number) => Math.exp(-((k - 1e8) ** 2) / 2e8) / Math.sqrt(2e8 * Math.PI),
      0,
      inf,
      [1e8 - 1e5, 1e8, 1e8 + 1e5],
      1,
    ],
  ])("adds long smooth stretches: %s", (_, term, low, high, marks, want) => {
    let calls = 0;
    const counted = (k: number): number => {
      calls++;
      return term(k);
    };
    const { value, converged, diverges } = sumIntegers(counted, low, high, marks, { smooth: true });
    expect(Math.abs(value / want - 1)).toBeLessThan(1e-12);
    expect([converged, diverges]).toEqual([true, false]);
    expect(calls).toBeLessThan(100_000);
  });

  it.each([
    ["1/k", (k: number) => 1 / k],
    ["constant", () => 1e-30],
    ["rising at last", (k: number) => Math.exp(-100 * k + k * Math.log(k) * 0.9)],
  ])("knows a sum that has no end: %s", (_, term) => {
    const logs = (k: number): number => Math.log(term(k));
    const logTerm = _ === "rising at last" ? (k: number) => -100 * k + k * Math.log(k) * 0.9 : logs;
    expect(sumIntegers(term, 1, inf, [1], { logTerm }).value).toBe(inf);
  });

  it("gives up by its bound, and says so", () => {
    const rough = (k: number): number => (k % 2 === 0 ? 1 : 2) * 0.999999 ** k;
    const { converged, error } = sumIntegers(rough, 0, inf, [0], { mostTerms: 1e5 });
    expect([converged, error]).toEqual([false, inf]);
    // What was added until then is 0, and tells nothing of what was not.
    const late = (k: number): number => (k > 1e6 ? 1e-6 * (1 - 1e-6) ** (k - 1e6) : 0);
    const unseen = sumIntegers(late, 0, inf, [0, 2e6], { mostTerms: 1e5 });
    expect([unseen.converged, unseen.error]).toEqual([false, inf]);
  });
});
