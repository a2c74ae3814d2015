import { joinText, type Notebook } from "../../notebook/nbformat";

const digits = "零一二三四五六七八九";

/** 二十 is 20; up to 99. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes("十") ? text.split("十") : ["零", text];
  return 10 * (tens === "" ? 1 : digits.indexOf(tens)) + (ones ? digits.indexOf(ones) : 0);
}

/** What a lesson's own text says: 全篇约需二十分钟. */
const said = /(?:全篇|全课|读完)[^。\n]{0,12}?(\d+|[一二三四五六七八九十]+)\s*分钟/;

/** Characters and lines of code that are read in a minute. */
const pace = { han: 300, lines: 12 };

/** How long a lesson takes: as its text says, else reckoned from its length, to the next five minutes. */
export function readingMinutes({ cells }: Notebook): string {
  const text = cells
    .filter(({ cell_type }) => cell_type === "markdown")
    .map(({ source }) => joinText(source))
    .join("\n");
  const told = said.exec(text)?.[1];
  if (told !== undefined) return `${numberOf(told)}分钟`;
  const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const lines = cells
    .filter(({ cell_type }) => cell_type === "code")
    .flatMap(({ source }) => joinText(source).split("\n")).length;
  const minutes = han / pace.han + lines / pace.lines;
  return minutes < 1 ? "" : `约${5 * Math.ceil(minutes / 5)}分钟`;
}
