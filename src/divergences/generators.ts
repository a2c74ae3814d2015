import { lambertWOfExp } from "../math/lambert-w-of-exp";
import { relativeEntropyTerm } from "../math/relative-entropy-term";
import { softplus } from "../math/sigmoid";
import type { Generator } from "./generator";
import { chiSquaredLogTerm, jeffreysLogTerm, klTerm, neymanLogTerm } from "./lines/log-terms";
import {
  chiSquaredTerm,
  jeffreysTerm,
  jensenShannonTerm,
  neymanTerm,
  squaredHellingerTerm,
  totalVariationTerm,
} from "./vectors/terms";

const { log, exp, sqrt, sign, abs, tanh } = Math;
const inf = Number.POSITIVE_INFINITY;

const below = (t: number, bound: number, value: () => number): number =>
  t < bound ? value() : inf;

/** The names of the table `generators`. */
export type GeneratorName =
  | "kl"
  | "reverseKl"
  | "jeffreys"
  | "jensenShannon"
  | "totalVariation"
  | "squaredHellinger"
  | "chiSquared"
  | "neymanChiSquared"
  | "gan";

/**
 * The f-divergences D_f(p ‖ q) = Σ q f(p/q) by name, with conjugates and output activations for f-GANs.
 *
 * Each f is scaled so that its divergence is this library's measure of the same name (½ in Hellinger and JS).
 *
 * @example
 * fDivergence([0.5, 0.5], [0.9, 0.1], generators.kl); // 0.5108256237659906
 * generators.reverseKl.conjugate(-1); // -1
 *
 * Source: S. Nowozin, B. Cseke and R. Tomioka, f-GAN (2016), tables 1, 2 and 6; there Hellinger and JS are twice ours.
 */
export const generators: Readonly<Record<GeneratorName, Generator>> = {
  kl: {
    name: "kl",
    measure: "kl(p, q)",
    f: (u) => (u === 0 ? 0 : u * log(u)),
    derivative: (u) => 1 + log(u),
    atZero: 0,
    slopeAtInfinity: inf,
    conjugate: (t) => exp(t - 1),
    activation: (v) => v,
    domain: "ℝ",
    formula: "u ln u",
    tex: String.raw`u\ln u`,
    conjugateTex: "e^{t-1}",
    activationTex: "v",
    term: relativeEntropyTerm,
    logTerm: klTerm,
  },
  reverseKl: {
    name: "reverseKl",
    measure: "kl(q, p)",
    f: (u) => -log(u),
    derivative: (u) => -1 / u,
    atZero: inf,
    slopeAtInfinity: 0,
    conjugate: (t) => below(t, 0, () => -1 - log(-t)),
    activation: (v) => -exp(-v),
    domain: "t < 0",
    formula: "−ln u",
    tex: String.raw`-\ln u`,
    conjugateTex: String.raw`-1-\ln(-t)`,
    activationTex: "-e^{-v}",
    term: (p, q, d) => relativeEntropyTerm(q, p, -d),
    logTerm: (logP, logQ, u) => klTerm(logQ, logP, -u),
  },
  jeffreys: {
    name: "jeffreys",
    measure: "jeffreys(p, q)",
    f: (u) => (u - 1) * log(u),
    derivative: (u) => log(u) + 1 - 1 / u,
    atZero: inf,
    slopeAtInfinity: inf,
    conjugate: (t) => {
      const w = lambertWOfExp(1 - t);
      return w + 1 / w + t - 2;
    },
    activation: (v) => v,
    domain: "ℝ",
    formula: "(u − 1) ln u",
    tex: String.raw`(u-1)\ln u`,
    conjugateTex: String.raw`W(e^{1-t})+\frac{1}{W(e^{1-t})}+t-2`,
    activationTex: "v",
    term: jeffreysTerm,
    logTerm: jeffreysLogTerm,
  },
  jensenShannon: {
    name: "jensenShannon",
    measure: "jensenShannon(p, q)",
    f: (u) => ((u === 0 ? 0 : u * log(u)) - (u + 1) * log((u + 1) / 2)) / 2,
    derivative: (u) => (log(u) - log((u + 1) / 2)) / 2,
    atZero: Math.LN2 / 2,
    slopeAtInfinity: Math.LN2 / 2,
    conjugate: (t) => below(t, Math.LN2 / 2, () => -log(2 - exp(2 * t)) / 2),
    activation: (v) => (Math.LN2 - softplus(-v)) / 2,
    domain: "t < ½ ln 2",
    formula: "½(u ln u − (u + 1) ln((u + 1)/2))",
    tex: String.raw`\tfrac12\left(u\ln u-(u+1)\ln\tfrac{u+1}{2}\right)`,
    conjugateTex: String.raw`-\tfrac12\ln\left(2-e^{2t}\right)`,
    activationTex: String.raw`\tfrac12\left(\ln 2-\ln(1+e^{-v})\right)`,
    term: jensenShannonTerm,
  },
  totalVariation: {
    name: "totalVariation",
    measure: "totalVariation(p, q)",
    f: (u) => abs(u - 1) / 2,
    derivative: (u) => sign(u - 1) / 2,
    atZero: 0.5,
    slopeAtInfinity: 0.5,
    conjugate: (t) => (t <= 0.5 ? Math.max(t, -0.5) : inf),
    activation: (v) => tanh(v) / 2,
    domain: "t ≤ ½",
    formula: "½|u − 1|",
    tex: String.raw`\tfrac12|u-1|`,
    conjugateTex: String.raw`\max(t,-\tfrac12)`,
    activationTex: String.raw`\tfrac12\tanh v`,
    term: totalVariationTerm,
  },
  squaredHellinger: {
    name: "squaredHellinger",
    measure: "squaredHellinger(p, q)",
    f: (u) => (sqrt(u) - 1) ** 2 / 2,
    derivative: (u) => (1 - 1 / sqrt(u)) / 2,
    atZero: 0.5,
    slopeAtInfinity: 0.5,
    conjugate: (t) => below(t, 0.5, () => t / (1 - 2 * t)),
    activation: (v) => (1 - exp(-v)) / 2,
    domain: "t < ½",
    formula: "½(√u − 1)²",
    tex: String.raw`\tfrac12(\sqrt u-1)^2`,
    conjugateTex: String.raw`\frac{t}{1-2t}`,
    activationTex: String.raw`\tfrac12\left(1-e^{-v}\right)`,
    term: squaredHellingerTerm,
  },
  chiSquared: {
    name: "chiSquared",
    measure: "chiSquaredDivergence(p, q)",
    f: (u) => (u - 1) ** 2,
    derivative: (u) => 2 * (u - 1),
    atZero: 1,
    slopeAtInfinity: inf,
    conjugate: (t) => (t < -2 ? -1 : (t * t) / 4 + t),
    activation: (v) => v,
    domain: "ℝ",
    formula: "(u − 1)²",
    tex: "(u-1)^2",
    conjugateTex: String.raw`\tfrac14t^2+t\ (t\ge-2),\ -1\ \text{else}`,
    activationTex: "v",
    term: chiSquaredTerm,
    logTerm: chiSquaredLogTerm,
  },
  neymanChiSquared: {
    name: "neymanChiSquared",
    measure: "neymanChiSquaredDivergence(p, q)",
    f: (u) => (u - 1) ** 2 / u,
    derivative: (u) => 1 - 1 / (u * u),
    atZero: inf,
    slopeAtInfinity: 1,
    conjugate: (t) => (t <= 1 ? 2 - 2 * sqrt(1 - t) : inf),
    activation: (v) => 1 - exp(-v),
    domain: "t < 1",
    formula: "(u − 1)²/u",
    tex: String.raw`\frac{(u-1)^2}{u}`,
    conjugateTex: String.raw`2-2\sqrt{1-t}`,
    activationTex: "1-e^{-v}",
    term: neymanTerm,
    logTerm: neymanLogTerm,
  },
  gan: {
    name: "gan",
    measure: "2·jensenShannon(p, q) − 2 ln 2",
    f: (u) => (u === 0 ? 0 : u * log(u)) - (u + 1) * log(u + 1),
    derivative: (u) => log(u) - log(u + 1),
    atZero: 0,
    slopeAtInfinity: 0,
    conjugate: (t) => below(t, 0, () => -log(-Math.expm1(t))),
    activation: (v) => -softplus(-v),
    domain: "t < 0",
    formula: "u ln u − (u + 1) ln(u + 1)",
    tex: String.raw`u\ln u-(u+1)\ln(u+1)`,
    conjugateTex: String.raw`-\ln(1-e^t)`,
    activationTex: String.raw`-\ln(1+e^{-v})`,
    term: (p, q, d) => 2 * jensenShannonTerm(p, q, d),
  },
};
