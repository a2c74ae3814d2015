import { type CountMeasure, countMeasures } from "../estimators/count-measures";
import { estimateFromTestedCounts } from "../estimators/estimate-from-counts";
import { homogeneityPValue } from "../estimators/homogeneity-p-value";
import type { Smoothing } from "../estimators/smoothing";
import { seeded } from "../math/random";
import { checkOptions, oneOf } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { checkedLater, count, list } from "../words/option-kinds";
import { type ChosenColumns, chooseColumns } from "./choose-columns";
import type { CellChoice } from "./column-plan";
import { type CountedColumn, countColumns, stepsOf } from "./count-columns";
import type { TableEngine } from "./engine";
import { duckdb } from "./engines/duckdb";
import { Steps, type TableProgress } from "./steps";
import { type ComparedColumn, TableComparison } from "./table-comparison";
import { isTextFile, relationOf, type TableSource } from "./table-source";

/** What `compareTables` is asked. */
export interface CompareTablesOptions {
  /** The reference (yesterday, training), and what is held against it: a file, a table, or a query. */
  readonly p: TableSource;
  readonly q: TableSource;
  /** Which columns, or their kinds by name; by default all that both have. */
  readonly columns?: ChosenColumns;
  /** How a column is cut, by its name. */
  readonly cells?: Readonly<Record<string, CellChoice>>;
  /** Which divergences; default kl, jeffreys (on cells the population stability index) and jensenShannon. */
  readonly measures?: readonly CountMeasure[];
  /** What is added to every count; nothing by default, so that a cell which q lacks makes ∞. */
  readonly smoothing?: Smoothing;
  /** Base of the logarithm; e by default: nats. */
  readonly base?: number;
  /** Where the rows are; by default DuckDB in this process, which reads files. */
  readonly engine?: TableEngine;
  /** Seed of the posterior's draws and of the test's shuffles; default 0. */
  readonly seed?: number;
  readonly locale?: Locale;
  /** Hears of each query as it begins; a long comparison can show it. */
  readonly progress?: (progress: TableProgress) => void;
}

/**
 * Divergences of two tables, column by column: from counts of cells, which the engine counts where the rows are.
 *
 * Numeric cells lie between quantiles of p (ten by default; the outermost open, values that fill more than one cell of
 * their own), categories are the most frequent of either side and a rest, times are cut by calendar unit; missing, NaN
 * and ±∞ are cells of their own. Each divergence is that of `estimateFromCounts`, with its interval and a test of no
 * drift. ∞ stays ∞, with the cell that makes it so. A column that cannot be compared says why; the others are answered.
 *
 * @param options `p` and `q`; `columns`, `cells`, `measures`, `smoothing`, `base`, `engine`, `seed`, `locale`, `progress`
 * @returns the comparison, which shows itself; its JSON keeps ∞ as "∞"
 * @throws TypeError for other options; Error in the engine's words where a table cannot be read at all
 *
 * @example
 * const both = { query: "SELECT range % 7 AS day FROM range(1000)" };
 * const { columns } = await compareTables({ p: both, q: both });
 * columns.map(({ name }) => name); // ["day"]
 *
 * Source: L. Paninski, Estimation of entropy and mutual information (2003), for the bias of values from counts.
 */
export async function compareTables(options: CompareTablesOptions): Promise<TableComparison> {
  const caller = "compareTables";
  checkGiven(caller, options);
  const engine = options.engine ?? duckdb();
  const { locale = "zh-CN" } = options;
  try {
    const relations = {
      p: relationOf(caller, "p", options.p, engine.dialect),
      q: relationOf(caller, "q", options.q, engine.dialect),
    };
    const isText = isTextFile(options.p) || isTextFile(options.q);
    const { plans, refused } = await chooseColumns(caller, options, relations, engine, isText);
    const steps = new Steps(stepsOf(plans.length), options.progress);
    const counted = await countColumns(plans, relations, engine, { locale, steps });
    const compared = counted.map((column) =>
      "problem" in column ? column : comparedColumn(column, options),
    );
    const order = new Map([...plans, ...refused].map(({ name, at }) => [name, at]));
    const columns = [...compared, ...refused.map(({ name, problem }) => ({ name, problem }))].sort(
      (a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0),
    );
    return new TableComparison(columns, engine.dialect.name, locale);
  } finally {
    // Ours; another's stays open.
    if (options.engine === undefined) await engine.close?.();
  }
}

function checkGiven(caller: string, options: CompareTablesOptions): void {
  if (Object.prototype.toString.call(options) !== "[object Object]") {
    throw shapeError(
      caller,
      '要一个对象，例如 { p: "a.parquet", q: "b.parquet" }',
      'give an object, for example { p: "a.parquet", q: "b.parquet" }',
    );
  }
  checkOptions(caller, options, {
    p: checkedLater,
    q: checkedLater,
    columns: checkedLater,
    cells: checkedLater,
    measures: list(oneOf(...Object.keys(countMeasures)), 1),
    smoothing: checkedLater,
    base: checkedLater,
    engine: checkedLater,
    seed: count(0),
    locale: checkedLater,
    progress: checkedLater,
  });
  const { engine, progress } = options;
  if (progress !== undefined && typeof progress !== "function") {
    throw shapeError(
      caller,
      "options.progress 应为函数：({ done, total, step }) => {…}",
      "options.progress must be a function: ({ done, total, step }) => {…}",
    );
  }
  if (engine !== undefined && (typeof engine?.query !== "function" || !engine.dialect)) {
    throw shapeError(
      caller,
      "options.engine 应为 duckdb()、postgres(url) 或 spark(url)",
      "options.engine must be duckdb(), postgres(url) or spark(url)",
    );
  }
}

function comparedColumn(column: CountedColumn, options: CompareTablesOptions): ComparedColumn {
  const { measures = ["kl", "jeffreys", "jensenShannon"], seed = 0 } = options;
  const { p, q, kind, kindFrom, name, note, tested } = column;
  const labels = toldApart(column.labels);
  const side = (counts: readonly number[]): Map<string, number> =>
    new Map(labels.map((label, i) => [label, counts[i]]));
  const test = tested && testOf(tested, seed);
  const estimates = measures.map((measure) => {
    const more = {
      measure,
      prng: seeded(seed),
      ...(options.smoothing === undefined ? {} : { smoothing: options.smoothing }),
      ...(options.base === undefined ? {} : { base: options.base }),
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    };
    return [measure, estimateFromTestedCounts(side(p), side(q), more, test)] as const;
  });
  const total = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0);
  const [rows, missing] = [
    { p: total(p), q: total(q) },
    { p: p[labels.length - 1], q: q[labels.length - 1] },
  ];
  return {
    name,
    kind,
    kindFrom,
    rows,
    missing,
    cells: labels
      .map((label, i) => ({ label, p: p[i], q: q[i] }))
      .filter((cell) => cell.p + cell.q > 0),
    measures: Object.fromEntries(estimates),
    ...(note === undefined ? {} : { note }),
  };
}

/** A category may be named as the rest or missing values are, which come after it: then these stand in parentheses. */
function toldApart(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    let name = label;
    while (taken.has(name)) name = `（${name}）`;
    taken.add(name);
    return name;
  });
}

/** The test of no drift on cells that it may look at; cells that neither side has are none. */
function testOf({ p, q }: NonNullable<CountedColumn["tested"]>, seed: number): number {
  const cells = [...p.keys()].filter((i) => p[i] + q[i] > 0);
  const [a, b] = [p, q].map((counts) => Float64Array.from(cells, (i) => counts[i]));
  return homogeneityPValue(a, b, seeded(seed));
}
