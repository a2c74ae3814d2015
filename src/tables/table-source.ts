import { shapeError } from "../words/errors";
import type { Dialect } from "./engine";

/** A file (Parquet, CSV, JSON lines; a pattern with *), a table by its name, or a query. */
export type TableSource = string | { readonly table: string } | { readonly query: string };

const fileEnding = /\.(?:parquet|csv|tsv|json|jsonl|ndjson)(?:\.(?:gz|zst))?$/i;

/** Whether a source is a file without types, in which the engine has to guess them from texts. */
export const isTextFile = (source: unknown): boolean =>
  typeof source === "string" && /\.[ct]sv(?:\.(?:gz|zst))?$/i.test(source);

/**
 * The relation that a source stands for, as it is written behind FROM.
 *
 * A text that ends as files of tables do is a file; another one is a table's name, whose parts stand between dots:
 * { table } where a name holds dots of its own is the whole name, quoted.
 */
export function relationOf(
  caller: string,
  side: "p" | "q",
  source: unknown,
  dialect: Dialect,
): string {
  if (typeof source === "string" && source.trim() !== "") {
    if (!fileEnding.test(source)) return source.split(".").map(dialect.identifier).join(".");
    const file = dialect.file(source);
    if (file !== undefined) return file;
    throw shapeError(
      caller,
      `options.${side} 是文件 ${source}，${dialect.name} 读不了；请给表名或 { query }，或用 duckdb()`,
      `options.${side} is the file ${source}, which ${dialect.name} cannot read; give a table or { query }, or take duckdb()`,
    );
  }
  if (isText(source, "table")) return dialect.identifier(source.table);
  // A query may end with a semicolon or a comment, after which a bracket alone would be lost.
  if (isText(source, "query")) return `(${source.query.replace(/;\s*$/, "")}\n)`;
  throw shapeError(
    caller,
    `options.${side} 应为文件、表名，或者 { query: "SELECT …" }`,
    `options.${side} must be a file, a table's name, or { query: "SELECT …" }`,
  );
}

const isText = <K extends string>(source: unknown, key: K): source is Record<K, string> =>
  typeof source === "object" &&
  source !== null &&
  Object.keys(source).length === 1 &&
  typeof (source as Record<string, unknown>)[key] === "string" &&
  (source as Record<string, string>)[key].trim() !== "";
