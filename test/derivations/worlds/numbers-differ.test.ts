import { describe, expect, test } from "vitest";
import { check, derivation, readTex, worldsFor } from "../../../src/derivations";
import { chainChecks } from "../../../src/derivations/worlds/chain-checks";

const holds = (tex: string): boolean =>
  chainChecks(readTex(tex).chains).every(
    ({ steps, worlds }) => worlds.length >= 3 && check(derivation({ id: "t", worlds, steps })).ok,
  );

/** Whether expressions of klab's language hold as a chain in the worlds made for them. */
const holdsIn = (left: string, relation: "=" | "≥" | "≤", right: string): boolean => {
  const worlds = worldsFor([left, right]);
  expect(worlds.length).toBeGreaterThanOrEqual(4);
  const steps = [{ expression: left }, { relation, expression: right }];
  return check(derivation({ id: "t", worlds, steps })).ok;
};

describe("two scalars of one role are two numbers", () => {
  test.each([
    ["KL(Bern(p) ‖ Bern(q))", "p", "q"],
    ["KL(Bern(a) ‖ Bern(b))", "a", "b"],
    ["KL(Bern(p_1) ‖ Bern(p_2))", "p_1", "p_2"],
    ["KL(N(a, 1) ‖ N(b, 1))", "a", "b"],
    ["KL(N(m_1, s) ‖ N(m_2, s))", "m_1", "m_2"],
    ["KL(Bern(λ_1) ‖ Bern(λ_2))", "λ_1", "λ_2"],
    ["KL(N(0, σ_1) ‖ N(0, σ_2))", "σ_1", "σ_2"],
  ])("%s: %s is below and above %s", (expression, a, b) => {
    // Among the extreme worlds some make all numbers alike, for bounds from below.
    const worlds = worldsFor([expression, "0"]).filter(({ isExtreme }) => !isExtreme);
    const signs = worlds.map(({ scope }) =>
      Math.sign((scope?.[a] as number) - (scope?.[b] as number)),
    );
    expect(signs).toContain(-1);
    expect(signs).toContain(1);
    expect(signs.filter((sign) => sign === 0).length).toBeLessThanOrEqual(1);
  });

  test("and near and far", () => {
    const gaps = worldsFor(["KL(Bern(p) ‖ Bern(q))", "0"]).map(({ scope }) =>
      Math.abs((scope?.p as number) - (scope?.q as number)),
    );
    expect(Math.min(...gaps)).toBeLessThan(0.1);
    expect(Math.max(...gaps)).toBeGreaterThan(0.5);
  });

  test.each([
    ["KL(Bern(p) ‖ Bern(q))", "=", "0", false],
    ["KL(Bern(p) ‖ Bern(q))", "≥", "2*(p - q)^2", true],
    ["KL(Bern(p) ‖ Bern(q))", "≥", "4*(p - q)^2", false],
    ["KL(N(a, 1) ‖ N(b, 1))", "=", "0", false],
    ["KL(N(a, 1) ‖ N(b, 1))", "=", "(a - b)^2/2", true],
    ["KL(N(a, 1) ‖ N(b, 1))", "=", "(a - b)^2", false],
    ["KL(Bern(p_1) ‖ Bern(p_2))", "=", "KL(Bern(p_2) ‖ Bern(p_1))", false],
  ] as const)("%s %s %s: %s", (left, relation, right, expected) => {
    expect(holdsIn(left, relation, right)).toBe(expected);
  });

  test.each([
    // Letters of arrays that start in the same place of the lists.
    [String.raw`-\sum_{i=1}^n y_i\log\hat y_i = -\sum_{i=1}^n y_i\log y_i`, false],
    [String.raw`-\sum_{i=1}^n y_i\log\hat y_i \ge -\sum_{i=1}^n y_i\log y_i`, true],
    [String.raw`\sum_{i=1}^n s_i\log\frac{s_i}{w_i} = 0`, false],
  ])("%s: %s", (tex, expected) => {
    expect(holds(tex)).toBe(expected);
  });
});
