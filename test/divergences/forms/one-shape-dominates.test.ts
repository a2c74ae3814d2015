import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { beta, dirichlet, gamma, kl } from "../../../src";
import { crossDifference } from "../../../src/math/cross-difference";
import { settings } from "../../support/arbitraries";
import { relativeError } from "../../support/reference";

type Case = readonly [readonly number[], readonly number[], number];
const betaKl = (a: readonly number[], b: readonly number[]): number =>
  kl(beta(a[0], a[1]), beta(b[0], b[1]));

// Wanted values by mpmath with 60 digits or more: what a sweep of 6,000 pairs had worst, and its like.
describe("D of shapes one of which dominates", () => {
  it.each<Case>([
    [[0.8034, 8105966.08], [0.0016298, 0.0020402], 5.31270426259926],
    [[0.00086896, 4971723.927], [0.000216195, 0.00178862], 0.7566102216602131],
    [[5361285.87, 0.0079818], [0.0003178, 0.0001785], 3.2633889427199163],
    [[5717422.19, 0.002002], [0.0205, 0.001489], 0.13188945508216127],
    [[8578012.8, 816859.05], [0.00373188, 0.00088807], 12.584626160801921],
    [[1144185.8, 2441090.05], [0.00150756, 0.0183213], 11.949024421567634],
    [[5465800.4, 67596.1], [0.00026225, 0.00034315], 12.951014852709227],
    [[0.0001, 10000000.0], [0.0001, 20000000.0], 3.068528444375557e-5],
    [[5.0, 1e-10], [7.0, 1e-10], 7.597924480607391e-12],
    [[1000000000000.0, 1e-6], [1500000000000.0, 3e-6], 0.901386994939856],
    [[1e-7, 20.0], [2e-7, 0.001], 0.3070534061253634],
    [[10000000.0, 0.0001], [0.0001, 10000000.0], 100166951466.84305],
    [[1.12220844757, 5.6525e-12], [7938359.7, 1.137e-11], 0.31268146188100543],
    [
      [23235774.97253167, 31513094628.177155],
      [10350729522.538486, 14041500424236.703],
      542.980331494334,
    ],
  ])("beta%j ‖ beta%j", (a, b, want) => {
    expect(relativeError(betaKl(a, b), want)).toBeLessThan(1e-13);
    expect(relativeError(betaKl([a[1], a[0]], [b[1], b[0]]), want)).toBeLessThan(1e-13);
    expect(relativeError(kl(dirichlet([...a]), dirichlet([...b])), want)).toBeLessThan(1e-13);
  });

  it.each<Case>([
    [
      [6.190961592623934, 0.00035781293162380506],
      [6.190962353281345, 0.00035781293162380506],
      3.171752445221512e-18,
    ],
    [
      [3.8133742442550043, 0.0003226902159990418],
      [3.813374244291851, 0.0003226902159990418],
      1.9518797109995218e-26,
    ],
    [
      [0.0009295217431431359, 2.4999596675654825],
      [0.0009295217431431359, 2.4999596675654057],
      6.477014311554486e-31,
    ],
    [[10000000.0, 0.0001], [10000000.000009095, 0.0001], 4.136221119797217e-29],
    [[0.001, 1e-9], [0.0010000000009313225, 1e-9], 8.67360317626282e-25],
    [
      [93856805.64823806, 350766855.8827475],
      [93856805.64826885, 350766855.8828625],
      1.1831043346654242e-25,
    ],
  ])("beta%j ‖ beta%j, which are near", (a, b, want) => {
    expect(Math.abs(betaKl(a, b) / want - 1)).toBeLessThan(1e-13);
    expect(Math.abs(betaKl([a[1], a[0]], [b[1], b[0]]) / want - 1)).toBeLessThan(1e-13);
  });

  it.each<Case>([
    [
      [114403.17679, 3148694.6466, 0.26743408],
      [0.0028204, 0.00052484, 0.00128936],
      16.58398116528905,
    ],
    [
      [581061203759.832, 550.7922980098003, 349450395269.10254, 1.3317068742504382e-10],
      [581061203773.0339, 550.7922980134945, 349450395277.0422, 1.331706874280695e-10],
      7.10582933035701e-20,
    ],
    [
      [775618126594.1923, 50024536509.06458, 0.0005317652475181285, 0.14839393490775726],
      [163944745583399.66, 10573815007477.049, 0.11240023305120089, 31.36645091571704],
      488.07790973099367,
    ],
    [
      [0.0509, 1867.1, 40557.58, 948274.66],
      [0.00215, 0.00096888, 0.0014055, 0.00014328],
      25.40088124408274,
    ],
  ])("dirichlet(%j) ‖ dirichlet(%j)", (a, b, want) => {
    expect(Math.abs(kl(dirichlet([...a]), dirichlet([...b])) / want - 1)).toBeLessThan(1e-13);
  });

  it.each<Case>([
    [[1e200, 1e-200], [1e-200, 1e-200], Math.LN2],
    [[1e300, 1e300], [1e-300, 1e-300], 1035.0909269043959],
    [[1e250, 1e200], [1e-200, 1e-250], 804.4858440147113],
    [[1e160, 1e160], [2e160, 1e160], 1.6989903679539747e159],
    [[1e200, 1.0], [1e-200, 1e-180], 458.9398029339076],
  ])("shapes at the ends of the doubles: beta%j ‖ beta%j", (a, b, want) => {
    expect(relativeError(betaKl(a, b), want)).toBeLessThan(1e-13);
  });

  it.each<Case>([
    [[23584881.502, 995.619], [207.4795, 0.006796717], 11.462614390814466],
    [[436863919.98, 507.154], [1.0271e-6, 0.00232429], 2024.4675077434922],
    [[1234630.449, 631.33], [0.000863175, 0.008058], 28.404461809531654],
    [[1000000000.0, 1000000.0], [1e-6, 1e-6], 22.759211273606578],
    [[100000000.0, 1.0], [1e-8, 1e-12], 26.212182667388458],
  ])("gamma%j ‖ gamma%j", (a, b, want) => {
    expect(relativeError(kl(gamma(a[0], a[1]), gamma(b[0], b[1])), want)).toBeLessThan(1e-13);
  });

  test("what is too great for a double is ∞", () => {
    expect(betaKl([1e300, 1e-300], [1e-300, 1e300])).toBe(Number.POSITIVE_INFINITY);
    expect(betaKl([1e-200, 1e-200], [1e200, 1e-200])).toBe(Number.POSITIVE_INFINITY);
  });
});

const shape = fc.double({ min: -10, max: 12, noNaN: true }).map((x) => 10 ** x);

test("D of shapes is > 0 but at equality, and does not know the order of the entries", () => {
  const shapes = fc.array(fc.tuple(shape, shape), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(shapes, (pairs) => {
      const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
      const d = kl(dirichlet(a), dirichlet(b));
      expect(d > 0).toBe(pairs.some(([x, y]) => x !== y));
      expect(d).toBeGreaterThanOrEqual(0);
      expect(kl(dirichlet(a), dirichlet(a))).toBe(0);
      const turned = kl(dirichlet([...a].reverse()), dirichlet([...b].reverse()));
      expect(relativeError(turned, d)).toBeLessThan(1e-12);
    }),
    settings(),
  );
});

test("one shape changed by little: D is half its square times ψ′(α) − ψ′(α + β), however small", () => {
  // For α ≥ 1e6 and β ≪ α the difference is β/α² to 1e-6.
  const great = fc.double({ min: 6, max: 12, noNaN: true }).map((x) => 10 ** x);
  const small = fc.double({ min: -10, max: -1, noNaN: true }).map((x) => 10 ** x);
  fc.assert(
    fc.property(great, small, fc.integer({ min: 25, max: 45 }), (alpha, rest, bits) => {
      const changed = alpha * (1 + 2 ** -bits);
      const want = (rest / 2) * ((changed - alpha) / alpha) ** 2;
      expect(Math.abs(betaKl([alpha, rest], [changed, rest]) / want - 1)).toBeLessThan(3e-6);
    }),
    settings(),
  );
});

test("x v − y u keeps what rounding the products would leave out", () => {
  const e = 2 ** -30;
  // (1 + e)² − (1 + 2e)·1 = e²
  expect(crossDifference(1 + e, 1 + 2 * e, 1, 1 + e, 1)).toBe(e * e);
  expect(crossDifference(3, 7, 3, 7, 5)).toBe(0);
  expect(crossDifference(1e200, 1e200, 1e200, 2e200, 1e200)).toBe(1e200);
});
