import type { ApplyNode, NameNode, TexNode } from "../tex-node";
import { isSign, type TexToken } from "../tex-token";
import type { TokenReader } from "../token-reader";
import { tokenText } from "../token-scan";
import { isWeighed } from "./is-weighed";

/**
 * Where the argument of a log without brackets ends, begun with `first`, which stands at token `from`:
 *
 * 1. numbers, letters and roots written side by side are all in it: log 2πeσ², log ab;
 * 2. a distribution's value goes on with another's, log p(x)q(x), and a number or letter with one, log 2p(x), but not
 *    log x p(x), which weighs log x; under a sum or integral where nothing else is the weight, the other value is it;
 * 3. an inline / belongs to it, with the values (log p(x, y)/p(x)p(y)) or letters after a number (log 1/2π) beside the
 *    divisor; not where another log or the same name follows: log a/log b and log n/n are quotients of logs;
 * 4. everything else ends it: + and −, a written dot, a bracket, a function, a fraction, other calls (log π(a|s) A(s, a)).
 *
 * Each of these is said in a note, but for the dot, the other log and the sign, which leave no doubt.
 */
export function logArgument(
  parser: TokenReader,
  first: TexNode,
  name: string,
  from: number,
): TexNode {
  if (!isOpen(first)) return first;
  const isAlone = isWeighed(parser, from);
  const above = product(parser, first, (last, next) =>
    isAlone && isValue(next) && !isNormal(next) ? false : continues(last, next),
  );
  const quotient = isSign(parser.peek(), "/") ? quotientOf(parser, above) : above;
  if (quotient !== above)
    parser.notes.add(
      "reading",
      quotient.at,
      `${name} f/g 读作 ${name}(f/g)`,
      `${name} f/g is read as ${name}(f/g)`,
    );
  else if (above !== first)
    parser.notes.add(
      "ambiguity",
      above.at,
      `${name} 后面紧挨着写的乘积整个在对数里；若只取第一个的对数，写括号`,
      `${name} is taken of the whole product written side by side after it; write brackets if it is of the first alone`,
    );
  return quotient;
}

/** Says where a function without brackets ends, if more is written side by side. */
export function noteEnd(parser: TokenReader, body: TexNode, name: string): void {
  const next = parser.peek();
  const isClear = isWordOf(next, /^(log|ln|lg|lb|exp|max|min)$/) || isSign(next, "∑", "∏", "∫");
  const isMore = isSign(next, "/") || (parser.isFactorStart() && !isClear);
  if (!isOpen(body) || !isMore) return;
  parser.notes.add(
    "ambiguity",
    body.at,
    `${name} 只取到这里，紧挨着的 ${tokenText([next as TexToken])}… 在外面；若在里面，写括号`,
    `${name} ends here, the ${tokenText([next as TexToken])}… beside it is outside; write brackets if it is inside`,
  );
}

const isWordOf = (token: TexToken | undefined, words: RegExp): boolean =>
  token?.kind === "word" && words.test(token.text);

function quotientOf(parser: TokenReader, above: TexNode): TexNode {
  let whole = above;
  while (isSign(parser.peek(), "/")) {
    if (isWordOf(parser.peek(1), /^(log|ln|lg|lb)$/)) return whole;
    const from = parser.next++;
    const below = parser.factor();
    if (isSameName(above, below)) {
      parser.next = from;
      return whole;
    }
    const right = product(parser, below, (last, next) =>
      isValue(last) ? isValue(next) && isValue(above) : below.kind === "number" && isPlain(next),
    );
    whole = { kind: "binary", operator: "/", left: whole, right, at: [whole.at[0], right.at[1]] };
  }
  return whole;
}

/** `first` times what stands beside it as long as `goesOn`. */
export function product(
  parser: TokenReader,
  first: TexNode,
  goesOn: (last: TexNode, next: TexNode) => boolean,
): TexNode {
  let whole = first;
  let last = first;
  while (isLetterAhead(parser)) {
    const from = parser.next;
    const next = parser.factor();
    if (!goesOn(last, next)) {
      parser.next = from;
      return whole;
    }
    const at = [whole.at[0], next.at[1]] as const;
    whole = { kind: "binary", operator: "*", left: whole, right: next, at };
    last = next;
  }
  return whole;
}

function continues(last: TexNode, next: TexNode): boolean {
  if (isPlain(next)) return isPlain(last);
  if (!isValue(next)) return false;
  return isPlain(last) ? !isVariableOf(last, next) : isValue(last);
}

/** A letter, number or root that can be multiplied; dx outside an integral is none. */
function isLetterAhead(parser: TokenReader): boolean {
  const token = parser.peek();
  if (!token || !parser.isFactorStart()) return false;
  if (token.kind === "letter")
    return !/^[dE]$/.test(token.text) || parser.peek(1)?.kind !== "letter";
  return token.kind === "number" || (token.kind === "command" && token.name === "sqrt");
}

const isOpen = (node: TexNode): boolean =>
  node.kind === "apply" || isPlain(node) || (node.kind === "power" && node.base.kind === "apply");

export const isPlain = (node: TexNode): boolean =>
  node.kind === "number" ||
  (node.kind === "name" && !node.isWord) ||
  (node.kind === "function" && node.name === "sqrt");

/** p(x), Q(y | x), N(x | μ, σ). */
const isValue = (node: TexNode): node is ApplyNode =>
  node.kind === "apply" && /^[pPqQN]$/.test(node.fn.base);

/** N(x_i | μ, σ) is a density at a sample, hardly ever a weight. */
const isNormal = (node: TexNode): boolean => node.kind === "apply" && node.fn.base === "N";

const isVariableOf = (name: TexNode, { values }: ApplyNode): boolean =>
  values.some((value) => isSameName(name, value));

const isSameName = (one: TexNode, other: TexNode): boolean =>
  one.kind === "name" && other.kind === "name" && textOf(one) === textOf(other);

const textOf = ({ base, mark = "", sub = [], sup = [], primes }: NameNode): string =>
  [base, mark, tokenText(sub), tokenText(sup), primes].join(" ");
