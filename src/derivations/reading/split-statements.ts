import type { Notes } from "./reading-note";
import { isSign, type Span, type TexToken } from "./tex-token";
import { closingOf, hasOutside, isCloser, isOpener, splitOutside, tokenText } from "./token-scan";

/** One side of a relation, not yet read. */
export interface Side {
  readonly relation: string | undefined;
  readonly tokens: readonly TexToken[];
}

/** Sides that follow from one another. */
export interface Statement {
  readonly sides: readonly Side[];
}

const relations = new Set(["=", "≥", "≤", "≈", "≠", "∝", ":=", "<", ">", "~"]);
const isRelation = (token: TexToken): boolean => token.kind === "sign" && relations.has(token.text);
const isBlank = ({ kind }: TexToken): boolean =>
  kind === "space" || kind === "cell" || kind === "prose";

/** The tokens of a block as statements: rows, chains over several rows, and what commas and arrows part. */
export function splitStatements(tokens: readonly TexToken[], notes: Notes): Statement[] {
  const statements: { sides: { relation: string | undefined; tokens: TexToken[] }[] }[] = [];
  for (const row of rowsOf(unwrapped(tokens))) {
    for (const [index, piece] of piecesOf(row, notes).entries()) {
      const sides = sidesOf(piece, notes);
      const [first] = sides;
      if (!first) continue;
      const last = statements[statements.length - 1];
      const isFirstPiece = index === 0;
      if (first.relation !== undefined && last) {
        last.sides.push(...sides);
      } else if (isFirstPiece && last && sides.length === 1 && isSign(first.tokens[0], "+", "-")) {
        last.sides[last.sides.length - 1].tokens.push(...first.tokens);
      } else statements.push({ sides });
    }
  }
  return statements;
}

/** A block that is one group or one set of cases made of whole relations is read as what is in it. */
function unwrapped(tokens: readonly TexToken[]): readonly TexToken[] {
  const ink = tokens.filter((token) => token.kind !== "row" && token.kind !== "space");
  const [only] = ink;
  if (ink.length === 1 && only.kind === "group") return unwrapped(only.body);
  if (ink.length === 1 && only.kind === "cases") {
    const isChain = rowsOf(only.body).every(
      (row) => splitOutside(row, isRelation).length > 1 || row.some(({ kind }) => kind === "word"),
    );
    if (isChain) return only.body;
  }
  return tokens.flatMap((token) =>
    token.kind === "group" && token.body.some(({ kind }) => kind === "row") ? token.body : [token],
  );
}

function rowsOf(tokens: readonly TexToken[]): TexToken[][] {
  const rows: TexToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "row") rows.push([]);
    else rows[rows.length - 1].push(token);
  }
  return rows.filter((row) => row.some((token) => !isBlank(token)));
}

/** What wide blanks, commas before another relation, arrows and words part. */
function piecesOf(row: readonly TexToken[], notes: Notes): TexToken[][] {
  const pieces: TexToken[][] = [];
  for (const part of splitOutside(withoutAsides(row, notes), (token) =>
    isSign(token, "⇒", "→", "∵", "∴"),
  )) {
    if (hasOutside(part, (token) => isSign(token, "∃", "∀"))) {
      skip(part, notes);
      continue;
    }
    for (const chunk of splitAtBlanks(part, notes)) {
      const byComma = splitOutside(
        chunk,
        (token) => isSign(token, ",", ";", "。", "—") || isFullStop(token, chunk),
      );
      for (const [i, piece] of byComma.entries()) {
        const ink = piece.filter((token) => !isBlank(token));
        if (ink.length === 0) continue;
        const later = byComma[i + 1];
        const isList =
          later !== undefined && isJunk(later) && later.some((token) => !isBlank(token));
        if (isList || hasOutside(piece, (token) => isSign(token, "∈", "<", ">"))) {
          skip(piece, notes);
          continue;
        }
        const isWhole = i === 0 || splitOutside(piece, isRelation).length > 1;
        if (isWhole) pieces.push(trimmed(piece, notes));
        else if (!isJunk(piece)) skip(piece, notes);
      }
    }
  }
  const isNameAlone = (piece: readonly TexToken[]): boolean =>
    piece.length === 1 && piece[0].kind === "letter";
  return pieces.filter((piece) => piece.length > 0 && !(pieces.length > 1 && isNameAlone(piece)));
}

/** Words in brackets: （突变）. */
function withoutAsides(row: readonly TexToken[], notes: Notes): TexToken[] {
  return row.filter((token, i) => {
    const isInside = (at: number): boolean =>
      isSign(row[at - 1], "(") && row[at]?.kind === "prose" && isSign(row[at + 1], ")");
    if (isInside(i)) skip([token], notes);
    return !(isInside(i) || isInside(i - 1) || isInside(i + 1));
  });
}

/** A point at the end of a sentence, not in "…" and not in "1. H(X)". */
function isFullStop(token: TexToken, chunk: readonly TexToken[]): boolean {
  if (!isSign(token, ".")) return false;
  const at = chunk.indexOf(token);
  const [before, next] = [chunk[at - 1], chunk[at + 1]];
  return (
    at > 0 && !isSign(before, ".") && !isSign(next, ".") && !(at === 1 && before?.kind === "number")
  );
}

function splitAtBlanks(part: readonly TexToken[], notes: Notes): TexToken[][] {
  const chunks: TexToken[][] = [[]];
  let depth = 0;
  let isAside = false;
  for (const [i, token] of part.entries()) {
    if (isRelation(token)) isAside = false;
    if (isOpener(token)) depth++;
    if (isCloser(token)) depth = Math.max(0, depth - 1);
    const rest = part.slice(i + 1);
    const before = chunks[chunks.length - 1];
    const isProse = token.kind === "prose" || isForeignWord(token, rest, before);
    const isWide =
      token.kind === "space" &&
      !isSign(
        rest.find((t) => !isBlank(t)),
        "+",
        "-",
        "=",
        "≥",
        "≤",
        "≈",
        "(",
        "[",
      );
    const isSet =
      token.kind === "group" && splitOutside(token.body, (t) => isSign(t, ",")).length > 1;
    if (depth <= 0 && (isProse || isSet)) {
      skip([token], notes);
      chunks.push([]);
      isAside = token.kind === "word" && token.text === "from";
      if (token.kind === "prose" && /^s\.\s?t\.?$/.test(token.text.trim())) {
        skip(part.slice(i + 1), notes);
        break;
      }
    } else if (isAside && !isRelation(token)) {
    } else if (depth <= 0 && isWide) chunks.push([]);
    else before.push(token);
  }
  return chunks.filter((chunk) => chunk.some((token) => !isBlank(token)));
}

/** A bare word of four letters and more that stands between formulas. */
function isForeignWord(
  token: TexToken,
  rest: readonly TexToken[],
  before: readonly TexToken[],
): boolean {
  if (token.kind !== "word" || token.isKnown) return false;
  const next = rest.find((t) => !isBlank(t));
  const last = before[before.length - 1];
  if (next && (isRelation(next) || isSign(next, "(", "[", ":"))) return false;
  if (
    /^(from|where|when|with|for|and|if|then|prior|target|maximize|minimize|otherwise|s|subject|to|given|any|all|or)$/i.test(
      token.text,
    )
  )
    return true;
  if (!next && (!last || isRelation(last))) return false;
  if (
    !next &&
    token.gap &&
    /^[A-Z]?[a-z]{3,}$/.test(token.text) &&
    !isSign(last, "+", "-", "*", "·")
  )
    return true;
  return /^[a-z]{4,}$/.test(token.text) && token.gap && next?.kind === "word";
}

function trimmed(piece: readonly TexToken[], notes: Notes): TexToken[] {
  const tokens = [...piece];
  const isEnd = (token: TexToken | undefined): boolean =>
    token !== undefined &&
    (isBlank(token) || isSign(token, ",", ".", ";", "。", ":", "—", "…", "-", "+", "\\"));
  while (tokens.length > 0 && isEnd(tokens[tokens.length - 1])) tokens.pop();
  while (
    tokens.length > 0 &&
    (isBlank(tokens[0]) || isSign(tokens[0], ",", ".", ";", "。", ":", "—"))
  )
    tokens.shift();
  // A label before a colon: "E-step : Q(θ, θt) = …".
  const colon = tokens.findIndex((token) => isSign(token, ":"));
  if (
    colon > 0 &&
    colon < tokens.length - 1 &&
    tokens.slice(0, colon).every(({ kind }) => kind === "word" || kind === "prose")
  ) {
    skip(tokens.slice(0, colon), notes);
    return tokens.slice(colon + 1);
  }
  // "1. H(X) ≥ 0": a list's number.
  if (tokens[0]?.kind === "number" && isSign(tokens[1], ".")) return tokens.slice(2);
  return tokens;
}

const isJunk = (piece: readonly TexToken[]): boolean =>
  piece.every((token) => isBlank(token) || token.kind === "number" || isSign(token, "…", ".", "—"));

function skip(piece: readonly TexToken[], notes: Notes): void {
  const text = tokenText(piece).trim();
  if (text === "" || /^[\s.,;。，；—-]*$/.test(text)) return;
  notes.add("skipped", spanOf(piece), `略过：${text}`, `passed over: ${text}`);
}

export const spanOf = (tokens: readonly TexToken[]): Span => {
  const [first, last] = [tokens[0], tokens[tokens.length - 1]];
  return first && last ? [first.at[0], last.at[1]] : [0, 0];
};

function sidesOf(
  piece: readonly TexToken[],
  notes: Notes,
): { relation: string | undefined; tokens: TexToken[] }[] {
  const sides: { relation: string | undefined; tokens: TexToken[] }[] = [
    { relation: undefined, tokens: [] },
  ];
  let depth = 0;
  const relevant = balanced(piece, notes);
  for (const token of relevant) {
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
      .filter((side) => side.tokens.some((token) => !isBlank(token))),
    notes,
  );
}

type OpenSide = { relation: string | undefined; tokens: TexToken[] };

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
