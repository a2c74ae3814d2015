import { describe, expect, test } from "vitest";
import { millsRatio, normalLogCdf } from "../../src/math/normal-log-cdf";
import { agreesWithMpmath } from "../support/special";

describe("normalLogCdf and Mills' ratio", () => {
  agreesWithMpmath("normalLogCdf", normalLogCdf, 1e-14);
  agreesWithMpmath("millsRatio", millsRatio, 2e-15);

  test("end at −∞ and 0, and rise between", () => {
    expect(normalLogCdf(Number.POSITIVE_INFINITY)).toBeCloseTo(0, 300);
    const zs = [-1e8, -40, -2.0000001, -2, -1.9999999, 0, 1e-300, 5, 38];
    for (const [i, z] of zs.entries())
      if (i > 0) expect(normalLogCdf(z)).toBeGreaterThanOrEqual(normalLogCdf(zs[i - 1]));
  });
});
