/** A table of Markdown: its head, and its rows by column. */
export interface MarkdownTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** The tables of Markdown whose rows begin with a bar. */
export function markdownTables(markdown: string): MarkdownTable[] {
  const lines = markdown.split("\n");
  const tables: { head: string[]; rows: string[][] }[] = [];
  let open: (typeof tables)[number] | undefined;
  for (const [index, line] of lines.entries()) {
    if (!/^\s*\|/.test(line)) open = undefined;
    else if (open) {
      if (!/^[\s|:-]+$/.test(line)) open.rows.push(cellsOf(line));
    } else if (/^\s*\|[\s|:-]+$/.test(lines[index + 1] ?? "")) {
      open = { head: cellsOf(line), rows: [] };
      tables.push(open);
    }
  }
  return tables;
}
