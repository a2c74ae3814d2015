import { describe, expect, test } from "vitest";
import { limitOf } from "../../src/math/limit-of";

const harmonic = (n: number): number => {
  let sum = 0;
  for (let i = Math.min(n, 1e6); i > 0; i--) sum += 1 / i;
  return n > 1e6 ? Number.NaN : sum - Math.log(n);
};

describe("a limit is found, with how far it may be off", () => {
  test.each([
    ["sin x / x at 0", (x: number) => Math.sin(x) / x, 0, 1],
    ["(1 - cos x)/x^2 at 0", (x: number) => (1 - Math.cos(x)) / x ** 2, 0, 0.5],
    ["(e^x - 1)/x at 0", (x: number) => (Math.exp(x) - 1) / x, 0, 1],
    ["ln x/(x - 1) at 1", (x: number) => Math.log(x) / (x - 1), 1, 1],
    ["(x^2 - 9)/(x - 3) at 3", (x: number) => (x ** 2 - 9) / (x - 3), 3, 6],
    ["x ln x at 0, defined on one side", (x: number) => x * Math.log(x), 0, 0],
    ["sqrt x ln x at 0", (x: number) => Math.sqrt(x) * Math.log(x), 0, 0],
    ["(1 + 1/n)^n at ∞", (n: number) => (1 + 1 / n) ** n, Number.POSITIVE_INFINITY, Math.E],
    ["(2n + 1)/n at ∞", (n: number) => (2 * n + 1) / n, Number.POSITIVE_INFINITY, 2],
    ["n^(1/n) at ∞", (n: number) => n ** (1 / n), Number.POSITIVE_INFINITY, 1],
    ["H_n - ln n at ∞: Euler's γ", harmonic, Number.POSITIVE_INFINITY, 0.5772156649015329],
    ["a value that is there", (x: number) => x ** 2 + 1, 2, 5],
    ["arctan at -∞", Math.atan, Number.NEGATIVE_INFINITY, -Math.PI / 2],
  ] as const)("%s", (_, f, a, wanted) => {
    const { value, error } = limitOf(f, a);
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(error + 1e-12);
    expect(error).toBeLessThan(1e-6);
  });
});

describe("where there is no finite limit", () => {
  test.each([
    ["ln x at 0", Math.log, 0, Number.NEGATIVE_INFINITY],
    ["1/x^2 at 0", (x: number) => x ** -2, 0, Number.POSITIVE_INFINITY],
    ["ln n at ∞", Math.log, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ["-n at ∞", (n: number) => -n, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ] as const)("%s is infinite", (_, f, a, wanted) => {
    expect(limitOf(f, a).value).toBe(wanted);
  });

  test.each([
    ["1/x at 0", (x: number) => 1 / x, 0],
    ["|x|/x at 0", (x: number) => Math.abs(x) / x, 0],
    ["no values", () => Number.NaN, 0],
    ["no place", (x: number) => x, Number.NaN],
  ] as const)("%s has none", (_, f, a) => {
    expect(limitOf(f, a).value).toBeNaN();
  });

  test("what oscillates is not settled", () => {
    const { value, error } = limitOf((x) => Math.sin(1 / x), 0);
    expect(Number.isNaN(value) || error > 1e-3).toBe(true);
  });
});
