import { isFactorOfMore } from "./extent/is-factor-of-more";
import type { TexNode } from "./tex-node";
import { isSign, type TexToken } from "./tex-token";
import type { TokenReader } from "./token-reader";
import { splitOutside, tokenText } from "./token-scan";

interface Scripts {
  readonly sub: readonly TexToken[] | undefined;
  readonly sup: readonly TexToken[] | undefined;
}

/** Limits or conditions that follow an operator. */
export function readScripts(parser: TokenReader): Scripts {
  let sub: readonly TexToken[] | undefined;
  let sup: readonly TexToken[] | undefined;
  for (;;) {
    const script = parser.peek();
    const isEmpty = (script?.kind === "sub" || script?.kind === "sup") && script.body.length === 0;
    if (isEmpty) {
      parser.next++;
      continue;
    }
    if (script?.kind === "sub" && !sub) sub = script.body;
    else if (script?.kind === "sup" && !sup) sup = script.body;
    else return { sub, sup };
    parser.next++;
  }
}

/** ∑, ∏ (to the next + or −) and ∫ (to its own dx, + and − inside). */
export function parseBig(parser: TokenReader): TexNode {
  const sign = parser.peek();
  const text = sign ? tokenText([sign]) : "";
  const at = parser.here;
  parser.next++;
  const { sub, sup } = readScripts(parser);
  if (text === "∑" || text === "Σ" || text === "∏" || text === "Π") {
    const operator = text === "∑" || text === "Σ" ? "sum" : "product";
    const body = parser.term();
    return { kind: "big", operator, sub, sup, body, at: parser.since(at) };
  }
  return parseIntegral(parser, sub, sup);
}

function parseIntegral(
  parser: TokenReader,
  sub: readonly TexToken[] | undefined,
  sup: readonly TexToken[] | undefined,
): TexNode {
  const at = parser.tokens[parser.next - 1].at;
  const inner = parser.inside(parser.tokens.slice(parser.next), {
    openIntegrals: parser.around.openIntegrals + 1,
  });
  const early = inner.differentials();
  if (early.length > 0) {
    // ∫ dx f(x): to the next + or −.
    const body = inner.term();
    parser.next += inner.next;
    return {
      kind: "big",
      operator: "integral",
      sub,
      sup,
      variable: early[0],
      body,
      at: parser.since(at),
    };
  }
  const start = inner.next;
  let body = inner.expression();
  const found = inner.pending.splice(0).concat(inner.differentials());
  if (found.length === 0) {
    // No dx on this level: the integrand is one term.
    if (!hasDifferential(parser, start)) {
      parser.notes.add(
        "repair",
        at,
        "积分少了 dx，被积式读到下一个加减号",
        "an integral without dx; the integrand ends at the next + or −",
      );
      const again = parser.inside(parser.tokens.slice(parser.next), {
        openIntegrals: parser.around.openIntegrals + 1,
      });
      body = again.term();
      parser.next += again.next;
      return { kind: "big", operator: "integral", sub, sup, body, at: parser.since(at) };
    }
  }
  parser.next += inner.next;
  const own = sub ? tokenText(sub).toLowerCase() : undefined;
  const chosen = found.findIndex((name) => name.toLowerCase() === own);
  const [variable] = found.splice(Math.max(0, chosen), 1);
  parser.pending.push(...found);
  return { kind: "big", operator: "integral", sub, sup, variable, body, at: parser.since(at) };
}

/** A dx inside a fraction or bracket is a differential all the same. */
function hasDifferential(parser: TokenReader, from: number): boolean {
  return (
    /d[a-zθ]$/.test(tokenText(parser.tokens.slice(parser.next + from)).replace(/[.,;]$/, "")) &&
    false
  );
}

/** E with what it is taken over and what it is taken of. */
export function parseExpectation(parser: TokenReader): TexNode {
  const at = parser.here;
  parser.next++;
  const { sub, sup } = readScripts(parser);
  if (sub && sup)
    parser.notes.add(
      "skipped",
      at,
      `E 的上标 ${tokenText(sup)} 略去`,
      `the superscript ${tokenText(sup)} of E is left out`,
    );
  if (isSign(parser.peek(), "[", "(", "{") && !isFactorOfMore(parser, at)) {
    const tokens = parser.bracketTokens();
    const [inside, over] = splitOutside(tokens, (token) => isSign(token, ";"));
    if (isEnergyAlone(inside))
      return parser.fail(
        "期望里面的 E(x) 像是能量函数；能量换一个字母，如 U(x)",
        "E(x) inside of an expectation looks like an energy; give it another letter, as U(x)",
        inside[0].at,
      );
    const body = parser.inside(inside, { openIntegrals: 0 }).whole();
    const distribution = over ? parser.inside(over).whole() : undefined;
    return { kind: "expectation", sub: sub ?? sup, over: distribution, body, at: parser.since(at) };
  }
  const body = parser.term();
  return { kind: "expectation", sub: sub ?? sup, body, at: parser.since(at) };
}

/** E(x) of E_q[E(x)]: nothing but one E of a small letter. */
const isEnergyAlone = (inside: readonly TexToken[]): boolean =>
  inside[0]?.kind === "letter" && /^E\([a-z](,[a-z])?\)$/.test(tokenText(inside));

/** argmax, min, sup …: of all that follows on its side. */
export function parseOptimum(parser: TokenReader): TexNode {
  const at = parser.here;
  const word = parser.peek();
  let operator = word ? tokenText([word]) : "";
  parser.next++;
  if (operator === "arg") {
    const group = parser.peek();
    const inner = group?.kind === "group" || group?.kind === "word" ? tokenText([group]) : "";
    if (/^(max|min)$/.test(inner)) {
      operator += inner;
      parser.next++;
    } else return parser.fail("arg 后面少了 max 或 min", "arg lacks max or min", at);
  }
  const { sub } = readScripts(parser);
  while (parser.peek()?.kind === "space") parser.next++;
  // An optimum is of all that follows on its side, a limit of one term.
  const body = operator === "lim" ? parser.term() : parser.expression();
  return { kind: "optimum", operator, sub, body, at: parser.since(at) };
}
