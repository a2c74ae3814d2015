import { describe, expect, test } from "vitest";
import {
  check,
  derivation,
  type ExpressionError,
  type ExpressionKindError,
} from "../../../src/derivations";

const error = (expression: string): ExpressionError | ExpressionKindError => {
  try {
    derivation({ id: "d", steps: [{ expression }] });
  } catch (e) {
    return e as ExpressionError;
  }
  throw new Error(`${expression} was accepted`);
};

/** Expression, where the error points (from 0), and what it says. */
const unreadable: readonly (readonly [string, number, RegExp])[] = [
  ["log(P(x)", 8, /bracket/],
  ["2 x", 2, /write \* to multiply/],
  ["E(x ~ P, log(Qq(x)))", 13, /unknown name Qq, perhaps Q\?/],
  ["KL(P ‖ R2)", 7, /unknown name R2/],
  ["E(x ~ P, log(P(y)))", 15, /unknown name y/],
  ["n + 1", 0, /unknown name n/],
  ["", 0, /empty/],
  ["\\log x", 0, /plain text/],
  ["e^2", 0, /unknown name e/],
  ["P(x) = 1", 0, /equals sign belongs in relation/],
  ["argmax(φ, φ)", 0, /no range for φ/],
];

const misused: readonly (readonly [string, number, RegExp])[] = [
  ["log P(x)", 0, /log is an operator/],
  ["KL(P)", 0, /KL is written KL\(P ‖ Q\)/],
  ["∑(i=1, m)", 0, /Sum|∑/],
  ["E(P, log(P(x)))", 0, /E is written E\(x ~ P, …\)/],
  ["∫(x, P(x))", 0, /∫\(x, -∞, ∞, …\)/],
  ["log(1, 2)", 0, /log/],
  ["P + 1", 0, /P is a distribution/],
  ["KL(P ‖ P_G)", 7, /P_G is a family/],
  ["P_G(1 | 2, 3)", 0, /takes 1 parameters, got 2/],
  ["P(1 | 2)", 0, /no parameters/],
  ["E(t ~ m, t)", 6, /m is a number/],
  ["m(3)", 0, /m is a number/],
  ["x + 1", 0, /x is a sample/],
  ["KL(P ‖ 3)", 7, /distribution/],
  ["P(·)", 2, /blank/],
];

describe("expressions that cannot be read", () => {
  for (const [expression, position, message] of unreadable) {
    test(`${expression || "nothing"} is a RangeError that points at character ${position + 1}`, () => {
      const e = error(expression);
      expect(e).toBeInstanceOf(RangeError);
      expect(e.message).toMatch(message);
      expect(e.position).toBe(position);
      expect(e.message).toMatch(/第 \d+ 个字符.*character \d+/);
    });
  }

  for (const [expression, position, message] of misused) {
    test(`${expression} is a TypeError that points at character ${position + 1}`, () => {
      const e = thrown(expression);
      expect(e).toBeInstanceOf(TypeError);
      expect(e.message).toMatch(message);
      expect((e as ExpressionKindError).position).toBe(position);
    });
  }

  test("the caret stands under the place, also after wide characters", () => {
    const lines = error("1 + 未知").message.split("\n");
    expect(lines[2].indexOf("^")).toBe(lines[1].indexOf("未知"));
  });

  test("a name not known says which are", () => {
    expect(error("foo + 1").message).toMatch(/P、Q、M、D、R、P_data、P_G、x、θ、m/);
  });

  test("the first step has no relation, a later one only those of the language", () => {
    expect(() => derivation({ id: "d", steps: [{ relation: "=", expression: "1" }] })).toThrow(
      /starts the chain/,
    );
    const steps = [{ expression: "1" }, { relation: "<" as "=", expression: "1" }];
    expect(() => derivation({ id: "d", steps })).toThrow(
      /give =, ≥, ≤, ≈, =const, =const\(λ\), ≈ O\(ε\^2\) or :=/,
    );
  });

  test("a family called without its bar is thrown by check, not returned as a verdict", () => {
    const chain = derivation({ id: "d", steps: [{ expression: "P_G(1)" }, { expression: "1" }] });
    expect(() => check(chain)).toThrow(/P_G is a family: its density is written P_G\(x \| θ\)/);
  });

  test("no steps is an error, and a chain without an id has one of its steps", () => {
    expect(() => derivation({ id: "d", steps: [] })).toThrow(RangeError);
    const [one, same, other] = ["1", "1", "2"].map((expression) =>
      derivation({ steps: [{ expression }] }),
    );
    expect(one.id).toBe(same.id);
    expect(one.id).not.toBe(other.id);
  });
});

function thrown(expression: string): Error {
  try {
    derivation({ id: "d", steps: [{ expression }] });
  } catch (e) {
    return e as Error;
  }
  throw new Error(`${expression} was accepted`);
}
