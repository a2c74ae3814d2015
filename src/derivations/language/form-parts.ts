import { canonicalName, constantNamed, operatorNamed } from "./lexicon";
import { nameOf } from "./math-node";
import type { MathNode } from "./parse-tree";
import type { Reader } from "./reader";

/** `a | b`. */
export const isBar = (node: MathNode | undefined): boolean =>
  node?.type === "OperatorNode" && node.op === "|" && node.args?.length === 2;

/** `x ~ …` and `x ∈ …`, by mathjs's words for them. */
export const isWord = (node: MathNode | undefined, word: string): boolean =>
  node?.type === "OperatorNode" && node.op === word && node.args?.[0]?.type === "SymbolNode";

/** The two sides of `P ‖ Q`, or of `P, Q`. */
export function readPair(args: readonly MathNode[]): readonly MathNode[] | undefined {
  if (args.length === 1 && isBar(args[0])) return args[0].args;
  return args.length === 2 && !args.some(isBar) ? args : undefined;
}

/** A name that an operator binds. */
export function bound(node: MathNode, reader: Reader): string {
  const at = reader.places.name(nameOf(node));
  const name = canonicalName(nameOf(node));
  if (operatorNamed(nameOf(node)) || constantNamed(name) !== undefined) {
    throw reader.places.error(
      at,
      `${node.name} 是固定的记号，不能作变量`,
      `${node.name} is taken and cannot be a variable`,
    );
  }
  return name;
}
