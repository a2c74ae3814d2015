import type { Triangular } from "../../../distributions/families/triangular";
import type { Uniform } from "../../../distributions/families/uniform";
import { row } from "../closed-form";
import type { LogRatio } from "../log-ratio";
import { moment } from "../moments";
import { kotzAndVanDorp } from "../sources";
import {
  exponentialMomentOfTriangular,
  meanLogComplementOfTriangular,
  meanLogOfTriangular,
  powerMomentOfTriangular,
} from "../triangular-moments";
import { meanLogOfUniform } from "../uniform-moments";
import { type Facts, facts } from "./facts";

/** Twice the divided difference of G, G″ = g: that is E[g(X)]. */
const divided = (g: string): string =>
  String.raw`\frac{2}{h-l}\Bigl[\frac{G(h)-G(c)}{h-c}-\frac{G(c)-G(l)}{c-l}\Bigr],\ G''(x)=${g}`;

/** 2x³/(3ab). */
const twoThirds = (x: number, a: number, b: number): number => (2 / 3) * (x / a) * (x / b) * x;

/** E[ln r(X)] over one side of q, where X is uniform on a length and lies near to far from q's end. */
function sideOfUniform(near: number, far: number, length: number, reach: number): number {
  if (!(far > near)) return 0;
  return ((far - near) / length) * (meanLogOfUniform(near, far) - Math.log(reach));
}

/** On a side of both modes each density is a line from its end. */
function sidesRatio(p: Triangular, q: Triangular): LogRatio {
  const [low, mode, high] = [p.low - q.low, p.mode - q.mode, p.high - q.high];
  const widths = Math.log1p((high - low) / (q.high - q.low));
  const below = widths + Math.log1p((mode - low) / (q.mode - q.low));
  const above = widths + Math.log1p((high - mode) / (q.high - q.mode));
  return (x) => {
    if (x <= Math.min(p.mode, q.mode)) return Math.log1p(-low / (x - q.low)) - below;
    if (x >= Math.max(p.mode, q.mode)) return Math.log1p(high / (q.high - x)) - above;
    return Number.NaN;
  };
}

/** What is known of the triangular distribution. */
export const triangularFacts: Facts = facts<Triangular>({
  family: "triangular",
  domain: "interval",
  logRatio: sidesRatio,
  entropyTex: String.raw`\tfrac12+\ln\tfrac{h-l}{2}`,
  moments: {
    mean: moment(String.raw`\tfrac{l+c+h}3`, (d) => d.mean),
    meanLog: moment<Triangular>(divided(String.raw`\ln x`), meanLogOfTriangular),
    meanLogComplement: moment<Triangular>(
      divided(String.raw`\ln(1-x)`),
      meanLogComplementOfTriangular,
    ),
    exponential: moment<Triangular>(divided("e^{tx}"), exponentialMomentOfTriangular),
    power: moment<Triangular>(divided("x^k"), powerMomentOfTriangular),
  },
  deviation: {
    tex: String.raw`\tfrac{l+c+h}3-m+\frac{2(m-l)^3}{3(c-l)(h-l)}\ (m\le c),\quad m-\tfrac{l+c+h}3+\frac{2(h-m)^3}{3(h-c)(h-l)}\ (m\ge c)`,
    whole({ low, mode, high, mean }, m) {
      if (m <= mode) return mean - m + twoThirds(m - low, mode - low, high - low);
      return m - mean + twoThirds(high - m, high - mode, high - low);
    },
  },
  rows: [
    row<Uniform, Triangular>("uniform", "triangular", {
      kl(p, q) {
        const [width, within] = [q.high - q.low, p.high - p.low];
        const below = sideOfUniform(
          p.low - q.low,
          Math.min(p.high, q.mode) - q.low,
          within,
          q.mode - q.low,
        );
        const above = sideOfUniform(
          q.high - p.high,
          q.high - Math.max(p.low, q.mode),
          within,
          q.high - q.mode,
        );
        return Math.log(width / 2 / within) - below - above;
      },
      formula:
        "ln((hq − lq)/(2(hp − lp))) − E[ln r(X)], r(x) = (x − lq)/(cq − lq) up to the mode cq, (hq − x)/(hq − cq) beyond; [lp, hp] ⊂ [lq, hq], else ∞",
      tex: String.raw`\ln\frac{h_q-l_q}{2(h_p-l_p)}-\operatorname{E}\ln r(X),\quad r(x)=\min\Bigl(\frac{x-l_q}{c_q-l_q},\frac{h_q-x}{h_q-c_q}\Bigr)\quad([l_p,h_p]\subseteq[l_q,h_q])`,
      source: kotzAndVanDorp,
    }),
  ],
});
