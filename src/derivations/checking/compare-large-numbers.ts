import type { Program } from "../compile-program";
import { drawSamples, setQuality } from "../evaluate/context";
import { fine } from "../lines/quality";
import type { Line } from "../read-steps";
import type { Place } from "./compare";
import { failureOf, isOptimum } from "./evaluate-side";
import type { Problem, Trial } from "./verdict";

const replicates = 24;
const growth = 16;
// The spread of a mean falls by √16 = 4; with 24 replicates its ratio strays from 4 by a fifth.
const leastShrink = 1.7;
const mostShrink = 10;
const standardErrors = 4;
const evenReplicates = 8;
const evenSize = 2048;
// With 8 replicates the spread itself is uncertain.
const evenErrors = 7;
// Of the order of 1/m a mean may be off and still converge: m − 1 for m.
const slack = 8;
// As many times what is allowed, and no second set of samples will save it.
const clearly = 3;
// Narrower than sampling can tell apart is work for nothing.
const rough = { ...fine, optimum: 1e-4 };

interface Gaps {
  readonly mean: number;
  readonly spread: number;
  readonly left: number;
  readonly right: number;
  /** What spoils most of the replicates. */
  readonly problem: Problem["kind"] | undefined;
}

/** Two lines of which one at least depends on the sample. */
export interface RandomSides {
  readonly program: Program;
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
  /** Which of the two depend on the sample. */
  readonly isRandom: readonly [boolean, boolean];
}

/**
 * Tries `≈` as the law of large numbers means it: over many samples the mean gap vanishes within 4 standard errors,
 * and the spread shrinks by 4 where the sample is 16 times as large.
 *
 * A failure is confirmed by a second set of samples, so that one in a thousand bad draws accuses nobody.
 */
export function compareLargeNumbers(sides: RandomSides, seed: number, place: Place): Trial {
  const { program } = sides;
  const attempt = (replicate: number): Trial => {
    try {
      return tryOnce(sides, replicate, place);
    } catch (error) {
      const problem = { kind: "thrown", text: failureOf(error) } as const;
      const nothing = { left: Number.NaN, right: Number.NaN, gap: Number.NaN, allowed: 0 };
      return { ...place, ...nothing, problem };
    }
  };
  const first = attempt(seed * 2 + 1);
  const isDoubtful = first.problem?.kind === "spread" || !(first.gap > clearly * first.allowed);
  const isBad = first.problem !== undefined || first.gap > first.allowed;
  const result = isBad && isDoubtful ? attempt(seed * 2 + 2) : first;
  drawSamples(program.context, seed);
  setQuality(program.context, fine);
  return result;
}

function tryOnce(sides: RandomSides, seed: number, { world, at }: Place): Trial {
  const { context } = sides.program;
  setQuality(context, rough);
  const small = gaps(sides, seed, 1);
  const large = gaps(sides, seed, growth);
  const { left, right } = large;
  const allowed =
    (standardErrors * large.spread) / Math.sqrt(replicates) + 1e-5 * Math.max(1e-3, Math.abs(left));
  const gap = Math.abs(large.mean);
  const trial = { world, at, left, right, gap, allowed };
  if (Number.isNaN(gap)) return { ...trial, problem: { kind: "undefined" } };
  if (gap > allowed) return trial;
  if (large.problem) return { ...trial, problem: { kind: large.problem } };
  const shrink = small.spread / large.spread;
  const isNoise = large.spread <= 1e-6 * Math.max(1e-3, Math.abs(left));
  if (!isNoise && !(shrink > leastShrink && shrink < mostShrink)) {
    return { ...trial, problem: { kind: "spread", text: shrink.toPrecision(3) } };
  }
  // What independent values leave in doubt, some per cent, evenly spread ones decide.
  setQuality(context, { ...rough, optimum: 1e-7 });
  const size = Math.max(...[...context.samples.values()].map((sample) => sample.size));
  const factor = Math.max(growth, Math.ceil(evenSize / size));
  const even = gaps(sides, seed, factor, "even");
  const scale = Math.max(Math.abs(even.left), Math.abs(even.right), 1e-3);
  const evenAllowed =
    (evenErrors * even.spread) / Math.sqrt(evenReplicates) + (slack / (size * factor)) * scale;
  const evenGap = Math.abs(even.mean);
  if (!(evenGap > evenAllowed)) return trial;
  return { world, at, left: even.left, right: even.right, gap: evenGap, allowed: evenAllowed };
}

function gaps(
  { program, lines, left: leftIndex, right: rightIndex, isRandom }: RandomSides,
  seed: number,
  factor: number,
  spread: "independent" | "even" = "independent",
): Gaps {
  const { context, sides } = program;
  const { state } = context;
  const count = spread === "even" ? evenReplicates : replicates;
  const isPlace =
    isOptimum(lines[leftIndex].term, context) || isOptimum(lines[rightIndex].term, context);
  const problems: Problem["kind"][] = [];
  const values: number[] = [];
  let left = Number.NaN;
  let right = Number.NaN;
  let leftSum = 0;
  let rightSum = 0;
  for (let r = 0; r < count; r++) {
    state.underflow = false;
    state.doubt = undefined;
    drawSamples(context, (seed * replicates + r) * 32 + factor, factor, spread);
    if (r === 0 || isRandom[0]) left = sides[leftIndex]();
    if (r === 0 || isRandom[1]) right = sides[rightIndex]();
    leftSum += left;
    rightSum += right;
    values.push(left === right ? 0 : left - right);
    if (state.underflow) problems.push("underflow");
    else if (isPlace && state.doubt) problems.push(state.doubt);
  }
  const mean = values.reduce((sum, v) => sum + v, 0) / count;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (count - 1);
  return {
    mean,
    spread: Math.sqrt(variance),
    left: leftSum / count,
    right: rightSum / count,
    problem: problems.length > count / 2 ? problems[0] : undefined,
  };
}
