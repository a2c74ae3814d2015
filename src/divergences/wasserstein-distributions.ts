import type { Distribution } from "../distributions/distribution";
import { shapeError, valueError } from "../math/errors";
import { integrate } from "../math/integrate";
import { integrateDensity } from "../math/integrate-density";

/** W₁ = ∫ |F − G| dx or W₂ = (∫ (F⁻¹ − G⁻¹)² du)^½ of two distributions on the line. */
export function wassersteinOfDistributions(p: Distribution, q: Distribution, order: 1 | 2): number {
  if (p.dimension !== 1 || q.dimension !== 1) {
    throw shapeError(
      "wasserstein",
      `${p} 与 ${q} 是多维的，这里只算一维分布`,
      `${p} and ${q} have several dimensions; this is for distributions on the line`,
    );
  }
  const value = order === 1 ? ofCdfs(p, q) : Math.sqrt(ofQuantiles(p, q));
  if (!Number.isNaN(value)) return value;
  throw valueError(
    "wasserstein",
    `${p} 与 ${q} 的积分不收敛`,
    `the integral for ${p} and ${q} does not converge`,
  );
}

const levels = [1e-12, 1e-9, 1e-6, 1e-4, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - 1e-4, 1 - 1e-6];

function ofCdfs(p: Distribution, q: Distribution): number {
  const gap = (x: number): number => {
    const [f, g] = [p.cdf(x), q.cdf(x)];
    // In the upper tail the difference of survivals keeps the digits.
    if (f < 0.5 || g < 0.5 || !p.survival || !q.survival) return Math.abs(f - g);
    return Math.abs(p.survival(x) - q.survival(x));
  };
  const low = Math.min(p.support[0], q.support[0]);
  const high = Math.max(p.support[1], q.support[1]);
  const points = [p, q].flatMap((d) => [
    ...d.support,
    ...d.kinks,
    ...levels.map((u) => d.quantile(u)),
  ]);
  if (p.kind === "discrete" && q.kind === "discrete") {
    // Constant between integers: the sum is the integral.
    let sum = 0;
    const top = Math.max(p.quantile(1 - 1e-15), q.quantile(1 - 1e-15));
    for (let x = Math.min(p.quantile(1e-15), q.quantile(1e-15)); x <= top && x < high; x++)
      sum += gap(x);
    return sum;
  }
  const log = (x: number, logJacobian: number): number => {
    const value = gap(x);
    return value === 0 ? 0 : Math.exp(Math.log(value) + logJacobian);
  };
  const { value, converged, diverges } = integrateDensity(log, low, high, points);
  if (diverges) return Number.POSITIVE_INFINITY;
  return converged ? value : Number.NaN;
}

/** Over u in (0, 1), with v = ln(u/(1 − u)) so that both tails are resolved. */
function ofQuantiles(p: Distribution, q: Distribution): number {
  if (!Number.isFinite(p.variance) || !Number.isFinite(q.variance)) {
    return p.variance === q.variance && String(p) === String(q) ? 0 : Number.POSITIVE_INFINITY;
  }
  const integrand = (v: number): number => {
    const u = 1 / (1 + Math.exp(-v));
    const gap = p.quantile(u) - q.quantile(u);
    return gap * gap * u * (1 / (1 + Math.exp(v)));
  };
  const points = [-700, -100, -36, -20, -10, -5, -2, 0, 2, 5, 10, 20, 36];
  const { value, error } = integrate(integrand, points, { maxPanels: 400 });
  return error <= 1e-6 * Math.abs(value) + 1e-12 ? value : Number.NaN;
}
