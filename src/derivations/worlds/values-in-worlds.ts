import type { Clock } from "../checking/clock";
import { evaluateSide, gridPoints, moveTo } from "../checking/evaluate-side";
import { compileProgram } from "../compile-program";
import { drawSamples } from "../evaluate/context";
import { OutOfTime } from "../evaluate/tick";
import { readSteps } from "../read-steps";
import type { World } from "../world";

/** A value of an expression somewhere, and how far it may be off. */
export interface ValueAt {
  readonly value: number;
  readonly noise: number;
}

/** Places of each world's grid that are looked at. */
const places = 5;

/**
 * The values of an expression in worlds, at a few points of their grids, in an order that any expression shares;
 * undefined where one is no number, or time is over.
 */
export function valuesInWorlds(
  expression: string,
  worlds: readonly World[],
  clock: Clock,
): readonly ValueAt[] | undefined {
  const reading = readSteps([{ expression }]);
  const found: ValueAt[] = [];
  for (const world of worlds) {
    const program = compileProgram(reading, world);
    const { context } = program;
    context.state.isOver = () => clock.isOver();
    drawSamples(context, 0);
    const all = gridPoints(context, new Set([...context.grid.keys()]));
    const few = all.filter((_, i) => i % Math.ceil(all.length / places) === 0);
    for (const point of few) {
      moveTo(context, point);
      try {
        const { value, noise, failure } = evaluateSide(program, reading.lines, 0);
        if (failure !== undefined || Number.isNaN(value)) return undefined;
        found.push({ value, noise });
      } catch (error) {
        if (error instanceof OutOfTime) return undefined;
        throw error;
      }
    }
  }
  return found;
}
