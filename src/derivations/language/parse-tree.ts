import { ExpressionError } from "./expression-error";
import type { SourceText } from "./source-text";

/** What mathjs's nodes have that is read here. */
export interface MathNode {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly fn?: unknown;
  readonly op?: string;
  readonly implicit?: boolean;
  readonly args?: readonly MathNode[];
  readonly content?: MathNode;
  readonly object?: MathNode;
  readonly index?: MathNode;
  readonly dimensions?: readonly MathNode[];
  readonly params?: readonly string[];
  readonly expr?: MathNode;
}

interface Parser {
  (text: string): MathNode;
  isAlpha(c: string, before: string, after: string): boolean;
}

interface MathjsNumber {
  create(dependencies: object): { readonly parse: Parser };
  readonly parseDependencies: object;
}

let parser: Parser | undefined;

/** What mathjs says, and what it means to an author. */
const reasons: readonly (readonly [pattern: RegExp, zh: string, en: string])[] = [
  [
    /^Parenthesis \) expected/,
    "括号没有配对：到这里缺一个 )，或缺逗号",
    "brackets do not match: a ) is missing by here, or a comma",
  ],
  [/^End of matrix/, "方括号没有配对：缺一个 ]", "brackets do not match: a ] is missing"],
  [/^Unexpected end/, "式子没有写完", "the expression breaks off here"],
  [/^Unexpected operator \)/, "多了一个 )", "one ) too many: it closes no bracket"],
  [
    /^Unexpected operator ,/,
    "这里不该有逗号",
    "a comma has no place here, look for a missing bracket",
  ],
  [
    /^Invalid left hand side/,
    "一步只写一个式子，等号写在 relation 里；:= 的左边是名字或 L(θ)",
    "a step is one expression, an equals sign belongs in relation; the left of := is a name or L(θ)",
  ],
  [
    /^Value expected/,
    "这里缺一个数或名字",
    "a number or a name is missing here, look for a missing bracket",
  ],
  [
    /^Maximum call stack/,
    "式子嵌套太深，分成几步写",
    "nested too deeply; write it in several steps",
  ],
];

// The number-only build loads in half the time, and only when something is parsed. Its types are written for ESM
// alone, hence require. The instance is ours, so that its letters can be extended.
function loadParser(): Parser {
  const { create, parseDependencies } = require("mathjs/number") as MathjsNumber;
  const { parse } = create({ parseDependencies });
  const isMathjsAlpha = parse.isAlpha;
  parse.isAlpha = (c, before, after) => isMathjsAlpha(c, before, after) || /^[\p{L}′⋆·]$/u.test(c);
  return parse;
}

/**
 * mathjs's tree of an expression.
 *
 * @throws ExpressionError where the text is no expression
 */
export function parseTree(source: SourceText): MathNode {
  if (source.text.trim() === "") {
    throw new ExpressionError(
      { expression: source.typed, at: 0 },
      "式子是空的",
      "the expression is empty",
    );
  }
  try {
    parser ??= loadParser();
    return parser(source.text);
  } catch (error) {
    const { message, char } = error as { readonly message: string; readonly char?: number };
    const index = Math.min(Math.max((char ?? 1) - 1, 0), source.text.length);
    const reason = message.replace(/\s*\(char \d+\)/, "");
    const found = reasons.find(([pattern]) => pattern.test(reason));
    const [, zh, en] = found ?? [
      /./,
      "读不懂；查一查括号、逗号与乘号 *",
      `cannot be read (${reason}); look for a missing bracket, comma or multiplication sign *`,
    ];
    throw new ExpressionError({ expression: source.typed, at: source.origin[index] }, zh, en);
  }
}
