import { bareGreek } from "./definitions/bare-greek";
import { bareOperators, isWrittenWithoutBracket } from "./operators/bare-operators";
import type { Notes } from "./reading-note";
import { dictionary } from "./tex-commands";
import {
  isSign,
  type LetterToken,
  type SignToken,
  type Span,
  type TexToken,
  type WordToken,
} from "./tex-token";
import { closingOf, hasOutside } from "./token-scan";

const longestEntry = Math.max(...[...dictionary.keys()].map(({ length }) => length));

/**
 * Puts words together again that were typed letter by letter: `logP` is log P, `arg max` is argmax.
 *
 * A run of letters that is no product of names (more than two of them outside the dictionary, four or more in all) is
 * one word.
 */
export function splitWords(tokens: readonly TexToken[], notes: Notes): TexToken[] {
  const result: TexToken[] = [];
  for (let i = 0; i < tokens.length; ) {
    const run = runFrom(tokens, i);
    const fold = foldOf(run, tokens[i + run.length], notes) ?? bareGreek(run, notes);
    if (fold) result.push(fold);
    else if (isPairName(run, tokens, i + run.length))
      result.push(wordOf(run, run.map(({ text }) => text).join(""), false));
    else if (run.length > 1) result.push(...wordsOf(run, tokens[i + run.length]));
    else result.push(tokens[i]);
    i += Math.max(1, run.length);
  }
  return joinArgmax(result);
}

function isPlainLetter(token: TexToken | undefined): token is LetterToken {
  return token?.kind === "letter" && token.mark === undefined && /^[A-Za-z]$/.test(token.text);
}

function runFrom(tokens: readonly TexToken[], from: number): LetterToken[] {
  const run: LetterToken[] = [];
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (!isPlainLetter(token) || (run.length > 0 && token.gap)) break;
    run.push(token);
  }
  return run;
}

/** BC(P, Q) and PMI(x; y): capitals, and two things or more in the bracket after them. */
function isPairName(
  run: readonly LetterToken[],
  tokens: readonly TexToken[],
  next: number,
): boolean {
  const text = run.map((letter) => letter.text).join("");
  const isName = /^[A-DF-Z][A-Z]$/.test(text)
    ? !dictionary.has(text)
    : /^[A-Z]{1,2}MI$/.test(text) ||
      (/^[A-DF-Z][A-Z]{2,3}$/.test(text) && segments(text).every(({ length }) => length === 1));
  let open = next;
  while (tokens[open]?.kind === "sub" || tokens[open]?.kind === "sup") open++;
  if (!isName || !isSign(tokens[open], "(", "[")) return false;
  const close = closingOf(tokens, open);
  const inside = tokens.slice(open + 1, close < 0 ? open : close);
  return hasOutside(inside, (token) => isSign(token, ",", ";", "‖"));
}

/** sum_x, prod_i, int_0: an operator with its limits, typed without backslash. */
function foldOf(
  run: readonly LetterToken[],
  next: TexToken | undefined,
  notes: Notes,
): SignToken | undefined {
  const typed = run.map(({ text }) => text).join("");
  const text = ({ sum: "∑", prod: "∏", int: "∫" } as Record<string, string>)[typed];
  if (!text || (next?.kind !== "sub" && next?.kind !== "sup")) return undefined;
  const [first, last] = [run[0], run[run.length - 1]];
  const at: Span = [first.at[0], last.at[1]];
  notes.add("repair", at, `${typed} 前少了反斜杠`, `${typed} lacks its backslash`);
  return { kind: "sign", text, at, gap: first.gap };
}

function wordsOf(run: readonly LetterToken[], next?: TexToken): TexToken[] {
  const text = run.map((letter) => letter.text).join("");
  const isBracket = isSign(next, "(", "[", "{");
  const operator = isBracket || isWrittenWithoutBracket(text) ? bareOperators.get(text) : undefined;
  if (operator) return [{ ...wordOf(run, operator, true), typed: text }];
  const parts = segments(text);
  // Foo(x), ABC(x): a function's name, and no product.
  const isCalled = isBracket && parts.every(({ length }) => length === 1);
  if (isCalled && /^([A-Z][a-z]{2,}|[A-Z]{3,})$/.test(text)) return [wordOf(run, text, false)];
  // PSI = …: a name that is defined, and no product.
  const isAbbreviation = /^[A-Z]{3,}$/.test(text) && parts.length > 1 && isSign(next, "=", ":=");
  if (isAbbreviation) return [wordOf(run, text, false)];
  const singles = parts.filter((part) => part.length === 1).length;
  const isName = text.length >= 4 && singles > 2 && !/^(d[A-Za-z]){2,3}$/.test(text);
  if (isName) {
    const prefix = /^(log|ln)(?=[A-Za-z])/.exec(text)?.[0];
    if (!prefix) return [wordOf(run, text, false)];
    return [
      wordOf(run.slice(0, prefix.length), prefix, true),
      ...wordsOf(run.slice(prefix.length)),
    ];
  }
  let at = 0;
  return parts.map((part) => {
    const letters = run.slice(at, at + part.length);
    at += part.length;
    const known = dictionary.get(part);
    return part.length > 1 && known ? wordOf(letters, known, true) : letters[0];
  });
}

function wordOf(letters: readonly LetterToken[], text: string, isKnown: boolean): WordToken {
  const [first, last] = [letters[0], letters[letters.length - 1]];
  return {
    kind: "word",
    text,
    isKnown,
    isBare: true,
    at: [first.at[0], last.at[1]],
    gap: first.gap,
  };
}

/** The longest words of the dictionary from left to right, letters between. */
function segments(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longestEntry, text.length - at);
    while (length > 1 && !dictionary.has(text.slice(at, at + length))) length--;
    parts.push(text.slice(at, at + length));
    at += length;
  }
  return parts;
}

function joinArgmax(tokens: readonly TexToken[]): TexToken[] {
  const result: TexToken[] = [];
  for (const token of tokens) {
    const last = result[result.length - 1];
    const isJoined =
      token.kind === "word" &&
      /^(max|min)$/.test(token.text) &&
      last?.kind === "word" &&
      last.text === "arg";
    if (isJoined) {
      result[result.length - 1] = {
        ...last,
        text: `arg${token.text}`,
        at: [last.at[0], token.at[1]],
      };
    } else result.push(token);
  }
  return result;
}
