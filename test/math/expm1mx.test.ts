import { describe, expect, test } from "vitest";
import { expm1mx } from "../../src/math/expm1mx";
import { agreesWithMpmath } from "../support/special";

describe("expm1mx", () => {
  agreesWithMpmath("expm1mx", expm1mx, 1e-15);

  test("touches 0 at 0 and is never negative", () => {
    expect(expm1mx(0)).toBe(0);
    for (const x of [-1e-200, 1e-200, -5e-324, 1e-17, -1e-17, -0.2, 0.2])
      expect(expm1mx(x)).toBeGreaterThanOrEqual(0);
    expect(expm1mx(1000)).toBe(Number.POSITIVE_INFINITY);
  });
});
