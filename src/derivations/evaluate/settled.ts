import type { Measured } from "../lines/quality";
import type { State } from "./context";

// What a quadrature is asked for: less is not there.

/**
 * The value of an integral; what the quadrature leaves open goes into the state.
 *
 * A value that is nothing but rounding is 0, lest an integral around it take that for something to be resolved.
 */
export function settled({ value, noise = 0, magnitude = 0 }: Measured, state: State): number {
  if (!Number.isFinite(value)) return value;
  const floor = Number.isFinite(magnitude) ? state.quality.tolerance * magnitude : 0;
  if (Math.abs(value) <= floor) {
    state.noise = Math.max(state.noise, noise, floor);
    return 0;
  }
  if (noise > state.noise) state.noise = noise;
  return value;
}

/** a − b of two numbers that quadratures have left some digits of; 0 where the difference is no more than that. */
export function settledDifference(a: number, b: number, state: State): number {
  const value = a - b;
  const floor = state.quality.tolerance * Math.max(Math.abs(a), Math.abs(b));
  if (!(Math.abs(value) <= floor) || !Number.isFinite(floor)) return value;
  state.noise = Math.max(state.noise, floor);
  return 0;
}

/** True where two logarithms of numbers that were worked out are equal but for that. */
export function isSettledEqual(a: number, b: number, state: State): boolean {
  const floor = state.quality.tolerance;
  if (!(Math.abs(a - b) <= floor)) return false;
  state.noise = Math.max(state.noise, floor * Math.exp(a));
  return true;
}
