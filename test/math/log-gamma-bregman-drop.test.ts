import { expect, test } from "vitest";
import { seeded } from "../../src";
import { logGammaBregman } from "../../src/math/log-gamma-bregman";
import { logGammaBregmanDrop, stepsToStirling } from "../../src/math/log-gamma-bregman-drop";
import { relativeEntropyTerm } from "../../src/math/relative-entropy-term";

/** What is given over: how far t ln t − t lies above its tangent, `steps` further on. */
const plain = (x: number, y: number, steps: number): number =>
  relativeEntropyTerm(x + steps, y + steps, x - y);

const growthOf = (x: number, y: number, toX: number, toY: number) => ({
  x,
  y,
  difference: x - y,
  toX,
  toY,
  addedDifference: toX - toY,
  cross: (x * toY - y * toX) / y,
});

test("nothing added, nothing dropped", () => {
  for (const [x, y] of [
    [0.3, 2],
    [5, 5],
    [100, 0.01],
  ]) {
    expect(logGammaBregmanDrop(growthOf(x, y, 0, 0), stepsToStirling(x, y))).toBeCloseTo(0, 15);
  }
});

test("is the difference of the two Bregman divergences, where that does not cancel", () => {
  const prng = seeded(8);
  const between = (low: number, high: number): number => low * (high / low) ** prng();
  for (let i = 0; i < 500; i++) {
    const [x, y, toX, toY] = [0, 1, 2, 3].map(() => between(0.01, 100));
    const steps = stepsToStirling(x, y);
    const of = (a: number, b: number): number => logGammaBregman(a, b) - plain(a, b, steps);
    const [first, second] = [of(x, y), of(x + toX, y + toY)];
    const size = Math.max(
      ...[first, second, plain(x, y, steps), plain(x + toX, y + toY, steps)].map(Math.abs),
    );
    const got = logGammaBregmanDrop(growthOf(x, y, toX, toY), steps);
    expect(Math.abs(got - (first - second))).toBeLessThan(1e-12 * Math.max(1, size));
  }
});
