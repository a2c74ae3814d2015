import type { Notes } from "../reading-note";
import { isSign, type TexToken } from "../tex-token";
import { closingOf, tokenText } from "../token-scan";

/** E_x~p[…]: the subscript x~p of an expectation, typed without its braces. */
export function unbracedDraw(tokens: readonly TexToken[], notes: Notes): readonly TexToken[] {
  const at = tokens.findIndex(
    (token, i) =>
      token.kind === "letter" &&
      token.text === "E" &&
      tokens[i + 1]?.kind === "sub" &&
      isSign(tokens[i + 2], "~") &&
      tokens[i + 3]?.kind === "letter",
  );
  const sub = tokens[at + 1];
  if (at < 0 || sub.kind !== "sub") return tokens;
  const name = tokens[at + 4]?.kind === "sub" ? at + 5 : at + 4;
  // E_z~q(z)[…]: the bracket belongs to q.
  const close = isSign(tokens[name], "(") ? closingOf(tokens, name) : -1;
  const isLaw = close >= 0 && tokenText(tokens.slice(name + 1, close)) === tokenText(sub.body);
  const end = isLaw ? close + 1 : name;
  if (!isSign(tokens[end], "[", "(")) return tokens;
  const drawn = tokens.slice(at + 2, end);
  const body = [...sub.body, ...drawn];
  const last = drawn[drawn.length - 1];
  notes.add(
    "repair",
    [sub.at[0], last.at[1]],
    `下标 ${tokenText(body)} 没有花括号，按整个下标读`,
    `the subscript ${tokenText(body)} lacks its braces; read as a whole`,
  );
  const whole: TexToken = { ...sub, body, at: [sub.at[0], last.at[1]] };
  return [...tokens.slice(0, at + 1), whole, ...unbracedDraw(tokens.slice(end), notes)];
}
