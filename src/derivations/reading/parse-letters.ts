import { indicatorOf } from "./extent/indicator-of";
import { isForeign } from "./operators/bare-operators";
import { parseApplication } from "./parse-application";
import { inlineDerivative, parseFunction } from "./parse-functions";
import { parseBig, parseExpectation, parseOptimum } from "./parse-operators";
import type { TexNode } from "./tex-node";
import { isSign, type TexToken, type WordToken } from "./tex-token";
import type { TokenReader } from "./token-reader";
import { closingOf, splitOutside, tokenText } from "./token-scan";

const functionWords = new Set("log ln lg lb exp min max sup inf det tr tanh".split(" "));
const optimumWords = new Set("argmax argmin arg max min sup inf lim".split(" "));

export function parseWord(parser: TokenReader, text: string): TexNode {
  const own = parser.peek();
  if (own?.kind === "word" && own.isBare && (functionWords.has(text) || optimumWords.has(text)))
    parser.notes.add("repair", own.at, `${text} 前少了反斜杠`, `${text} lacks its backslash`);
  if (isForeign(text))
    return parser.fail(
      `${text} 在推导的语言里没有对应的写法`,
      `${text} has no counterpart in the language of derivations`,
    );
  let ahead = 1;
  while (["sub", "sup"].includes(parser.peek(ahead)?.kind ?? "")) ahead++;
  const isCall = isSign(parser.peek(ahead), "(");
  if (own?.kind === "word" && own.isBare && isCall && !functionWords.has(text))
    noteBare(parser, own);
  const isBracket = isSign(parser.peek(1), "(", "{", "[");
  if (optimumWords.has(text) && !(/^(max|min)$/.test(text) && isBracket && isList(parser, 1)))
    return parseOptimum(parser);
  if (functionWords.has(text)) return parseFunction(parser);
  return parseApplication(parser, parser.plainName());
}

export function parseLetter(parser: TokenReader, text: string): TexNode {
  noteRun(parser);
  if (text === "I" && parser.peek(1)?.kind === "sub") {
    const { here } = parser;
    parser.next++;
    const indicator = indicatorOf(parser, here);
    if (indicator) return indicator;
    parser.next--;
  }
  const inline = text === "d" ? differentialQuotient(parser) : undefined;
  if (inline) return inline;
  if (text === "d" && isMeasureAhead(parser)) return measure(parser);
  if (text === "E" && isEnergy(parser))
    parser.fail(
      "指数里的 E(x) 像是能量函数；能量换一个字母，如 U(x)，期望写成 E[…]",
      "E(x) in an exponent looks like an energy; give it another letter, as U(x), or write a mean E[…]",
    );
  if (text === "E" && isExpectation(parser)) return parseExpectation(parser);
  if (text === "e" && parser.peek(1)?.kind === "sup") return parseFunction(parser);
  if ((text === "Σ" || text === "Π") && isFold(parser, text)) return parseBig(parser);
  return parseApplication(parser, parser.plainName());
}

/** cov(X, Y), Foo(x): a name of several letters without backslash. */
function noteBare(parser: TokenReader, { at, text, isKnown, typed }: WordToken): void {
  if (isKnown && typed === undefined) return;
  if (isKnown)
    parser.notes.add(
      "repair",
      at,
      `${typed} 前少了反斜杠，读作 ${text}`,
      `${typed} lacks its backslash; read as ${text}`,
    );
  else
    parser.notes.add(
      "reading",
      at,
      `${text} 读作一个函数的名字`,
      `${text} is read as the name of a function`,
    );
}

/** df/dx and d/dx f in one line. */
function differentialQuotient(parser: TokenReader): TexNode | undefined {
  const { next, here } = parser;
  const script = parser.peek(1);
  parser.next += script?.kind === "sup" ? 2 : 1;
  const found = inlineDerivative(parser, script?.kind === "sup" ? script.body : undefined, here);
  if (!found) parser.next = next;
  return found;
}

/** P of dP, where no integral waits for it: √dP. */
function isMeasureAhead(parser: TokenReader): boolean {
  const [own, next] = [parser.peek(), parser.peek(1)];
  return (
    own?.kind === "letter" &&
    !own.mark &&
    next?.kind === "letter" &&
    /^[PQ]$/.test(next.text) &&
    !next.gap
  );
}

/** √dP √dQ: what two measures have against a third, their densities. */
function measure(parser: TokenReader): TexNode {
  const { here } = parser;
  parser.next++;
  const name = parser.plainName();
  parser.notes.add(
    "reading",
    parser.since(here),
    `d${name.base} 读作密度 ${name.base.toLowerCase()}`,
    `d${name.base} is read as the density ${name.base.toLowerCase()}`,
  );
  return name;
}

/** foo(x): three letters and more with a bracket right after them are read as a product, which may be no product. */
function noteRun(parser: TokenReader): void {
  const isPlain = (token: TexToken | undefined): boolean =>
    token?.kind === "letter" && /^[a-zA-Z]$/.test(token.text) && !token.mark;
  const before = parser.tokens[parser.next - 1];
  if (isPlain(before) && !parser.peek()?.gap) return;
  let length = 1;
  while (isPlain(parser.peek(length)) && !parser.peek(length)?.gap) length++;
  const next = parser.peek(length);
  const typed = tokenText(parser.tokens.slice(parser.next, parser.next + length));
  const isAbbreviation = /^[A-Z]{2,4}$/.test(typed) && /[^XYZPQ]/.test(typed);
  const isWordLike = /^[a-z]{3,5}$/.test(typed) && /[^xyz]/.test(typed);
  if (isAbbreviation || (isWordLike && !isSign(next, "(", "[")))
    parser.notes.add(
      "ambiguity",
      parser.here,
      `${typed} 读作字母的乘积；若是一个名字，写 \\mathrm{${typed}}`,
      `${typed} is read as a product of letters; if it is one name write \\mathrm{${typed}}`,
    );
  if (length < 3 || !isSign(next, "(", "[") || next?.gap) return;
  const letters = parser.tokens.slice(parser.next, parser.next + length);
  const run = tokenText(letters);
  parser.notes.add(
    "ambiguity",
    parser.here,
    `${run} 读作 ${letters.length} 个字母的乘积；若是一个函数的名字，写 \\operatorname{${run}}`,
    `${run} is read as a product of ${letters.length} letters; if it names a function write \\operatorname{${run}}`,
  );
}

/** A bracket ahead with commas in it. */
function isList(parser: TokenReader, ahead: number): boolean {
  const from = parser.next + ahead;
  const close = closingOf(parser.tokens, from);
  const inner = parser.tokens.slice(from + 1, close < 0 ? undefined : close);
  return splitOutside(inner, (token) => isSign(token, ",")).length > 1;
}

/** E(x) and E_θ(x) of a small letter after a minus in an exponent: e^{−E(x)}. */
function isEnergy(parser: TokenReader): boolean {
  const ahead = parser.peek(1)?.kind === "sub" ? 2 : 1;
  const [open, letter, close] = [0, 1, 2].map((i) => parser.peek(ahead + i));
  return (
    parser.around.isExponent === true &&
    parser.tokens.slice(0, parser.next).some((token) => isSign(token, "-")) &&
    isSign(open, "(") &&
    letter?.kind === "letter" &&
    /^[a-z]$/.test(letter.text) &&
    isSign(close, ")", ",")
  );
}

function isExpectation(parser: TokenReader): boolean {
  let ahead = 1;
  while (["sub", "sup"].includes(parser.peek(ahead)?.kind ?? "")) ahead++;
  const token = parser.peek(ahead);
  const own = parser.peek();
  if (own?.kind === "letter" && own.face === "script" && ahead === 1) return false;
  if (isSign(token, "[", "(", "{")) return true;
  // E‖x‖², E_p |x|: of the size, where another bar closes it.
  if (token && isSign(token, "|", "‖"))
    return parser.tokens
      .slice(parser.next + ahead + 1)
      .some((other) => isSign(other, tokenText([token])));
  if (ahead > 1)
    return (
      token !== undefined &&
      (token.kind !== "sign" || isSign(token, "∑", "∏", "∫", "∇", "∂", "√", "⟨"))
    );
  return token?.kind === "letter" || token?.kind === "word" || token?.kind === "command";
}

/** Σ as a sum: with limits that count or name a variable, or before something to sum. */
function isFold(parser: TokenReader, text: string): boolean {
  const sub = parser.peek(1);
  const after = parser.peek(2);
  if (
    sub?.kind === "sup" ||
    (sub?.kind === "sub" && (!after || isSign(after, ")", "]", ",", "|", "/")))
  )
    return false;
  if (after?.kind === "sup" && !/^[A-Za-z0-9]+$/.test(tokenText(after.body))) return false;
  if (sub?.kind === "sub") {
    if (sub.body.some((token) => isSign(token, "=", "∈"))) return true;
    // Σ_θ(x_t, t): a covariance that is a function.
    const close = isSign(after, "(") ? closingOf(parser.tokens, parser.next + 2) : -1;
    const inside = parser.tokens.slice(parser.next + 3, Math.max(close, parser.next + 3));
    if (splitOutside(inside, (token) => isSign(token, ",")).length > 1) return false;
    return (
      text === "Σ" && /^[a-zωθ]$/.test(tokenText(sub.body)) && !/^[dk]$/.test(tokenText(sub.body))
    );
  }
  return (
    text === "Σ" && (sub?.kind === "word" || (sub?.kind === "letter" && /[pPqQ]/.test(sub.text)))
  );
}
