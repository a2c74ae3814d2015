import { type CategoryKey, categoryCells } from "./category-cells";
import type { Cells } from "./cells";
import { type Dialect, type TimeUnit, timeUnits } from "./engine";

/** Seconds of a unit, about. */
const lengths: Readonly<Record<TimeUnit, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_629_746,
  quarter: 7_889_238,
  year: 31_556_952,
};

/** The finest unit that cuts `seconds` into at most `most` cells. */
export const unitFor = (seconds: number, most: number): TimeUnit =>
  timeUnits.find((unit) => seconds / lengths[unit] <= most) ?? "year";

/** A time's unit as the text that names its cell: "2024-03-01"; "2024-03-01 07:00:00" for units within a day. */
export function timeKey(
  column: string,
  type: string,
  unit: TimeUnit,
  dialect: Dialect,
): CategoryKey {
  const utc = dialect.utc(column, type);
  const start = dialect.startOf(utc, unit);
  const shown = lengths[unit] >= lengths.day ? `SUBSTRING(${start}, 1, 10)` : start;
  const infinite = `CASE WHEN ${utc} > ${dialect.utc("CURRENT_TIMESTAMP", "timestamp with time zone")} THEN '∞' ELSE '−∞' END`;
  return {
    sql: `CASE WHEN ${utc} IS NULL THEN NULL WHEN ${dialect.isFiniteTime(utc)} THEN ${shown} ELSE ${infinite} END`,
  };
}

/** Cells by calendar unit, in the order of time. */
export const timeCells = (
  key: CategoryKey,
  starts: readonly string[],
  dialect: Dialect,
  rest: string,
): Cells => categoryCells(key, [...starts].sort(), dialect, rest);
