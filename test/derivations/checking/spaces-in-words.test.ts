import { expect, test } from "vitest";
import { check, derivation, type Step } from "../../../src/derivations";
import { verdictWords } from "../../../src/derivations/checking/verdict-words";
import { derivationWords } from "../../../src/derivations/derivation-words";
import { exerciseWords } from "../../../src/derivations/exercises/exercise-words";
import { remarkWords } from "../../../src/derivations/worlds/remarks";

/** A typed space between a Chinese character and a letter, digit or sign. */
const typed =
  /\p{Script=Han} (?=[\p{Script=Latin}\d=≈∞−$])|(?<=[\p{Script=Latin}\d=≈∞]) \p{Script=Han}/u;

/** Every text of a table of words, its functions called with plain arguments. */
function texts(words: object): readonly (readonly [name: string, text: string])[] {
  return Object.entries(words).map(([name, word]): [string, string] => [
    name,
    typeof word === "function" ? String(word("2", "x")) : String(word),
  ]);
}

test("the pattern finds what it is for, and nothing else", () => {
  for (const text of ["差恒为 0.5", "在 x 处", "限10 秒", "都是 ∞", "x 的值"])
    expect(text).toMatch(typed);
  for (const text of ["差恒为0.5", "在x = 0.5处", "1/ln 2倍", "是 “x”", "ln 2"])
    expect(text).not.toMatch(typed);
});

type Text = readonly [name: string, text: string];
const { failed, none, ...others } = derivationWords["zh-CN"];

test.each<Text>([
  ...texts(verdictWords["zh-CN"]),
  ...texts(exerciseWords["zh-CN"]),
  ...texts(others),
  ["none", none(2, "x")],
  ["failed", failed(2, 3, [1, 4])],
])("%s: %s", (_, text) => {
  expect(text).not.toMatch(typed);
});

test.each(Object.entries(remarkWords))("a remark on what was supposed, %s", (_, [zh]) => {
  expect((zh as (a: string, b: string) => string)("2", "x")).not.toMatch(typed);
});

test.each([
  ["KL(P ‖ Q) + 0.5", "="],
  ["KL(P ‖ Q)/log(2)", "="],
  ["KL(P ‖ Q) + 1", "≥"],
  ["-KL(P ‖ Q)", "="],
] as const)("a verdict on %s", (expression, relation) => {
  const steps: Step[] = [{ expression: "KL(P ‖ Q)" }, { relation, expression }];
  const [{ ok, note }] = check(derivation({ id: "t", steps })).steps;
  expect(ok).toBe(false);
  expect(note).not.toBe("");
  expect(note).not.toMatch(typed);
});
