/** What a piece of TypeScript is, as far as its colour tells. */
export type CodeKind = "comment" | "string" | "number" | "keyword" | "call" | "plain";

export interface CodePiece {
  readonly kind: CodeKind;
  readonly text: string;
}

const keywords = new Set(
  `abstract as async await break case catch class const continue debugger declare default delete do else enum export
  extends finally for from function get if implements import in infer instanceof interface is keyof let namespace new
  of readonly return satisfies set static super switch throw try type typeof var void while with yield`.split(
    /\s+/,
  ),
);
const constants = new Set("true false null undefined NaN Infinity this".split(" "));

const token =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?)|(?<template>`)|(?<number>\b(?:0[xob][\da-f_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?)n?\b|\.\d+\b)|(?<word>[\p{L}_$][\p{L}\p{N}_$]*)(?<called>\s*\()?|[\s\S]/giu;

/** Where a template string ends: its `${…}` may hold strings of its own. */
function templateEnd(code: string, start: number): number {
  let depth = 0;
  for (let i = start + 1; i < code.length; i += 1) {
    if (code[i] === "\\") i += 1;
    else if (depth === 0 && code[i] === "`") return i + 1;
    else if (code[i] === "$" && code[i + 1] === "{") {
      depth += 1;
      i += 1;
    } else if (depth > 0 && code[i] === "}") depth -= 1;
    else if (depth > 0 && code[i] === "`") i = templateEnd(code, i) - 1;
  }
  return code.length;
}

/** Class of code that the page colours, which the file holds as text: a third of its characters. */
export const colouredInPage = "ts";

/** Code in pieces of one colour, in order; together they are the code. */
export function colourCode(code: string): CodePiece[] {
  const pieces: CodePiece[] = [];
  const add = (kind: CodeKind, text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else if (text !== "") pieces.push({ kind, text });
  };
  const pattern = new RegExp(token);
  for (let found = pattern.exec(code); found; found = pattern.exec(code)) {
    const { comment, string, template, number, word, called } = found.groups ?? {};
    if (comment) add("comment", comment);
    else if (string) add("string", string);
    else if (template) {
      const end = templateEnd(code, found.index);
      add("string", code.slice(found.index, end));
      pattern.lastIndex = end;
    } else if (number) add("number", number);
    else if (word) {
      const before = code[found.index - 1];
      const isMember = before === "." && code[found.index - 2] !== ".";
      const kind =
        !isMember && keywords.has(word)
          ? "keyword"
          : !isMember && constants.has(word)
            ? "number"
            : called
              ? "call"
              : "plain";
      add(kind, word);
      if (called) add("plain", called);
    } else add("plain", found[0]);
  }
  return pieces;
}
