import { type AnyDistribution, isMultivariate } from "../../distributions/distribution";
import type { Prng } from "../../math/random";
import type { NormalParts } from "./check-fit";
import type { BellShape, Bells } from "./fit-family";
import type { FitTarget } from "./fit-target";

interface Bell {
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
  readonly parts: NormalParts | undefined;
  readonly shape: BellShape;
  readonly starts: number;
  readonly target: FitTarget;
  readonly prng: Prng;
}): Bells[] {
  const { components, dimension: d } = shape;
  const round = (mean: readonly number[], sd: number): Bell => ({
    mean,
    root: mean.map((_, i) => mean.map((__, j) => (i === j ? sd : 0))),
  });
  const wide = round(new Array<number>(d).fill(0), 1);
  const modes = parts
    ? parts.components.map(({ mean, cholesky }) => ({
        mean: mean.map((m, i) => (m - target.centre[i]) / target.scale[i]),
        root: cholesky.map((row, i) => row.map((x) => x / target.scale[i])),
      }))
    : modesOnLine(target);
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
  if (components === 1) return [wide, ...modes, ...drawn].map((bell) => together([bell]));
  const pool = modes.length >= components ? [modes.slice(0, components)] : [];
  const spread = Array.from({ length: components }, (_, k) =>
    round(new Array<number>(d).fill((2 * (k + 0.5)) / components - 1), 1 / components + 0.2),
  );
  const groups = Array.from({ length: starts }, (_, i) =>
    drawn.slice(i * components, (i + 1) * components),
  );
  return [...pool, spread, ...groups].map(together);
}

const together = (bells: readonly Bell[]): Bells => ({
  weights: bells.map(() => 1 / bells.length),
  means: bells.map(({ mean }) => mean),
  roots: bells.map(({ root }) => root),
});

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
    peaks.push({ log: logP[i], bell: { mean: [points[i]], root: [[sd]] } });
  }
  return peaks
    .sort((a, b) => b.log - a.log)
    .slice(0, 8)
    .map(({ bell }) => bell);
}
