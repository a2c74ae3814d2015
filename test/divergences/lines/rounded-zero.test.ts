import { describe, expect, it } from "vitest";
import * as klab from "../../../src";

const { kl, uniform } = klab;
const on = (f: (x: number) => number, support: readonly [number, number] = [0, 1]) =>
  klab.density(f, { support, normalize: true });

describe("a zero of q that rounding widens", () => {
  // By ∫ ln(2 sin²) and by mpmath.
  it.each([
    ["inside, at a landmark", on((x) => 1 + Math.cos(2 * Math.PI * x)), Math.LN2],
    ["inside, elsewhere", on((x) => 1 - Math.cos(2 * Math.PI * (x - 0.3))), Math.LN2],
    ["at both ends", on((x) => 1 - Math.cos(2 * Math.PI * x)), Math.LN2],
    ["at the ends and inside", on((x) => 1 - Math.cos(6 * Math.PI * x)), Math.LN2],
    ["many", on((x) => 1 - Math.cos(20 * Math.PI * x)), Math.LN2],
    ["of the fourth order", on((x) => (1 + Math.cos(2 * Math.PI * x)) ** 2), 1.791759469228055],
    ["between nodes", on((x) => 1 - Math.sin(10 * x)), 0.802691891049757],
  ])("%s is no gap", (_, q, want) => {
    expect(Math.abs(kl(uniform(0, 1), q) / want - 1)).toBeLessThan(1e-9);
  });

  it("is told from a gap, be it narrow", () => {
    for (const half of [0.5, 1e-2, 1e-3]) {
      const gap = on((x) => Math.max(0, Math.abs(x - 1.5) - half), [0, 3]);
      expect(kl(uniform(0, 3), gap)).toBe(Number.POSITIVE_INFINITY);
      const jump = on((x) => (Math.abs(x - 1.5) > half ? 1 : 0), [0, 3]);
      expect(kl(uniform(0, 3), jump)).toBe(Number.POSITIVE_INFINITY);
    }
  });
});
