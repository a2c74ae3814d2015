import { expect, test } from "vitest";
import { type Law, type MeasureRow, measures } from "../../src/divergences/measures";
import { totalVariation } from "../../src/divergences/total-variation";

/** A row with these laws, as the table has it. */
const row = (laws: readonly Law[]): MeasureRow => [
  "totalVariation",
  "全变差距离",
  "total variation distance",
  totalVariation,
  "½ Σ |p − q|",
  String.raw`\tfrac12\sum|p-q|`,
  laws,
  1,
  "Tsybakov 2009",
];

// Compiled, not run: each of these lines must be a type error.
// @ts-expect-error a misspelt law
row(["symetric"]);
// @ts-expect-error laws are a list, not a text
row("symmetric metric");
// @ts-expect-error no law of another table
row(["symmetric", "bounded"]);

test("every law that a row may name says something of some measure, and not of all", () => {
  const flags = ["hasUnit", "symmetric", "metric", "dataProcessing", "additive"] as const;
  for (const flag of flags) {
    const count = measures.filter((measure) => measure[flag]).length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(measures.length);
  }
});
