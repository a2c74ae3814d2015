import { type BigNode, type TexNode, visitTex } from "../tex-node";
import { tokenText } from "../token-scan";
import { sequenceLength } from "./sequence-variables";
import { indexOf, unrolled } from "./unrolled";
import type { Writing } from "./writing";

/** A sum over all variables of H(X_1, …, X_n), term by term. */
export function sumOfSequence(node: BigNode, writing: Writing): TexNode | undefined {
  const { sequence } = writing.roles;
  const index = indexOf(node);
  if (!sequence || node.operator !== "sum" || index === undefined) return undefined;
  if (node.sup && tokenText(node.sup) !== sequence.last) return undefined;
  let isOfSequence = false;
  visitTex(node.body, (part) => {
    isOfSequence ||=
      part.kind === "name" && part.base === sequence.base && tokenText(part.sub ?? []) === index;
  });
  return isOfSequence ? unrolled(node, index, sequenceLength) : undefined;
}
