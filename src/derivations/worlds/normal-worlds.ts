import { normal } from "../../distributions/families/normal";
import type { ScopeValue } from "../world";
import type { Kinds } from "./kinds";
import type { Signature } from "./signature";

const isParameter = (name: string): boolean => /^(μ|u|σ|Σ)(_|$)/.test(name);
const suffixOf = (name: string): string => /_(.*)$/.exec(name)?.[1] ?? "";

/** Functions of matrices: in one dimension a matrix is a number. */
export const matrixFunctions: Readonly<Record<string, (x: number) => number>> = {
  det: (x) => x,
  tr: (x) => x,
  Tr: (x) => x,
  transpose: (x) => x,
  inv: (x) => 1 / x,
};

/**
 * True where a divergence or an entropy of distributions stands beside their μ and σ: the formula is about normals. In
 * one dimension, which every formula in k dimensions must agree with.
 */
export function isAboutNormals(kinds: Kinds, { quantities, uses }: Signature): boolean {
  const numbers = [...kinds.numbers, ...kinds.arrays];
  const isScaled = numbers.some((name) => /^(σ|Σ)(_|$)/.test(name));
  return (
    isScaled && quantities > 0 && kinds.families.every((family) => isOfValue(family.name, uses))
  );
}

/** Q(· | x), of a value and not of a parameter. */
const isOfValue = (name: string, uses: Signature["uses"]): boolean =>
  [...(uses.get(name)?.givens ?? [])].every((given) => /^[a-z](_|$)/.test(given));

/** Gives the distributions of a world the means and deviations that it has for them. */
export function withNormals(scope: Record<string, ScopeValue>, kinds: Kinds): void {
  const names = [...kinds.numbers, ...kinds.arrays].filter(isParameter);
  const suffixes = [...new Set(names.map(suffixOf))].sort();
  for (const limit of [...kinds.limits, ...kinds.numbers])
    if (/^[nkKdDJ]$/.test(limit)) scope[limit] = 1;
  for (const [name, f] of Object.entries(matrixFunctions)) if (scope[name]) scope[name] = f;
  const number = (name: string, otherwise: number): number => {
    const value = scope[name];
    if (typeof value === "number") return value;
    if (typeof value === "object" && value !== null && "length" in value) return value[0];
    return otherwise;
  };
  const made = suffixes.map((suffix) => {
    const tail = suffix === "" ? "" : `_${suffix}`;
    const variance = number(`Σ${tail}`, Number.NaN);
    const deviation = Number.isNaN(variance) ? number(`σ${tail}`, 1) : Math.sqrt(variance);
    return normal(number(`μ${tail}`, number(`u${tail}`, 0)), Math.abs(deviation));
  });
  const conditional = [...kinds.conditionals, ...kinds.families].map(({ name }) => name);
  const own = [...kinds.distributions, ...conditional];
  const isConditional = (name: string): boolean => conditional.includes(name);
  const set = (name: string, which: number): void => {
    const value = made[which] ?? normal(0, 1);
    scope[name] = isConditional(name) ? () => value : value;
  };
  if (suffixes.length === 1) {
    // One μ and σ: of what approximates, beside a standard normal; of the only one otherwise.
    const first = own.find((name) => isConditional(name)) ?? own.find((name) => /^q/i.test(name));
    const mine = own.length === 1 ? own[0] : conditional.length > 0 ? first : own[0];
    for (const name of own) set(name, name === mine ? 0 : 1);
    return;
  }
  own.forEach((name, i) => {
    const same = suffixes.findIndex(
      (suffix) => suffix !== "" && (suffixOf(name) === suffix || name.toLowerCase() === suffix),
    );
    set(name, same >= 0 ? same : i);
  });
}
