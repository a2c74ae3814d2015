import type { Notes } from "../reading-note";
import { type NameNode, type TexNode, visitTex } from "../tex-node";

interface Side {
  readonly relation: string | undefined;
  readonly node: TexNode;
}

/** Says of ELBO, L(q) and F(q), which no side of an equation in the block is alone, that they are only names. */
export function noteUndefined(statements: readonly (readonly Side[])[], notes: Notes): void {
  const isEqual = (side: Side | undefined): boolean => /^:?=$/.test(side?.relation ?? "");
  const defined = new Set(
    statements.flatMap((sides) =>
      sides.flatMap((side, i) =>
        isEqual(side) || isEqual(sides[i + 1]) ? (headOf(side.node)?.base ?? []) : [],
      ),
    ),
  );
  for (const side of statements.flat())
    visitTex(side.node, (node) => {
      const name = functionalOf(node);
      if (!name || defined.has(name.base)) return;
      notes.add(
        "ambiguity",
        node.at,
        `${name.base} 在这里没有定义，只当作一个名字；写出它等于什么才能检验`,
        `${name.base} is not defined here and is only a name; write what it equals to have it checked`,
      );
    });
}

const headOf = (node: TexNode): NameNode | undefined =>
  node.kind === "apply" ? node.fn : node.kind === "name" ? node : undefined;

/** ELBO, ELBO(q), L(q), F[q]: of a distribution. */
function functionalOf(node: TexNode): NameNode | undefined {
  if (node.kind === "name")
    return node.isWord && /^(ELBO|NLL|MLE|MI)$/.test(node.base) ? node : undefined;
  if (node.kind !== "apply" || node.fn.sub || !/^[FJL]$/.test(node.fn.base)) return undefined;
  const [value] = node.values;
  return value?.kind === "name" && /^[pqPQ]$/.test(value.base) ? node.fn : undefined;
}
