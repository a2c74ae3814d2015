/**
 * Sanitised HTML with the empty heads of tables as cells: pandas and Markdown put one over a column of names, and a
 * screen reader would call it a heading without words.
 */
export const emptyHeads = (html: string): string =>
  html.replace(/<th(?=[\s>])((?:\s[^<>]*)?)>\s*<\/th>/g, (_, attributes: string) => {
    return `<td${attributes.replace(/ (?:scope|abbr)="[^"]*"/g, "")}></td>`;
  });
