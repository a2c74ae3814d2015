import { UnreadError } from "../reading-note";
import { isBlank, isRelation, spanOf } from "../statement-parts";
import { isSign, type TexToken } from "../tex-token";
import { splitOutside, tokenText } from "../token-scan";

/** A row as far as it claims by itself, and what of it depends on a condition and is not tried. */
export interface ConditionedRow {
  readonly claims: readonly TexToken[];
  readonly refused: readonly UnreadError[];
  /** When a bound is an equality: said, and not tried. */
  readonly passed: readonly TexToken[];
}

/**
 * A ⇔ B says neither A nor B: where A is an equation the two are not read. A ≥ B with equality if and only if C stays
 * a claim. P = Q ⇒ A is no claim about any P and Q either.
 */
export function withoutEquivalence(row: readonly TexToken[]): ConditionedRow {
  const [before, ...after] = splitOutside(row, isEquivalence);
  const at = before.length;
  if (after.length > 0) {
    const parts = splitOutside(before, (token) => isSign(token, ",", ";", "。"));
    const last = parts.filter((part) => !part.every(isBlank)).pop() ?? [];
    const relations = last.filter(isRelation);
    const isOfEquality = row
      .slice(at)
      .some((token) => token.kind === "prose" && /等号|取等|equality/.test(token.text));
    const isBound = isOfEquality || relations.some((token) => isSign(token, "≥", "≤", "<", ">"));
    if (!before.some(isRelation)) return { claims: [], refused: [equivalence(row)], passed: [] };
    if (relations.length === 0 || isBound)
      return { claims: before, refused: [], passed: row.slice(at) };
    const from = before.indexOf(last[0]);
    return { claims: before.slice(0, from), refused: [equivalence(row.slice(from))], passed: [] };
  }
  const [premise, ...conclusions] = splitOutside(row, (token) => isSign(token, "⇒"));
  if (conclusions.length === 0) return { claims: row, refused: [], passed: [] };
  const isConditional = isEquality(premise) || conclusions.some(isOfLaws);
  return isConditional
    ? { claims: [], refused: [implication(row)], passed: [] }
    : { claims: row, refused: [], passed: [] };
}

/** ⇔, and the words for it. */
function isEquivalence(token: TexToken): boolean {
  if (isSign(token, "⇔")) return true;
  if (token.kind === "word") return token.text === "iff";
  return token.kind === "prose" && /当且仅当|等价于|充要|if and only if|\biff\b/i.test(token.text);
}

/** P = Q, p(x) = q(x), t = 0: one thing is another, which holds where it is supposed. */
function isEquality(piece: readonly TexToken[]): boolean {
  const sides = splitOutside(
    piece.filter((token) => !isBlank(token)),
    (token) => isSign(token, "=", "≠"),
  ).map(tokenText);
  return (
    sides.length === 2 &&
    sides.every((side) => /^(\p{L}(_[\p{L}\d]+)?(\([^()]*\))?|\d+)$/u.test(side)) &&
    /^\p{L}/u.test(sides[0])
  );
}

/** P = Q alone: two distributions are one. */
const isOfLaws = (piece: readonly TexToken[]): boolean =>
  isEquality(piece) &&
  splitOutside(piece, (token) => isSign(token, "=")).every((side) =>
    /^\s*[pqPQ]/.test(tokenText(side.filter((token) => !isBlank(token)))),
  );

const equivalence = (tokens: readonly TexToken[]): UnreadError =>
  new UnreadError(
    spanOf(tokens),
    "「当且仅当」（⇔）两边不是两条断言：不拆开检验",
    "the two sides of an equivalence (⇔) are no claims by themselves and are not tried apart",
  );

const implication = (tokens: readonly TexToken[]): UnreadError =>
  new UnreadError(
    spanOf(tokens),
    "⇒ 的一边是前提（例如 P = Q）：结论只在它成立时才有，不单独检验",
    "one side of ⇒ is a premise (such as P = Q): the conclusion holds only with it and is not tried alone",
  );
