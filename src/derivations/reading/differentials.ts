import { isSign } from "./tex-token";
import type { TokenReader } from "./token-reader";
import { tokenText } from "./token-scan";

/** dx, where an integral waits for it. */
export function isDifferential(parser: TokenReader): boolean {
  const token = parser.peek();
  if (parser.around.openIntegrals === 0) return false;
  if (token?.kind === "word") return /^(d[A-Za-z]){1,3}$/.test(token.text) && !token.isKnown;
  if (token?.kind !== "letter" || token.text !== "d" || token.mark) return false;
  const variable = parser.peek(1);
  if (variable?.kind === "letter") return true;
  return variable?.kind === "group" && variable.body.length === 1;
}

/** The variables of dx, dx dy …, read. */
export function differentials(parser: TokenReader): string[] {
  const names: string[] = [];
  while (isDifferential(parser)) {
    const token = parser.peek();
    if (token?.kind === "word") {
      names.push(...(token.text.match(/d[A-Za-z]/g) ?? []).map((pair) => pair[1]));
      parser.next++;
    } else {
      let name = tokenText([parser.tokens[parser.next + 1]]);
      parser.next += 2;
      for (;;) {
        const script = parser.peek();
        // dθ′ goes with p(θ′).
        if (isSign(script, "′") || (script?.kind === "sup" && isSign(script.body[0], "′")))
          name += "p";
        else if (script?.kind !== "sub" && script?.kind !== "sup") break;
        parser.next++;
      }
      // dP(x): with respect to P.
      if (/^[A-Zμνπγρ]/u.test(name) && isSign(parser.peek(), "(")) {
        const at = parser.here;
        const inside = tokenText(parser.bracketTokens());
        // dπ(x, y): over a plan of two variables.
        if (inside.includes(","))
          parser.fail(
            `d${name}(${inside}) 是对联合分布积分：写成 \\mathbb{E}_{(${inside})\\sim ${name}}[…]`,
            `d${name}(${inside}) integrates over a joint law: write \\mathbb{E}_{(${inside})\\sim ${name}}[…]`,
            at,
          );
      }
      names.push(name);
    }
  }
  return names;
}
