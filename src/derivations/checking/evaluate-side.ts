import type { Doubt } from "../../math/maximize-on-grid";
import { required } from "../../words/required";
import type { Program } from "../compile-program";
import { involves } from "../compile-program";
import { type Context, setQuality } from "../evaluate/context";
import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import type { Term } from "../language/term";
import { children } from "../language/walk";
import { coarse, fine } from "../lines/quality";
import type { Line } from "../read-steps";

/** A side's value, and how far it may be off. */
export interface SideValue {
  readonly value: number;
  readonly noise: number;
  readonly underflow: boolean;
  /** A logarithm on the way may be −∞ only because of rounding. */
  readonly rounded: boolean;
  /** Why an optimum that the value is, or is made of, says nothing. */
  readonly doubt: Doubt | undefined;
  /** What a function of the world threw instead of a value. */
  readonly failure: string | undefined;
}

const isApproximate = (term: Term): boolean =>
  ["integral", "expectation", "divergence", "entropy", "optimum"].includes(term.kind);

/** True where a term is the place of an optimum, or arithmetic with one: not where it is a function's value there. */
export function isOptimum(term: Term, context: Context): boolean {
  if (term.kind === "optimum") return true;
  if (term.kind === "name") {
    const definition = context.definitions.get(term.name);
    return definition !== undefined && isOptimum(definition.body, context);
  }
  const isArithmetic = ["binary", "negate", "elementary", "extreme"].includes(term.kind);
  return isArithmetic && children(term).some((child) => isOptimum(child, context));
}

/** One side at the present values of the free variables: computed twice, with two accuracies, where that can tell. */
export function evaluateSide(program: Program, lines: readonly Line[], index: number): SideValue {
  const { context } = program;
  const { state } = context;
  const compute = program.sides[index];
  const needsTwo = involves(lines[index].term, context, isApproximate);
  state.underflow = false;
  state.rounded = false;
  state.doubt = undefined;
  state.noise = 0;
  try {
    setQuality(context, fine);
    const value = compute();
    const { underflow, rounded } = state;
    const doubt = isOptimum(lines[index].term, context) ? state.doubt : undefined;
    let { noise } = state;
    if (needsTwo) {
      setQuality(context, coarse);
      const second = compute();
      noise += difference(value, second);
      setQuality(context, fine);
    }
    return { value, noise, underflow, rounded, doubt, failure: undefined };
  } catch (error) {
    setQuality(context, fine);
    const failure = failureOf(error);
    return {
      value: Number.NaN,
      noise: 0,
      underflow: false,
      rounded: false,
      doubt: undefined,
      failure,
    };
  }
}

/**
 * What a function of the world complains of, such as a parameter out of range.
 *
 * @throws the error itself where the expression is at fault: that is the author's to mend, not a verdict
 */
export function failureOf(error: unknown): string {
  const isOurs = error instanceof ExpressionError || error instanceof ExpressionKindError;
  if (!isOurs && (error instanceof RangeError || error instanceof TypeError)) return error.message;
  throw error;
}

/** |a − b|, 0 where both are infinite alike. */
export function difference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b);
}

/** Points of the grid over the variables named: all of them, or 60 evenly taken. */
export function gridPoints(
  context: Context,
  names: ReadonlySet<string>,
): readonly (readonly (readonly [name: string, value: number])[])[] {
  let points: (readonly [string, number])[][] = [[]];
  for (const [name, values] of context.grid) {
    if (!names.has(name) || context.scope.has(name)) continue;
    points = points.flatMap((point) => values.map((value) => [...point, [name, value] as const]));
  }
  const most = 60;
  if (points.length <= most) return points;
  return Array.from(
    { length: most },
    (_, i) => points[Math.round((i * (points.length - 1)) / (most - 1))],
  );
}

export function moveTo(context: Context, point: readonly (readonly [string, number])[]): void {
  for (const [name, value] of point) required(context.free.get(name), name).value = value;
  context.state.version++;
}
