import type { Relation } from "../step";

/** What became of one relation of a chain. */
export interface Verdict {
  /** False where a world speaks against it, or where it could not be tried. */
  readonly ok: boolean;
  /** True where nothing could be told either way; `note` says why. */
  readonly undecided?: boolean;
  /** True where the step has no expression yet: nothing was tried. */
  readonly open?: boolean;
  readonly relation: Relation;
  readonly left: number;
  readonly right: number;
  /** How far the two sides violate the relation; for `≈` the mean over replicates, for `=const` the spread. */
  readonly gap: number;
  /** What rounding, quadrature, optimiser or sampling can explain. */
  readonly allowed: number;
  /** The counter-example, or the world that came nearest to one: the first, where all agree to rounding. */
  readonly world: string;
  /** What else there is to say: where, what was probably meant. */
  readonly note: string;
  /** Index of the step on the right of the relation. */
  readonly step: number;
  /** In how many worlds it was tried. */
  readonly worlds: number;
}

/** The verdicts of a derivation, one for each relation. */
export interface CheckResult {
  readonly ok: boolean;
  readonly steps: readonly Verdict[];
}

/** One trial of a relation: in one world, at one point of its grid. */
export interface Trial {
  readonly world: string;
  readonly left: number;
  readonly right: number;
  readonly gap: number;
  readonly allowed: number;
  /** Why the trial tells nothing. */
  readonly problem?: Problem;
  /** Values of the free variables. */
  readonly at: readonly (readonly [name: string, value: number])[];
}

export interface Problem {
  readonly kind:
    | "underflow"
    | "edge"
    | "flat"
    | "tie"
    | "fixed"
    | "infinite"
    | "undefined"
    | "imprecise"
    | "rounded"
    | "spread"
    | "time"
    | "variance"
    | "thrown";
  readonly text?: string;
}

export function passes({ gap, allowed, problem }: Trial): boolean {
  return problem === undefined && gap <= allowed;
}

/** The more telling of two trials: one that fails, then the one further off. */
export function worse(a: Trial, b: Trial): Trial {
  if (passes(a) !== passes(b)) return passes(a) ? b : a;
  // A counter-example in numbers tells more than a trial that could not be made.
  if ((a.problem === undefined) !== (b.problem === undefined)) return a.problem ? b : a;
  // ∞ = ∞ tells less than two numbers that agree.
  const isInfinite = ({ left, right }: Trial): boolean => left === right && !Number.isFinite(left);
  if (passes(a) && isInfinite(a) && !isInfinite(b)) return b;
  const excess = ({ gap, allowed }: Trial): number => gap / Math.max(allowed, 1e-300);
  // Which of two agreements is off by more is mere rounding, and would differ between machines.
  const notable = passes(b) ? 0.01 : 0;
  // Nor may noise decide which of two counter-examples is shown: the first, unless the other is plainly worse.
  return excess(b) > Math.max(1.05 * excess(a), notable) ? b : a;
}
