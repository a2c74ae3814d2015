import { inspect } from "node-inspect-extracted";

type Row = readonly [index: string, cells: ReadonlyMap<string, string>];

const valueColumn = "Values";

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

function shown(value: unknown): string {
  const isLarge = isObject(value) && !Array.isArray(value) && Object.keys(value).length > 2;
  const depth = isLarge && typeof value !== "function" ? -1 : 0;
  return inspect(value, { depth, maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY });
}

/** Chinese takes two places of a terminal's line. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
const widthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0);
const padded = (text: string, width: number): string =>
  ` ${text}${" ".repeat(width - widthOf(text))} `;

function drawn(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, i) =>
    rows.reduce((width, row) => Math.max(width, widthOf(row[i])), widthOf(name)),
  );
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => "─".repeat(width + 2)).join(middle) + right;
  const line = (cells: readonly string[]): string =>
    `│${cells.map((cell, i) => padded(cell, widths[i])).join("│")}│`;
  return [
    rule("┌", "┬", "┐"),
    line(head),
    rule("├", "┼", "┤"),
    ...rows.map(line),
    rule("└", "┴", "┘"),
  ].join("\n");
}

/** What a row of a table of objects has in its columns; a value that is no object stands in a column of its own. */
function rowOf(
  value: unknown,
  columns: readonly string[] | undefined,
): ReadonlyMap<string, string> {
  if (!isObject(value)) return new Map([[valueColumn, shown(value)]]);
  const keys = columns ?? Object.keys(value);
  return new Map(
    keys.flatMap((key): [string, string][] =>
      Object.hasOwn(value, key) ? [[`.${key}`, shown(Reflect.get(value, key))]] : [],
    ),
  );
}

/**
 * What `console.table` prints in Node; undefined for what is no table.
 *
 * @param columns the names of the columns, where not all are wanted
 */
export function consoleTable(data: unknown, columns?: readonly string[]): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (data instanceof Map) {
    const rows = [...data].map(([key, value], i) => [String(i), shown(key), shown(value)]);
    return drawn(["(iteration index)", "Key", valueColumn], rows);
  }
  if (data instanceof Set) {
    const rows = [...data].map((value, i) => [String(i), shown(value)]);
    return drawn(["(iteration index)", valueColumn], rows);
  }
  const rows = Object.entries(data).map(([index, value]): Row => [index, rowOf(value, columns)]);
  const keys = columns
    ? columns.map((name) => `.${name}`)
    : [...new Set(rows.flatMap(([, cells]) => [...cells.keys()]))].filter((k) => k !== valueColumn);
  const hasValues = rows.some(([, cells]) => cells.has(valueColumn));
  const all = hasValues ? [...keys, valueColumn] : keys;
  return drawn(
    ["(index)", ...all.map((key) => (key === valueColumn ? key : key.slice(1)))],
    rows.map(([index, cells]) => [index, ...all.map((key) => cells.get(key) ?? "")]),
  );
}
