import { shapeError } from "../../words/errors";
import { asTensor } from "./as-tensor";
import { isTensor, shapeText, type Tensor, type TensorLike } from "./tensor";

/** A tensor, or arrays and records of tensors: the parameters of a model. */
export type Parameters = Tensor | readonly Parameters[] | { readonly [name: string]: Parameters };

/** The tensors, in order; a name or index leads to each. */
export function leavesOf(caller: string, tree: Parameters): Tensor[] {
  if (isLeaf(tree)) return [asTensor(caller, "x", tree as TensorLike)];
  if (!isRecordOrList(tree)) {
    const given = kindOf(tree);
    throw shapeError(
      caller,
      `参数应为 tensor，或由 tensor 组成的数组或对象，其中有 ${given}`,
      `parameters must be a tensor, or an array or record of tensors; found ${given}`,
    );
  }
  return Object.values(tree).flatMap((each: Parameters) => leavesOf(caller, each));
}

/** A Map, a Date, an instance of a class have parts that their keys do not tell: nothing of them would be differentiated. */
function isRecordOrList(tree: unknown): boolean {
  if (typeof tree !== "object" || tree === null) return false;
  const prototype = Object.getPrototypeOf(tree);
  return Array.isArray(tree) || !prototype || !Object.getPrototypeOf(prototype);
}

const kindOf = (tree: unknown): string =>
  typeof tree === "object" && tree !== null
    ? tree.constructor.name
    : tree === null
      ? "null"
      : typeof tree;

/** A tensor, or numbers that stand for one: 1, [1, 2], [[1], [2]]. */
const isLeaf = (tree: unknown): boolean =>
  isTensor(tree) || typeof tree === "number" || isNumbers(tree);
const isNumbers = (tree: unknown): boolean =>
  ArrayBuffer.isView(tree) || (Array.isArray(tree) && isNumbersOf(tree[0]));
const isNumbersOf = (first: unknown): boolean => typeof first === "number" || isNumbers(first);

/** The same arrays and records with other tensors, taken in order. */
export function withLeaves<P extends Parameters>(tree: P, leaves: readonly Tensor[]): P {
  const rest = leaves.values();
  const copy = (part: Parameters): Parameters => {
    if (isLeaf(part)) return rest.next().value as Tensor;
    if (Array.isArray(part)) return part.map(copy);
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, copy(each)]));
  };
  return copy(tree) as P;
}

/** The tensors of a gradient in the order of the parameters: found by their names, of the same shapes. */
export function leavesLike(
  caller: string,
  parameters: Parameters,
  gradient: Parameters,
  place = "gradient",
): Tensor[] {
  const [want, got] = [parameters, gradient].map((tree) => builtAs(caller, tree));
  if (want !== got) {
    throw shapeError(
      caller,
      `${place} 与 parameters 结构不同：${got} 与 ${want}；请给同一组参数的梯度`,
      `${place} is not built as the parameters: ${got} against ${want}; give the gradient of the same parameters`,
    );
  }
  if (isLeaf(parameters)) return leavesOf(caller, gradient);
  const parts = gradient as { readonly [name: string]: Parameters };
  return Object.entries(parameters).flatMap(([name, part]: [string, Parameters]) =>
    leavesLike(caller, part, parts[name], `${place}.${name}`),
  );
}

/** The shape of a tensor, or the names of the parts. */
function builtAs(caller: string, tree: Parameters): string {
  if (isLeaf(tree)) return shapeText(asTensor(caller, "gradient", tree as TensorLike).shape);
  if (typeof tree !== "object" || tree === null) return String(tree);
  return `{ ${Object.keys(tree).sort().join(", ")} }`;
}
