import { compileProgram, type Program } from "./compile-program";
import { type Line, readSteps } from "./read-steps";
import type { OpenStep, Step } from "./step";
import type { World } from "./world";

/** What marks a value as a derivation; registered, so that two copies of klab agree. */
export const derivationBrand: unique symbol = Symbol.for("klab.derivation");

/** Under which a derivation keeps what it was compiled to. */
export const compiledKey: unique symbol = Symbol.for("klab.derivation.compiled");

/** The lines of a derivation, read, and ready to be evaluated in each of its worlds. */
export interface Compiled {
  readonly lines: readonly Line[];
  readonly programs: readonly Program[];
}

/** Something that was compiled; nobody outside needs to know to what. */
interface Holder {
  readonly [compiledKey]: unknown;
}

/**
 * Reads every step once and compiles it in every world.
 *
 * @throws ExpressionError, ExpressionKindError for a slip, with its place
 */
export function compileChain(
  steps: readonly (Step | OpenStep)[],
  worlds: readonly World[],
): Compiled {
  const reading = readSteps(steps);
  return {
    lines: reading.lines,
    programs: worlds.map((world) => compileProgram(reading, world)),
  };
}

/** What a derivation, of this copy of klab or of another, was compiled to. */
export const compiledOf = (holder: Holder): Compiled => holder[compiledKey] as Compiled;
