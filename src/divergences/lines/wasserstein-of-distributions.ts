import {
  type AnyDistribution,
  type Distribution,
  isMultivariate,
} from "../../distributions/distribution";
import type { MultivariateNormal } from "../../distributions/families/multivariate-normal";
import { normal } from "../../distributions/families/normal";
import { inPlainUnits } from "../../distributions/in-plain-units";
import { shapeError, valueError } from "../../words/errors";
import { closedWasserstein } from "../forms/closed-form-of";
import { areaBetweenCdfs } from "./area-between-cdfs";
import { distanceOfCounts, mostCounts } from "./distance-of-counts";
import { distanceOfQuantiles } from "./distance-of-quantiles";
import { isIndependent } from "./is-independent";
import { nearTransport } from "./near-transport";
import { onOneScale } from "./on-one-scale";

/**
 * W₁ or W₂ of two distributions: by the table of pairs, coordinate by coordinate where those are independent, else
 * W₁ = ∫ |F − G| dx or W₂ = (∫ (F⁻¹ − G⁻¹)² du)^½ on the line.
 */
export function wassersteinOfDistributions(
  p: AnyDistribution,
  q: AnyDistribution,
  order: 1 | 2,
): number {
  const plain = inPlainUnits(p, q);
  const known = closedWasserstein(plain.p, plain.q, order);
  if (known !== undefined) return known * plain.unit;
  const [x, y] = [onLine(p), onLine(q)];
  if (x && y)
    return x === p && y === q ? onTheLine(x, y, order) : wassersteinOfDistributions(x, y, order);
  if (p.dimension !== q.dimension) {
    throw shapeError(
      "wasserstein",
      `p 有 ${p.dimension} 个坐标而 q 有 ${q.dimension} 个；两者应在同一空间`,
      `p has ${p.dimension} coordinates but q has ${q.dimension}; both must live in the same space`,
    );
  }
  if (order === 2 && isIndependent(p) && isIndependent(q)) {
    const parts = p.components.map((c, i) => wassersteinOfDistributions(c, q.components[i], 2));
    return Math.hypot(...parts);
  }
  const [zh, en] =
    order === 1
      ? [
          "多维时 W₁ 没有公式；可用 { order: 2 }，或逐坐标计算",
          "in several dimensions W₁ has no formula; use { order: 2 }, or take each coordinate by itself",
        ]
      : [
          "多维时 W₂ 只有 multivariateNormal 与 independent 的公式；可逐坐标计算",
          "in several dimensions W₂ is known for multivariateNormal and independent only; take each coordinate by itself",
        ];
  throw shapeError(
    "wasserstein",
    `${p} 与 ${q} 是多维的，${zh}`,
    `${p} and ${q} have several dimensions; ${en}`,
  );
}

/** A distribution of one coordinate as one on the line; undefined where there are more, or no such family. */
function onLine(d: AnyDistribution): Distribution | undefined {
  if (!isMultivariate(d)) return d;
  if (d.dimension !== 1) return undefined;
  if (isIndependent(d)) return d.components[0];
  if (d.family !== "multivariateNormal") return undefined;
  const { mean, cholesky } = d as MultivariateNormal;
  return normal(mean[0], cholesky[0][0]);
}

function onTheLine(p: Distribution, q: Distribution, order: 1 | 2): number {
  const scaled = onOneScale(p, q);
  return scaled.unit * inItsUnit(scaled.p, scaled.q, order);
}

function inItsUnit(p: Distribution, q: Distribution, order: 1 | 2): number {
  // Minkowski: where one moment is infinite and the other is not, so is the distance.
  if (hasMoment(p, order) !== hasMoment(q, order)) return Number.POSITIVE_INFINITY;
  const counts = p.kind === "discrete" && q.kind === "discrete";
  if (counts && !(spread(p) + spread(q) < mostCounts)) {
    throw valueError(
      "wasserstein",
      `${p} 与 ${q} 散布在 ${mostCounts} 个以上的整数上，逐个相加太多`,
      `${p} and ${q} spread over more than ${mostCounts} integers, too many to add one by one`,
    );
  }
  const far = order === 1 ? areaBetweenCdfs : distanceOfQuantiles;
  const value = counts
    ? distanceOfCounts(p, q, order, closedWasserstein(p, q, 1))
    : (nearTransport(p, q, order) ?? far(p, q));
  if (!Number.isNaN(value)) return value;
  throw valueError(
    "wasserstein",
    `${p} 与 ${q} 的积分不收敛`,
    `the integral for ${p} and ${q} does not converge`,
  );
}

/** E|X|^order is finite. */
function hasMoment(d: Distribution, order: 1 | 2): boolean {
  return Number.isFinite(order === 1 ? d.mean : d.variance);
}

function spread(d: Distribution): number {
  return d.quantile(1 - 1e-15) - d.quantile(1e-15);
}
