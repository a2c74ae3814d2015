import type { Program } from "./compile-program";
import type { Derivation } from "./derivation";
import type { Reading } from "./read-steps";

/** What marks a value as a derivation; registered, so that two copies of klab agree. */
export const derivationBrand: unique symbol = Symbol.for("klab.derivation");

const readings = new WeakMap<Derivation, Reading>();
const programs = new WeakMap<Derivation, readonly Program[]>();

/** Keeps what the constructor of a derivation has read and compiled. */
export function register(
  derivation: Derivation,
  reading: Reading,
  compiled: readonly Program[],
): void {
  readings.set(derivation, reading);
  programs.set(derivation, compiled);
}

/** The steps of a derivation, parsed. */
export const readingOf = (derivation: Derivation): Reading => readings.get(derivation)!;

/** A derivation compiled in each of its worlds. */
export const programsOf = (derivation: Derivation): readonly Program[] => programs.get(derivation)!;
