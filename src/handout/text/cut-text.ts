/** Characters of one text that a page shows: some four thousand lines. */
export const mostText = 300_000;

/** A text as far as a page shows it. */
export interface CutText {
  readonly text: string;
  /** What was left out, in words; undefined where nothing was. */
  readonly note: string | undefined;
}

/** Cuts a text that would hold up a page, at the end of a line where one is near. */
export function cutText(text: string, most: number = mostText): CutText {
  if (text.length <= most) return { text, note: undefined };
  const line = text.lastIndexOf("\n", most);
  let end = line > most * 0.9 ? line : most;
  if (/[\ud800-\udbff]/.test(text[end - 1])) end -= 1;
  return { text: text.slice(0, end), note: `太长：共${text.length}个字符，只显示前${end}个。` };
}

/** The note of a text that was cut, as HTML; "" where none was. */
export const cutNote = ({ note }: CutText): string =>
  note === undefined ? "" : `<p class="note cut">${note}</p>`;
