import type { Notes } from "./reading-note";
import { isBlank, isRelation, spanOf } from "./statement-parts";
import { isSign, type TexToken } from "./tex-token";
import { closingOf, hasOutside, isCloser, isOpener, tokenText } from "./token-scan";

export function statementSides(
  piece: readonly TexToken[],
  notes: Notes,
): { relation: string | undefined; tokens: TexToken[] }[] {
  const sides: { relation: string | undefined; tokens: TexToken[] }[] = [
    { relation: undefined, tokens: [] },
  ];
  let depth = 0;
  const relevant = balanced(piece, notes);
  for (const typed of relevant) {
    const token = depth === 0 ? known(typed, notes) : typed;
    if (isOpener(token)) depth++;
    else if (isCloser(token)) depth = Math.max(0, depth - 1);
    const last = sides[sides.length - 1];
    if (depth === 0 && isRelation(token) && token.kind === "sign") {
      if (last.tokens.every(isBlank) && last.relation !== undefined) {
        // ≥ =: two relations in a row; the first stays.
        notes.add(
          "repair",
          token.at,
          `连着写了两个关系号，读作 ${last.relation}`,
          `two relations in a row, read as ${last.relation}`,
        );
      } else if (last.tokens.every(isBlank)) last.relation = token.text;
      else sides.push({ relation: token.text, tokens: [] });
    } else last.tokens.push(token);
  }
  return joinedDivergence(
    sides
      .map((side) => withoutOrder(side, notes))
      .map((side, i) => (i === 0 && sides.length > 1 ? joinedName(side, notes) : side))
      .filter((side) => side.tokens.some((token) => !isBlank(token))),
    notes,
  );
}

/** Relations that are read as others, which say more or less: each is noted. */
const readAs: Readonly<Record<string, readonly [sign: string, zh: string, en: string]>> = {
  "≐": ["≈", "≐ 读作 ≈：只在指数上相等", "≐ is read as ≈: equal in the exponent alone"],
  "≲": ["≤", "≲ 读作 ≤：差一个常数倍的地方没有读", "≲ is read as ≤, without a constant factor"],
  "≳": ["≥", "≳ 读作 ≥：差一个常数倍的地方没有读", "≳ is read as ≥, without a constant factor"],
  "←": [":=", "← 读作 :=", "← is read as :="],
};

function known(token: TexToken, notes: Notes): TexToken {
  const read = token.kind === "sign" ? readAs[token.text] : undefined;
  if (token.kind !== "sign" || !read) return token;
  const [text, zh, en] = read;
  notes.add("reading", token.at, zh, en);
  return { ...token, text };
}

export type OpenSide = { relation: string | undefined; tokens: TexToken[] };

/** "… + o(‖δ‖²)" is left out, and the relation is ≈. */
function withoutOrder(side: OpenSide, notes: Notes): OpenSide {
  const { tokens } = side;
  const at = tokens.findIndex(
    (token, i) =>
      token.kind === "letter" &&
      /^[oO]$/.test(token.text) &&
      !token.mark &&
      isSign(tokens[i + 1], "(") &&
      closingOf(tokens, i + 1) === tokens.length - 1,
  );
  const before = tokens[at - 1];
  if (at < 0 || (before && !isSign(before, "+"))) return side;
  notes.add(
    "reading",
    spanOf(tokens.slice(at)),
    `${tokenText(tokens.slice(at))} 是余项的阶，略去`,
    `${tokenText(tokens.slice(at))} is an order of magnitude, left out`,
  );
  const relation = side.relation === "=" ? "≈" : side.relation;
  return { relation, tokens: tokens.slice(0, Math.max(0, at - 1)) };
}

/** Information Gain =, sample 1 loss =: one name of several words. */
function joinedName(side: OpenSide, notes: Notes): OpenSide {
  const ink = side.tokens.filter((token) => !isBlank(token));
  const [first, ...more] = ink;
  const isName =
    more.length > 0 &&
    first.kind === "word" &&
    ink.every(
      (token) =>
        token.kind === "number" ||
        (token.kind === "word" && (!token.isKnown || /^(Gain|Loss|loss)$/.test(token.text))),
    );
  if (!isName) return side;
  const text = ink.map((token) => tokenText([token])).join("_");
  const at = spanOf(ink);
  notes.add(
    "reading",
    at,
    `${text.replace(/_/g, " ")} 读作一个名字`,
    `${text.replace(/_/g, " ")} is read as one name`,
  );
  return { ...side, tokens: [{ kind: "word", text, isKnown: false, at, gap: false }] };
}

/** (P ‖ Q) and nothing else. */
const isComparison = (tokens: readonly TexToken[]): boolean =>
  closingOf(tokens, 0) === tokens.length - 1 &&
  hasOutside(tokens.slice(1, -1), (token) => isSign(token, "‖"));

/** D_{KL} = (P ‖ Q): an equals sign that got between a name and its bracket. */
function joinedDivergence(sides: OpenSide[], notes: Notes): OpenSide[] {
  const at = sides.findIndex(
    ({ tokens }, i) =>
      i > 0 &&
      isSign(
        tokens.find((t) => !isBlank(t)),
        "(",
      ) &&
      isComparison(tokens.filter((t) => !isBlank(t))) &&
      /^(D_?(KL|kl)?|KL)$/.test(tokenText(sides[i - 1].tokens)),
  );
  if (at < 0) return sides;
  const [before, after] = [sides[at - 1], sides[at]];
  notes.add(
    "repair",
    spanOf(after.tokens),
    "散度的名字与括号之间多了一个等号，略去",
    "an equals sign between a divergence and its bracket, left out",
  );
  return [
    ...sides.slice(0, at - 1),
    { relation: before.relation, tokens: [...before.tokens, ...after.tokens] },
    ...sides.slice(at + 1),
  ];
}

/**
 * Brackets per statement: one that stays open is closed before its relation, so that the sides come apart.
 */
function balanced(piece: readonly TexToken[], notes: Notes): readonly TexToken[] {
  const result: TexToken[] = [];
  const open: number[] = [];
  const closeOf: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
  const surplus = piece.filter(isOpener).length - piece.filter(isCloser).length;
  for (const [i, token] of piece.entries()) {
    if (isOpener(token)) open.push(result.length);
    else if (isCloser(token) && open.length > 0) open.pop();
    else if (surplus > 0 && open.length > 0 && isRelation(token) && !isInArguments(piece, i)) {
      while (open.length > 0) {
        const opener = result[open.pop() ?? 0];
        const text = closeOf[opener.kind === "sign" ? opener.text : "("] ?? ")";
        notes.add(
          "repair",
          opener.at,
          `${tokenText([opener])} 没有配对，在关系号前补上`,
          `${tokenText([opener])} is not closed; closed before the relation`,
        );
        result.push({ kind: "sign", text, at: token.at, gap: false });
      }
    }
    result.push(token);
  }
  return result;
}

/** P(Y = k | x): a relation that a comma, bar or bracket follows soon. */
function isInArguments(piece: readonly TexToken[], at: number): boolean {
  const rest = piece.slice(at + 1, at + 5);
  return rest.some((token) => isSign(token, ")", "|", ","));
}
