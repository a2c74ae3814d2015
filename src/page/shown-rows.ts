import { shortNumber } from "../words/number-text";

/** More rows than these are sampled: a data table is for reading. */
const rowLimit = 60;

/** The rows of a data table that are shown: all, or of many `rowLimit`, evenly spread, both ends among them. */
export function shownRows<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= rowLimit) return rows;
  const last = rows.length - 1;
  return Array.from({ length: rowLimit }, (_, i) => rows[Math.round((i * last) / (rowLimit - 1))]);
}

/** What a cell of a data table says. */
export const cellText = (value: string | number): string =>
  typeof value === "number" ? shortNumber(value) : value;
