import { describe, expect, it, test } from "vitest";
import { kl, normal, skewNormal } from "../../../src";
import { skewNormalNegentropy } from "../../../src/math/skew-normal-negentropy";
import { relativeError } from "../../support/reference";

/** z, shape, ln cdf and ln survival by quadrature in 40 digits. */
const tails: readonly (readonly [number, number, string, string])[] = [
  [-1, 3, "-9.7858034780095317771", "-0.000056246015489349942504"],
  [-8, 3, "-328.70964414341974722", "0"],
  [-40, 3, "-8011.9238805760283419", "0"],
  [-0.001, 0.5, "-1.044074332710388507", "-0.43389161958965651503"],
  [-0.125, 20, "-9.4439555544600075601", "-0.000079169774282448221758"],
  [-3, 0.015625, "-6.6494985655168106751", "-0.0012955099462230131486"],
  [-30, 1000, "-450000478.67039148945", "0"],
  [0.5, -2, "-0.025703863435676375533", "-3.6739383733206075264"],
  [-5, -2, "-14.371851213428780427", "-5.7330330809669795542e-7"],
  [2, 5, "-0.046567912292390163548", "-3.0900371531220866394"],
  [0.001, 1000, "-7.0535206538979195222", "-0.00086473425496530157252"],
  [-0.25, 1, "-1.8261235296222701103", "-0.17558821237881607812"],
  [-20, 0, "-203.91715537109726394", "0"],
  [-2, 1e6, "-2000000000045.9775559", "0"],
];

test.each(tails)("both tails at %s for shape %s", (z, shape, lower, upper) => {
  const d = skewNormal(0, 1, shape);
  expect(relativeError(d.logCdf(z), lower)).toBeLessThan(1e-13);
  // ln p is known to the rounding of its exponent.
  const slack = 1e-15 * Math.max(10, Math.abs(Number(lower)));
  if (Number(lower) > -700)
    expect(relativeError(d.cdf(z), Math.exp(Number(lower)).toString())).toBeLessThan(slack);
  if (Number(upper) === 0) return;
  expect(relativeError(d.logSurvival(z), upper)).toBeLessThan(1e-13);
  const mirrored = skewNormal(0, 1, -shape);
  expect(mirrored.logSurvival(-z)).toBe(d.logCdf(z));
  expect(mirrored.cdf(-z)).toBe(d.survival(z));
});

/** shape, entropy, negentropy by quadrature in 40 digits. */
const entropies: readonly (readonly [number, string, string])[] = [
  [0.001, "1.4189382148950035465", "3.9608239526121563068e-21"],
  [0.03125, "1.4186278904916528837", "3.6851328700350811722e-12"],
  [0.25, "1.3998539165222277104", "9.0726110575836971295e-7"],
  [0.3125, "1.3897821915365137975", "3.3392768306869260348e-6"],
  [1, "1.2257913526447274324", "0.0015571290756924312545"],
  [3, "0.95283496904081354381", "0.040667349066424068764"],
  [40, "0.7438014887177442877", "0.16953111719200751663"],
  [1e4, "0.7258634173612919029", "0.18692235766444574835"],
  [1e8, "0.72579135985119912751", "0.18699440641484680625"],
];

test.each(entropies)(
  "the entropy for shape %s, and how far it is below a normal one",
  (shape, h, below) => {
    expect(relativeError(skewNormal(5, 1, shape).entropy, h)).toBeLessThan(1e-13);
    expect(skewNormal(5, 1, -shape).entropy).toBe(skewNormal(5, 1, shape).entropy);
    expect(relativeError(skewNormalNegentropy(shape), below)).toBeLessThan(2e-12);
  },
);

describe("skewNormal", () => {
  it("is normal for shape 0", () => {
    const [d, n] = [skewNormal(1, 2, 0), normal(1, 2)];
    for (const x of [-20, -3, 0.5, 1, 4, 30]) {
      expect(Math.abs(d.logProb(x) - n.logProb(x))).toBeLessThan(
        1e-14 * Math.abs(n.logProb(x)) + 1e-15,
      );
      expect(relativeError(d.cdf(x), n.cdf(x).toString())).toBeLessThan(2e-14);
    }
    expect(d.mean).toBe(1);
    expect(d.entropy).toBe(n.entropy);
    expect(kl(d, n)).toBe(0);
    expect(kl(skewNormal(3, 1, 0), d)).toBe(kl(normal(3, 1), n));
  });

  it("has a logProb where the density underflows", () => {
    // ln 2φ(−50)Φ(−200) in 40 digits
    expect(
      relativeError(skewNormal(0, 1, 4).logProb(-50), "-21256.44307225083512953"),
    ).toBeLessThan(1e-15);
    expect(skewNormal(0, 1, 4).logProb(Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
    expect(skewNormal(0, 1, 0).logProb(Number.POSITIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("refuses parameters out of range, by name", () => {
    expect(() => skewNormal(0, 0, 1)).toThrow(/scale is 0/);
    expect(() => skewNormal(0, 1, Number.POSITIVE_INFINITY)).toThrow(/shape is Infinity/);
    expect(() => skewNormal("0" as never, 1, 1)).toThrow(TypeError);
  });
});
