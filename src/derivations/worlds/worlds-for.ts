import { shapeError } from "../../words/errors";
import { compileProgram } from "../compile-program";
import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import { readSteps } from "../read-steps";
import type { World } from "../world";
import { extremeJointPools } from "./extremes/extreme-joint-pools";
import { type JointPool, jointPools } from "./joint-pools";
import { jointWorld } from "./joint-world";
import { kindsOf } from "./kinds";
import { lineWorld } from "./line-world";
import { extremePoolsFor, poolsFor } from "./pools-for";
import { readSide } from "./read-side";
import { type Signature, signatureOf } from "./signature";
import { isChain, tableWorld } from "./table-world";
import { unknownFamily } from "./unknown-parts";

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

/**
 * The worlds, and where there is none what stood against the first that was tried. `drawnFrom` is the distribution that
 * samples are said to come from.
 */
export function worldsOrReason(
  expressions: readonly string[],
  drawnFrom?: string,
): {
  readonly worlds: readonly World[];
  readonly reason: string | undefined;
  /** x, y, z of which each was taken to depend on the one before it alone. */
  readonly chained: readonly string[];
} {
  const own = signatureOf(expressions);
  const signature = { ...own, source: drawnFrom ?? own.source };
  const kinds = kindsOf(signature);
  // Samples are drawn many times over, and say nothing that an extreme case would tell better.
  const hasSamples = kinds.samples.length > 0;
  const jointPoolsOfKind = (pools: readonly JointPool[]): readonly JointPool[] =>
    pools.filter((pool) => !kinds.needsDiscrete || pool.isDiscrete);
  const worlds =
    kinds.many.length > 0
      ? [0, 1, 2, 3].map((which) => tableWorld(kinds, signature, which))
      : kinds.joints.length > 0 || kinds.conditionals.length > 0
        ? jointPoolsOfKind(jointPools).map((pool, i) => jointWorld(pool, kinds, signature, i))
        : poolsFor(kinds, signature).map((pool, i) => lineWorld(pool, kinds, signature, i));
  // Samples are drawn, and optima sought, many times over: a few worlds have to do.
  const isMoved = [...signature.uses.values()].some((use) => use.isMoved);
  const isDrawn = (hasSamples || isMoved) && kinds.joints.length === 0;
  const few = isDrawn ? worlds.filter((_, i) => i < 3 || i === worlds.length - 1) : worlds;
  const extreme =
    kinds.many.length > 0 || hasSamples
      ? []
      : kinds.joints.length > 0 || kinds.conditionals.length > 0
        ? jointPoolsOfKind(extremeJointPools())
            // H(X) of a textbook is of a variable with values to count: what it bounds it need not bound on a line.
            .filter((pool) => pool.isDiscrete || isOfDensities(signature))
            .map((pool, i) => jointWorld(pool, kinds, signature, i))
        : extremePoolsFor(kinds, signature).map((pool, i) =>
            lineWorld(pool, kinds, signature, firstExtreme + i),
          );
  const tried = [...few, ...extreme].map((world) => ({
    world,
    reason: obstacle(expressions, world),
  }));
  const usable = tried.filter(({ reason }) => reason === undefined);
  return {
    worlds: usable.map(({ world }) => world),
    reason: usable.length > 0 ? undefined : tried[0]?.reason,
    chained: kinds.many.length > 0 && isChain(signature) ? kinds.many : [],
  };
}

/** Densities are written out, or there are no entropies. */
const isOfDensities = ({ information, hasDensities, hasEntropies }: Signature): boolean =>
  information.length === 0 && (hasDensities || !hasEntropies);

/** Numbers of worlds tell which functions they have; those of extreme worlds have none that an ordinary one is tuned to. */
const firstExtreme = 8;

/** Why the expressions cannot be evaluated in a world. */
function obstacle(expressions: readonly string[], world: World): string | undefined {
  const unknown = unknownFamily(expressions.flatMap((text) => readSide(text) ?? []));
  if (unknown !== undefined)
    return `不认识的分布 ${unknown}(…)\n${unknown}(…) is no distribution that is known`;
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
