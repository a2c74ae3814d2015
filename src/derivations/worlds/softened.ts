import { escapeRegExp } from "../../words/escape-reg-exp";
import type { Step } from "../step";
import { kindsOf } from "./kinds";
import type { Remarks } from "./remarks";
import { signatureOf } from "./signature";

/** Sums over a sample count to m, what the world calls its size; `=` between a sample and none is `≈`. */
export function softened(steps: readonly Step[], said: Remarks): readonly Step[] {
  const expressions = steps.map(({ expression }) => expression);
  const { samples, limits } = kindsOf(signatureOf(expressions));
  if (samples.length === 0) return steps;
  const [limit] = limits;
  const rename =
    limits.length === 1 && limit !== "m"
      ? new RegExp(
          `(?<![\\p{L}\\p{N}_])${limit}(?![\\p{L}\\p{N}_(\\[]|\\*(?![\\p{L}\\p{N}(∑∏∫√]))`,
          "gu",
        )
      : undefined;
  const counted = steps.map((step) => ({
    ...step,
    expression: rename ? step.expression.replace(rename, "m") : step.expression,
  }));
  const isRandom = (text: string): boolean =>
    samples.some((name) =>
      new RegExp(`(?<![\\p{L}\\p{N}_])${escapeRegExp(name)}\\[`, "u").test(text),
    );
  return counted.map((step, i): Step => {
    if (i === 0 || !(step.relation === "=" && i > 0)) return step;
    if (isRandom(step.expression) === isRandom(counted[i - 1].expression)) return step;
    said.add("sample");
    return { ...step, relation: "≈" };
  });
}
