import { childrenOf } from "./latex-nodes";
import type { LatexWalk } from "./latex-walk";
import type { LatexNode } from "./parse-latex";
import type { Span, TexToken } from "./tex-token";

/** Cases stay together; the rows of every other environment are rows of the formula. */
export function walkEnvironment(walk: LatexWalk, node: LatexNode, at: Span): undefined {
  const name = typeof node.env === "string" ? node.env : (node.env?.content ?? "");
  const content = childrenOf(node);
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
