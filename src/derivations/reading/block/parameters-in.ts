import { type NameNode, type TexNode, visitTex } from "../tex-node";
import type { TexToken } from "../tex-token";
import { tokenText } from "../token-scan";

/** True of q_φ where q_ψ stands in the block too: two laws that only their parameters tell apart. */
export function parametersIn(nodes: readonly TexNode[]): (name: NameNode) => boolean {
  const found = new Map<string, Set<string>>();
  const add = (base: string, sub: readonly TexToken[]): void => {
    const text = tokenText(sub).replace("ϕ", "φ");
    if (!/^[θφψωλ]/u.test(text)) return;
    found.set(base, (found.get(base) ?? new Set()).add(text));
  };
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind === "name" && node.sub) add(node.base, node.sub);
      // q_ψ of E_{q_ψ}, which is parsed only when it is written.
      if (node.kind !== "expectation") return;
      for (const [i, token] of (node.sub ?? []).entries()) {
        const script = node.sub?.[i + 1];
        if (token.kind === "letter" && script?.kind === "sub") add(token.text, script.body);
      }
    });
  return (name) => (found.get(name.base)?.size ?? 0) > 1;
}
