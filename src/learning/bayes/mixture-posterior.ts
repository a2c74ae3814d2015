import { dirichlet } from "../../distributions/families/dirichlet";
import { multivariateNormal } from "../../distributions/families/multivariate-normal";
import { type Wishart, wishart } from "../../distributions/families/wishart";
import { kl } from "../../divergences/kl";
import { cholesky, inverseOfRoot, type Matrix } from "../../math/linear-algebra";
import { digamma } from "../../math/log-gamma";
import { logSumExp } from "../../math/log-sum-exp";

type Rows = readonly (readonly number[])[];

/** q(μ, Λ) = N(μ; mean, (meanPrecision·Λ)⁻¹) · Wishart(Λ; precision), of so many rows. */
export interface Part {
  readonly mean: readonly number[];
  readonly meanPrecision: number;
  readonly precision: Wishart;
  readonly rows: number;
}

/** Of a mixture: Dirichlet parameters of its weights, and a part for each component. */
export interface Posterior {
  readonly alpha: readonly number[];
  readonly parts: readonly Part[];
}

/** The prior, the same of each component. */
export interface Prior {
  readonly concentration: number;
  readonly part: Part;
  /** scale⁻¹ of its Wishart distribution. */
  readonly inverseScale: Matrix;
}

/** (E Λ)⁻¹ */
export function expectedCovariance({ precision }: Part): number[][] {
  return inverseOfRoot(precision.cholesky).map((row) => row.map((x) => x / precision.df));
}

/** So little of a row changes the prior by less than rounding does. */
const unseen = 1e-18;

/** q of the parameters, given each row's shares. */
export function maximizationStep(data: Rows, shares: Rows, prior: Prior): Posterior {
  const parts = shares[0].map((_, k) => partOf(data, shares, k, prior));
  return { alpha: parts.map(({ rows }) => prior.concentration + rows), parts };
}

function partOf(data: Rows, shares: Rows, k: number, { part, inverseScale }: Prior): Part {
  const d = part.mean.length;
  let rows = 0;
  const sums = new Array<number>(d).fill(0);
  data.forEach((x, n) => {
    rows += shares[n][k];
    for (let i = 0; i < d; i++) sums[i] += shares[n][k] * x[i];
  });
  if (rows < unseen) return { ...part, rows };
  const own = sums.map((sum) => sum / rows);
  const meanPrecision = part.meanPrecision + rows;
  const mean = own.map((m, i) => (part.meanPrecision * part.mean[i] + rows * m) / meanPrecision);
  const pull = (part.meanPrecision * rows) / meanPrecision;
  const away = own.map((m, i) => m - part.mean[i]);
  const inverse = inverseScale.map((row, i) => row.map((x, j) => x + pull * away[i] * away[j]));
  data.forEach((x, n) => {
    const share = shares[n][k];
    if (share === 0) return;
    for (let i = 0; i < d; i++) {
      const scaled = share * (x[i] - own[i]);
      for (let j = 0; j <= i; j++) inverse[i][j] += scaled * (x[j] - own[j]);
    }
  });
  for (let i = 0; i < d; i++) for (let j = i + 1; j < d; j++) inverse[i][j] = inverse[j][i];
  const root = cholesky(inverse) as Matrix; // a sum of what is positive definite and what is not negative
  return {
    mean,
    meanPrecision,
    rows,
    precision: wishart(part.precision.df + rows, inverseOfRoot(root)),
  };
}

/** q(Z), given q of the parameters: each row's shares, and Σ ln of what they are normalised by. */
export function expectationStep(
  data: Rows,
  { alpha, parts }: Posterior,
): { readonly shares: number[][]; readonly evidence: number } {
  const d = data[0].length;
  const total = digamma(alpha.reduce((a, b) => a + b, 0));
  const constants = parts.map(
    ({ precision, meanPrecision }, k) =>
      digamma(alpha[k]) -
      total +
      (precision.meanLogDet - d * Math.log(2 * Math.PI) - d / meanPrecision) / 2,
  );
  let evidence = 0;
  const shares = data.map((x) => {
    const logs = parts.map((part, k) => constants[k] - squareOf(x, part) / 2);
    const whole = logSumExp(logs);
    evidence += whole;
    return logs.map((log) => Math.exp(log - whole));
  });
  return { shares, evidence };
}

/** E[(x − m)ᵀ Λ (x − m)] = df·|Rᵀ(x − m)|², scale = R Rᵀ. */
function squareOf(x: readonly number[], { mean, precision: { df, cholesky: root } }: Part): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) {
    let z = 0;
    for (let i = j; i < x.length; i++) z += root[i][j] * (x[i] - mean[i]);
    sum += z * z;
  }
  return df * sum;
}

/** Right after q(Z) was found from this posterior: what that is normalised by, less the parameters' D from the prior. */
export function elboOf(posterior: Posterior, prior: Prior, evidence: number): number {
  const { alpha, parts } = posterior;
  const flat = alpha.map(() => prior.concentration);
  const ofWeights = alpha.length > 1 ? kl(dirichlet(alpha), dirichlet(flat)) : 0;
  return parts.reduce((sum, part) => sum - partKl(part, prior.part), evidence - ofWeights);
}

/** D of the normal part is linear in Λ, so that its expectation is D at E Λ. */
function partKl(q: Part, p: Part): number {
  if (q.precision === p.precision) return 0;
  const covariance = expectedCovariance(q);
  const at = ({ mean, meanPrecision }: Part): ReturnType<typeof multivariateNormal> =>
    multivariateNormal(
      mean,
      covariance.map((row) => row.map((x) => x / meanPrecision)),
    );
  return kl(q.precision, p.precision) + kl(at(q), at(p));
}
