import { statementsOf } from "../../src/handout/checks/statements-of";
import {
  type Cell,
  hasTag,
  joinText,
  type Notebook,
  type Output,
} from "../../src/notebook/nbformat";

/** As it is compared: without spaces, quotation marks and escapes, which differ with how a text is packed. */
export const plain = (text: string): string =>
  text
    .replace(/&(?:lt|gt|amp|quot|apos);/g, (entity) => entities[entity])
    .replace(/[^\S\n]|["'`\\]/g, "");

/** The same of JSON, whose lines end by an escape. */
export const plainJson = (json: string): string => plain(json.replace(/(?<!\\)\\n/g, "\n"));

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": "",
  "&apos;": "",
};

const isCode = ({ cell_type }: Cell): boolean => cell_type === "code";

const linesOf = (text: string, least: number): string[] =>
  text
    .split("\n")
    .map(plain)
    .filter((line) => line.length >= least);

/** What a cell printed; a value that shows itself prints its name as well, for consoles alone. */
const printedBy = ({ outputs = [] }: Cell): string =>
  outputs.some((output: Output) => "data" in output)
    ? ""
    : outputs.map((output) => ("text" in output ? joinText(output.text) : "")).join("\n");

/** The texts that are written as answers, where one is a line. */
const writtenIn = (source: string): string[] =>
  [...source.matchAll(/"((?:\\.|[^"\\\n])+)"|String\.raw`([^`\n]+)`/g)].flatMap(([, quoted, raw]) =>
    linesOf(raw ?? quoted, 10),
  );

/** Whether `text`, which is `plain`, holds an answer, not as a piece of a longer expression. */
export function holds(text: string, answer: string): boolean {
  for (let at = text.indexOf(answer); at >= 0; at = text.indexOf(answer, at + 1)) {
    const [before, after] = [text.slice(0, at).at(-1) ?? "", text[at + answer.length] ?? ""];
    if (!/[\p{L}\p{N})\]]/u.test(before) && !/[\p{N}(+*/^-]/u.test(after)) return true;
  }
  return false;
}

/**
 * What a lesson's solutions give away, as `plain` has it: the lines that declare an answer, the texts in them, the lines
 * of code and of output that stand nowhere else.
 */
export function answersOf({ cells }: Notebook): string[] {
  const solutions = cells.filter((cell) => hasTag(cell, "solution"));
  const others = cells.filter((cell) => !hasTag(cell, "solution"));
  const kept = plain(others.map(({ source }) => joinText(source)).join("\n"));
  const shown = plain(others.map(printedBy).join("\n"));
  return solutions.filter(isCode).flatMap((cell) => {
    const source = joinText(cell.source);
    const declared = (statementsOf(source) ?? [])
      .filter(({ declares }) => declares.some((name) => /^solved/.test(name)))
      .map(({ text }) => text);
    return [
      ...declared.flatMap((own) => linesOf(own.split("\n")[0], 12)),
      ...declared.flatMap(writtenIn),
      ...linesOf(source, 12).filter((line) => !kept.includes(line)),
      ...linesOf(printedBy(cell), 8).filter((line) => !`${shown}${kept}`.includes(line)),
    ];
  });
}
