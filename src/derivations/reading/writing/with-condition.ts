import type { BigNode, TexNode } from "../tex-node";
import { isSign, type TexToken } from "../tex-token";
import { splitOutside, tokenText } from "../token-scan";
import { withTokens } from "./with-tokens";
import type { Writing } from "./writing";

/** k ≠ i under a sum: its terms are 0, under a product 1, where it does not hold. */
export function withCondition(node: BigNode, writing: Writing): BigNode | undefined {
  const parts = splitOutside(node.sub ?? [], (token) => isSign(token, ","));
  const isCondition = (part: readonly TexToken[]): boolean =>
    part.some((token) => isSign(token, "≠"));
  const part = parts.find(isCondition);
  if (!part) return undefined;
  const [left, right] = splitOutside(part, (token) => isSign(token, "≠"));
  const primed = primedIndex(left);
  if (primed) {
    // k′ beside k: another index, which takes a letter of its own.
    const fresh = [..."jlnuv"].find((letter) => letter !== primed && !writing.scope.has(letter));
    const rename = (tokens: readonly TexToken[]): readonly TexToken[] =>
      withoutPrime(tokens, primed, fresh ?? "j");
    return { ...(withTokens(node, rename) as BigNode), like: primed };
  }
  const others = parts.filter((other) => !isCondition(other));
  const [a, b] = [left, right ?? []].map((side) => tokenText(side));
  writing.notes.add(
    "reading",
    node.at,
    `求和的条件 ${a} ≠ ${b} 写成 cases`,
    `the condition ${a} ≠ ${b} of the sum is written by cases`,
  );
  const otherwise = node.operator === "sum" ? "0" : "1";
  const body: TexNode = {
    kind: "cases",
    rows: [
      { value: node.body, condition: `${a} ≠ ${b}` },
      { value: { kind: "number", text: otherwise, at: node.at }, condition: "" },
    ],
    at: node.at,
  };
  const sub =
    others.length > 0
      ? others.flatMap((other, i) => (i > 0 ? [comma(node), ...other] : other))
      : left;
  return { ...node, sub, body, like: others.length > 0 ? node.like : (node.like ?? b) };
}

const isPrime = (token: TexToken | undefined): boolean =>
  token !== undefined && /^[′']$/.test(tokenText([token]));

/** The letter of k′. */
function primedIndex(tokens: readonly TexToken[]): string | undefined {
  const [letter, prime] = tokens;
  return letter?.kind === "letter" && isPrime(prime) ? letter.text : undefined;
}

function withoutPrime(
  tokens: readonly TexToken[],
  letter: string,
  fresh: string,
): readonly TexToken[] {
  return tokens.flatMap((token, i): TexToken[] => {
    if (token.kind === "letter" && token.text === letter && isPrime(tokens[i + 1]))
      return [{ ...token, text: fresh }];
    if (isPrime(token) && i > 0 && tokenText([tokens[i - 1]]) === letter) return [];
    return "body" in token
      ? [{ ...token, body: withoutPrime(token.body, letter, fresh) }]
      : [token];
  });
}

const comma = ({ at }: BigNode): TexToken => ({ kind: "sign", text: ",", at, gap: false });
