import { ExpressionError } from "./expression-error";
import { operatorSigns } from "./lexicon";

/** The text for the parser, and for each of its characters the place in the text the author typed. */
export interface SourceText {
  readonly typed: string;
  readonly text: string;
  readonly origin: readonly number[];
}

const isNameCharacter = (c: string | undefined): boolean =>
  c !== undefined && /[\p{L}\p{N}_′⋆]/u.test(c);

// What a Chinese keyboard gives for the same keys, and the signs of print.
const sameAs: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "［": "[",
  "］": "]",
  "，": ",",
  "、": ",",
  "；": "|",
  ";": "|",
  "｜": "|",
  "∣": "|",
  "‖": "|",
  "∥": "|",
  "＝": "=",
  "＋": "+",
  "－": "-",
  "−": "-",
  "×": "*",
  "⋅": "*",
  "＊": "*",
  "／": "/",
  "÷": "/",
  "∼": "~",
  "～": "~",
  "〜": "~",
};

/**
 * Rewrites what mathjs cannot read: ∑ ∏ ∫ become names, `~` and `∈` its word operators, `‖` and `;` its bar, `θ*` a
 * name, `·` a blank after a bracket and a product between factors.
 */
export function sourceText(typed: string): SourceText {
  let text = "";
  const origin: number[] = [];
  const put = (piece: string, at: number): void => {
    text += piece;
    for (let i = 0; i < piece.length; i++) origin.push(at);
  };
  const characters = typed;
  for (let at = 0; at < characters.length; ) {
    const symbol = String.fromCodePoint(characters.codePointAt(at)!);
    const c = sameAs[symbol] ?? symbol;
    const next = at + symbol.length;
    const before = lastInk(text);
    if (c === "{" || c === "}" || c === '"' || c === "#" || c === "\\") {
      throw new ExpressionError(
        { expression: typed, at },
        `不用 ${c}；写成普通文本，例如 P_G(x | θ)，括号用 ( )`,
        `${c} has no meaning here; write plain text such as P_G(x | θ), with ( ) for brackets`,
      );
    }
    if (operatorSigns[c]) put(operatorSigns[c], at);
    else if (c === "Σ" && /^\s*[(（]/.test(typed.slice(next))) put("Sum", at);
    else if (c === "Π" && /^\s*[(（]/.test(typed.slice(next))) put("Prod", at);
    else if (c === "𝔼") put("E", at);
    else if (c === "∞") put("Infinity", at);
    else if (c === "~") put(" to ", at);
    else if (c === "∈") put(" in ", at);
    else if (c === "|" && typed[next] === "|") {
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
    else put(c, at);
    at = next;
  }
  origin.push(typed.length);
  return { typed, text, origin };
}

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
  if (!isNameCharacter(previous) || /\p{N}/u.test(previous!)) return false;
  return /^\s*($|[)）\],，|｜∣‖∥;；:：=＝+/^*×])/.test(rest) || /^\s+[-−]\s/.test(rest);
}
