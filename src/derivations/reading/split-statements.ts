import { withoutEquivalence } from "./block/without-equivalence";
import type { Notes, UnreadError } from "./reading-note";
import { isBlank, isRelation, skip, spanOf } from "./statement-parts";
import { statementPieces } from "./statement-pieces";
import { statementSides } from "./statement-sides";
import { isSign, type Span, type TexToken } from "./tex-token";
import { splitOutside, tokenText } from "./token-scan";

/** One side of a relation, not yet read. */
export interface Side {
  readonly relation: string | undefined;
  readonly tokens: readonly TexToken[];
}

/** Sides that follow from one another. */
export interface Statement {
  readonly sides: readonly Side[];
}

/** The tokens of a block as statements: rows, chains over several rows, and what commas and arrows part. */
export function splitStatements(
  tokens: readonly TexToken[],
  notes: Notes,
  refuse: (error: UnreadError, at: Span) => void,
): Statement[] {
  const statements: { sides: { relation: string | undefined; tokens: TexToken[] }[] }[] = [];
  for (const whole of rowsOf(unwrapped(tokens))) {
    const { claims: row, refused, passed } = withoutEquivalence(whole);
    skip(passed, notes);
    for (const error of refused) refuse(error, error.at);
    for (const [index, piece] of statementPieces(row, notes).entries()) {
      const before = statements[statements.length - 1];
      if (before && isIndexCondition(piece)) {
        notes.add(
          "reading",
          spanOf(piece),
          `${tokenText(piece)} 是条件：只在它成立处比较`,
          `${tokenText(piece)} is a condition: compared only where it holds`,
        );
        for (const side of before.sides) side.tokens = under(piece, side.tokens);
        continue;
      }
      const sides = statementSides(piece, notes);
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

/** i ≠ j and (i = j) after a formula. */
const isIndexCondition = (piece: readonly TexToken[]): boolean =>
  /^\(?[ijkln][≠=][ijkln]\)?$/.test(tokenText(piece.filter((token) => !isBlank(token))));

/** The side where the condition holds, and 0 elsewhere. */
function under(condition: readonly TexToken[], tokens: readonly TexToken[]): TexToken[] {
  const [first] = condition;
  const { at } = first;
  const plain = condition.filter((token) => !isSign(token, "(", ")") && !isBlank(token));
  const body: TexToken[] = [
    ...tokens,
    { kind: "cell", at, gap: false },
    ...plain,
    { kind: "row", at, gap: false },
    { kind: "number", text: "0", at, gap: false },
  ];
  return [{ kind: "cases", body, at: tokens[0]?.at ?? at, gap: false }];
}
