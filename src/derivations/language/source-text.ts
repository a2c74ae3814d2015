import { ExpressionError } from "./expression-error";
import { operatorSigns } from "./lexicon";
import { isInCondition, refuse } from "./refuse";

/** The text for the parser, and for each of its characters the place in the text the author typed. */
export interface SourceText {
  readonly typed: string;
  readonly text: string;
  readonly origin: readonly number[];
}

const isNameCharacter = (c: string | undefined): boolean =>
  c !== undefined && /[\p{L}\p{N}_′⋆]/u.test(c);

// What a Chinese keyboard gives for the same keys, and the signs of print. Full-width forms of ASCII have their own rule.
const sameAs: Readonly<Record<string, string>> = {
  "、": ",",
  "；": "|",
  ";": "|",
  "∣": "|",
  "‖": "|",
  "∥": "|",
  "−": "-",
  "–": "-",
  "—": "-",
  "×": "*",
  "⋅": "*",
  "÷": "/",
  "∼": "~",
  "〜": "~",
  "【": "[",
  "】": "]",
  "²": "^2",
  "³": "^3",
};

/** The ASCII character that a full-width form stands for, a blank for blanks of any width, or the sign itself. */
function plain(symbol: string): string {
  if (/^[\s\u200b-\u200d\u2060\ufeff]$/u.test(symbol)) return " ";
  const known = sameAs[symbol];
  if (known !== undefined) return known;
  const code = symbol.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : symbol;
}

// Past this a text is no formula to be read by people.
const longest = 10_000;

/**
 * Rewrites what mathjs cannot read: ∑ ∏ ∫ become names, `~` and `∈` its word operators, `‖` and `;` its bar, `θ*` a
 * name, `·` a blank after a bracket and a product between factors.
 */
export function sourceText(typed: string): SourceText {
  if (typed.length > longest) {
    throw new ExpressionError(
      { expression: typed.slice(0, 60), at: 0 },
      `式子有 ${typed.length} 个字符，至多 ${longest}；分成几步写`,
      `the expression has ${typed.length} characters, at most ${longest}; write it in several steps`,
    );
  }
  let text = "";
  const origin: number[] = [];
  const put = (piece: string, at: number): void => {
    text += piece;
    for (let i = 0; i < piece.length; i++) origin.push(at);
  };
  const characters = typed;
  for (let at = 0; at < characters.length; ) {
    const symbol = String.fromCodePoint(characters.codePointAt(at) ?? 0);
    const c = plain(symbol);
    const next = at + symbol.length;
    const before = lastInk(text);
    refuse(typed, at, c, text);
    const comparison = comparisons[c];
    if (comparison && isInCondition(text)) {
      put(comparison, at);
      at = next;
      continue;
    }
    const drawn = /^\(\s*[\p{L}][\p{L}\p{N}_]*(\s*,\s*[\p{L}][\p{L}\p{N}_]*)+\s*\)\s*[~∼〜]/u.exec(
      typed.slice(at),
    );
    if (drawn && /[(,]$/.test(before)) put("tuple", at);
    const spoken = /^arg[\s_]+(max|min)(?=\s*[(（])/.exec(typed.slice(at));
    if (spoken && !isNameCharacter(text[text.length - 1])) {
      put(`arg${spoken[1]}`, at);
      at += spoken[0].length;
      continue;
    }
    if (operatorSigns[c])
      put(`${operatorSigns[c]}${/^\s*[(（_]/.test(typed.slice(next)) ? "" : " "}`, at);
    else if (c === "Σ" && /^\s*[(（]/.test(typed.slice(next))) put("Sum", at);
    else if (c === "Π" && /^\s*[(（]/.test(typed.slice(next))) put("Prod", at);
    else if (c === "𝔼") put("E", at);
    else if (c === "∞") put("Infinity", at);
    else if (c === "~") put(" to ", at);
    else if (c === "∈") put(" in ", at);
    else if (c === "|" && /^[|｜]/.test(typed.slice(next))) {
      put("|", at);
      at = next + 1;
      continue;
    } else if (c === ":" && /^[=＝]/.test(typed.slice(next))) {
      put("=", at);
      at = next + 1;
      continue;
    } else if (isBlankSign(c, before, typed.slice(next))) put("·", at);
    else if (c === "·") put("*", at);
    else if (c === "'" && isNameCharacter(text[text.length - 1])) put("′", at);
    else if (c === "*" && isStar(text[text.length - 1], typed.slice(next))) put("⋆", at);
    else if (c === "|") {
      put(c, at);
      // p(z | x=1): the name before the sign says which variable is given, and only one can be.
      const named = /^\s*[\p{L}][\p{L}\p{N}_]*\s*=(?!=)/u.exec(typed.slice(next));
      if (named) {
        at = next + named[0].length;
        continue;
      }
    } else put(c, at);
    at = next;
  }
  origin.push(typed.length);
  return { typed, text, origin };
}

/** Signs of conditions, as mathjs reads them. */
const comparisons: Readonly<Record<string, string>> = {
  "≤": "<=",
  "≥": ">=",
  "⩽": "<=",
  "⩾": ">=",
  "≠": "!=",
};

function lastInk(text: string): string {
  return text.trimEnd().slice(-1);
}

/** `·`, `.` or `*` alone between a bracket or comma and a bar, comma or bracket. */
function isBlankSign(c: string, before: string, rest: string): boolean {
  if (c !== "·" && c !== "." && c !== "*" && c !== "•") return false;
  return (before === "(" || before === ",") && /^\s*[|｜∣,，;；)）]/.test(rest);
}

/** A star that belongs to the name before it: nothing it could multiply comes next. */
function isStar(previous: string | undefined, rest: string): boolean {
  if (previous === undefined || !isNameCharacter(previous) || /\p{N}/u.test(previous)) return false;
  return /^\s*($|[)）\],，|｜∣‖∥;；:：=＝+/^*×])/.test(rest) || /^\s+[-−]\s/.test(rest);
}
