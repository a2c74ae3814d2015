import { describe, expect, test } from "vitest";
import { normalForm } from "../../../src/derivations/exercises/normal-form";
import { readTerm } from "../../../src/derivations/language/read-expression";

const form = (text: string): string => normalForm(readTerm(text));

describe("normalForm", () => {
  test.each([
    ["a + b", "b + a"],
    ["a - b", "-(b - a)"],
    ["2*(a + b)", "(b + a)*2"],
    ["a*b/c", "b/c*a"],
    ["a + a", "2*a"],
    ["a - a + b", "b"],
    ["a*a", "a^2"],
    ["E(x ~ P, P(x) + 1)", "E(y ~ P, 1 + P(y))"],
    ["∑(i=1, m, x[i])/m", "1/m*∑(k=1, m, x[k])"],
    ["max(a, b)", "max(b, a)"],
    ["E(x ~ P, E(y ~ Q, x - y))", "E(u ~ P, E(v ~ Q, -(v - u)))"],
  ])("%s and %s are one line", (a, b) => {
    expect(form(a)).toBe(form(b));
  });

  test.each([
    ["log(a/b)", "log(a) - log(b)"],
    ["a*(b + c)", "a*b + a*c"],
    ["KL(P ‖ Q)", "KL(Q ‖ P)"],
    ["E(x ~ P, Q(x))", "E(x ~ Q, P(x))"],
    ["P(x | a)", "P(x, a)"],
    ["E(x ~ P, x - y)", "E(y ~ P, x - y)"],
    ["argmax(θ, θ)", "argmin(θ, θ)"],
    ["a - b", "b - a"],
  ])("%s and %s are two", (a, b) => {
    expect(form(a)).not.toBe(form(b));
  });
});
