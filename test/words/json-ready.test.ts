import { expect, it } from "vitest";
import {
  conventions,
  estimateFromCounts,
  estimateKl,
  estimatorArena,
  explain,
  huffmanCode,
  monteCarloKl,
  normal,
  seeded,
  truncated,
  uniform,
} from "../../src";
import { check, derivation } from "../../src/derivations";
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

it("an infinite estimate has no standard error, one that was not computed is null", () => {
  const counted = stored(estimateFromCounts({ a: 1, b: 2 }, { a: 3 }));
  expect(counted).toMatchObject({ value: "∞", plugIn: "∞" });
  expect(counted.interval[1]).toBe("∞");
  expect(counted.witness).toMatchObject({ label: "b", p: 2, q: 0 });
  expect("standardError" in counted).toBe(false);
  expect(JSON.stringify(counted)).not.toContain("null");
  const [xs, ys] = [normal(0, 1).sample(20, seeded(1)), normal(0, 1).sample(20, seeded(2))];
  const bare = stored(estimateKl(xs, ys, { resamples: 0 }));
  expect(bare).toMatchObject({ standardError: null, interval: [null, null], notes: [] });
  expect(stored(estimateKl(xs, ys)).interval).toHaveLength(2);
  const far = estimateKl(
    xs,
    ys.map((y) => y + 100),
  );
  expect(stored(far).interval[1]).toBe("∞");
  expect(stored(estimatorArena(normal(0, 1), normal(1, 1), { n: 20, repeats: 2 }))[0].truth).toBe(
    0.5,
  );
});

it("a verdict keeps the ∞ of a side, and so does what a student is told", () => {
  const law = derivation({
    id: "wrong",
    worlds: [{ name: "不相容", scope: { P: [0.5, 0.5], Q: [1, 0] } }],
    steps: [{ expression: "KL(P ‖ Q)" }, { relation: "=", expression: "0" }],
  });
  const result = check(law);
  expect(stored(result).steps[0]).toMatchObject({ left: "∞", right: 0, gap: "∞", ok: false });
  expect(result).toEqual({ ok: result.ok, steps: [...result.steps] });
  const asked = derivation({
    id: "asked",
    worlds: [{ name: "不相容", scope: { P: [0.5, 0.5], Q: [1, 0] } }],
    steps: [{ expression: "KL(P ‖ Q)" }, { relation: "=", expression: "KL(P ‖ Q) + 0" }],
  });
  const attempt = asked.blank(1).try(1, "1");
  expect(attempt.verdict).toBe("wrong");
  expect(stored(attempt).left).toBe("∞");
});

it("a distribution keeps the end that it has not", () => {
  expect(stored(truncated(normal(0, 1), 1, Infinity))).toMatchObject({ low: 1, high: "∞" });
  expect(stored(normal(0, 1))).toEqual({ mean: 0, sd: 1 });
  expect(stored({ of: [uniform(0, 1)] }).of[0]).toEqual({ low: 0, high: 1 });
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
