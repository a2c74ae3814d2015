import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import type { ScopeValue, World } from "../world";
import { type Extreme, entriesOf } from "./extremes/extreme-values";
import { arrayFor, functionFor } from "./fill-scope";
import type { Kinds } from "./kinds";
import { isAboutNormals, withNormals } from "./normal-worlds";
import { numbersFor } from "./numbers-for";
import type { Signature } from "./signature";

/** What a pool gives to a world, before numbers, arrays and functions are filled in. */
export interface WorldParts {
  readonly scope: Record<string, ScopeValue>;
  readonly kinds: Kinds;
  readonly signature: Signature;
  readonly which: number;
  readonly observed: number;
  readonly range: readonly [number, number];
  readonly from: string | Distribution;
  readonly extreme: Extreme | undefined;
  readonly seen?: string;
  readonly latent?: { readonly name: string; readonly value: number };
}

/** A world with values for all that its expressions name besides distributions. */
export function finishedWorld(name: string, parts: WorldParts): World {
  const { scope, kinds, signature, which, observed, latent, extreme } = parts;
  const shifts = shiftsOf(kinds.arrays, which);
  for (const array of kinds.arrays) {
    const own = arrayFor(array, shifts.get(array) ?? which, signature.uses.get(array), extreme);
    scope[array] = [...own];
    // p_i beside KL(P ‖ Q): the entries of P.
    if (isEntries(array, kinds)) scope[array.toUpperCase()] = categorical(own);
  }
  // Two functions of a world are not one, and neither lies above the other in all worlds.
  kinds.functions.forEach((use, rank) => {
    scope[use.name] ??= functionFor(use, which, rank);
  });
  const isStep = (name: string): boolean => signature.uses.get(name)?.isStep === true;
  const free = kinds.numbers.filter(
    (number) =>
      !isStep(number) &&
      !kinds.parameters.includes(number) &&
      number !== "m" &&
      !kinds.limits.includes(number),
  );
  if (latent && free.includes(latent.name)) scope[latent.name] ??= latent.value;
  if (parts.seen !== undefined && free.includes(parts.seen)) scope[parts.seen] ??= observed;
  const open = free.filter((number) => scope[number] === undefined);
  for (const [number, value] of numbersFor(open, which, observed, signature.uses, extreme))
    scope[number] = value;
  for (const limit of kinds.limits)
    if (limit !== "m" || kinds.samples.length === 0) scope[limit] ??= entriesOf(extreme);
  if (isAboutNormals(kinds, signature)) withNormals(scope, kinds);
  const grid: Record<string, readonly number[]> = {};
  for (const parameter of kinds.parameters) {
    if (scope[parameter] === undefined)
      grid[parameter] = range(
        isDeviation(parameter, kinds)
          ? deviations
          : signature.hasDerivative || [...signature.uses.values()].some((use) => use.isStep)
            ? inner(parts.range)
            : parts.range,
        kinds.parameters.length > 1 ? 5 : 11,
      );
  }
  for (const number of kinds.numbers) if (isStep(number)) grid[number] = steps;
  const sample = Object.fromEntries(
    kinds.samples.map((array) => [array, { from: parts.from, size: 64 }]),
  );
  return {
    name,
    scope,
    ...(kinds.samples.length > 0 ? { sample } : {}),
    ...(Object.keys(grid).length > 0 ? { grid } : {}),
    ...(extreme ? { isExtreme: true } : {}),
  };
}

/** σ of N(μ, σ), where it is moved and no family of the world has it for its parameter. */
const isDeviation = (name: string, kinds: Kinds): boolean =>
  kinds.families.length === 0 && /^[σs](_|$)/u.test(name);
const deviations: readonly [number, number] = [0.4, 2.8];

/** Small changes of a parameter, which the family allows everywhere. */
const steps = [0.02, 0.05, 0.1];

/** True for an array of probabilities beside the distribution that they are of, which nothing else tells. */
export const isEntries = (array: string, kinds: Kinds): boolean =>
  /^[pq]$/.test(array) && kinds.distributions.includes(array.toUpperCase());

/** Away from the edges, where a difference quotient would leave the family. */
const inner = ([low, high]: readonly [number, number]): readonly [number, number] => [
  low + 0.3 * (high - low),
  high - 0.3 * (high - low),
];

const range = ([low, high]: readonly [number, number], count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));

/** Where each array starts in the lists of entries: by its name, moved on where another has that place. */
function shiftsOf(arrays: readonly string[], which: number): ReadonlyMap<string, number> {
  const shifts = new Map<string, number>();
  const taken = new Set<number>();
  for (const array of arrays) {
    let shift = (array.codePointAt(0) ?? 0) + (array.codePointAt(array.length - 1) ?? 0) + which;
    for (let tries = 0; tries < 4 && taken.has(shift % 4); tries++) shift++;
    taken.add(shift % 4);
    shifts.set(array, shift);
  }
  return shifts;
}
