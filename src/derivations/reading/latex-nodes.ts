import type { LatexNode } from "./parse-latex";

export const childrenOf = (node: LatexNode): readonly LatexNode[] =>
  Array.isArray(node.content) ? (node.content as readonly LatexNode[]) : [];
export const textOf = (node: LatexNode): string =>
  typeof node.content === "string" ? node.content : "";
export const isBlank = (node: LatexNode | undefined): boolean =>
  node?.type === "whitespace" || node?.type === "comment" || node?.type === "parbreak";

/** The letters and signs below a node, as text. */
export function plainText(node: LatexNode): string {
  if (node.type === "whitespace") return " ";
  if (node.type === "macro") return node.content === " " ? " " : `\\${textOf(node)} `;
  return typeof node.content === "string" ? node.content : childrenOf(node).map(plainText).join("");
}

/** Inside arguments the grammar leaves letters, `_` and `^` in one text; here each is a node again. */
export function singleCharacters(nodes: readonly LatexNode[]): readonly LatexNode[] {
  const isWhole = (node: LatexNode): boolean =>
    node.type === "string" && (textOf(node).length > 1 || /^[_^]$/.test(textOf(node)));
  if (!nodes.some(isWhole)) return nodes;
  return nodes.flatMap((node) => {
    const text = textOf(node);
    if (!isWhole(node)) return [node];
    const start = node.position?.start.offset ?? 0;
    return [...text].map((c, i): LatexNode => {
      const position = { start: { offset: start + i }, end: { offset: start + i + 1 } };
      return { type: c === "_" || c === "^" ? "macro" : "string", content: c, position };
    });
  });
}
