import { type LogNormal, logNormal } from "../../../distributions/families/log-normal";
import { normalCdf } from "../../../math/normal-quantile";
import { deviationByPartialMean } from "../absolute-deviation";
import { byMoments } from "../by-moments";
import { row } from "../closed-form";
import { locationScaleRatio, normalRise } from "../log-ratio";
import { moment } from "../moments";
import { normalFormula, normalKl, normalMean, normalTex } from "../normal-kl";
import { panaretosScale } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

/** What is known of the log normal distribution. */
export const logNormalFacts: Facts = facts<LogNormal>({
  family: "logNormal",
  domain: "halfLine",
  logRatio(p, q) {
    const [x, y] = [p, q].map(({ mu, sigma }) => ({ location: mu, scale: sigma }));
    const ofLog = locationScaleRatio(x, y, normalRise);
    return (value) => ofLog(Math.log(value));
  },
  logDensityText: (x, { mu, sigma }) => `(-((log(${x}) - ${mu})^2)/(2*${sigma}^2) - log(${sigma}))`,
  entropyTex: String.raw`\mu_p+\tfrac12\ln(2\pi e\sigma_p^2)`,
  negentropy(d) {
    const z = d.sigma * d.sigma;
    // ½ ln((e^z − 1)/z) + z/2
    return (Math.log(Math.expm1(Math.min(z, 700)) / Math.min(z, 700)) + z) / 2;
  },
  moments: {
    mean: moment(String.raw`e^{\mu_p+\sigma_p^2/2}`, (d) => d.mean),
    meanLog: moment(String.raw`\mu_p`, (d: LogNormal) => d.mu),
    power: moment(String.raw`e^{k\mu_p+k^2\sigma_p^2/2}`, (d: LogNormal, k) =>
      Math.exp(k * d.mu + (k * d.sigma) ** 2 / 2),
    ),
  },
  deviation: {
    tex: deviationByPartialMean(
      String.raw`e^{\mu_p+\sigma_p^2/2}`,
      String.raw`\Phi\bigl(\tfrac{\ln m-\mu_p}{\sigma_p}-\sigma_p\bigr)`,
    ),
    shortfall(d, m) {
      return m * d.cdf(m) - d.mean * normalCdf((Math.log(m) - d.mu) / d.sigma - d.sigma);
    },
  },
  model: byMoments<LogNormal>("logNormal", "halfLine", {
    needs: ["meanLog", "varianceOfLog"],
    crossEntropy(q, expect) {
      const mean = expect("meanLog");
      const square = expect("varianceOfLog") + (mean - q.mu) ** 2;
      return mean + Math.log(2 * Math.PI) / 2 + Math.log(q.sigma) + square / q.sigma / q.sigma / 2;
    },
    formula: "E[ln X] + ½ ln(2πσ²) + (Var ln X + (E[ln X] − μ)²)/(2σ²) − H(p)",
    tex: String.raw`\operatorname{E}\ln X+\tfrac12\ln(2\pi\sigma_q^2)+\frac{\operatorname{Var}\ln X+(\operatorname{E}\ln X-\mu_q)^2}{2\sigma_q^2}-H(p)`,
  }),
  rows: [
    row<LogNormal, LogNormal>("logNormal", "logNormal", {
      kl: (p, q) => normalKl(p.mu, p.sigma, q.mu, q.sigma),
      geometricMean(p, q, w) {
        const mean = normalMean([p.mu, p.sigma], [q.mu, q.sigma], w);
        return mean ? logNormal(...mean) : null;
      },
      formula: `${normalFormula}, that of ln X`,
      tex: normalTex,
      source: "The Book of Statistical Proofs, P193 (norm-kl), unchanged by the bijection ln",
      wasserstein: {
        second(p, q) {
          const [a, b] = [p.mu + p.sigma ** 2, q.mu + q.sigma ** 2];
          const change = p.mu - q.mu + (p.sigma - q.sigma) * (p.sigma + q.sigma);
          const middle = Math.exp((a + b) / 2);
          const between = 2 * Math.sinh(change / 2);
          return (
            middle *
            Math.hypot(between, Math.sqrt(-2 * Math.expm1(-((p.sigma - q.sigma) ** 2) / 2)))
          );
        },
        formula:
          "W₂² = (e^a − e^b)² + 2 e^(a + b) (1 − e^(−(σp − σq)²/2)), a = μp + σp², b = μq + σq²",
        tex: String.raw`W_2^2=(e^a-e^b)^2+2e^{a+b}\bigl(1-e^{-(\sigma_p-\sigma_q)^2/2}\bigr),\quad a=\mu_p+\sigma_p^2,\ b=\mu_q+\sigma_q^2`,
        source: panaretosScale,
      },
    }),
  ],
});
