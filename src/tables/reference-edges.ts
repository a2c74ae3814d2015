import type { Dialect, TableEngine } from "./engine";
import { asDouble, doubleLiteral, isFiniteDouble } from "./numeric-cells";
import { type Edge, edgesOfQuantiles, quantileRanks } from "./numeric-edges";

/** Up to so many values a column is sorted; above that the engine's approximation tells the quantiles. */
export const mostSorted = 1_000_000;

/** A numeric column of p whose quantiles are asked for. */
export interface EdgeQuestion {
  /** The column as it is written behind `AS t`. */
  readonly column: string;
  /** How many finite values it has. */
  readonly finite: number;
  readonly cells: number;
}

/**
 * Exact quantiles: the values at given ranks, which every engine finds alike.
 *
 * Rank 0, which no row has, keeps DuckDB (1.5) from an optimisation of "the first row" that fails inside where the rows
 * are constants.
 */
export function rankQuery(
  { column, finite, cells }: EdgeQuestion,
  relation: string,
  dialect: Dialect,
): string {
  const ranks = [...new Set([0, ...quantileRanks(finite, cells)])].join(", ");
  return `SELECT r, x FROM (
  SELECT x, ROW_NUMBER() OVER (ORDER BY x) AS r
  FROM (SELECT ${asDouble(column, dialect)} AS x FROM ${relation} AS t) AS v
  WHERE ${isFiniteDouble("x", dialect)}
) AS ranked WHERE r IN (${ranks})`;
}

/** The ends of the cells of each column, by quantiles of p: exact, or approximate for very many values. */
export async function referenceEdges(
  questions: readonly EdgeQuestion[],
  relation: string,
  engine: TableEngine,
): Promise<{ readonly edges: Edge[]; readonly isApproximate: boolean }[]> {
  const { dialect } = engine;
  const isMany = ({ finite }: EdgeQuestion): boolean =>
    finite > mostSorted && dialect.approximateQuantiles !== undefined;
  const approximate = await approximateEdges(questions.filter(isMany), relation, engine);
  const found: { edges: Edge[]; isApproximate: boolean }[] = [];
  for (const question of questions) {
    if (isMany(question)) found.push({ edges: approximate.shift() ?? [], isApproximate: true });
    else found.push({ edges: await exactEdges(question, relation, engine), isApproximate: false });
  }
  return found;
}

async function exactEdges(
  question: EdgeQuestion,
  relation: string,
  engine: TableEngine,
): Promise<Edge[]> {
  if (question.finite === 0) return [];
  const rows = await engine.query(rankQuery(question, relation, engine.dialect));
  const values = new Map(rows.map(({ r, x }) => [Number(r), Number(x)]));
  const ranks = quantileRanks(question.finite, question.cells);
  return edgesOfQuantiles(ranks.flatMap((rank) => values.get(rank) ?? []));
}

/**
 * The engine's quantiles, each moved up to the next value that occurs: an engine that interpolates misses a spike by a
 * hair, and the spike would lie in a cell with its neighbours.
 */
async function approximateEdges(
  questions: readonly EdgeQuestion[],
  relation: string,
  { query, dialect }: TableEngine,
): Promise<Edge[][]> {
  if (questions.length === 0) return [];
  const xs = questions.map(({ column }) => asDouble(column, dialect));
  const asked = questions.map(({ cells }, i) => {
    const levels = Array.from({ length: cells - 1 }, (_, k) => (k + 1) / cells);
    const finite = `CASE WHEN ${isFiniteDouble(xs[i], dialect)} THEN ${xs[i]} END`;
    return `${dialect.approximateQuantiles?.(finite, levels)} AS q${i}`;
  });
  const [row] = await query(`SELECT ${asked.join(", ")} FROM ${relation} AS t`);
  const quantiles = questions.map((_, i) => JSON.parse(String(row[`q${i}`])) as number[]);
  const moved = quantiles.flatMap((values, i) =>
    values.map(
      (value, k) =>
        `MIN(CASE WHEN ${xs[i]} >= ${doubleLiteral(value, dialect)} THEN ${xs[i]} END) AS e${i}_${k}`,
    ),
  );
  const [next] = await query(`SELECT ${moved.join(",\n ")} FROM ${relation} AS t`);
  return quantiles.map((values, i) =>
    edgesOfQuantiles(values.map((value, k) => Number(next[`e${i}_${k}`] ?? value))),
  );
}
