import type { TexNode } from "../tex-node";
import type { TexToken } from "../tex-token";

/** The same node with the tokens of its scripts and limits changed, and its names where `rename` says so. */
export function withTokens(
  node: TexNode,
  change: (tokens: readonly TexToken[]) => readonly TexToken[],
  rename: (node: TexNode) => TexNode = (same) => same,
): TexNode {
  const within = (part: TexNode): TexNode => {
    const own = Object.fromEntries(
      Object.entries(rename(part)).map(([key, value]) => [
        key,
        changed(value, key, change, within),
      ]),
    );
    return own as unknown as TexNode;
  };
  return within(node);
}

function changed(
  value: unknown,
  key: string,
  change: (tokens: readonly TexToken[]) => readonly TexToken[],
  within: (part: TexNode) => TexNode,
): unknown {
  if (["sub", "sup", "exponent"].includes(key) && Array.isArray(value)) return change(value);
  if (Array.isArray(value))
    return value.map((one) =>
      typeof one === "object" && one !== null && "kind" in one ? within(one as TexNode) : one,
    );
  const isNode = typeof value === "object" && value !== null && "kind" in value;
  return isNode ? within(value as TexNode) : value;
}
