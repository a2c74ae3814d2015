import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { relativeEntropySums } from "../../src/math/relative-entropy-sums";
import { relativeEntropyTerm } from "../../src/math/relative-entropy-term";
import { simdKernel } from "../../src/math/simd/simd-kernel";
import { pmfs, settings } from "../support/arbitraries";

const kernels = [
  ["the SIMD kernel", simdKernel() ?? null],
  ["no kernel", null],
] as const;

describe.each(kernels)("sums of a pair of vectors by %s", (_, kernel) => {
  test("are Φ, Σp and Σ(q − p)", () => {
    fc.assert(
      fc.property(pmfs(2, 300), ([p, q]) => {
        const { phi, mass, excess } = relativeEntropySums(p, q, kernel);
        const want = p.reduce((sum, x, i) => sum + relativeEntropyTerm(x, q[i], x - q[i]), 0);
        const scale = Number.isFinite(want) ? Math.abs(want) : 1;
        if (Number.isFinite(want)) expect(Math.abs(phi - want)).toBeLessThanOrEqual(2e-14 * scale);
        else expect(phi).toBe(want);
        expect(mass).toBeCloseTo(1, 13);
        expect(excess).toBeCloseTo(0, 13);
      }),
      settings(),
    );
  });

  test.each([
    ["a negative entry", [0.5, -0.5, 1, 0, 0]],
    ["NaN", [0.5, Number.NaN, 0.5, 0, 0]],
    ["a text", [0.5, "0.5", 0, 0, 0]],
  ])("are NaN with %s, on either side", (_name, v) => {
    // Long enough for the kernel, too.
    const rest = new Array<number>(300).fill(0);
    const bad = [...(v as number[]), ...rest];
    const good = [0.2, 0.2, 0.2, 0.2, 0.2, ...rest];
    expect(relativeEntropySums(bad, good, kernel).phi).toBeNaN();
    expect(relativeEntropySums(good, bad, kernel).mass).toBeNaN();
  });

  test("are not finite with an infinite entry, and Φ = ∞ with q = 0 < p", () => {
    const { mass } = relativeEntropySums([1, Number.POSITIVE_INFINITY], [1, 1], kernel);
    expect(Number.isFinite(mass)).toBe(false);
    expect(relativeEntropySums([0.5, 0.5], [1, 0], kernel).phi).toBe(Number.POSITIVE_INFINITY);
  });
});
