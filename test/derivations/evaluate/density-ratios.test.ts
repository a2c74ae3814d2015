import { describe, expect, test } from "vitest";
import { normal } from "../../../src";
import { check, derivation } from "../../../src/derivations";

/** Ratios of densities overflow where the one below is under the least double, though weighted they are small. */
describe("an expectation of a ratio of densities", () => {
  const chains = [
    ["E(x ~ P, Q(x)/P(x) - 1)", "0"],
    ["E(x ~ P, 1 - Q(x)/P(x))", "0"],
    ["E(x ~ P, x*Q(x)/P(x))", "E(x ~ Q, x)"],
    ["∫(x, -∞, ∞, P(x)*(Q(x)/P(x) - 1))", "0"],
  ] as const;

  test.each([
    [0.15, 1.1],
    [0.3, 1.1],
    [0, 100],
    [3, 0.1],
    [60, 1],
  ])("is that of Q = N(%d, %d), however far Q reaches beyond P", (mean, sd) => {
    for (const [left, right] of chains) {
      const [step] = check(
        derivation({
          id: "ratio",
          worlds: [{ name: "正态", scope: { P: normal(0, 1), Q: normal(mean, sd) } }],
          steps: [{ expression: left }, { relation: "=", expression: right }],
        }),
      ).steps;
      expect(step).toMatchObject({ ok: true });
      expect(step.allowed).toBeLessThan(1e-8);
    }
  });

  test("that is infinite for a reason is infinite", () => {
    const [step] = check(
      derivation({
        id: "ratio",
        worlds: [{ name: "正态", scope: { P: normal(0, 1), Q: normal(0, 2) } }],
        steps: [{ expression: "E(x ~ Q, Q(x)/P(x) - 1)" }, { relation: "≤", expression: "1000" }],
      }),
    ).steps;
    expect(step).toMatchObject({ ok: false, left: Number.POSITIVE_INFINITY });
  });
});
