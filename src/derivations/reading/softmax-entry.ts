import type { TexNode } from "./tex-node";
import type { TexToken } from "./tex-token";

/** σ(z)_i and softmax(z)_i: an entry of the softmax, written softmax(z_i); any other node as it is. */
export function softmaxEntry(node: TexNode, index: readonly TexToken[]): TexNode {
  if (node.kind !== "apply" || !/^(σ|softmax)$/u.test(node.fn.base) || index.length !== 1)
    return node;
  const [value] = node.values;
  if (node.values.length !== 1 || value.kind !== "name" || value.sub) return node;
  const fn = { ...node.fn, base: "softmax", isWord: true };
  return { ...node, fn, values: [{ ...value, sub: index }] };
}
