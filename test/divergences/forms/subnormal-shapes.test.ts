import { describe, expect, it } from "vitest";
import { beta, dirichlet, kl } from "../../../src";
import { relativeError } from "../../support/reference";

/** By the definition in mpmath, 40 digits; a double near 0 is taken as it is. */
describe("Dirichlet shapes next to the end of the doubles", () => {
  it.each([
    [[5e-324, 1], [1e-320, 2], "2015.38716896959264"],
    [[1e-320, 2e-320], [3e-320, 1e-320], "1.04888363101028321"],
    [[1e-310, 3, 1e-315], [5e-324, 2, 1e-309], "1000014.82470085182"],
    [[1e-300, 1e-308], [2e-308, 1e-305], "998.308840812102915"],
  ] as const)("%s ‖ %s", (a, b, want) => {
    expect(relativeError(kl(dirichlet(a), dirichlet(b)), want)).toBeLessThan(1e-12);
    expect(kl(dirichlet(a), dirichlet(a))).toBe(0);
    expect(kl(dirichlet(b), dirichlet(a))).toBeGreaterThan(0);
  });

  it("beta distributions too", () => {
    expect(kl(beta(5e-324, 1), beta(1e-320, 2))).toBe(
      kl(dirichlet([5e-324, 1]), dirichlet([1e-320, 2])),
    );
    expect(kl(beta(1e-322, 1e-322), beta(1e-322, 2e-322))).toBeGreaterThan(0);
  });
});
