import type { Distribution } from "../../distributions/distribution";
import { shapeError } from "../../words/errors";
import { compileProgram } from "../compile-program";
import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import { readSteps } from "../read-steps";
import type { ScopeValue, World } from "../world";
import { arrayFor, functionFor, length, numberFor, withMixture } from "./fill-scope";
import { type JointPool, jointPools } from "./joint-pools";
import { type Kinds, kindsOf } from "./kinds";
import { continuousPools, discretePools, type Pool } from "./line-pools";
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
  const signature = signatureOf(expressions);
  const kinds = kindsOf(signature);
  const worlds =
    kinds.joints.length > 0 || kinds.conditionals.length > 0
      ? jointPools
          .filter(
            (pool) => !kinds.needsDiscrete || pool.isDiscrete || !sumsOverSeen(kinds, signature),
          )
          .map((pool, i) => jointWorld(pool, kinds, signature, i))
      : poolsFor(kinds, signature).map((pool, i) => lineWorld(pool, kinds, signature, i));
  return worlds.filter((world) => compiles(expressions, world));
}

const sumsOverSeen = (kinds: Kinds, { uses }: Signature): boolean =>
  [...uses.values()].some(
    (use) => use.isSummedOver && kinds.joints.some(({ name }) => name === use.name),
  );

function poolsFor(kinds: Kinds, signature: Signature): readonly Pool[] {
  if (kinds.needsDiscrete) return discretePools;
  const isOfLine = signature.hasIntegral;
  return isOfLine
    ? [...continuousPools, discretePools[0]]
    : [...continuousPools, ...discretePools.slice(0, 2)];
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
  const source = ordered.find((name) => /data|^P/.test(name)) ?? ordered[0];
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
        : numberFor(number, which, observed, signature.uses.get(number));
  }
  for (const limit of kinds.limits)
    if (limit !== "m" || kinds.samples.length === 0) scope[limit] ??= length;
  const grid: Record<string, readonly number[]> = {};
  for (const parameter of kinds.parameters) {
    if (scope[parameter] === undefined)
      grid[parameter] = range(rest.range, kinds.parameters.length > 1 ? 5 : 11);
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

function compiles(expressions: readonly string[], world: World): boolean {
  try {
    for (const expression of expressions) compileProgram(readSteps([{ expression }]), world);
    return true;
  } catch (error) {
    if (
      error instanceof ExpressionError ||
      error instanceof ExpressionKindError ||
      error instanceof RangeError ||
      error instanceof TypeError
    )
      return false;
    throw error;
  }
}
