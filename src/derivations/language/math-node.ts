import { required } from "../../words/required";
import type { MathNode } from "./parse-tree";

/** The name of a node of a kind that has one. */
export const nameOf = (node: MathNode): string => required(node.name, `${node.type}.name`);

/** The arguments of a node of a kind that has them. */
export const argumentsOf = (node: MathNode): readonly MathNode[] =>
  required(node.args, `${node.type}.args`);
