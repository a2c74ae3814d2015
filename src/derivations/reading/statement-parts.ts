import type { Notes } from "./reading-note";
import { isSign, type Span, type TexToken } from "./tex-token";
import { tokenText } from "./token-scan";

const relations = new Set([
  "=",
  "≥",
  "≤",
  "≈",
  "≠",
  "∝",
  ":=",
  "<",
  ">",
  "~",
  "≪",
  "≫",
  "≐",
  "≲",
  "≳",
  "←",
]);

export const isRelation = (token: TexToken): boolean =>
  token.kind === "sign" && relations.has(token.text);

export const isBlank = ({ kind }: TexToken): boolean =>
  kind === "space" || kind === "cell" || kind === "prose";

export function skip(piece: readonly TexToken[], notes: Notes): void {
  const text = tokenText(piece).trim();
  if (text === "" || /^[\s.,;。，；—-]*$/.test(text)) return;
  notes.add("skipped", spanOf(piece), `略过：${text}`, `passed over: ${text}`);
}

export const spanOf = (tokens: readonly TexToken[]): Span => {
  const [first, last] = [tokens[0], tokens[tokens.length - 1]];
  return first && last ? [first.at[0], last.at[1]] : [0, 0];
};

export const isJunk = (piece: readonly TexToken[]): boolean =>
  piece.every((token) => isBlank(token) || token.kind === "number" || isSign(token, "…", ".", "—"));
