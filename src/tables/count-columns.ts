import type { Locale } from "../words/locale";
import {
  type CategoryKey,
  categoryCells,
  categoryKey,
  pooledQuery,
  topQuery,
} from "./category-cells";
import type { Cells } from "./cells";
import type { ColumnKind } from "./column-kind";
import type { ColumnPlan, KindFrom } from "./column-plan";
import { columnProblem } from "./column-problem";
import { countQuery, countsOf, mostColumns } from "./count-query";
import type { TableEngine } from "./engine";
import { asDouble, numericCells } from "./numeric-cells";
import { referenceEdges } from "./reference-edges";
import type { Steps } from "./steps";
import { type Survey, surveyOf, surveyQuery } from "./survey";
import { tableWords } from "./table-words";
import { timeCells, timeKey, unitFor } from "./time-cells";

/** A column's cells and how often each occurs on either side; the last cell is that of missing values. */
export interface CountedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly kindFrom: KindFrom;
  readonly labels: readonly string[];
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly note?: string;
  /** The cells of the test of no drift, where those above were chosen by the counts that they hold. */
  readonly tested?: TestedCells;
}

/** Counts of cells that both sides chose together, in any order. */
interface TestedCells {
  readonly p: readonly number[];
  readonly q: readonly number[];
}

/** A column that was not counted, and why. */
export interface UncountedColumn {
  readonly name: string;
  readonly problem: string;
}

interface Relations {
  readonly p: string;
  readonly q: string;
}

/** In which language, and to whom it is told what is being asked. */
interface Telling {
  readonly locale: Locale;
  readonly steps: Steps;
}

/** The steps of each query's columns: a survey and a count of each side, and the cells of each column. */
export const stepsOf = (columns: number): number => columns + 4 * Math.ceil(columns / mostColumns);

const sides = ["p", "q"] as const;

/**
 * Cells and counts of all columns: one query for each step and side.
 *
 * Where a query fails, its columns are asked one by one, so that one column that cannot be read costs itself alone.
 */
export async function countColumns(
  plans: readonly ColumnPlan[],
  relations: Relations,
  engine: TableEngine,
  { locale, steps }: Telling,
): Promise<(CountedColumn | UncountedColumn)[]> {
  const counted: (CountedColumn | UncountedColumn)[] = [];
  for (let from = 0; from < plans.length; from += mostColumns) {
    const some = plans.slice(from, from + mostColumns);
    try {
      counted.push(...(await countTogether(some, relations, engine, { locale, steps })));
    } catch (error) {
      if (some.length === 1) counted.push(uncounted(some[0], error));
      else {
        for (const plan of some) {
          counted.push(...(await countColumns([plan], relations, engine, { locale, steps })));
        }
      }
    }
  }
  return counted;
}

const uncounted = ({ name }: ColumnPlan, error: unknown): UncountedColumn => {
  const [zh, ...en] = (error instanceof Error ? error.message : String(error)).split(" / ");
  return { name, problem: columnProblem(name, zh, en.length > 0 ? en.join(" / ") : zh) };
};

/** The same engine, whose errors say which side could not be read, and what to do. */
const engineFor = (side: "p" | "q", engine: TableEngine): TableEngine => ({
  ...engine,
  async query(sql) {
    try {
      return await engine.query(sql);
    } catch (error) {
      const [said] = (error instanceof Error ? error.message : String(error)).trim().split("\n");
      throw new Error(
        `${side} 读不出来，请检查这一列的值与类型、与引擎的连接 / ${side} cannot be read, check the column's values and type, and the connection: ${said}`,
        { cause: error },
      );
    }
  },
});

async function countTogether(
  plans: readonly ColumnPlan[],
  relations: Relations,
  engine: TableEngine,
  telling: Telling,
): Promise<(CountedColumn | UncountedColumn)[]> {
  const { dialect } = engine;
  const engines = { p: engineFor("p", engine), q: engineFor("q", engine) };
  const surveys = { p: {} as Survey, q: {} as Survey };
  const { locale, steps } = telling;
  const words = tableWords[locale];
  for (const side of sides) {
    steps.begin(words.surveying(side));
    const [row] = await engines[side].query(surveyQuery(plans, side, relations[side], dialect));
    surveys[side] = surveyOf(row, plans);
  }
  const empty = sides.find((side) => surveys[side].rows === 0);
  if (empty) return plans.map(({ name }) => ({ name, problem: emptyText(name, empty) }));
  const cells = await cellsOf(plans, surveys, relations, engines, telling);
  const counts = { p: [] as number[][], q: [] as number[][] };
  for (const side of sides) {
    const own = cells.map((pair) => pair[side]);
    steps.begin(words.counting(side));
    counts[side] = countsOf(
      await engines[side].query(countQuery(own, relations[side], dialect)),
      own,
    );
  }
  return plans.map(({ name, kind, kindFrom }, i) => {
    const { labels, note } = cells[i].p;
    const { pooled } = cells[i];
    const [p, q] = [counts.p[i], counts.q[i]];
    const absent = sides.find((side) => counts[side][i].slice(0, -1).every((n) => n === 0));
    if (absent) return { name, problem: missingText(name, absent) };
    return {
      name,
      kind,
      kindFrom,
      labels,
      p,
      q,
      ...(note === undefined ? {} : { note }),
      ...(pooled === undefined
        ? {}
        : { tested: { p: testedOf(p, pooled.p), q: testedOf(q, pooled.q) } }),
    };
  });
}

/** The values tested one by one, all others, and the missing ones, which the last of `counts` tells. */
function testedOf(counts: readonly number[], values: readonly number[]): number[] {
  const total = (list: readonly number[]): number => list.reduce((sum, n) => sum + n, 0);
  const missing = counts[counts.length - 1];
  return [...values, total(counts) - missing - total(values), missing];
}

const emptyText = (name: string, side: string): string =>
  columnProblem(
    name,
    `${side} 一行也没有；请检查查询的条件`,
    `${side} has no rows; check the query's conditions`,
  );
const missingText = (name: string, side: string): string =>
  columnProblem(
    name,
    `${side} 的这一列全部缺失；请检查列名和来源`,
    `all values of ${side} are missing; check the column's name and source`,
  );

/** The cells of a column, on both sides alike; their SQL may differ, for the types may. */
interface CellsOfSides {
  readonly p: Cells;
  readonly q: Cells;
  /** Counts of the values that both sides together have most often, where a side has more values than cells. */
  readonly pooled?: TestedCells;
}

async function cellsOf(
  plans: readonly ColumnPlan[],
  surveys: { readonly p: Survey; readonly q: Survey },
  relations: Relations,
  engines: { readonly p: TableEngine; readonly q: TableEngine },
  { locale, steps }: Telling,
): Promise<CellsOfSides[]> {
  const { dialect } = engines.p;
  const { rest, approximate, cutting } = tableWords[locale];
  const columnOf = ({ name }: ColumnPlan): string => `t.${dialect.identifier(name)}`;
  const asked = plans.flatMap((plan, i) =>
    plan.kind === "numeric" && plan.choice.edges === undefined ? [{ plan, i }] : [],
  );
  const answers = await referenceEdges(
    asked.map(({ plan, i }) => ({
      column: columnOf(plan),
      finite: surveys.p.columns[i].finite ?? 0,
      cells: plan.choice.count ?? 10,
    })),
    relations.p,
    engines.p,
    (i) => steps.begin(cutting(asked[i].plan.name)),
  );
  const cells: CellsOfSides[] = [];
  for (const [i, plan] of plans.entries()) {
    const column = columnOf(plan);
    if (plan.kind === "numeric") {
      const given = plan.choice.edges?.map((at) => ({ at, isBelow: true }));
      const answer = answers[asked.findIndex((one) => one.i === i)];
      const own = numericCells(column, given ?? answer.edges, dialect);
      const both = answer?.isApproximate ? { ...own, note: approximate } : own;
      cells.push({ p: both, q: both });
      continue;
    }
    steps.begin(cutting(plan.name));
    const keys = keysOf(plan, column, surveys, i, dialect);
    const top = plan.choice.top ?? (plan.kind === "category" ? 20 : 200);
    const values = new Set<string>();
    let isCut = false;
    for (const side of sides) {
      const rows = await engines[side].query(topQuery(keys[side], relations[side], top, dialect));
      for (const { k } of rows) values.add(String(keys[side].isNumber ? Number(k) : k));
      isCut ||= rows.length >= top;
    }
    const make = plan.kind === "time" ? timeCells : categoryCells;
    const [ofP, ofQ] = sides.map((side) => make(keys[side], [...values], dialect, rest));
    const pooled = isCut ? await pooledCounts(keys, relations, engines.q) : undefined;
    cells.push({ p: ofP, q: ofQ, ...(pooled ? { pooled } : {}) });
  }
  return cells;
}

async function pooledCounts(
  keys: { readonly p: CategoryKey; readonly q: CategoryKey },
  relations: Relations,
  { query, dialect }: TableEngine,
): Promise<TestedCells> {
  const rows = await query(pooledQuery(keys, relations, dialect));
  return { p: rows.map(({ a }) => Number(a)), q: rows.map(({ b }) => Number(b)) };
}

/** The text of a value's cell, on both sides. */
function keysOf(
  { kind, choice, types }: ColumnPlan,
  column: string,
  surveys: { readonly p: Survey; readonly q: Survey },
  i: number,
  dialect: TableEngine["dialect"],
): { readonly p: CategoryKey; readonly q: CategoryKey } {
  if (kind === "time") {
    const spans = sides.flatMap((side) => surveys[side].columns[i].span ?? []);
    const unit = choice.unit ?? unitFor(Math.max(...spans) - Math.min(...spans), 40);
    return {
      p: timeKey(column, types.p, unit, dialect),
      q: timeKey(column, types.q, unit, dialect),
    };
  }
  // Equal numbers of different types are one category, 1 and 1.0; engines write doubles each in its way.
  const isNumber = dialect.kind(types.p) === "numeric" && dialect.kind(types.q) === "numeric";
  if (isNumber && (types.p !== types.q || /^(?:float|double|real)/i.test(types.p))) {
    // + 0.0 makes −0 the same as 0 where an engine groups them apart.
    const number = { sql: `(${asDouble(column, dialect)} + 0.0)`, isNumber: true };
    return { p: number, q: number };
  }
  const key = categoryKey(column, dialect);
  return { p: key, q: key };
}
