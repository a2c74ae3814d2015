import { type AnyDistribution, isMultivariate } from "../../distributions/distribution";
import type { Prng } from "../../math/random";
import { lineParts } from "./check-fit";
import { type BellShape, type Bells, inUnit, type RootedNormals } from "./fit-family";
import type { FitTarget } from "./fit-target";

interface Bell {
  /** About how much of the target lies there, beside the others; 1 for a guess. */
  readonly mass: number;
  readonly mean: readonly number[];
  readonly root: readonly (readonly number[])[];
}

/** Where searches begin: wide over all, at each mode or component of the target, and at draws of it. */
export function startsOf({
  p,
  parts,
  shape,
  starts,
  target,
  prng,
}: {
  readonly p: AnyDistribution;
  readonly parts: RootedNormals | undefined;
  readonly shape: BellShape;
  readonly starts: number;
  readonly target: FitTarget;
  readonly prng: Prng;
}): Bells[] {
  const { components, dimension: d } = shape;
  const round = (mean: readonly number[], sd: number): Bell => ({
    mass: 1,
    mean,
    root: mean.map((_, i) => mean.map((__, j) => (i === j ? sd : 0))),
  });
  const wide = round(new Array<number>(d).fill(0), 1);
  // What the target is made of, where that is known, and its peaks.
  const made = parts ?? lineParts(p);
  const own = made ? bellsIn(made, target) : [];
  const modes = target.dimension === 1 ? modesOnLine(target) : [];
  const drawn = (
    isMultivariate(p)
      ? p.sample(starts * components, prng)
      : p.sample(starts * components, prng).map((x) => [x])
  ).map((x) =>
    round(
      x.map((xi, i) => (xi - target.centre[i]) / target.scale[i]),
      0.2 + 0.6 * prng(),
    ),
  );
  if (components === 1) return [wide, ...own, ...modes, ...drawn].map((bell) => together([bell]));
  const pool = [own, modes].flatMap((bells) =>
    bells.length >= components ? [bells.slice(0, components)] : [],
  );
  const spread = Array.from({ length: components }, (_, k) =>
    round(new Array<number>(d).fill((2 * (k + 0.5)) / components - 1), 1 / components + 0.2),
  );
  const groups = Array.from({ length: starts }, (_, i) =>
    drawn.slice(i * components, (i + 1) * components),
  );
  return [...pool, spread, ...groups].map(together);
}

function bellsIn({ weights, components }: RootedNormals, target: FitTarget): Bell[] {
  const { means, roots } = inUnit({ weights, components }, target);
  const bells = means.map((mean, k) => ({ mass: weights[k], mean, root: roots[k] }));
  return bells.sort((a, b) => b.mass - a.mass);
}

const together = (bells: readonly Bell[]): Bells => {
  const total = bells.reduce((sum, { mass }) => sum + mass, 0);
  return {
    weights: bells.map(({ mass }) => mass / total),
    means: bells.map(({ mean }) => mean),
    roots: bells.map(({ root }) => root),
  };
};

/** Peaks of the density, as wide as they are curved; the highest eight. */
function modesOnLine(target: FitTarget): Bell[] {
  const wide: Bells = { weights: [1], means: [[0]], roots: [[[1]]] };
  const { points, logP } = target.nodes(wide, 1);
  const peaks: { readonly log: number; readonly bell: Bell }[] = [];
  for (let i = 1; i < points.length - 1; i++) {
    if (!(logP[i] > logP[i - 1] && logP[i] >= logP[i + 1])) continue;
    const [before, after] = [points[i] - points[i - 1], points[i + 1] - points[i]];
    const bend =
      ((logP[i + 1] - logP[i]) / after - (logP[i] - logP[i - 1]) / before) / ((before + after) / 2);
    const sd = Math.min(1, Math.max(1e-3, 1 / Math.sqrt(Math.max(1e-12, -bend))));
    const mass = Math.max(1e-12, sd * Math.exp(Math.min(logP[i], 600)));
    peaks.push({ log: logP[i], bell: { mass, mean: [points[i]], root: [[sd]] } });
  }
  return peaks
    .sort((a, b) => b.log - a.log)
    .slice(0, 8)
    .map(({ bell }) => bell);
}
