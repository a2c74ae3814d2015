import { describe, expect, it } from "vitest";
import * as klab from "../../../src";
import {
  alphaDivergence,
  entropy,
  fDivergence,
  generalizedKl,
  generators,
  hellinger,
  jeffreys,
  jensenShannon,
  jensenShannonDistance,
  kl,
  measures,
  renyi,
  seeded,
  squaredHellinger,
  tsallis,
} from "../../../src";
import { relativeError } from "../../support/reference";

const inf = Number.POSITIVE_INFINITY;

/** Random 50-vectors that differ by about `delta` relative. */
function* nearPairs(count: number, delta: number, seed: number): Generator<[number[], number[]]> {
  const next = seeded(seed);
  const divided = (v: number[]): number[] => {
    const sum = v.reduce((a, b) => a + b, 0);
    return v.map((x) => x / sum);
  };
  for (let k = 0; k < count; k++) {
    const q = divided(Array.from({ length: 50 }, next));
    yield [divided(q.map((x) => x * (1 + delta * (2 * next() - 1)))), q];
  }
}

describe("zeros", () => {
  it("p = 0 counts 0, not NaN (mathjs, ml-distance) and not q (scipy kl_div)", () => {
    expect(kl([0, 0.5, 0.5], [0.5, 0.25, 0.25])).toBeCloseTo(Math.LN2, 15);
    expect(kl([0, 0.5, 0.5], [0, 0.5, 0.5])).toBe(0);
  });
  it("q = 0 < p is ∞, not clipped (Keras, tfjs 7.366), not patched by 1e-5 (philentropy 7.30 bits)", () => {
    expect(kl([0.5, 0.5], [0, 1], { base: 2 })).toBe(inf);
    expect(kl([1e-6, 1 - 1e-6], [0, 1])).toBe(inf);
  });
  it("an f-divergence does not drop the mass where q = 0 (dit gives −0.347)", () => {
    expect(fDivergence([0.5, 0.5], [1, 0], generators.kl)).toBe(inf);
    expect(fDivergence([0.5, 0.5], [1, 0], (u) => (u === 0 ? 0 : u * Math.log(u)))).toBe(inf);
    expect(fDivergence([0.5, 0.5], [1, 0], (u) => Math.abs(u - 1) / 2)).toBe(0.5);
  });
  it("a q of 0 is ∞ and no error (michaelnowotny/divergence throws) and no NaN (torchmetrics#1029)", () => {
    expect(kl([0.3, 0.3, 0.4], [0.5, 0.5, 0])).toBe(inf);
  });
});

describe("bad values are errors", () => {
  it("negative entries (scipy says inf, torch F.kl_div NaN, H([-1, 2]) −inf)", () => {
    expect(() => kl([1.5, -0.5], [0.5, 0.5])).toThrow(RangeError);
    expect(() => entropy([-1, 2])).toThrow(RangeError);
  });
  it("sums that are not 1 (scipy, mathjs and torch renormalise silently; ml-distance gives −1.79)", () => {
    expect(() => kl([2, 2], [1, 3])).toThrow(/sums to 4/);
    expect(kl([2, 2], [1, 3], { normalize: true })).toBeCloseTo(0.14384103622589045, 15);
  });
  it("NaN (dit's nansum makes it 0, Distances dropped it)", () => {
    expect(() => kl([Number.NaN, 1], [0.5, 0.5])).toThrow(/p\[0\] is NaN/);
  });
  it("a sum of 0 (scipy: NaN without a word)", () => {
    expect(() => kl([0, 0], [1, 1], { normalize: true })).toThrow(/p sums to 0/);
  });
  it("a longer or shorter q (ml-distance ignores the rest; scipy broadcasts length 1)", () => {
    expect(() => kl([0.5, 0.5], [0.5, 0.25, 0.25])).toThrow(TypeError);
    expect(() => kl([1], [0.3, 0.7])).toThrow(TypeError);
  });
  it("empty vectors (scipy and ml-distance give 0)", () => {
    expect(() => kl([], [])).toThrow(RangeError);
  });
  it("bases that make no unit (scipy: base 1 gives inf, base 0.5 a negative value)", () => {
    expect(() => kl([1], [1], { base: 1 })).toThrow(RangeError);
    expect(() => entropy([0.5, 0.5], { base: 0.5 })).toThrow(RangeError);
  });
});

describe("near-equal vectors", () => {
  it("give no negative value (scipy entropy 988 of 2000, kl_div 979 of 2000, ml-distance 498 of 1000)", () => {
    for (const [p, q] of nearPairs(2000, 1e-9, 1)) expect(kl(p, q)).toBeGreaterThanOrEqual(0);
  });
  it("give no NaN distance (scipy jensenshannon 973 of 2000, ml-distance hellinger 43 of 1000)", () => {
    for (const [p, q] of nearPairs(2000, 1e-9, 2)) {
      expect(jensenShannonDistance(p, q)).toBeGreaterThanOrEqual(0);
      expect(hellinger(p, p)).toBe(0);
    }
  });
  it("keep all digits where scipy has the wrong sign (true 4.708333e-18)", () => {
    const p = [0.1, 0.2, 0.3, 0.25, 0.15];
    const move = [1, -2, 3, -4, 2];
    for (const epsilon of [1e-4, 1e-6, 1e-8, 1e-10]) {
      const q = p.map((x, i) => x + (epsilon * move[i]) / 40);
      // χ²/2 is the leading term; the next is a factor ε smaller.
      const chi = p.reduce((sum, x, i) => sum + (x - q[i]) ** 2 / x, 0);
      expect(relativeError(kl(p, q, { normalize: true }), chi / 2)).toBeLessThan(epsilon);
    }
  });
  it("KL of one unnormalised entry near 1 is right (scipy kl_div(1, 1 + 1e-9) is 0)", () => {
    expect(
      relativeError(generalizedKl([1], [1 + 1e-9]), "5.00000082407041006251159e-19"),
    ).toBeLessThan(1e-14);
  });
});

describe("far ratios", () => {
  it("do not overflow (scipy kl_div(1, 1e-320) and kl_div(4, 2.22e-308) are inf)", () => {
    expect(relativeError(generalizedKl([1], [1e-320]), "735.8272408909739061509869")).toBeLessThan(
      1e-14,
    );
    expect(
      relativeError(generalizedKl([4], [2.22e-308]), "2835.139983229607092634277"),
    ).toBeLessThan(1e-14);
  });
  it("leave JS within ln 2 (scipy jensenshannon([0, 1], [5e-324, 1]) is inf, #19436)", () => {
    expect(jensenShannonDistance([0, 1], [5e-324, 1])).toBeLessThan(1e-150);
  });
});

describe("limits and conventions", () => {
  it("alphaDivergence is continuous at α = ±1 (dit jumps to the other direction, in bits)", () => {
    const [p, q] = [
      [0.5, 0.3, 0.2],
      [0.4, 0.4, 0.2],
    ];
    for (const alpha of [1, -1]) {
      const limit = alphaDivergence(p, q, { alpha });
      expect(alphaDivergence(p, q, { alpha: alpha + 1e-9 })).toBeCloseTo(limit, 10);
      expect(alphaDivergence(p, q, { alpha: alpha - 1e-9 })).toBeCloseTo(limit, 10);
    }
    expect(alphaDivergence(p, q, { alpha: -1 })).toBe(kl(p, q));
    expect(alphaDivergence(p, q, { alpha: 1 })).toBe(kl(q, p));
  });
  it("tsallis and Rényi are continuous at order 1 (dit's Tsallis jumps by 1/ln 2)", () => {
    const [p, q] = [
      [0.5, 0.3, 0.2],
      [0.4, 0.4, 0.2],
    ];
    for (const of of [tsallis, renyi]) {
      expect(of(p, q, { order: 1 })).toBe(kl(p, q));
      expect(of(p, q, { order: 1 + 1e-9 })).toBeCloseTo(kl(p, q), 10);
    }
  });
  it("JS, Jeffreys and Hellinger have the usual factors (TFP: 2·JS, ½·J, no ½ in H²)", () => {
    const [p, q] = [
      [1, 0],
      [0, 1],
    ];
    expect(jensenShannon(p, q)).toBe(Math.LN2);
    expect(squaredHellinger(p, q)).toBe(1);
    const [a, b] = [
      [0.5, 0.5],
      [0.9, 0.1],
    ];
    expect(jeffreys(a, b)).toBeCloseTo(kl(a, b) + kl(b, a), 15);
  });
  it("every f-divergence is 0 at p = q (TFP jensen_shannon gives ln ¼ by default)", () => {
    for (const { name, of } of measures) expect(of([0.2, 0.8], [0.2, 0.8]), name).toBe(0);
  });
  it("the order of arguments is D(first ‖ second) (mathjs documents the other direction's number)", () => {
    const [x, y] = [
      [0.1, 0.4, 0.5],
      [0.8, 0.15, 0.05],
    ];
    expect(kl(x, y)).not.toBeCloseTo(kl(y, x), 2);
    expect(kl([1, 0], [0.5, 0.5])).toBe(Math.LN2);
    expect(kl([0.5, 0.5], [1, 0])).toBe(inf);
  });
  it("cross-entropy is neither joint entropy nor KL (philentropy's documentation)", () => {
    const [p, q] = [
      [0.5, 0.5],
      [0.9, 0.1],
    ];
    expect(klab.crossEntropy(p, q)).toBeCloseTo(entropy(p) + kl(p, q), 14);
    expect(
      klab.jointEntropy([
        [0.45, 0.05],
        [0.45, 0.05],
      ]),
    ).toBeCloseTo(entropy(p) + entropy(q), 14);
  });
});
