import { isSign, type TexToken } from "../tex-token";
import type { TokenReader } from "../token-reader";

/**
 * True for a log at token `from` that begins what a sum or integral adds up: nothing before it is a weight, so that the
 * density after it may be one, as in ∫ log p(x, z) q(z) dz.
 */
export function isWeighed(parser: TokenReader, from: number): boolean {
  let hasSum = false;
  for (let i = from - 1; i >= 0; i--) {
    const token = parser.tokens[i];
    if (isDensity(token)) return false;
    hasSum = isSign(token, "∑", "Σ");
    if (hasSum || isSign(token, "+", "-", "±")) break;
  }
  return hasSum || parser.around.openIntegrals > 0;
}

const isDensity = (token: TexToken): boolean =>
  token.kind === "letter" && /^[pPqQwγπr]$/u.test(token.text);
