import { isPlain, logArgument, noteEnd, product as productOf } from "./extent/log-argument";
import { readScripts } from "./parse-operators";
import type { TexNode } from "./tex-node";
import { type CommandToken, isSign, type TexToken } from "./tex-token";
import type { TokenReader } from "./token-reader";
import { splitOutside, tokenText } from "./token-scan";

/** log, exp, e^…, min(a, b): functions that everybody writes alike, with or without brackets. */
export function parseFunction(parser: TokenReader): TexNode {
  const at = parser.here;
  const token = parser.peek();
  const name = token ? tokenText([token]) : "";
  parser.next++;
  if (name === "e") {
    const power = parser.peek();
    parser.next++;
    const exponent = power?.kind === "sup" ? power.body : [];
    const body = parser.inside(exponent, { openIntegrals: 0, isExponent: true }).whole();
    return { kind: "function", name: "exp", args: [body], at: parser.since(at) };
  }
  const { sub, sup } = readScripts(parser);
  const value = argumentOf(parser, name);
  const node: TexNode = { kind: "function", name, base: sub, args: value, at: parser.since(at) };
  return sup ? { kind: "power", base: node, exponent: sup, at: node.at } : node;
}

function argumentOf(parser: TokenReader, name: string): readonly TexNode[] {
  while (parser.peek()?.kind === "space") parser.next++;
  if (isSign(parser.peek(), "(", "[", "{")) {
    const start = parser.here;
    const tokens = parser.bracketTokens();
    if (parser.peek()?.kind === "sup")
      parser.notes.add(
        "ambiguity",
        parser.since(start),
        `${name}(…) 括号外的指数读作整个 ${name} 的幂；若是自变量的幂，写进括号`,
        `the exponent after ${name}(…) is read as a power of the ${name}; write it inside if it is of the argument`,
      );
    const isExponent = name === "exp";
    return splitOutside(tokens, (token) => isSign(token, ",")).map((part) =>
      parser.inside(part, { openIntegrals: 0, isExponent }).whole(),
    );
  }
  const { at } = parser.peek() ?? { at: parser.here };
  const isSigned = isSign(parser.peek(), "-");
  const from = parser.next - 1;
  let body = isSigned ? parser.signedTerm() : parser.factor();
  const isLog = /^(log|ln|lg|lb)$/.test(name);
  if (isLog) body = logArgument(parser, body, name, from);
  else if (name === "tr" && isWord(parser.peek(), /^(log|ln|exp)$/)) body = traced(parser, body);
  else if (/^(tr|det)$/.test(name))
    body = productOf(parser, body, (last, next) => isPlain(last) && isPlain(next));
  if (!isSigned) noteEnd(parser, body, name);
  const product = isLog ? meanFrom(parser, body) : undefined;
  if (product) {
    parser.notes.add(
      "reading",
      product.at,
      `${name} 后面的常数分数连同它乘的和或括号一起在对数里`,
      `${name} is taken of the constant fraction with the sum or bracket that it multiplies`,
    );
    return [product];
  }
  if (body.kind === "number" && isSign(parser.peek(), "-", "+"))
    parser.notes.add(
      "ambiguity",
      at,
      `${name} ${body.text} 后面的加减不在对数里；若本意在里面，写括号`,
      `what follows ${name} ${body.text} is outside the ${name}; write brackets if it is meant inside`,
    );
  return [body];
}

const isWord = (token: TexToken | undefined, words: RegExp): boolean =>
  token?.kind === "word" && words.test(token.text);

/** Tr ρ ln ρ: of the whole product. */
function traced(parser: TokenReader, first: TexNode): TexNode {
  const right = parser.term();
  const at = [first.at[0], right.at[1]] as const;
  parser.notes.add(
    "reading",
    at,
    "tr 没有括号：取到下一个加减号",
    "tr without brackets is taken of all up to the next + or −",
  );
  return { kind: "binary", operator: "*", left: first, right, at };
}

/** ½(a + b), (1/K) ∑_k a_k: a constant share and directly the sum, product or bracket that it is a share of. */
function meanFrom(parser: TokenReader, share: TexNode): TexNode | undefined {
  if (share.kind !== "binary" || share.operator !== "/" || !isCount(share.right)) return undefined;
  const isOne = share.left.kind === "number";
  if (!isOne || !isSign(parser.peek(), "∑", "∏", "(", "[", "{")) return undefined;
  const right = parser.factor();
  return { kind: "binary", operator: "*", left: share, right, at: [share.at[0], right.at[1]] };
}

const isCount = (node: TexNode): boolean =>
  node.kind === "number" ||
  (node.kind === "name" && /^[KMNLSnmk]$/.test(node.base) && !node.isWord);

const isDifferentialSign = (token: TexToken | undefined): boolean =>
  isSign(token, "∂") || (token?.kind === "letter" && token.text === "d" && !token.mark);

/** ∂f/∂θ, ∂/∂θ f, d²f/dθ². */
export function parseDerivative(parser: TokenReader, token: CommandToken): TexNode | undefined {
  const [top, bottom] = token.args;
  if (!isDifferentialSign(top[0]) || !isDifferentialSign(bottom[0])) return undefined;
  if (bottom.length < 2) return undefined;
  if (isMeasure(top) && isMeasure(bottom)) return parseDensityRatio(parser, token);
  parser.next++;
  const variableTokens = bottom.slice(1);
  const last = variableTokens[variableTokens.length - 1];
  const order =
    last?.kind === "sup" && /^\d+$/.test(tokenText(last.body)) ? Number(tokenText(last.body)) : 1;
  const variable = parser.inside(order > 1 ? variableTokens.slice(0, -1) : variableTokens).whole();
  const rest = top.slice(top[1]?.kind === "sup" ? 2 : 1);
  const body = rest.length > 0 ? parser.inside(rest).whole() : operand(parser);
  return { kind: "derivative", variable, order, body, at: parser.since(token.at) };
}

/** dP of dP/dQ: a d and a capital letter. */
const isMeasure = (tokens: readonly TexToken[]): boolean =>
  isSign(tokens[0], "∂") === false &&
  tokens[1]?.kind === "letter" &&
  /^[A-ZΜμνΠπ]$/u.test(tokens[1].text) &&
  tokens.slice(2).every(({ kind }) => kind === "sub");

/** dP/dQ, dP/dQ(x): the ratio of the two densities. */
function parseDensityRatio(parser: TokenReader, token: CommandToken): TexNode {
  parser.next++;
  const given = isSign(parser.peek(), "(") ? parser.bracketTokens() : undefined;
  const at = parser.since(token.at);
  const [left, right] = token.args.map((part): TexNode => {
    const name = parser.inside(part.slice(1)).whole();
    if (!given || name.kind !== "name") return name;
    return { kind: "apply", fn: name, values: [parser.inside(given).whole()], given: [], at };
  });
  return { kind: "binary", operator: "/", left, right, at };
}

/**
 * What ∇ and ∂/∂θ are taken of: ∇ log p · f is the score times f and ∇f ∇g a product of two, else the whole term.
 */
function operand(parser: TokenReader): TexNode {
  parser.skipCells();
  if (isSign(parser.peek(), "-", "+")) return parser.signedTerm();
  let body = parser.factor();
  const isLog = body.kind === "function" && /^(log|ln)$/.test(body.name);
  for (;;) {
    const token = parser.peek();
    const next = isSign(token, "*", "·", "×") ? parser.peek(1) : token;
    if (isLog || isOperatorOfChange(next)) return body;
    if (isSign(token, "*", "·", "×")) parser.next++;
    else if (isSign(token, "/")) {
      parser.next++;
      const right = parser.factor();
      body = { kind: "binary", operator: "/", left: body, right, at: [body.at[0], right.at[1]] };
      continue;
    } else if (!parser.isFactorStart()) return body;
    const right = parser.factor();
    body = { kind: "binary", operator: "*", left: body, right, at: [body.at[0], right.at[1]] };
  }
}

/** ∇, or a fraction that begins with ∂ or d above and below. */
const isOperatorOfChange = (token: TexToken | undefined): boolean =>
  isSign(token, "∇", "∂") ||
  (token?.kind === "command" &&
    token.name === "frac" &&
    token.args.every(([first]) => isDifferentialSign(first)));

/** ∇, ∇_θ, ∂_θ and ∂_x² of the term that follows. */
export function parseNabla(parser: TokenReader): TexNode {
  const at = parser.here;
  const isPartial = isSign(parser.peek(), "∂");
  parser.next++;
  const { sub, sup } = readScripts(parser);
  if (isPartial && !sub) {
    const quotient = inlineDerivative(parser, sup, at);
    if (quotient) return quotient;
    return parser.fail("∂ 没写对谁求导", "∂ does not say by what it differentiates", at);
  }
  if (!isPartial && !sub && isSign(parser.peek(), "·"))
    return parser.fail(
      "向量场的散度 ∇· 没有对应的写法",
      "the divergence ∇· of a field has no counterpart",
      at,
    );
  const degree = sup ? tokenText(sup) : "1";
  if (!/^[1-4]$/.test(degree))
    return parser.fail(`求导的次数 ${degree} 读不懂`, `the order ${degree} cannot be read`, at);
  const variable = sub ? parser.inside(sub).whole() : undefined;
  if (isPartial && variable?.kind !== "name")
    return parser.fail("∂ 一次只对一个变量求导", "∂ differentiates by one variable at a time", at);
  const gradient = isPartial ? undefined : gradientTimes(parser);
  const { body, isTransposed } = gradient ?? { body: operand(parser), isTransposed: false };
  const node: TexNode = {
    kind: "derivative",
    variable,
    order: Number(degree),
    body,
    at: parser.since(at),
  };
  if (!isTransposed) return node;
  const exponent: TexToken = { kind: "letter", text: "T", at: node.at, gap: false };
  return { kind: "power", base: node, exponent: [exponent], at: node.at };
}

/** A(η) of ∇A(η)(η′ − η) and ∇A(η)^T(η′ − η): the gradient is multiplied by the bracket or by what stands after a dot. */
function gradientTimes(
  parser: TokenReader,
): { readonly body: TexNode; readonly isTransposed: boolean } | undefined {
  const from = parser.next;
  parser.skipCells();
  const first = parser.peek();
  const body = first?.kind === "letter" ? parser.factor() : undefined;
  const isRaised = body?.kind === "power" && /^[T⊤]$/u.test(tokenText(body.exponent));
  const inner = isRaised ? body.base : body;
  if (inner?.kind === "apply" && (isRaised || isSign(parser.peek(), "(", "[", "·", "×"))) {
    if (!isRaised)
      parser.notes.add(
        "ambiguity",
        inner.at,
        "∇ 只作用于紧跟它的函数，后面的因子在外面；若在里面，加括号",
        "∇ is of the function right after it, the factors after that are outside; write brackets if they are inside",
      );
    return { body: inner, isTransposed: isRaised };
  }
  parser.next = from;
  return undefined;
}

/** ∂f/∂x, ∂/∂x f, df/dx and d/dx f in one line, read from after the first sign. */
export function inlineDerivative(
  parser: TokenReader,
  sup: readonly TexToken[] | undefined,
  at: readonly [number, number],
): TexNode | undefined {
  const start = parser.next;
  const from = parser.tokens[start];
  const slash = parser.tokens.findIndex((token, i) => i >= start && isSign(token, "/"));
  const isNear =
    slash >= start && slash - start <= 8 && isDifferentialSign(parser.tokens[slash + 1]);
  const top = isNear ? parser.tokens.slice(start, slash) : [];
  const name = parser.tokens[slash + 2];
  if (!isNear || name?.kind !== "letter" || top.some(isOther)) return undefined;
  parser.next = slash + 2;
  const own = parser.plainName();
  const isPower = own.sup !== undefined && /^[1-4]$/.test(tokenText(own.sup));
  const degree = sup ? tokenText(sup) : isPower ? tokenText(own.sup ?? []) : "1";
  const variable: TexNode = isPower ? { ...own, sup: undefined } : own;
  const body = top.length > 0 ? parser.inside(top).whole() : operand(parser);
  if (!/^[1-4]$/.test(degree))
    return parser.fail("求导的次数读不懂", "the order cannot be read", from?.at);
  return { kind: "derivative", variable, order: Number(degree), body, at: parser.since(at) };
}

/** What ends the numerator of a derivative in one line. */
const isOther = (token: TexToken): boolean =>
  isSign(token, "+", "-", "*", "·", "×", "=") || token.kind === "command";
