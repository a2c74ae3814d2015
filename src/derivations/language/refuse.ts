import { ExpressionError } from "./expression-error";
import { operatorNamed } from "./lexicon";
import { refuseCharacter } from "./refuse-character";

/** A sign that has no meaning, and what to write instead. */
type Refusal = readonly [zh: string, en: string];

const noSign: Readonly<Record<string, Refusal>> = {
  "!": ["没有阶乘号；写 ∏(k=1, n, k)", "there is no factorial sign; write ∏(k=1, n, k)"],
  "%": ["没有百分号；写成小数", "there is no per cent sign; write a decimal"],
  "?": [
    "没有 ? :；分段的函数在世界的 scope 里给",
    "there is no ? :; give such a function in the world's scope",
  ],
};

const relationSigns = new Set(["<", ">", "≤", "≥", "≠", "≈", "⩽", "⩾", "≡", "≪", "≫"]);
const noMeaning = new Set([...'}"#$&@`“”‘’。…']);

/** Throws where `c`, typed at `at` after `text`, belongs to another notation, and says how to write it here. */
export function refuse(typed: string, at: number, c: string, text: string): void {
  const rest = typed.slice(at);
  const fail = ([zh, en]: Refusal): never => {
    throw new ExpressionError({ expression: typed, at }, zh, en);
  };
  const sign = Object.hasOwn(noSign, c) ? noSign[c] : undefined;
  if (!isInCondition(text) && (relationSigns.has(c) || /^(==|!=)/.test(rest))) {
    fail([
      "一步只写一个式子；=、≥、≤、≈ 写在 relation 里",
      "a step is one expression: =, ≥, ≤ and ≈ belong in relation",
    ]);
  }
  if (sign) fail(sign);
  const [name = "x"] = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(text) ?? [];
  const character = refuseCharacter(c, name);
  if (character) fail(character);
  if (c === "\\") {
    fail([
      "不用 TeX 命令；写成普通文本，例如 θ、∞、a/b、∑(i=1, m, …)、P_G(x | θ)",
      "TeX commands have no meaning here; write plain text such as θ, ∞, a/b, ∑(i=1, m, …), P_G(x | θ)",
    ]);
  }
  if (c === "{") {
    fail([
      "不用 {；下标直接写 P_data、x_1，求和写 ∑(i=1, m, …)，期望写 E(x ~ P, …)，括号用 ( )",
      "{ has no meaning here; write plain text such as P_data, x_1, ∑(i=1, m, …), E(x ~ P, …), with ( ) for brackets",
    ]);
  }
  if (noMeaning.has(c)) {
    fail([
      `不用 ${c}；写成普通文本，例如 P_G(x | θ)，括号用 ( )`,
      `${c} has no meaning here; write plain text such as P_G(x | θ), with ( ) for brackets`,
    ]);
  }
  if (c === "[") refuseBracket(text, fail);
  if (c === "|" && /(^|[(,+\-*/^=])\s*$/.test(text) && !/\|\s*$/.test(text)) {
    fail([
      "竖线前缺一个自变量；绝对值写成 abs(x)",
      "an argument is missing before the bar; an absolute value is written abs(x)",
    ]);
  }
  if (/^\*\*/.test(rest) && !/[\p{L}_′⋆]$/u.test(text)) {
    fail(["乘方写成 ^，例如 x^2", "a power is written with ^, as in x^2"]);
  }
  refuseNumber(rest, text, fail);
}

/** Inside the bracket of cases or indicator, where relations are conditions. */
export function isInCondition(text: string): boolean {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === ")") depth++;
    else if (text[i] === "(" && --depth < 0) {
      if (/(cases|indicator)\s*$/.test(text.slice(0, i))) return true;
      depth = 0;
    }
  }
  return false;
}

/** Square brackets hold the index of a sample or an array, nothing else. */
function refuseBracket(text: string, fail: (refusal: Refusal) => never): void {
  const [name] = /[\p{L}_][\p{L}\p{N}_]*\s*$/u.exec(text) ?? [];
  if (name === undefined) {
    fail([
      "方括号只作下标，例如 x[i]；别处用 ( )",
      "square brackets hold an index, as in x[i]; use ( )",
    ]);
  } else if (operatorNamed(name.trim()) || /^E_/.test(name)) {
    fail([`${name.trim()} 的括号用 ( )`, `${name.trim()} takes round brackets ( )`]);
  }
}

/** A number no double holds, or not in decimals. */
function refuseNumber(rest: string, text: string, fail: (refusal: Refusal) => never): void {
  if (!/^[\d.]/.test(rest) || /[\p{L}\p{N}_.]$/u.test(text)) return;
  if (/^0[xbo]/i.test(rest)) fail(["只用十进制数", "numbers are decimal here"]);
  const [number = ""] = /^(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/.exec(rest) ?? [];
  const value = Number(number);
  const isLost = value === 0 && /[1-9]/.test(number.replace(/[eE].*/, ""));
  if (value === Number.POSITIVE_INFINITY || isLost) {
    fail([`${number} 超出双精度数的范围`, `${number} is out of the range of doubles`]);
  }
}
