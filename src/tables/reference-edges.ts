import type { Dialect, TableEngine } from "./engine";
import { asDouble, isFiniteDouble } from "./numeric-cells";
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

/** The ends of the cells of each column, by quantiles of p: exact, or approximate for very many values; `begin` hears which is asked for. */
export async function referenceEdges(
  questions: readonly EdgeQuestion[],
  relation: string,
  engine: TableEngine,
  begin: (question: number) => void = () => undefined,
): Promise<{ readonly edges: Edge[]; readonly isApproximate: boolean }[]> {
  const { dialect } = engine;
  const isMany = ({ finite }: EdgeQuestion): boolean =>
    finite > mostSorted && dialect.quantiles !== undefined;
  const many = questions.filter(isMany);
  for (const question of many) begin(questions.indexOf(question));
  const approximate = await approximateEdges(many, relation, engine);
  const found: { edges: Edge[]; isApproximate: boolean }[] = [];
  for (const [i, question] of questions.entries()) {
    if (isMany(question)) found.push({ edges: approximate.shift() ?? [], isApproximate: true });
    else {
      begin(i);
      found.push({ edges: await exactEdges(question, relation, engine), isApproximate: false });
    }
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

/** The engine's quantiles of many values, of all columns by one query; of a sample, where the engine would sort them all. */
async function approximateEdges(
  questions: readonly EdgeQuestion[],
  relation: string,
  { query, dialect }: TableEngine,
): Promise<Edge[][]> {
  if (questions.length === 0) return [];
  const most = Math.max(...questions.map(({ finite }) => finite));
  const asked = questions.map(({ column, cells }, i) => {
    const x = asDouble(column, dialect);
    const levels = Array.from({ length: cells - 1 }, (_, k) => (k + 1) / cells);
    const finite = `CASE WHEN ${isFiniteDouble(x, dialect)} THEN ${x} END`;
    return `${dialect.quantiles?.(finite, levels)} AS q${i}`;
  });
  const rows = dialect.sample?.(relation, mostSorted / most) ?? relation;
  const [row] = await query(`SELECT ${asked.join(", ")} FROM ${rows} AS t`);
  return questions.map((_, i) => edgesOfQuantiles(JSON.parse(String(row[`q${i}`])) as number[]));
}
