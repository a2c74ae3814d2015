import { describe, expect, test } from "vitest";
import { trigamma } from "../../src/math/trigamma";
import { agreesWithMpmath } from "../support/special";

describe("trigamma", () => {
  agreesWithMpmath("trigamma", trigamma, 1e-15);

  test("steps as it must: ψ′(x) − ψ′(x + 1) = 1/x²", () => {
    for (const x of [0.01, 0.7, 3, 14.2, 15, 80])
      expect(Math.abs((trigamma(x) - trigamma(x + 1)) * x * x - 1)).toBeLessThan(1e-13 * (1 + x));
  });
});
