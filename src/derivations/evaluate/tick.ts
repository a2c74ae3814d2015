import type { State } from "./context";

/** Thrown where a check has used up its time; caught where the verdict is made. */
export class OutOfTime extends Error {
  override readonly name: string = "OutOfTime";
}

// The clock costs as much as a cheap integrand.
const between = 32;

/**
 * Counts a step of something long, and looks at the clock now and then.
 *
 * @throws OutOfTime
 */
export function tick(state: State): void {
  state.ticks++;
  if (state.ticks % between === 0 && state.isOver()) throw new OutOfTime();
}
