import { expect, test } from "vitest";
import { normal } from "../../../src";
import type { World } from "../../../src/derivations";
import { compile } from "../../../src/derivations/evaluate/compile-number";
import type { Cell } from "../../../src/derivations/evaluate/context";
import { makeContext } from "../../../src/derivations/evaluate/make-context";
import { readTerm } from "../../../src/derivations/language/read-expression";

const [P, Q] = [normal(0, 1), normal(1, 2)];
const world: World = { name: "w", scope: { P, Q } };
const count = 200_000;

function nanoseconds(run: (x: number) => number): number {
  const start = performance.now();
  let sum = 0;
  for (let i = 0; i < count; i++) sum += run(-5 + (10 * i) / count);
  if (Number.isNaN(sum)) throw new Error("integrand gave NaN");
  return ((performance.now() - start) * 1e6) / count;
}

test("an integrand costs about what hand-written JavaScript does", () => {
  const expression = "P(x)*log(P(x)/Q(x))";
  const cell: Cell = { value: 0 };
  const compute = compile(
    readTerm(expression),
    expression,
    makeContext(world, new Map()),
    new Map([["x", cell]]),
  );
  const compiled = (x: number): number => {
    cell.value = x;
    return compute();
  };
  const byHand = (x: number): number => {
    const p = P.prob(x);
    return p * Math.log(p / Q.prob(x));
  };
  expect(compiled(0.3)).toBeCloseTo(byHand(0.3), 14);
  const ratios: number[] = [];
  for (let round = 0; round < 9; round++) {
    // Interleaved, so that a busy machine slows both.
    const mine = nanoseconds(compiled);
    const theirs = nanoseconds(byHand);
    ratios.push(mine / theirs);
  }
  ratios.sort((a, b) => a - b);
  console.log(`integrand: ${ratios[4].toFixed(2)} times hand-written JavaScript`);
  expect(ratios[4]).toBeLessThan(2);
});
