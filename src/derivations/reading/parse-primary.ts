import { conditionText } from "./condition-text";
import { indicatorOf } from "./extent/indicator-of";
import { parseDerivative, parseNabla } from "./parse-functions";
import { parseLetter, parseWord } from "./parse-letters";
import { parseBig } from "./parse-operators";
import { relationSigns } from "./relation-signs";
import type { NameNode, TexNode } from "./tex-node";
import { isSign, type Span, type TexToken } from "./tex-token";
import type { TokenReader } from "./token-reader";
import { closingOf, splitOutside, tokenText } from "./token-scan";

function parseGroup(parser: TokenReader, body: readonly TexToken[], at: Span): TexNode {
  const kept = body.filter(({ kind }) => kind !== "cell");
  if (kept.every(({ kind }) => kind === "prose" || kind === "space")) {
    const next = parser.isFactorStart() ? parsePrimary(parser) : undefined;
    return next ?? parser.fail("花括号是空的", "an empty group", at);
  }
  const inner = parser.inside(kept);
  const node = inner.whole();
  parser.pending.push(...inner.pending);
  return node;
}

function parseCommand(parser: TokenReader, token: Extract<TexToken, { kind: "command" }>): TexNode {
  if (token.name === "sqrt") {
    parser.next++;
    const body = parser.inside(token.args[0], { openIntegrals: 0 }).whole();
    return { kind: "function", name: "sqrt", args: [body], at: token.at };
  }
  const derivative = parseDerivative(parser, token);
  if (derivative) return derivative;
  parser.next++;
  const args = [token.args[0], withBracketAfter(parser, token.args)];
  const [left, right] = args.map((part) => parser.inside(part, { openIntegrals: 0 }).whole());
  return { kind: "binary", operator: "/", left, right, at: token.at };
}

/** \\frac{p(x)}q(x): the bracket after a lone q below p(x) is the argument of q. */
function withBracketAfter(
  parser: TokenReader,
  [top, bottom]: readonly (readonly TexToken[])[],
): readonly TexToken[] {
  const [name, ...scripts] = bottom;
  const isLaw = name?.kind === "letter" && /^[pqPQ]$/.test(name.text);
  const close = isSign(parser.peek(), "(") ? closingOf(parser.tokens, parser.next) : -1;
  const bracket = parser.tokens.slice(parser.next, close + 1);
  const isSame = close >= 0 && tokenText(top).endsWith(tokenText(bracket));
  if (!isLaw || !isSame || scripts.some(({ kind }) => kind !== "sub")) return bottom;
  parser.next = close + 1;
  parser.notes.add(
    "repair",
    name.at,
    `分母只写了 ${tokenText(bottom)}，后面的 ${tokenText(bracket)} 读进分母`,
    `the denominator is ${tokenText(bottom)} alone; ${tokenText(bracket)} after it is read into it`,
  );
  return [...bottom, ...bracket];
}

function parseCases(parser: TokenReader, body: readonly TexToken[], at: Span): TexNode {
  const rows = splitOutside(body, ({ kind }) => kind === "row")
    .filter((row) => row.some(({ kind }) => kind !== "space"))
    .map((row) => {
      const parts = splitOutside(
        row,
        ({ kind }) => kind === "cell" || kind === "space" || kind === "prose",
      );
      const [value, ...condition] = parts.filter((part) => part.length > 0);
      const words = row.filter(({ kind }) => kind === "prose");
      const rest = condition.map(tokenText).concat(words.map((word) => tokenText([word])));
      return {
        value: parser.inside(value).whole(),
        condition: withRelation(parser, conditionText(rest.join(" ")), at),
      };
    });
  return { kind: "cases", rows, at };
}

/** "θ − 0" typed for "θ = 0". */
function withRelation(parser: TokenReader, condition: string, at: Span): string {
  const [, left, right] = /^(\S+) - ([01])$/u.exec(condition) ?? [];
  if (left === undefined) return condition;
  parser.notes.add(
    "repair",
    at,
    `条件 ${condition} 里没有关系号，读作 ${left} = ${right}`,
    `the condition ${condition} has no relation, read as ${left} = ${right}`,
  );
  return `${left} = ${right}`;
}

function parseSign(parser: TokenReader, text: string, at: Span): TexNode {
  switch (text) {
    case "∑":
    case "∏":
    case "∫":
      return parseBig(parser);
    case "#": {
      // #x: how often x occurs.
      parser.next++;
      const name = parser.plainName();
      const fn: NameNode = {
        kind: "name",
        base: "n",
        isWord: false,
        primes: 0,
        isStarred: false,
        at,
      };
      return { kind: "apply", fn, values: [name], given: [], at: parser.since(at) };
    }
    case "√": {
      parser.next++;
      const body = parser.factor();
      return { kind: "function", name: "sqrt", args: [body], at: parser.since(at) };
    }
    case "∇":
    case "∂":
      return parseNabla(parser);
    case "∞":
      parser.next++;
      return { kind: "name", base: "∞", isWord: false, primes: 0, isStarred: false, at };
    case "·":
      parser.next++;
      return { kind: "blank", at };
    case "(":
    case "[":
    case "{":
      return parseBracket(parser);
    case "⟨":
      return parseInnerProduct(parser);
    case "|":
    case "‖":
      return parseSize(parser, text, at);
    default:
      if (relationSigns.includes(text))
        return parser.fail(`这里不该有 ${text}`, `${text} has no place here`);
      return parser.fail(`这里读不懂 ${text}`, `${text} cannot be read here`);
  }
}

function parseSize(parser: TokenReader, bars: "|" | "‖", at: Span): TexNode {
  const start = parser.next + 1;
  const length = parser.tokens.slice(start).findIndex((token) => isSign(token, bars));
  if (length < 0) return parser.fail(`${bars} 没有配对`, `${bars} is not closed`, at);
  parser.next = start + length + 1;
  const body = parser.inside(parser.tokens.slice(start, start + length)).whole();
  const script = parser.peek();
  if (script?.kind === "sub") parser.next++;
  const sub = script?.kind === "sub" ? script.body : undefined;
  return { kind: "size", bars, sub, body, at: parser.since(at) };
}

function parseBracket(parser: TokenReader): TexNode {
  const { at } = parser.tokens[parser.next];
  const tokens = parser.bracketTokens();
  const parts = splitOutside(tokens, (token) => isSign(token, ","));
  if (parts.length > 1) {
    const items = parts.map((part) => parser.inside(part, { openIntegrals: 0 }).whole());
    return { kind: "tuple", items, at: parser.since(at) };
  }
  const isConvolution =
    tokens.length === 3 &&
    isSign(tokens[1], "*") &&
    [tokens[0], tokens[2]].every((token) => /^[fghkpqPQ]$/.test(tokenText([token]))) &&
    isSign(parser.peek(), "(");
  if (isConvolution)
    return parser.fail(
      "(f * g)(x) 像是卷积，没有对应的写法：写成积分",
      "(f * g)(x) looks like a convolution: write the integral",
      at,
    );
  const inner = parser.inside(tokens, { openIntegrals: 0 });
  return inner.whole();
}

/** ⟨a, b⟩: in one dimension the product of the two. */
function parseInnerProduct(parser: TokenReader): TexNode {
  const { at } = parser.tokens[parser.next];
  const tokens = parser.bracketTokens();
  const parts = splitOutside(tokens, (token) => isSign(token, ",", "|"));
  const [left, right] = parts.map((part) => parser.inside(part, { openIntegrals: 0 }).whole());
  const script = parser.peek();
  if (parts.length === 1 && script?.kind === "sub") {
    // ⟨f⟩_P: a mean, as physicists write it.
    parser.next++;
    return { kind: "expectation", sub: script.body, body: left, at: parser.since(at) };
  }
  // ⟨W⟩: a mean over what is not said.
  if (parts.length === 1) return { kind: "expectation", body: left, at: parser.since(at) };
  if (parts.length > 2)
    return parser.fail("⟨ ⟩ 里应是两项", "two things belong between ⟨ and ⟩", at);
  const whole = parser.since(at);
  parser.notes.add(
    "reading",
    whole,
    "内积 ⟨a, b⟩ 按一维读作乘积",
    "the inner product ⟨a, b⟩ is read in one dimension, as a product",
  );
  return { kind: "binary", operator: "*", left, right, at: whole };
}

export function parsePrimary(parser: TokenReader): TexNode {
  parser.skipCells();
  const token = parser.peek();
  if (!token) return parser.fail("式子没有写完", "the formula breaks off here");
  switch (token.kind) {
    case "number": {
      parser.next++;
      const indicator = token.text === "1" ? indicatorOf(parser, token.at) : undefined;
      if (indicator) return indicator;
      return { kind: "number", text: token.text, at: token.at };
    }
    case "group":
      parser.next++;
      return parseGroup(parser, token.body, token.at);
    case "command":
      return parseCommand(parser, token);
    case "cases":
      parser.next++;
      return parseCases(parser, token.body, token.at);
    case "word":
      return parseWord(parser, token.text);
    case "letter":
      return parseLetter(parser, token.text);
    case "sign":
      return parseSign(parser, token.text, token.at);
    default:
      return parser.fail(
        `这里读不懂：${tokenText([token])}`,
        `cannot be read: ${tokenText([token])}`,
      );
  }
}
