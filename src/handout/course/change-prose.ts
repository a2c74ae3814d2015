import { linesOutsideCode } from "../../notebook/exercises";

const kept = /(`+)[\s\S]*?\1|\$\$[\s\S]*?\$\$|(?<!\\)\$(?!\s)(?:\\[\s\S]|[^\\$\n])+?\$/g;

/** Markdown with its prose changed: code, formulas and fences stay as they are. */
export function changeProse(markdown: string, change: (prose: string) => string): string {
  const outside = linesOutsideCode(markdown);
  const lines = markdown.split("\n");
  const isCode = (i: number): boolean => lines[i] !== "" && outside[i] === "";
  const parts: string[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (end < lines.length && isCode(end) === isCode(start)) end += 1;
    const text = lines.slice(start, end).join("\n");
    parts.push(isCode(start) ? text : changeBetween(text, change));
    start = end;
  }
  return parts.join("\n");
}

function changeBetween(text: string, change: (prose: string) => string): string {
  let end = 0;
  const parts: string[] = [];
  for (const { 0: whole, index } of text.matchAll(kept)) {
    parts.push(change(text.slice(end, index)), whole);
    end = index + whole.length;
  }
  return parts.join("") + change(text.slice(end));
}
