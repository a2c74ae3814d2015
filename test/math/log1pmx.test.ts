import { describe, expect, test } from "vitest";
import { log1pmx } from "../../src/math/log1pmx";
import { agreesWithMpmath } from "../support/special";

describe("log1pmx", () => {
  agreesWithMpmath("log1pmx", log1pmx, 1e-15);

  test("touches 0 at 0, is never positive, and is −∞ at −1", () => {
    expect(log1pmx(0)).toBe(-0 + 0);
    expect(log1pmx(-1)).toBe(Number.NEGATIVE_INFINITY);
    for (const x of [-1e-170, 1e-17, -1e-17, 0.3, -0.3, 1e300])
      expect(log1pmx(x)).toBeLessThanOrEqual(0);
  });
});
