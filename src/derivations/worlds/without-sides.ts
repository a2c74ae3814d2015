import type { TypedRelation } from "../step";
import type { Side } from "./side";

/** What a ⋈ b and b ⋈ c say of a and c; undefined where nothing follows. */
function composed(first: TypedRelation, second: TypedRelation): TypedRelation | undefined {
  if (first === second || second === "=") return first;
  return first === "=" ? second : undefined;
}

/**
 * A row without the sides that cannot be compared, as rows whose relations say what followed before: of a ≥ L = b is
 * left a ≥ b. Where nothing follows, as of a ≥ L ≤ b, a new row begins.
 */
export function withoutSides(
  row: readonly Side[],
  isLeftOut: (side: Side) => boolean,
): readonly (readonly Side[])[] {
  const rows: Side[][] = [];
  let pending: TypedRelation | undefined = "=";
  for (const [i, side] of row.entries()) {
    const { relation = "=" } = side;
    if (i > 0) pending = pending && composed(pending, relation);
    if (isLeftOut(side)) continue;
    const last = rows[rows.length - 1];
    if (last && pending) last.push({ ...side, relation: pending });
    else rows.push([{ ...side, relation: undefined }]);
    pending = "=";
  }
  return rows;
}
