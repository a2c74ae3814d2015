import { childrenOf } from "./latex-nodes";
import type { LatexWalk } from "./latex-walk";
import type { LatexNode } from "./parse-latex";
import type { Span, TexToken } from "./tex-token";

/** Cases stay together; the rows of every other environment are rows of the formula. */
export function walkEnvironment(walk: LatexWalk, node: LatexNode, at: Span): undefined {
  const name = typeof node.env === "string" ? node.env : (node.env?.content ?? "");
  const content = withoutPlace(childrenOf(node));
  const inner = (nodes: readonly LatexNode[]): TexToken[] => walk.inside(nodes);
  if (/^(d|r)?cases/.test(name)) {
    return walk.push({ kind: "cases", body: inner(content), at, gap: walk.gap });
  }
  const body = inner(
    /^array|^alignat|^tabular/.test(name) && content[0]?.type === "group"
      ? content.slice(1)
      : content,
  );
  if (walk.tokens.length > 0 && node.type === "mathenv") walk.push({ kind: "row", at, gap: false });
  for (const token of body) walk.push(token);
  if (node.type === "mathenv") walk.push({ kind: "row", at, gap: false });
}

/** \begin{aligned}[t]: where the rows stand beside the line is no part of them. */
function withoutPlace(nodes: readonly LatexNode[]): readonly LatexNode[] {
  const [open, place, close] = nodes;
  const isPlace =
    open?.content === "[" && /^[tcb]$/.test(String(place?.content)) && close?.content === "]";
  return isPlace ? nodes.slice(3) : nodes;
}
