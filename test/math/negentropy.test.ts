import { describe, expect, test } from "vitest";
import { beta, inverseGamma, kl, normal } from "../../src";
import {
  betaNegentropy,
  gammaNegentropy,
  inverseGammaNegentropy,
  studentTExcessEntropy,
} from "../../src/math/negentropy";
import { relativeError } from "../support/reference";
import { agreesWithMpmath } from "../support/special";

describe("negentropy", () => {
  agreesWithMpmath("gammaNegentropy", gammaNegentropy, 2e-15);
  agreesWithMpmath("inverseGammaNegentropy", inverseGammaNegentropy, 3e-15);
  agreesWithMpmath("betaNegentropy", betaNegentropy, 1e-14);
  agreesWithMpmath("studentTExcessEntropy", studentTExcessEntropy, 2e-15);

  test("falls as the shape grows, towards the normal distribution's 0", () => {
    const shapes = [2.5, 4, 9.9, 10, 10.1, 30, 1e3, 1e6];
    for (const of of [
      gammaNegentropy,
      inverseGammaNegentropy,
      (a: number) => betaNegentropy(a, a),
    ]) {
      const values = shapes.map(of);
      expect([...values].sort((a, b) => b - a)).toEqual(values);
      expect(values.at(-1)).toBeGreaterThan(0);
    }
  });
});

test("D(p ‖ matched normal) keeps its digits where p is nearly normal, or its variance nearly infinite", () => {
  const [narrow, wide] = [beta(1e5, 1e5), inverseGamma(2.0000001, 1)];
  const matched = ({ mean, variance }: { mean: number; variance: number }) =>
    normal(mean, Math.sqrt(variance));
  expect(relativeError(kl(narrow, matched(narrow)), "1.874999999992187375e-11")).toBeLessThan(
    1e-12,
  );
  expect(relativeError(kl(wide, matched(wide)), inverseGammaNegentropy(2.0000001))).toBeLessThan(
    1e-12,
  );
});
