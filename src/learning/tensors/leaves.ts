import { shapeError } from "../../words/errors";
import { asTensor } from "./as-tensor";
import { isTensor, type Tensor, type TensorLike } from "./tensor";

/** A tensor, or arrays and records of tensors: the parameters of a model. */
export type Parameters = Tensor | readonly Parameters[] | { readonly [name: string]: Parameters };

/** The tensors, in order; a name or index leads to each. */
export function leavesOf(caller: string, tree: Parameters): Tensor[] {
  if (isTensor(tree)) return [tree];
  if (typeof tree === "number" || isNumbers(tree)) {
    return [asTensor(caller, "x", tree as unknown as TensorLike)];
  }
  if (typeof tree !== "object" || tree === null) {
    const given = tree === null ? "null" : typeof tree;
    throw shapeError(
      caller,
      `参数应为 tensor，或由 tensor 组成的数组或对象，其中有 ${given}`,
      `parameters must be a tensor, or an array or record of tensors; found ${given}`,
    );
  }
  return Object.values(tree).flatMap((each: Parameters) => leavesOf(caller, each));
}

/** Numbers that stand for a tensor: [1, 2], [[1], [2]]. */
const isNumbers = (tree: unknown): boolean =>
  ArrayBuffer.isView(tree) || (Array.isArray(tree) && isNumbersOf(tree[0]));
const isNumbersOf = (first: unknown): boolean => typeof first === "number" || isNumbers(first);

/** The same arrays and records with other tensors, taken in order. */
export function withLeaves<P extends Parameters>(tree: P, leaves: readonly Tensor[]): P {
  const rest = leaves.values();
  const copy = (part: Parameters): Parameters => {
    if (isTensor(part) || typeof part === "number" || isNumbers(part)) {
      return rest.next().value as Tensor;
    }
    if (Array.isArray(part)) return part.map(copy);
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, copy(each)]));
  };
  return copy(tree) as P;
}
