import { conditionText } from "../condition-text";
import type { TexNode } from "../tex-node";
import { isSign, type Span, type TexToken } from "../tex-token";
import type { TokenReader } from "../token-reader";
import { closingOf, tokenText } from "../token-scan";

/** 1_{x > 0}, 1[x > 0], 1{x > 0}: the indicator of what is compared. */
export function indicatorOf(parser: TokenReader, at: Span): TexNode | undefined {
  const next = parser.peek();
  const hasRelation = (tokens: readonly TexToken[]): boolean =>
    tokens.some((token) => isSign(token, "<", ">", "≤", "≥", "=", "≠"));
  let inside: readonly TexToken[] | undefined;
  if (next?.kind === "sub") inside = next.body;
  else if (isSign(next, "[", "{", "(")) {
    const close = closingOf(parser.tokens, parser.next);
    if (close > 0) inside = parser.tokens.slice(parser.next + 1, close);
  }
  if (!inside || !hasRelation(inside)) return undefined;
  if (next?.kind === "sub") parser.next++;
  else parser.bracketTokens();
  const whole = parser.since(at);
  const isBracketed =
    isSign(inside[0], "[", "(", "{") && closingOf(inside, 0) === inside.length - 1;
  const condition = conditionText(tokenText(isBracketed ? inside.slice(1, -1) : inside));
  parser.notes.add(
    "reading",
    whole,
    `示性函数 1{${condition}} 写成 cases`,
    `the indicator 1{${condition}} is written by cases`,
  );
  const one: TexNode = { kind: "number", text: "1", at };
  const rows = [
    { value: one, condition },
    { value: { ...one, text: "0" }, condition: "" },
  ];
  return { kind: "cases", rows, at: whole };
}
