import type { ReadingLink } from "../reading/read-tex";
import type { TypedRelation } from "../step";
import { readSide } from "./read-side";
import type { Remarks } from "./remarks";
import type { Side } from "./side";

const checkable: Readonly<Record<string, TypedRelation>> = {
  "=": "=",
  ":=": "=",
  "≡": "=",
  "≥": "≥",
  ">": "≥",
  "≤": "≤",
  "<": "≤",
  "≈": "≈",
  "=const": "=const",
};

/** π(a | s) is a policy, not the number; H alone is the entropy of P. */
export function policies(link: ReadingLink): ReadingLink {
  const expression = link.expression
    .replace(/π(?=\()|(?<=~ |‖ |∈ |(?:KL|JS|TV|H|max|min)\()π(?=[ ,)])/gu, "π_s")
    // E_i of expected counts is an array, and no expectation.
    .replace(/(?<![\p{L}\p{N}_])E\[/gu, "e_0[")
    // An entry with two indices is a function of both.
    .replace(/([\p{L}_]+)\[([^[\],]+), ([^[\],]+)\]/gu, "$1_2($2, $3)")
    .replace(/(?<![\p{L}\p{N}_])H(?![\p{L}\p{N}_([*])/gu, "H(P)");
  return expression === link.expression ? link : { ...link, expression };
}

export function sideOf({ relation, expression }: ReadingLink): Side & { readonly typed?: string } {
  return {
    relation: relation === undefined ? undefined : (checkable[relation] ?? undefined),
    expression,
    term: readSide(expression),
    ...(relation === undefined ? {} : { typed: relation }),
  };
}

/** The sides before a relation that the language does not have: ≠, ∝, ~. */
export function upToUnchecked(
  row: readonly (Side & { readonly typed?: string })[],
  said: Remarks,
): readonly Side[] {
  const end = row.findIndex(
    ({ relation, typed }, i) => i > 0 && typed !== undefined && relation === undefined,
  );
  if (end >= 0) said.add("unchecked", row[end].typed ?? "");
  const used = end < 0 ? row : row.slice(0, end);
  return used.map((side, i) => (i === 0 ? { ...side, relation: undefined } : side));
}
