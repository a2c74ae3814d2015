import type { TexToken } from "./tex-token";

const doubleSigns: Readonly<Record<string, string>> = {
  ":=": ":=",
  ":∝": "∝",
  "==": "=",
  "<=": "≤",
  ">=": "≥",
  "=>": "⇒",
  "≤>": "⇔",
  "->": "→",
  "||": "‖",
  "~=": "≈",
  "!=": "≠",
};

/** Signs that are typed as two. */
export function joinSigns(tokens: readonly TexToken[]): TexToken[] {
  const result: TexToken[] = [];
  for (const token of tokens) {
    const last = result[result.length - 1];
    const pair = token.kind === "sign" && last?.kind === "sign" ? last.text + token.text : "";
    const joined = Object.hasOwn(doubleSigns, pair) ? doubleSigns[pair] : undefined;
    if (joined && last && !(token.gap && pair !== "||")) {
      result[result.length - 1] = {
        kind: "sign",
        text: joined,
        at: [last.at[0], token.at[1]],
        gap: last.gap,
      };
    } else result.push(token);
  }
  return result;
}
