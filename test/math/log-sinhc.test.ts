import { describe, expect, test } from "vitest";
import {
  logSinhc,
  logSinhcBregman,
  logSinhcCurvature,
  logSinhcSlope,
} from "../../src/math/log-sinhc";
import { agreesWithMpmath } from "../support/special";

describe("logSinhc and its derivatives", () => {
  agreesWithMpmath("logSinhc", logSinhc, 1e-15);
  agreesWithMpmath("logSinhcSlope", logSinhcSlope, 2e-15);
  agreesWithMpmath("logSinhcCurvature", logSinhcCurvature, 2e-15);
  agreesWithMpmath("logSinhcBregman", (x, y) => logSinhcBregman(x, y, x - y), 3e-15);

  test("at 0 it is 0, its slope 0, its curvature ⅓; it is even, its slope odd", () => {
    expect([logSinhc(0), logSinhcSlope(0)]).toEqual([0, 0]);
    expect(logSinhcCurvature(0)).toBeCloseTo(1 / 3, 15);
    for (const z of [0.1, 2.9, 3.3, 50]) {
      expect(logSinhc(-z)).toBe(logSinhc(z));
      expect(logSinhcSlope(-z)).toBe(-logSinhcSlope(z));
    }
  });
});
