import type { TexNode } from "../tex-node";
import { lower } from "../writing/inside-body";
import { distributionText } from "../writing/write-distributions";
import type { Writing } from "../writing/writing";

/** π_φ of y ~ π_φ, where the block has π_φ(y | x) and x is known here: drawn given x. */
export function conditionalAt(
  over: TexNode,
  variables: readonly string[],
  writing: Writing,
): TexNode | undefined {
  const own = over.kind === "name" ? writing.roles.conditionalOf(over) : undefined;
  if (!own || over.kind !== "name" || variables.length !== 1) return undefined;
  // x of π(y | x) is drawn outside, or one that is the same on both sides.
  const isKnown = (node: TexNode): boolean =>
    node.kind === "name" && lower(node.base) !== variables[0];
  const [value] = own.values;
  const isOfVariable =
    value.kind === "blank" || (value.kind === "name" && lower(value.base) === variables[0]);
  if (!isOfVariable || !own.given.every(isKnown)) return undefined;
  writing.notes.add(
    "reading",
    over.at,
    `${variables[0]} ~ ${over.base} 读作给定条件下的 ${distributionText(own, writing)}`,
    `${variables[0]} ~ ${over.base} is read as drawn from ${distributionText(own, writing)}`,
  );
  return own;
}
