import type { BigNode, TexNode } from "../tex-node";
import type { TexToken } from "../tex-token";
import { tokenText } from "../token-scan";
import { withTokens } from "./with-tokens";

/** What a sum says with its index put to 1, 2, … `last`, added up. */
export function unrolled({ body, at }: BigNode, index: string, last: number): TexNode {
  const terms = Array.from({ length: last }, (_, i) => atPlace(body, index, i + 1));
  return terms.reduce((left, right) => ({ kind: "binary", operator: "+", left, right, at }));
}

/** The letter that a sum counts by: k of ∑_{k=1}^K and of ∑_k. */
export const indexOf = ({ sub = [] }: BigNode): string | undefined => {
  const [, letter] = /^([ijklnt])(=1)?$/.exec(tokenText(sub)) ?? [];
  return letter;
};

function atPlace(body: TexNode, index: string, place: number): TexNode {
  const change = (tokens: readonly TexToken[]): readonly TexToken[] =>
    withDifference(
      tokens.map((token): TexToken => {
        if (token.kind === "letter" && token.text === index)
          return { kind: "number", text: String(place), at: token.at, gap: token.gap };
        return "body" in token ? { ...token, body: change(token.body) } : token;
      }),
    );
  return withTokens(body, change, (node) =>
    node.kind === "name" && node.base === index && !node.sub
      ? { kind: "number", text: String(place), at: node.at }
      : node,
  );
}

/** 3 − 1 in a subscript is 2. */
function withDifference(tokens: readonly TexToken[]): readonly TexToken[] {
  const [, a, sign, b] = /^(\d+)([-+])(\d+)$/.exec(tokenText(tokens)) ?? [];
  if (a === undefined || tokens.length !== 3) return tokens;
  const value = sign === "-" ? Number(a) - Number(b) : Number(a) + Number(b);
  return [{ kind: "number", text: String(value), at: tokens[0].at, gap: false }];
}
