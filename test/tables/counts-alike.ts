import { expect } from "vitest";
import { estimateFromCounts } from "../../src";
import { compareTables, type TableEngine } from "../../src/tables";
import { type ColumnCase, type EngineName, queryOf } from "./column-cases";
import { plainCounts } from "./plain-counts";

/** Compares a case's column in an engine, and asks for the counts and values that plain TypeScript finds in its rows. */
export async function expectPlainCounts(
  one: ColumnCase,
  engine: TableEngine,
  name: EngineName,
): Promise<void> {
  const column = await columnOf(one, engine, name);
  if (one.fails) {
    expect("problem" in column ? column.problem : "compared").toMatch(one.fails);
    return;
  }
  if ("problem" in column) throw new Error(column.problem);
  expect(column.kind).toBe(one.kind);
  const counted = new Map(column.cells.map(({ label, p, q }) => [label, [p, q]]));
  const plain = plainCounts(one, "others");
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(plain));
  expect(column.rows).toEqual({ p: one.p.length, q: one.q.length });
  const [p, q] = [0, 1].map((side) => new Map([...plain].map(([label, n]) => [label, n[side]])));
  for (const measure of ["kl", "jeffreys", "jensenShannon"] as const) {
    const wanted = estimateFromCounts(p, q, { measure, draws: 50 });
    const { plugIn, value } = column.measures[measure] ?? { plugIn: Number.NaN, value: Number.NaN };
    for (const [given, asked] of [
      [plugIn, wanted.plugIn],
      [value, wanted.value],
    ]) {
      // Sums of the same terms in another order.
      if (Number.isFinite(asked)) expect(given, measure).toBeCloseTo(asked, 12);
      else expect(given, measure).toBe(asked);
    }
  }
}

async function columnOf(one: ColumnCase, engine: TableEngine, name: EngineName) {
  const side = (which: "p" | "q") => ({
    query: queryOf(one, which, name, engine.dialect.literal),
  });
  const { columns } = await compareTables({
    p: side("p"),
    q: side("q"),
    engine,
    ...(one.cells ? { cells: { c: one.cells } } : {}),
    ...(one.isSaid ? { columns: { c: one.kind } } : {}),
    locale: "en",
  });
  expect(columns).toHaveLength(1);
  return columns[0];
}
