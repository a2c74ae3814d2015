import { isSign, type TexToken } from "./tex-token";
import type { TokenReader } from "./token-reader";
import { closingOf, tokenText } from "./token-scan";

/** The tokens of the bracket that opens here, read past; to the end of the level where none closes it. */
export function bracketTokens(parser: TokenReader): readonly TexToken[] {
  const start = parser.next;
  const close = closingOf(parser.tokens, start);
  const open = parser.tokens[start];
  if (close < 0) {
    parser.notes.add(
      "repair",
      open.at,
      `${tokenText([open])} 没有配对，在这一边的末尾补上`,
      `${tokenText([open])} is not closed; closed at the end of parser side`,
    );
    parser.next = parser.tokens.length;
    return parser.tokens
      .slice(start + 1)
      .filter((token) => !isSign(token, ")", "]", "}") || closingOf(parser.tokens, start) >= 0);
  }
  parser.next = close + 1;
  return parser.tokens.slice(start + 1, close);
}
