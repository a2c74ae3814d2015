import { describe, expect, test } from "vitest";
import { integrate } from "../../../src/math/integrals/integrate";
import {
  awayFrom,
  type LogScaledIntegrand,
  towards,
} from "../../../src/math/integrals/log-scaled-integrand";

const power =
  (exponent: number, from = 0): LogScaledIntegrand =>
  (x, j) =>
    Math.exp(j + exponent * Math.log(Math.abs(x - from)));

describe("a change of variable that takes its Jacobian into the exponent", () => {
  test.each([-1.5, -2, -7])("∫ x^%s from 1 on, in s", (exponent) => {
    const inS = awayFrom(power(exponent), 1, 1, 1);
    expect(integrate(inS, [0, 1, 5, 20, 80]).value).toBeCloseTo(-1 / (exponent + 1), 12);
  });

  test.each([0.5, 1, 3])("to the left as to the right: ∫ |x|^−%s to −1", (extra) => {
    const inS = awayFrom(power(-1 - extra), -1, -1, 1);
    expect(integrate(inS, [0, 1, 5, 20, 80]).value).toBeCloseTo(1 / extra, 12);
  });

  test.each([
    [0, 1, -0.5],
    [2, 1, -0.25],
    [2, -1, -0.5],
    [-3, -1, 1.5],
  ])(
    "a power of the distance to the end %s, come to from the side of %s",
    (end, sign, exponent) => {
      const span = 4;
      const inS = towards(power(exponent, end), end, sign, span);
      const truth = span ** (exponent + 1) / (exponent + 1);
      expect(integrate(inS, [0, 1, 4, 16, 30]).value / truth).toBeCloseTo(1, 5);
    },
  );

  test("what is below the smallest double at x counts where the Jacobian makes up for it", () => {
    // e^−800 is no double, and neither is it in s until the Jacobian is in.
    const faint: LogScaledIntegrand = (_x, j) => Math.exp(j - 800);
    expect(awayFrom(faint, 0, 1, 1)(790)).toBeCloseTo(Math.exp(-10), 15);
    expect(towards(faint, 0, 1, Math.exp(700))(5)).toBeCloseTo(Math.exp(-105), 15);
  });
});
