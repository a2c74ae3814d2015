import { describe, expect, test } from "vitest";
import { cauchy, normal, pareto, studentT } from "../../../src";
import type { World } from "../../../src/derivations";
import type { Claim } from "./claims";
import { judge } from "./judge";

const sampled = (P_data: World["scope"][string], size = 64): World => ({
  name: "w",
  scope: { P_data, P_G: (θ: number) => normal(θ, 1) },
  sample: { x: { from: "P_data", size } },
  grid: { θ: [-1, -0.5, 0, 0.5, 1] },
});

describe("≈ where the variance is infinite", () => {
  const undecided: readonly (readonly [Claim, World])[] = [
    [["∑(i=1, m, x[i]^2)/m", "≈ E(x ~ P_data, x^2)"], sampled(studentT(2.5, 0, 1))],
    [["∑(i=1, m, x[i])/m", "≈ 0"], sampled(studentT(1.5, 0, 1))],
    [["∑(i=1, m, x[i])/m", "≈ 0"], sampled(cauchy(0, 1))],
    [["∑(i=1, m, exp(x[i]^2/3))/m", "≈ sqrt(3)"], sampled(normal(0, 1))],
    [["∑(i=1, m, x[i])/m", "≈ 3"], sampled(pareto(1, 1.5))],
  ];
  test.each(undecided)("%j is left undecided for every seed, and says why", (claim, world) => {
    for (let seed = 0; seed < 10; seed++) {
      const { ok, note } = judge(claim, [world], seed);
      expect(ok).toBe(false);
      expect(note).toContain("方差无限，判断不了");
      expect(note).not.toContain("大数定律");
    }
  });

  test("worlds that can tell decide, and those that cannot are named", () => {
    const heavy = { ...sampled(studentT(2.5, 0, 1)), name: "重的" };
    const light = { ...sampled(normal(0, 1)), name: "轻的" };
    const claim: Claim = ["∑(i=1, m, x[i]^2)/m", "≈ E(x ~ P_data, x^2)"];
    expect(judge(claim, [heavy, light])).toMatchObject({ ok: true });
    expect(judge(claim, [heavy, light]).note).toContain("重的");
    expect(judge(["∑(i=1, m, x[i]^2)/m", "≈ 2"], [heavy, light])).toMatchObject({
      ok: false,
      world: "轻的",
    });
  });

  test("of an objective only differences count: the best place is found for heavy tails too", () => {
    const claim: Claim = [
      "argmax(θ, ∑(i=1, m, log(P_G(x[i] | θ)))/m)",
      "≈ argmax(θ, E(x ~ P_data, log(P_G(x | θ))))",
    ];
    expect(judge(claim, [sampled(studentT(2.5, 0, 0.5))])).toMatchObject({ ok: true });
  });
});
