/** East Asian wide and full-width characters (Unicode UAX #11), by their blocks. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that `text` takes in a terminal and in most monospaced fonts: a wide character takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** As much of `text`, from its start, as fits in `columns`. */
export function fitted(text: string, columns: number): string {
  let left = columns;
  let shown = "";
  for (const character of text) {
    left -= textWidth(character);
    if (left < 0) return shown;
    shown += character;
  }
  return shown;
}
