import { type Distribution, isDistribution } from "../distributions/distribution";
import { crossEntropy } from "../divergences/cross-entropy";
import { entropy } from "../divergences/entropy";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import { numberText } from "../words/number-text";
import { checkedLater, interval, text } from "../words/option-kinds";
import { likelihoodWords } from "./likelihood-words";
import { empirical } from "./parts/empirical";
import { Figure } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { checkedInterval, evenly, finite, type Interval, sampleIndices } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { bracket, grounded } from "./parts/labels";
import { lowest } from "./parts/lowest";
import { around, bracketAt, insetAround, insetAxes, insetTraces } from "./parts/lowest-inset";
import { axis, baseLayout, colors, line, points, translucent } from "./parts/style";

/** Options of `figures.likelihood`. */
export interface LikelihoodOptions extends FigureOptions {
  /** Parameters θ to cover. */
  readonly range: Interval;
  /** Where the sample comes from; by default, for a discrete family, the sample's own frequencies. */
  readonly truth?: Distribution;
  /** Name of the parameter, wherever it is written; "θ" by default. */
  readonly parameter?: string;
}

/**
 * The mean negative log-likelihood of a sample over a parameter, and H(P) + D(P‖P_θ), which it estimates.
 *
 * −(1/m) Σ ln P_θ(xᵢ) ≈ H(P) + D(P‖P_θ), and equal where P is the sample's own frequencies: maximising likelihood
 * minimises relative entropy. A θ where some xᵢ is impossible leaves a gap.
 *
 * @param sample numbers drawn from P, at least one
 * @param family θ ↦ P_θ
 * @param options `range` of θ (needed), `truth` P, `parameter` name, `base`, `title`, `locale`
 * @throws TypeError for an empty sample, or no `truth` with densities; RangeError for a bad range
 *
 * @example
 * figures.likelihood([1, 1, 0, 1], bernoulli, { range: [0.05, 0.95] }).alt.includes("似然在θ = 0.75处最大"); // true
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 11.1 and problem 5.25.
 */
export function likelihood(
  sample: ArrayLike<number>,
  family: (theta: number) => Distribution,
  options: LikelihoodOptions,
): Figure {
  const caller = "likelihood";
  checkOptions(caller, options, {
    range: interval,
    truth: checkedLater,
    parameter: text,
    ...unitOptions,
  });
  const w = spoken(caller, likelihoodWords, options?.locale);
  const unit = unitOf(caller, options?.base);
  const xs = Array.from(sample ?? []);
  if (xs.length === 0 || typeof family !== "function" || !options?.range) {
    throw shapeError(
      caller,
      "应给出样本（不空）、θ ↦ 分布 的函数和 { range: [下限, 上限] }",
      "give a sample (not empty), a function θ ↦ distribution and { range: [low, high] }",
    );
  }
  const [low, high] = checkedInterval(caller, "range", options.range);
  const middle = family((low + high) / 2);
  if (!isDistribution(middle) || (!options.truth && middle.kind === "continuous")) {
    throw shapeError(
      caller,
      "family 应返回分布；连续分布族还要给 truth，例如 { truth: normal(0, 1) }",
      "family must return distributions; continuous ones need truth too, for example { truth: normal(0, 1) }",
    );
  }
  const { parameter = "θ" } = options;
  const truth = options.truth;
  const values = empirical(xs);
  const mean = (theta: number): number => {
    const P = family(theta);
    return -values.reduce((sum, { x, share }) => sum + share * P.logProb(x), 0) / unit.nats;
  };
  const h = truth
    ? entropy(truth) / unit.nats
    : -values.reduce((sum, { share }) => sum + share * Math.log(share), 0) / unit.nats;
  const expected = truth ? (theta: number) => crossEntropy(truth, family(theta)) / unit.nats : mean;
  const theta = evenly(low, high, 121);
  const [onSample, inMean] = [mean, expected].map((f) => theta.map(f));
  if (![onSample, inMean].every((curve) => curve.some(Number.isFinite))) {
    throw valueError(
      caller,
      `range 内没有一个${parameter}使样本可能`,
      `no ${parameter} of the range makes the sample possible`,
    );
  }
  const likeliest = lowest(mean, theta, onSample);
  const nearest = lowest(expected, theta, inMean);
  // Of an optimum at the end of the range nothing says that it is none beyond.
  const isEdge = (at: number): boolean => at === low || at === high;
  const spot = (at: number): string =>
    `${parameter} = ${numberText(at)}${isEdge(at) ? w.edge : ""}`;
  const bracketed = bracketAt(theta, inMean, h, nearest);
  const inset = insetAround([likeliest, nearest], [mean, expected], h, [low, high]);
  const apart = inset !== undefined;
  // Grid lines would run into the inset's own numbers: ticks instead.
  const ruled = apart ? { showgrid: false, ticks: "outside", tickcolor: colors.zero } : {};
  return new Figure({
    data: [
      // Broad and quiet: where the other lies upon it, both are seen.
      line(
        w.sample(xs.length, parameter),
        theta,
        onSample.map(finite),
        translucent(colors.data, 0.6),
        { width: 4.5 },
      ),
      line(`H(P) + D(P‖P<sub>${parameter}</sub>)`, theta, inMean.map(finite), colors.divergence, {
        dash: "dash",
      }),
      line(w.floor, [low, high], [h, h], colors.p, { dash: "dot", width: 1.8 }),
      points(`max L`, [likeliest], [mean(likeliest)], colors.data, {
        ...around,
        showlegend: false,
      }),
      points(`min D`, [nearest], [expected(nearest)], colors.divergence, {
        symbol: "diamond",
        showlegend: false,
      }),
      ...(apart ? insetTraces(inset, [mean, expected]) : []),
    ],
    layout: baseLayout(options.title ?? w.title[truth ? 0 : 1], {
      xaxis: axis(parameter, { range: [low, high], zeroline: false, ...ruled }),
      yaxis: axis(w.nats(unit.name), { zeroline: false, ...ruled }),
      ...(apart ? insetAxes(inset, parameter) : {}),
      shapes: bracketed ? bracket(bracketed.x, [h, bracketed.top], (high - low) * 0.008) : [],
      annotations: [
        // A line each, in the colour of what is drawn, which a dark page exchanges.
        ...[
          { text: `<b>○</b> max L  ${spot(likeliest)}`, color: colors.data, yshift: 0 },
          { text: `◆ min D  ${spot(nearest)}`, color: colors.divergence, yshift: -18 },
        ].map(({ text, color, yshift }) => ({
          text,
          x: 0.5,
          y: 0.99,
          xref: "paper",
          yref: "paper",
          yanchor: "top",
          yshift,
          showarrow: false,
          font: { color },
          ...grounded,
        })),
        ...(bracketed
          ? [
              {
                text: `<b>D(P‖P<sub>${parameter}</sub>)</b>`,
                x: bracketed.x,
                // Lower inwards, where the curve falls over it.
                y:
                  h +
                  (bracketed.isOutRight === bracketed.x > nearest ? 0.5 : 0.25) *
                    (bracketed.top - h),
                // Outwards, under the rising curve; inwards where the frame is near.
                xanchor: bracketed.isOutRight ? "left" : "right",
                xshift: bracketed.isOutRight ? 8 : -8,
                showarrow: false,
                font: { color: colors.divergence },
                ...grounded,
              },
            ]
          : []),
        ...(apart
          ? [
              {
                text: w.closer,
                x: 0.5,
                xref: "x2 domain",
                y: 1,
                yref: "y2 domain",
                yanchor: "bottom",
                showarrow: false,
                font: { color: colors.quiet, size: 12 },
              },
            ]
          : []),
      ],
    }),
    alt: w.summary({
      m: xs.length,
      parameter,
      likelihood: spot(likeliest),
      divergence: spot(nearest),
      d: unit.text(Math.max(0, expected(nearest) - h)),
      h: unit.text(h),
    }),
    table: {
      columns: [
        parameter,
        `−(1/m) log L (${unit.name})`,
        `H(P) + D (${unit.name})`,
        `D (${unit.name})`,
      ],
      rows: sampleIndices(121, 13).map((i) =>
        [theta[i], onSample[i], inMean[i], Math.max(0, inMean[i] - h)].map((v) => numberText(v)),
      ),
    },
  });
}
