import type { ColumnPlan } from "./column-plan";
import type { Dialect, EngineRow } from "./engine";
import { asDouble, isFiniteDouble } from "./numeric-cells";

/** What one reading of a table tells of its columns. */
export interface Survey {
  readonly rows: number;
  /** By column: how many values are finite numbers, and from when to when times reach, in seconds since 1970. */
  readonly columns: readonly {
    readonly finite?: number;
    readonly span?: readonly [number, number];
  }[];
}

/** One query over all columns of one side. */
export function surveyQuery(
  plans: readonly ColumnPlan[],
  side: "p" | "q",
  relation: string,
  dialect: Dialect,
): string {
  const parts = plans.flatMap(({ name, kind, types }, i) => {
    const column = `t.${dialect.identifier(name)}`;
    if (kind === "numeric") {
      const finite = isFiniteDouble(asDouble(column, dialect), dialect);
      return [`CAST(COUNT(CASE WHEN ${finite} THEN 1 END) AS ${dialect.text}) AS f${i}`];
    }
    if (kind !== "time") return [];
    const utc = dialect.utc(column, types[side]);
    const epoch = `CASE WHEN ${dialect.isFiniteTime(utc)} THEN ${dialect.epoch(utc)} END`;
    return [`MIN(${epoch}) AS a${i}`, `MAX(${epoch}) AS b${i}`];
  });
  const all = [`CAST(COUNT(*) AS ${dialect.text}) AS n`, ...parts];
  return `SELECT ${all.join(", ")} FROM ${relation} AS t`;
}

/** What the one row of `surveyQuery` says. */
export function surveyOf(row: EngineRow, plans: readonly ColumnPlan[]): Survey {
  const columns = plans.map(({ kind }, i) => {
    if (kind === "numeric") return { finite: Number(row[`f${i}`]) };
    const [a, b] = [row[`a${i}`], row[`b${i}`]];
    const hasSpan = a !== null && a !== undefined && b !== null && b !== undefined;
    return kind === "time" && hasSpan ? { span: [Number(a), Number(b)] as const } : {};
  });
  return { rows: Number(row.n), columns };
}
