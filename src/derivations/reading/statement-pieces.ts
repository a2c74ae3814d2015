import type { Notes } from "./reading-note";
import { isBlank, isJunk, isRelation, skip } from "./statement-parts";
import { isSign, type TexToken } from "./tex-token";
import { closingOf, hasOutside, isCloser, isOpener, splitOutside, tokenText } from "./token-scan";

/** What wide blanks, commas before another relation, arrows and words part. */
export function statementPieces(row: readonly TexToken[], notes: Notes): TexToken[][] {
  const pieces: TexToken[][] = [];
  noteLimits(row, notes);
  for (const part of splitOutside(withoutAsides(row, notes), (token) =>
    isSign(token, "⇒", "→", "∵", "∴"),
  )) {
    const quantifier = part.findIndex((token) => isSign(token, "∃", "∀"));
    if (quantifier >= 0) skip(part.slice(quantifier), notes);
    const claim = quantifier < 0 ? part : part.slice(0, quantifier);
    for (const chunk of splitAtBlanks(claim, notes)) {
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
        const isOfSet = hasOutside(piece, (token) => isSign(token, "∈"));
        // "…, 0 < t < 1" after a claim says where it holds; alone it is the claim.
        const isBound = hasOutside(piece, (token) => isSign(token, "<", ">"));
        const isCondition = isBound && pieces.length > 0;
        if (isList || isOfSet || isCondition) {
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
  return pieces
    .filter((piece) => {
      if (pieces.length > 1 && isNameAlone(piece)) skip(piece, notes);
      return piece.length > 0 && !(pieces.length > 1 && isNameAlone(piece));
    })
    .filter((piece, _, all) => {
      // "If x > 0, f(x) ≥ 0": what stands first is no claim either.
      if (!isPlainBound(piece) || all.every(isPlainBound)) return true;
      skip(piece, notes);
      return false;
    });
}

/** X_n → X: that one side tends to the other is no claim that is checked. */
function noteLimits(row: readonly TexToken[], notes: Notes): void {
  const sides = splitOutside(row, (token) => isSign(token, "→"));
  const arrow = sides.length > 1 ? row.find((token) => isSign(token, "→")) : undefined;
  if (!arrow || sides.some((side) => side.every(isBlank))) return;
  notes.add(
    "ambiguity",
    arrow.at,
    "→ 两边分开读：一边趋于另一边，不作为断言检验",
    "the sides of → are read apart: that one tends to the other is not checked",
  );
}

/** x > 0, 0 < t < 1: names and numbers alone, compared by < or >. */
const isPlainBound = (piece: readonly TexToken[]): boolean =>
  hasOutside(piece, (token) => isSign(token, "<", ">")) &&
  splitOutside(piece, isRelation).every(
    (side) => side.filter((token) => !isBlank(token)).length <= 2,
  );

/** Words in brackets: （突变）. */
function withoutAsides(row: readonly TexToken[], notes: Notes): TexToken[] {
  const kept: TexToken[] = [];
  for (let i = 0; i < row.length; i++) {
    // （突变）, and (当且仅当 P = Q): words, with what they say.
    const first = row.slice(i + 1).find((token) => token.kind !== "space" && token.kind !== "cell");
    const close = isSign(row[i], "(") && first?.kind === "prose" ? closingOf(row, i) : -1;
    if (close < 0) {
      kept.push(row[i]);
      continue;
    }
    skip(row.slice(i + 1, close), notes);
    i = close;
  }
  return kept;
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
  const aside: TexToken[] = [];
  for (const [i, token] of part.entries()) {
    if (isRelation(token)) {
      isAside = false;
      skip(aside.splice(0), notes);
    }
    if (isOpener(token)) depth++;
    if (isCloser(token)) depth = Math.max(0, depth - 1);
    const rest = part.slice(i + 1);
    const before = chunks[chunks.length - 1];
    const isProse = token.kind === "prose" || isForeignWord(token, rest, before);
    const isWide =
      token.kind === "space" &&
      (isConditionAhead(rest) ||
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
        ));
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
    } else if (isAside && !isRelation(token)) aside.push(token);
    else if (depth <= 0 && isWide) chunks.push([]);
    else before.push(token);
  }
  skip(aside, notes);
  return chunks.filter((chunk) => chunk.some((token) => !isBlank(token)));
}

/** (i ≠ j) at the end, after a wide blank. */
const isConditionAhead = (rest: readonly TexToken[]): boolean =>
  /^\([ijkln][≠=][ijkln]\)(,|$)/.test(tokenText(rest.filter((token) => !isBlank(token))));

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
  if (tokens[0]?.kind === "number" && isSign(tokens[1], ".")) {
    skip(tokens.slice(0, 2), notes);
    return tokens.slice(2);
  }
  return tokens;
}
