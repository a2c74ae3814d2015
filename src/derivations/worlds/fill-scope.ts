import type { Distribution } from "../../distributions/distribution";
import { mixture } from "../../distributions/families/mixture";
import { described } from "../described-function";
import type { ScopeValue } from "../world";
import { type Extreme, entriesOf, extremeShares } from "./extremes/extreme-values";
import { convexAt, generatorAt } from "./generator-at";
import type { Kinds } from "./kinds";
import type { NameUse } from "./name-use";

/** Entries of an array: probabilities, scales, or any numbers; `shift` keeps arrays of a world apart. */
export function arrayFor(
  name: string,
  shift: number,
  useOf?: NameUse | undefined,
  extreme?: Extreme | undefined,
): readonly number[] {
  const weights = extreme
    ? extremeShares(extreme, shift)
    : [
        [0.5, 0.3, 0.2],
        [0.1, 0.65, 0.25],
        [0.3, 0.34, 0.36],
        [0.72, 0.08, 0.2],
      ][shift % 4];
  if (/^(p|q|P|Q|y|a|w|s|π|u|ŷ|m|n|c)/.test(name) && !/^x/.test(name)) return weights;
  const three =
    /^(σ|τ|λ)/.test(name) || useOf?.isPositive
      ? [0.7 + 0.1 * (shift % 3), 1.4, 0.9]
      : [0.3 - 0.2 * (shift % 3), -0.4, 0.8 + 0.1 * (shift % 2)];
  return Array.from({ length: entriesOf(extreme) }, (_, i) => three[i % three.length]);
}

/** Functions by what is asked of them: a discriminator in (0, 1), a convex generator, else a smooth one. */
export function functionFor(
  use: NameUse,
  which: number,
  rank = 0,
): (...values: number[]) => number {
  const made = madeFor(use, which, rank);
  // How many arguments a function takes is read off it.
  return use.arity < 2 ? made : Object.defineProperty(made, "length", { value: use.arity });
}

function madeFor(use: NameUse, which: number, rank: number): (...values: number[]) => number {
  const slope = [1, -0.6, 0.4, 1.5][(which + rank) % 4];
  const times = slope === 1 ? "" : `${slope}*`;
  const isOfTwo = use.arity > 1;
  const head = (own: string): string => `${own}(${isOfTwo ? "x, y" : "x"}) =`;
  if (use.isProbability || /^D(_|$)/.test(use.name)) {
    // Kept from 0 and 1, where its logarithm would be lost to rounding.
    return described(
      (x: number, y = 0) => 0.1 + 0.8 / (1 + Math.exp(slope * (x + 0.5 * y) - 0.3)),
      (own) => `${head(own)} 0.1 + 0.8/(1 + exp(${times}${isOfTwo ? "(x + 0.5*y)" : "x"} - 0.3))`,
    );
  }
  const related = /^(.*?)(_conj|p)$/.exec(use.name);
  if (related && (use.isGenerator || related[2] === "_conj"))
    return generatorAt(which)[related[2] === "p" ? "slope" : "conjugate"];
  if (/^f($|_)/.test(use.name) && !use.isGenerator && !use.isExponent) return convexAt(which);
  if (use.isGenerator) return generatorAt(which, /^[FGφψ](_|$)/u.test(use.name)).f;
  if (/^(n|H|Ent|IV|CE)($|_)/.test(use.name)) return (x) => 1 + Math.abs(x);
  // Bounded, so that its square has a mean under heavy tails too.
  return described(
    (x: number, y = 0) => slope * Math.tanh(0.3 * x) + 0.2 * Math.sin(x + y) + Math.tanh(0.1 * y),
    (own) => `${head(own)} ${times}tanh(0.3*x) + 0.2*sin(${isOfTwo ? "x + y) + tanh(0.1*y" : "x"})`,
  );
}

/** M beside P and Q is their even mixture. */
export function withMixture(names: readonly string[], scope: Record<string, ScopeValue>): void {
  const others = names
    .filter((name) => !/^[mM]($|_)/.test(name))
    .map((name) => scope[name] as Distribution);
  const middle = names.find((name) => /^[mM]($|_)/.test(name));
  if (middle && others.length === 2 && others[0].kind === others[1].kind)
    scope[middle] = mixture([0.5, 0.5], others);
}

export const usesOf = (kinds: Kinds): ReadonlyMap<string, NameUse> =>
  new Map(kinds.functions.map((use) => [use.name, use]));
