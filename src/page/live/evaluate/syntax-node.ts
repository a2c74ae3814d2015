/** A node of acorn's tree, as loosely as a walk needs it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof (value as SyntaxNode | null)?.type === "string";

export const childrenOf = (node: SyntaxNode): SyntaxNode[] =>
  Object.values(node).flat().filter(isNode);

export const isFunction = ({ type }: SyntaxNode): boolean => /Function/.test(type);

/** A node's field that holds nodes. */
export const nodesIn = (node: SyntaxNode, field: string): readonly SyntaxNode[] =>
  [node[field]].flat().filter(isNode);

export const nameOf = (node: unknown): string => (isNode(node) ? String(node.name) : "");

/** Every node below one, and itself. */
export function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}
