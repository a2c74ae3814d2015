import { isSign, type Span, type TexToken } from "../tex-token";
import type { TokenReader } from "../token-reader";
import { closingOf, hasOutside } from "../token-scan";

/**
 * E (x − μ)², E (x − 1)(x + 1): round brackets around a sum, with a power or another factor after them, are a factor
 * of what the expectation is taken of, as after ∑. E(X)² of one thing is the square of the mean.
 */
export function isFactorOfMore(parser: TokenReader, at: Span): boolean {
  const { tokens, next, notes } = parser;
  const close = isSign(tokens[next], "(") ? closingOf(tokens, next) : -1;
  if (close < 0) return false;
  const inside = tokens.slice(next + 1, close);
  const after = tokens[close + 1];
  const isSum = hasOutside(inside.slice(1), (token) => isSign(token, "+", "-", "±"));
  const hasMore = after?.kind === "sup" || isFactor(after);
  if (isSum && hasMore) {
    notes.add(
      "reading",
      at,
      "E 后面的圆括号带着幂或别的因子：期望对整项取；若只对括号取，写方括号",
      "the round bracket after E has a power or a factor after it: the expectation is of the whole term; write square brackets if it is of the bracket alone",
    );
    return true;
  }
  if (after?.kind === "sup" && inside.length > 1)
    notes.add(
      "reading",
      at,
      "E(…) 圆括号外的指数读作整个期望的幂；若是里面的幂，写进括号",
      "the exponent after E(…) is read as a power of the expectation; write it inside if it is of what is inside",
    );
  return false;
}

const isFactor = (token: TexToken | undefined): boolean =>
  isSign(token, "(", "∇", "·") ||
  (token?.kind === "letter" && !(token.text === "E")) ||
  (token?.kind === "word" && /^(log|ln|exp)$/.test(token.text));
