import type { Distribution } from "../distributions/distribution";
import { expectation } from "../distributions/expectation";
import { jensenShannon } from "../divergences/jensen-shannon";
import { sigmoid } from "../math/sigmoid";
import { checkOptions } from "../words/check-options";
import { valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { callable, count, interval } from "../words/option-kinds";
import { densityLabels } from "./parts/density-labels";
import { distributionText } from "./parts/distribution-text";
import { Figure } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { checkedInterval, evenly, finite, type Interval, sampleIndices } from "./parts/grid";
import { checkDensities, rangeOfPair } from "./parts/integrand";
import { unitOptions } from "./parts/known-options";
import { curveLabel, grounded } from "./parts/labels";
import { axis, baseLayout, colors, line } from "./parts/style";

/** Options of `figures.discriminator`. */
export interface DiscriminatorOptions extends FigureOptions {
  /** Another discriminator beside the best one: the probability, from 0 to 1, it gives x for coming from P. */
  readonly discriminator?: (x: number) => number;
  readonly range?: Interval;
  /** Of a curve; 161 by default. */
  readonly points?: number;
}

interface Words {
  readonly title: string;
  readonly even: string;
  readonly own: string;
  readonly density: string;
  readonly share: string;
  readonly best: string;
  readonly yours: string;
  readonly readout: (best: string, least: string) => string;
  readonly score: (own: string, best: string) => string;
  readonly summary: (p: string, q: string, best: string) => string;
  readonly summaryOfOwn: (own: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "P高于Q的地方，最优判别器才高于一半",
    even: "两个分布一样，判别器只能猜一半",
    own: "判别器离最优的曲线越近，得分越高",
    density: "密度",
    share: "判为真的概率",
    best: "最优",
    yours: "这个",
    readout: (best, least) => `最优得分${best}，最少是${least}`,
    score: (own, best) => `得分${own}，最优${best}`,
    summary: (p, q, best) =>
      `上格是P = ${p}与Q = ${q}的密度；下格是最优判别器p/(p + q)，两条密度相交处为一半，它的得分是${best}。`,
    summaryOfOwn: (own) => `点线是另一个判别器，得分${own}。`,
  },
  en: {
    title: "The best discriminator is above one half just where P is above Q",
    even: "Of two equal distributions the discriminator can only guess",
    own: "The nearer a discriminator is to the best, the higher its score",
    density: "density",
    share: "probability of “real”",
    best: "best",
    yours: "this one",
    readout: (best, least) => `best score ${best}, at least ${least}`,
    score: (own, best) => `score ${own}, best ${best}`,
    summary: (p, q, best) =>
      `Above, the densities of P = ${p} and Q = ${q}; below, the best discriminator p/(p + q), one half where they cross, with a score of ${best}. `,
    summaryOfOwn: (own) => `Dotted, another discriminator with a score of ${own}.`,
  },
};

/**
 * Two densities and, below, the best discriminator between them, p/(p + q), with another one if it is given.
 *
 * The score is V = E_P[ln D(X)] + E_Q[ln(1 − D(X))]; that of the best discriminator is 2·JS(P, Q) − 2 ln 2, in nats
 * unless `base` says otherwise.
 *
 * @param P a continuous one-dimensional distribution, what is real
 * @param Q as P, what was generated
 * @param options `discriminator`, a function to [0, 1]; `range` of x, `points` of a curve, `base`, `title`, `locale`
 * @throws TypeError if P or Q is no continuous one-dimensional distribution; RangeError for a bad range or where the discriminator leaves [0, 1]
 *
 * @example
 * figures.discriminator(normal(0, 1), normal(1, 2)).alt.includes("−1.13 nat"); // true
 *
 * Source: I. Goodfellow et al., Generative adversarial nets (2014), proposition 1 and theorem 1.
 */
export function discriminator(
  P: Distribution,
  Q: Distribution,
  options: DiscriminatorOptions = {},
): Figure {
  const caller = "discriminator";
  checkOptions(caller, options, {
    discriminator: callable,
    range: interval,
    points: count(2, 20_000),
    ...unitOptions,
  });
  checkDensities(caller, { P, Q });
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  const { points = 161 } = options;
  const [low, high] = checkedInterval(caller, "range", options.range ?? rangeOfPair(P, Q));
  const x = evenly(low, high, points);
  const [p, q] = [P, Q].map((d) => x.map((xi) => d.prob(xi)));
  const best = x.map((xi) => sigmoid(P.logProb(xi) - Q.logProb(xi)));
  const divergence = jensenShannon(P, Q);
  const top = unit.text((2 * divergence - 2 * Math.LN2) / unit.nats);
  const { discriminator: own } = options;
  const drawnOwn = own && x.map((xi) => shareOf(caller, own, xi));
  const ownScore = own && unit.text(scoreOf(caller, [P, Q], own) / unit.nats);
  const point = own ? w.own : divergence < 1e-9 ? w.even : w.title;
  const lower = { yaxis: "y2", showlegend: false };
  /** Beside an end of the curve; none of a curve that is nowhere. */
  const label = (
    text: string,
    y: readonly number[],
    color: string,
    side: "left" | "right",
  ): object[] => {
    const at =
      side === "left" ? y.findIndex(Number.isFinite) : y.map(Number.isFinite).lastIndexOf(true);
    if (at < 0) return [];
    const isHigh = y[at] > 0.5;
    return [
      curveLabel(text, x[at], y[at], color, {
        yref: "y2",
        xanchor: side,
        yanchor: isHigh ? "top" : "bottom",
        yshift: isHigh ? -4 : 4,
        ...grounded,
      }),
    ];
  };
  return new Figure({
    data: [
      line("p(x)", x, p.map(finite), colors.p, { showlegend: false }),
      line("q(x)", x, q.map(finite), colors.q, { dash: "dash", showlegend: false }),
      line("D*(x)", x, best.map(finite), colors.divergence, { ...lower, width: 3 }),
      ...(drawnOwn
        ? [line("D(x)", x, drawnOwn, colors.model, { ...lower, dash: "dot", width: 3 })]
        : []),
    ],
    layout: baseLayout(options.title ?? point, {
      xaxis: axis("x", { anchor: "y2", range: [low, high], zeroline: false }),
      yaxis: axis(w.density, { domain: [0.54, 1], rangemode: "tozero" }),
      yaxis2: axis(w.share, {
        domain: [0, 0.44],
        range: [-0.04, 1.04],
        tickvals: [0, 0.5, 1],
        zeroline: false,
      }),
      annotations: [
        ...densityLabels([P, Q], x, [p, q]),
        ...label(w.best, best, colors.divergence, "left"),
        ...(drawnOwn ? label(w.yours, drawnOwn, colors.model, "right") : []),
      ],
      shapes: [
        {
          type: "line",
          xref: "x domain",
          x0: 0,
          x1: 1,
          yref: "y2",
          y0: 0.5,
          y1: 0.5,
          line: { color: colors.zero, width: 1, dash: "dot" },
        },
      ],
    }),
    readout: {
      title: point,
      text:
        ownScore === undefined
          ? w.readout(top, unit.text((-2 * Math.LN2) / unit.nats))
          : w.score(ownScore, top),
    },
    alt:
      w.summary(distributionText(P), distributionText(Q), top) +
      (ownScore === undefined ? "" : w.summaryOfOwn(ownScore)),
    table: {
      columns: ["x", "p(x)", "q(x)", "D*(x)", ...(drawnOwn ? ["D(x)"] : [])],
      rows: sampleIndices(points, 21).map((i) =>
        [x[i], p[i], q[i], best[i], ...(drawnOwn ? [drawnOwn[i]] : [])].map((value) =>
          // Where neither can be there is no best answer.
          Number.isNaN(value) ? "–" : numberText(value),
        ),
      ),
    },
  });
}

function shareOf(caller: string, own: (x: number) => number, x: number): number {
  const share = own(x);
  if (share >= 0 && share <= 1) return share;
  throw valueError(
    caller,
    `discriminator(${x}) 是 ${share}，应在 [0, 1] 内`,
    `discriminator(${x}) is ${share}; give a function to [0, 1]`,
  );
}

/** E_P[ln D(X)] + E_Q[ln(1 − D(X))], in nats; −∞ where it rules out what occurs. */
function scoreOf(
  caller: string,
  [P, Q]: readonly [Distribution, Distribution],
  own: (x: number) => number,
): number {
  const known = { tolerance: 1e-7, maxPanels: 300 };
  const share = (x: number): number => shareOf(caller, own, x);
  const isRuledOut =
    expectation(P, (x) => (share(x) === 0 ? 1 : 0), known) > negligible ||
    expectation(Q, (x) => (share(x) === 1 ? 1 : 0), known) > negligible;
  if (isRuledOut) return Number.NEGATIVE_INFINITY;
  // A share beyond the doubles, far out, weighs nothing.
  const held = (value: number): number => Math.max(value, -745);
  return (
    expectation(P, (x) => held(Math.log(share(x))), known) +
    expectation(Q, (x) => held(Math.log1p(-share(x))), known)
  );
}

/** Less than what the integral of a jump can tell. */
const negligible = 1e-9;
