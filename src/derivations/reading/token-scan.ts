import { isSign, type TexToken } from "./tex-token";

const closers: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  "⟨": "⟩",
};

export const isOpener = (token: TexToken | undefined): boolean => isSign(token, "(", "[", "{", "⟨");
export const isCloser = (token: TexToken | undefined): boolean => isSign(token, ")", "]", "}", "⟩");

/** Where the bracket that opens at `from` closes, or −1. Kinds may differ: [0, 1) closes. */
export function closingOf(tokens: readonly TexToken[], from: number): number {
  const open = tokens[from];
  const own = open?.kind === "sign" ? closers[open.text] : undefined;
  // First by the same kind of bracket alone, so that a stray one of another kind does not matter.
  const open1 = open?.kind === "sign" ? open.text : "";
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    if (isOpener(tokens[i])) depth++;
    else if (isCloser(tokens[i]) && --depth === 0) {
      if (isSign(tokens[i], own ?? "")) return i;
      break;
    }
  }
  let same = 0;
  for (let i = from; i < tokens.length; i++) {
    if (isSign(tokens[i], open1)) same++;
    else if (isSign(tokens[i], own ?? "") && --same === 0) return i;
  }
  return -1;
}

/** Parts of the tokens between separators outside brackets. */
export function splitOutside(
  tokens: readonly TexToken[],
  isSeparator: (token: TexToken) => boolean,
): TexToken[][] {
  const parts: TexToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isOpener(token)) depth++;
    else if (isCloser(token)) depth = Math.max(0, depth - 1);
    if (depth === 0 && isSeparator(token)) parts.push([]);
    else parts[parts.length - 1].push(token);
  }
  return parts;
}

/** True where such a token stands outside brackets. */
export const hasOutside = (
  tokens: readonly TexToken[],
  isWanted: (token: TexToken) => boolean,
): boolean => splitOutside(tokens, isWanted).length > 1;

/** The text of a few tokens, for comparing and for messages. */
export function tokenText(tokens: readonly TexToken[]): string {
  return tokens
    .map((token) => {
      switch (token.kind) {
        case "letter":
        case "number":
        case "sign":
        case "word":
          return token.text;
        case "prose":
          return token.text;
        case "group":
          return tokenText(token.body);
        case "sub":
          return `_${tokenText(token.body)}`;
        case "sup":
          return `^${tokenText(token.body)}`;
        case "command":
          return `${token.name}(${token.args.map(tokenText).join(",")})`;
        default:
          return "";
      }
    })
    .join("");
}
