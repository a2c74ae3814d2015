import type { Relation } from "../step";
import { difference, type SideValue } from "./evaluate-side";
import type { Problem, Trial } from "./verdict";

// Some hundred roundings of numbers of the sides' size.
const rounding = 1e-11;
// More uncertainty than this, and nothing is shown.
const coarsest = 1e-3;

export interface Place {
  readonly world: string;
  readonly at: Trial["at"];
}

/** Tries `=`, `≥` or `≤` on two values. */
export function compare(
  relation: Relation,
  left: SideValue,
  right: SideValue,
  { world, at }: Place,
): Trial {
  const finite = [left.value, right.value].filter(Number.isFinite).map(Math.abs);
  const scale = Math.max(1, ...finite);
  const allowed = left.noise + right.noise + rounding * scale;
  const gap = gapOf(relation, left.value, right.value);
  const problem = problemOf(left, right, gap, allowed, scale);
  return {
    world,
    at,
    left: left.value,
    right: right.value,
    gap,
    allowed,
    ...(problem ? { problem } : {}),
  };
}

function gapOf(relation: Relation, left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.NaN;
  if (relation === "≥") return left >= right ? 0 : difference(left, right);
  if (relation === "≤") return left <= right ? 0 : difference(left, right);
  return difference(left, right);
}

function problemOf(
  left: SideValue,
  right: SideValue,
  gap: number,
  allowed: number,
  scale: number,
): Problem | undefined {
  const failure = left.failure ?? right.failure;
  if (failure !== undefined) return { kind: "thrown", text: failure };
  if (left.underflow || right.underflow) return { kind: "underflow" };
  // An infinity that only rounding made speaks neither for nor against anything.
  const isRounded = (side: SideValue): boolean => side.rounded && !Number.isFinite(side.value);
  if (isRounded(left) || isRounded(right)) return { kind: "rounded" };
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return { kind: "undefined" };
  // Two accuracies that differ by ∞ allow everything; of which one has no value, nothing.
  if (!(allowed < Number.POSITIVE_INFINITY)) return { kind: "imprecise" };
  // An optimum pushed against the edge, or one of many, agrees for no reason; it may differ for a good one.
  const doubt = left.doubt ?? right.doubt;
  if (doubt === "flat" || doubt === "tie") return { kind: doubt };
  if (doubt && (gap <= allowed || (left.doubt && right.doubt))) return { kind: doubt };
  if (allowed > coarsest * scale && Number.isFinite(left.value - right.value)) {
    return difference(left.value, right.value) > 2 * allowed ? undefined : { kind: "imprecise" };
  }
  return undefined;
}

/** Both sides at one place of the grid. */
export interface SidePair {
  readonly left: SideValue;
  readonly right: SideValue;
  readonly at: Trial["at"];
}

/** Tries `=const`: the difference of the sides must not move over the grid. */
export function compareSpread(pairs: readonly SidePair[], world: string): Trial {
  let low: { difference: number; index: number } | undefined;
  let high: { difference: number; index: number } | undefined;
  let noise = 0;
  let scale = 1;
  const only = pairs[0];
  if (pairs.length === 1) {
    const trial = compare("=", only.left, only.right, { world, at: only.at });
    return { ...trial, problem: trial.problem ?? { kind: "fixed" } };
  }
  for (const [index, { left, right, at }] of pairs.entries()) {
    const trial = compare("=", left, right, { world, at });
    if (trial.problem) return trial;
    const apart = left.value - right.value;
    if (left.value === right.value && !Number.isFinite(left.value)) continue;
    if (!Number.isFinite(apart)) return { ...trial, gap: Number.POSITIVE_INFINITY };
    noise = Math.max(noise, left.noise + right.noise);
    scale = Math.max(scale, Math.abs(left.value), Math.abs(right.value));
    if (!low || apart < low.difference) low = { difference: apart, index };
    if (!high || apart > high.difference) high = { difference: apart, index };
  }
  if (!low || !high) {
    const trial = compare("=", only.left, only.right, { world, at: only.at });
    return { ...trial, problem: { kind: "infinite" } };
  }
  const shown = pairs[high.index];
  return {
    world,
    at: shown.at,
    left: shown.left.value,
    right: shown.right.value,
    gap: high.difference - low.difference,
    allowed: 2 * (noise + rounding * scale),
  };
}
