import { expect, it } from "vitest";
import { conventions, explain, huffmanCode, monteCarloKl, normal, uniform } from "../../src";
import { jsonReady } from "../../src/words/json-ready";

const stored = (value: unknown) => JSON.parse(JSON.stringify(value));

it("∞ survives as text in a stored report, with its witness", () => {
  const report = stored(explain([0.5, 0.5], [1, 0]));
  expect(report.value).toBe("∞");
  expect(report.witness.at).toBe(1);
  expect(report.contributions[0]).toMatchObject({ index: 1, p: 0.5, q: 0, value: "∞" });
  expect(report.crossEntropy).toBe("∞");
  const line = stored({ deep: [explain(normal(0, 1), uniform(0, 1))] }).deep[0];
  expect(line.value).toBe("∞");
  expect(line.witness.text).toContain("q");
});

it("a finite report is stored as its numbers", () => {
  const report = explain([0.5, 0.5], [0.9, 0.1], { base: 2 });
  const { value, unit, contributions } = stored(report);
  expect([value, unit]).toEqual([report.value, "bit"]);
  expect(contributions).toEqual(JSON.parse(JSON.stringify([...report.contributions])));
});

it("other answers keep theirs: estimates, conventions with NaN, codes", () => {
  expect(stored(monteCarloKl(normal(0, 1), uniform(0, 1))).value).toBe("∞");
  const { value, rows } = stored(conventions([0.5, 0.5, 0], [1, 0, 0]));
  expect(value).toBe("∞");
  expect(rows.map((row: { value: unknown }) => row.value)).toContain("NaN");
  expect(stored(huffmanCode([0.5, 0, 0.5])).lengths).toEqual([1, "∞", 1]);
});

it("jsonReady goes through arrays, typed arrays and objects", () => {
  const value = {
    a: [Infinity, -Infinity, NaN, 1],
    b: Float64Array.of(2, Infinity),
    c: { d: null, e: "∞" },
  };
  expect(stored(jsonReady(value))).toEqual({
    a: ["∞", "−∞", null, 1],
    b: [2, "∞"],
    c: { d: null, e: "∞" },
  });
});
