import { describe, expect, test } from "vitest";
import { bernoulli, normal } from "../../../src";
import {
  check,
  derivation,
  type TypedRelation,
  type Verdict,
  type World,
} from "../../../src/derivations";

const world: World = {
  name: "w",
  scope: {
    P: normal(0, 1),
    B: (p: number) => bernoulli(p),
    N_1: (m: number) => normal(m, 1),
    s: (x: number) => Math.sin(x),
  },
  grid: { ε: [0.01, 0.1, 0.2], θ: [0.2, 0.4, 0.6], λ: [1, 2, 3] },
};

const verdict = (left: string, relation: string, right: string): Verdict => {
  const steps = [{ expression: left }, { relation: relation as TypedRelation, expression: right }];
  return check(derivation({ id: "d", worlds: [world], steps })).steps[0];
};

describe("≈ O(ε^p)", () => {
  const divergence = "KL(B(· | θ) ‖ B(· | θ + ε))";
  test.each([
    ["exp(ε)", "O(ε^2)", "1 + ε"],
    ["exp(ε)", "O(ε)", "1"],
    ["exp(ε*θ)", "O(ε^3)", "1 + ε*θ + (ε*θ)^2/2"],
    [divergence, "O(ε^3)", "ε^2/(2*θ*(1 - θ))"],
    [divergence, "O(ε^2)", "0"],
    ["KL(N_1(· | θ) ‖ N_1(· | θ + ε))", "O(ε^4)", "ε^2/2"],
    ["s(ε)", "O(ε^3)", "ε"],
    ["E(x ~ P, log(1 + ε*x^2))", "O( epsilon^2 )", "ε"],
  ])("%s is %s near %s", (left, order, right) => {
    expect(verdict(left, `≈ ${order}`, right)).toMatchObject({ ok: true });
  });

  test.each([
    ["exp(ε)", "O(ε^3)", "1 + ε", "2.00"],
    [divergence, "O(ε^3)", "ε^2/(θ*(1 - θ))", "2.00"],
    [divergence, "O(ε^3)", "0", "2.00"],
    ["s(ε)", "O(ε^2)", "2*ε", "1.00"],
    ["exp(ε)", "O(ε)", "2", "0.00"],
  ])("%s is not %s near %s: it is of order %s", (left, order, right, seen) => {
    const { ok, note } = verdict(left, `≈ ${order}`, right);
    expect(ok).toBe(false);
    expect(note).toContain(`${seen}次方`);
  });

  test("needs an ε that goes to 0", () => {
    expect(verdict("1 + θ - θ", "≈ O(ε^2)", "1")).toMatchObject({ ok: false, undecided: true });
  });
});

describe("=const(λ)", () => {
  test.each([
    ["λ^2 + θ^3", "λ", "λ^2"],
    ["λ^2*θ + θ^3", "λ", "λ^2*θ"],
    ["λ + exp(θ*ε)", "lambda", "λ"],
    ["-H(B(· | θ), B(· | ε))", "ε", "-KL(B(· | θ) ‖ B(· | ε))"],
  ])("%s =const(%s) %s", (left, about, right) => {
    expect(verdict(left, `=const(${about})`, right)).toMatchObject({ ok: true });
  });

  test.each([
    ["λ^2 + θ*λ", "λ", "λ^2"],
    ["λ^2 + θ^3", "θ", "λ^2"],
    ["λ*θ", "λ", "θ"],
  ])("not %s =const(%s) %s", (left, about, right) => {
    const { ok, gap, allowed } = verdict(left, `=const(${about})`, right);
    expect(ok).toBe(false);
    expect(gap).toBeGreaterThan(allowed);
  });

  test("moves no other variable, where =const moves all", () => {
    expect(verdict("λ^2 + θ^3", "=const", "λ^2").ok).toBe(false);
    expect(verdict("λ^2", "=const(ε)", "λ^2")).toMatchObject({ ok: false, undecided: true });
  });
});

test("TeX shows both", () => {
  const steps = [
    { expression: "exp(ε)" },
    { relation: "≈ O(ε^2)", expression: "1 + ε" },
    { relation: "=const(λ)", expression: "λ" },
  ] as const;
  const { tex } = derivation({ id: "d", worlds: [world], steps });
  expect(tex).toContain("= 1 + \\varepsilon + O(\\varepsilon^{2})");
  expect(tex).toContain("= \\text{常数}_{\\lambda} + \\lambda");
});

test.each(["≈ O()", "=const()", "=const(2)", "≈ O(ε^)", "O(ε)"])(
  "%s is no relation",
  (relation) => {
    expect(() => verdict("1", relation, "1")).toThrow(RangeError);
  },
);
