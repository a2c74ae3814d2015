import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import { shapeError } from "../../words/errors";
import { compileProgram } from "../compile-program";
import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import { readSteps } from "../read-steps";
import type { ScopeValue, World } from "../world";
import { arrayFor, functionFor, length, numberFor, withMixture } from "./fill-scope";
import { type JointPool, jointPools } from "./joint-pools";
import { type Kinds, kindsOf } from "./kinds";
import { continuousPools, discretePools, type Pool } from "./line-pools";
import { isAboutNormals, withNormals } from "./normal-worlds";
import { type Signature, signatureOf } from "./signature";

const range = ([low, high]: readonly [number, number], count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));

/**
 * Worlds in which expressions can be tried, made from how their names are used.
 *
 * A name under KL, H or E is a distribution, with a bar and θ a family, with two arguments a joint distribution; D in
 * log D and log(1 − D) lies in (0, 1); x[i] at a density is a sample, another array holds probabilities or numbers.
 * The worlds differ: unequal variances, a mixture that the family misses, heavy tails, tables with zeros, coins that
 * are nearly fair, joints with and without much dependence. Any of them can be replaced.
 *
 * @param expressions in klab's language, as `readTex` gives them
 * @returns worlds in which all the expressions compile: four or more, or none where no guess fits
 * @throws TypeError unless given an array of texts
 *
 * @example
 * worldsFor(["KL(P ‖ Q)"]).length >= 4; // true
 */
export function worldsFor(expressions: readonly string[]): readonly World[] {
  if (!Array.isArray(expressions) || !expressions.every((text) => typeof text === "string")) {
    throw shapeError(
      "worldsFor",
      "expressions 应为文本的数组",
      "expressions must be an array of texts",
    );
  }
  return worldsOrReason(expressions).worlds;
}

/** The worlds, and where there is none what stood against the first that was tried. */
export function worldsOrReason(expressions: readonly string[]): {
  readonly worlds: readonly World[];
  readonly reason: string | undefined;
} {
  const signature = signatureOf(expressions);
  const kinds = kindsOf(signature);
  const worlds =
    kinds.joints.length > 0 || kinds.conditionals.length > 0
      ? jointPools
          .filter((pool) => !kinds.needsDiscrete || pool.isDiscrete)
          .map((pool, i) => jointWorld(pool, kinds, signature, i))
      : poolsFor(kinds, signature)
          .filter((pool) => !hasUniform(kinds) || !pool.isDiscrete || countOf(pool) > 0)
          .map((pool, i) => lineWorld(pool, kinds, signature, i));
  // Samples are drawn, and optima sought, many times over: a few worlds have to do.
  const isMoved = [...signature.uses.values()].some((use) => use.isMoved);
  const isDrawn = (kinds.samples.length > 0 || isMoved) && kinds.joints.length === 0;
  const few = isDrawn ? worlds.filter((_, i) => i < 3 || i === worlds.length - 1) : worlds;
  const tried = few.map((world) => ({ world, reason: obstacle(expressions, world) }));
  const usable = tried.filter(({ reason }) => reason === undefined);
  return {
    worlds: usable.map(({ world }) => world),
    reason: usable.length > 0 ? undefined : tried[0]?.reason,
  };
}

function poolsFor(kinds: Kinds, signature: Signature): readonly Pool[] {
  if (listed(kinds) > 1) return discretePools.filter((pool) => countOf(pool) >= listed(kinds));
  if (hasUniform(kinds) && kinds.numbers.some((name) => /^[NnKk]$/.test(name)))
    return discretePools;
  // Where densities are divided, or sums of one taken over the other, zeros make true identities 0.9 = 1.
  const [withZeros, ...positive] = discretePools;
  const discrete = signature.hasDensities ? positive : [withZeros, ...positive];
  if (kinds.needsDiscrete) return discrete;
  const isOfLine = signature.hasIntegral;
  return isOfLine
    ? [...continuousPools, discrete[0]]
    : [...continuousPools, ...discrete.slice(0, 2)];
}

function lineWorld(pool: Pool, kinds: Kinds, signature: Signature, which: number): World {
  const scope: Record<string, ScopeValue> = {};
  const ordered = [...kinds.distributions].sort(byRole);
  ordered.forEach((name, i) => {
    scope[name] = pool.distributions[i % pool.distributions.length];
  });
  withMixture(ordered, scope);
  for (const { name, parameters } of kinds.families) {
    scope[name] =
      parameters > 1
        ? (θ: number, other: number) => pool.family(θ, other)
        : (θ: number) => pool.family(θ);
  }
  enumerate(scope, ordered, kinds);
  const count = countOf(pool);
  for (const name of ordered) {
    if (!isUniform(name) || count === 0) continue;
    scope[name] = categorical(Array.from({ length: count }, () => 1 / count));
    for (const size of ["N", "n", "K", "k"]) if (kinds.numbers.includes(size)) scope[size] = count;
  }
  const source =
    ordered.find((name) => kinds.samples.length > 0 && signature.uses.get(name)?.isDivisor) ??
    ordered.find((name) => /data|^P/.test(name)) ??
    ordered[0];
  const from = source ?? pool.distributions[0];
  return finished(pool.name, {
    scope,
    kinds,
    signature,
    which,
    observed: pool.value,
    range: pool.range,
    from,
  });
}

/** How many values are written out, x_1, x_2 …; 0 where they do not count from 1. */
function listed({ numbers }: Kinds): number {
  const own = numbers.flatMap((name) => /^x_(\d+)$/.exec(name)?.slice(1).map(Number) ?? []);
  return own.every((_, i) => own.includes(i + 1)) ? own.length : 0;
}

/** Where x_1 … x_n are written out, they are all the values there are. */
function enumerate(
  scope: Record<string, ScopeValue>,
  names: readonly string[],
  kinds: Kinds,
): void {
  const count = listed(kinds);
  if (count < 2) return;
  for (const name of names) {
    const own = scope[name] as Distribution;
    const masses = Array.from({ length: count }, (_, i) => own.prob(i) + 0.01);
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    scope[name] = categorical(masses.map((mass) => mass / total));
  }
  for (let i = 1; i <= count; i++) scope[`x_${i}`] = i - 1;
}

/** P_U beside log N: the uniform distribution of N values. */
const isUniform = (name: string): boolean => /(^|_)(U|u|unif|uniform)$/.test(name);
const hasUniform = (kinds: Kinds): boolean => kinds.distributions.some(isUniform);

/** How many values the distributions of a pool have; 0 where that is no number. */
function countOf({ isDiscrete, distributions }: Pool): number {
  const [low, high] = distributions[0].support;
  return isDiscrete && Number.isFinite(high - low) ? high - low + 1 : 0;
}

/** P before Q, what is observed before what is modelled. */
function byRole(a: string, b: string): number {
  const rank = (name: string): number =>
    /data|true|ref/.test(name) ? 0 : /^[pP]/.test(name) ? 1 : /^[qQ]/.test(name) ? 2 : 3;
  return rank(a) - rank(b);
}

function jointWorld(pool: JointPool, kinds: Kinds, signature: Signature, which: number): World {
  const scope: Record<string, ScopeValue> = {};
  const [shape] = kinds.joints;
  const condition = kinds.conditionals[0]?.of ?? "x";
  const [latent, seen] = shape?.variables ?? ["z", condition];
  kinds.joints.forEach(({ name, parameters }, i) => {
    scope[name] =
      parameters > 0
        ? parameters > 1
          ? (θ: number, _φ: number) => pool.make(latent, seen, θ, i)
          : (θ: number) => pool.make(latent, seen, θ, i)
        : pool.make(latent, seen, 0.4, i);
  });
  for (const { name, of, parameters } of kinds.conditionals) {
    const isOfSeen = of === seen || !shape;
    scope[name] = !isOfSeen
      ? (z: number) => pool.make(latent, seen, 0.2, 1).conditional(seen, z)
      : parameters > 0
        ? (x: number, φ: number) => pool.approximate(x, φ)
        : (x: number) => pool.approximate(x, 0.3);
  }
  for (const { name } of kinds.families)
    scope[name] = (θ: number) => pool.make(latent, seen, θ, 0).marginal(seen);
  for (const name of kinds.distributions) {
    const isOfLatent =
      [...(signature.uses.get(name)?.arguments ?? [])].includes(latent) ||
      /^[pqQ]$/.test(name) ||
      /_z$/.test(name);
    const base = pool.make(latent, seen, 0.2, 1);
    scope[name] =
      name === "p" || /_z$/.test(name)
        ? pool.prior(0)
        : isOfLatent
          ? pool.approximate(pool.values[1], 0.2)
          : base.marginal(seen);
  }
  return finished(pool.name, {
    scope,
    kinds,
    signature,
    which,
    observed: pool.values[1],
    range: pool.range,
    from: pool.make(latent, seen, 0.1, 0).marginal(seen),
    latent: { name: latent, value: pool.values[0] },
    seen,
  });
}

interface Rest {
  readonly scope: Record<string, ScopeValue>;
  readonly kinds: Kinds;
  readonly signature: Signature;
  readonly which: number;
  readonly observed: number;
  readonly range: readonly [number, number];
  readonly from: string | Distribution;
  readonly seen?: string;
  readonly latent?: { readonly name: string; readonly value: number };
}

function finished(name: string, rest: Rest): World {
  const { scope, kinds, signature, which, observed, latent } = rest;
  for (const array of kinds.arrays) scope[array] = [...arrayFor(array, which)];
  for (const use of kinds.functions) scope[use.name] ??= functionFor(use, which);
  for (const number of kinds.numbers) {
    if (kinds.parameters.includes(number) || number === "m") continue;
    scope[number] ??=
      number === latent?.name
        ? latent.value
        : number === rest.seen
          ? observed
          : numberFor(number, which, observed, signature.uses.get(number));
  }
  for (const limit of kinds.limits)
    if (limit !== "m" || kinds.samples.length === 0) scope[limit] ??= length;
  if (isAboutNormals(kinds, signature)) withNormals(scope, kinds);
  const grid: Record<string, readonly number[]> = {};
  for (const parameter of kinds.parameters) {
    if (scope[parameter] === undefined)
      grid[parameter] = range(
        signature.hasDerivative ? inner(rest.range) : rest.range,
        kinds.parameters.length > 1 ? 5 : 11,
      );
  }
  const sample = Object.fromEntries(
    kinds.samples.map((array) => [array, { from: rest.from, size: 64 }]),
  );
  return {
    name,
    scope,
    ...(kinds.samples.length > 0 ? { sample } : {}),
    ...(Object.keys(grid).length > 0 ? { grid } : {}),
  };
}

/** Away from the edges, where a difference quotient would leave the family. */
const inner = ([low, high]: readonly [number, number]): readonly [number, number] => [
  low + 0.3 * (high - low),
  high - 0.3 * (high - low),
];

/** Why the expressions cannot be evaluated in a world. */
function obstacle(expressions: readonly string[], world: World): string | undefined {
  try {
    compileProgram(readSteps(expressions.map((expression) => ({ expression }))), world);
    return undefined;
  } catch (error) {
    if (
      error instanceof ExpressionError ||
      error instanceof ExpressionKindError ||
      error instanceof RangeError ||
      error instanceof TypeError
    )
      return error.message.split("\n")[0];
    throw error;
  }
}
