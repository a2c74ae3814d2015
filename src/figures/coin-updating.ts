import { beta } from "../distributions/families/beta";
import { kl } from "../divergences/kl";
import { checkOptions } from "../words/check-options";
import { numberText } from "../words/number-text";
import { interval } from "../words/option-kinds";
import { coinUpdatingWords } from "./coin-updating-words";
import { checkedTosses } from "./parts/checked-tosses";
import { distributionText } from "./parts/distribution-text";
import { Figure } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { evenly, finite } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { grounded } from "./parts/labels";
import { axis, baseLayout, colors, line, translucent } from "./parts/style";

/** Options of `figures.coinUpdating`. */
export interface CoinUpdatingOptions extends FigureOptions {
  /** The Beta(α, β) held before the first toss; default [1, 1], every bias alike. */
  readonly prior?: readonly [alpha: number, beta: number];
}

/**
 * Bayesian updating of a coin's bias: Beta densities above what each toss teaches, D(posterior‖posterior before).
 *
 * Gains do not add up to the whole: the relative entropy from the prior to the end is stated apart. A surprising toss
 * teaches more.
 *
 * @param tosses 1 or true for heads, 0 or false for tails; 1 to 200 of them
 * @param options `prior` [α, β] (> 0), `base`, `title`, `locale`
 * @throws TypeError unless there are 1 to 200 tosses; RangeError for a toss or prior out of range
 *
 * @example
 * figures.coinUpdating([1]).alt.includes("学得最多的是第1次，0.1931 nat"); // true
 *
 * Source: D. V. Lindley, On a Measure of the Information Provided by an Experiment (1956).
 */
export function coinUpdating(
  tosses: readonly (number | boolean)[],
  options: CoinUpdatingOptions = {},
): Figure {
  const caller = "coinUpdating";
  checkOptions(caller, options, { prior: interval, ...unitOptions });
  const w = spoken(caller, coinUpdatingWords, options.locale);
  const unit = unitOf(caller, options.base);
  const { base } = options;
  const faces = checkedTosses(caller, tosses);
  const beliefs = [beta(...(options.prior ?? [1, 1]))];
  for (const heads of faces) {
    const { alpha, beta: tails } = beliefs[beliefs.length - 1];
    beliefs.push(beta(alpha + heads, tails + 1 - heads));
  }
  const n = faces.length;
  const gains = faces.map((_, i) => kl(beliefs[i + 1], beliefs[i], { base }));
  const sum = gains.reduce((a, b) => a + b, 0);
  const total = unit.text(kl(beliefs[n], beliefs[0], { base }));
  const theta = evenly(0, 1, 151);
  const drawn = [...new Set([0, 1, 2, 3, 4].map((k) => Math.round((k * n) / 4)))];
  const densities = drawn.map((i) => theta.map((t) => finite(beliefs[i].prob(t))));
  const highest = Math.max(...densities.flat().map((value) => value ?? 0));
  const step = faces.map((_, i) => i + 1);
  const best = gains.indexOf(Math.max(...gains));
  return new Figure({
    data: [
      ...drawn.map((i, k) =>
        line(i === 0 ? w.prior : w.after(i), theta, densities[k], shade(k, drawn.length), {
          width: i === n ? 3.2 : 2.2,
          showlegend: false,
        }),
      ),
      {
        type: "bar",
        name: w.gain(unit.name),
        x: step,
        y: gains,
        marker: { color: colors.divergence },
        customdata: faces.map((heads) => w.faces[heads]),
        text: n <= 24 ? faces.map((heads) => w.faces[heads]) : [],
        textposition: "outside",
        cliponaxis: false,
        hovertemplate: `%{x} %{customdata}<br>%{y:.4g} ${unit.name}<extra></extra>`,
        showlegend: false,
        xaxis: "x2",
        yaxis: "y2",
      },
    ],
    layout: baseLayout(options.title ?? w.title(unit.text(sum), total), {
      height: 500,
      xaxis: axis(w.bias, { range: [0, 1], zeroline: false }),
      // A little below 0: the noughts of both axes would stand on one another.
      yaxis: axis(w.density, { domain: [0.55, 1], range: [-0.04 * highest, 1.06 * highest] }),
      xaxis2: axis(w.toss, {
        anchor: "y2",
        showgrid: false,
        range: [0.4, n + 0.6],
        ...(n <= 24 ? { tickvals: step } : {}),
      }),
      yaxis2: axis(w.gain(unit.name), {
        domain: [0, 0.34],
        anchor: "x2",
        range: [0, Math.max(...gains) * 1.25],
      }),
      annotations: [
        ...drawn.map((i, k) => ({
          text: i === 0 ? w.prior : w.after(i),
          ...swatch(k, drawn.length),
          bgcolor: shade(k, drawn.length),
          font: { size: 12, color: k < drawn.length - 1 ? colors.text : colors.paper },
        })),
        {
          text: w.straight(n, total),
          // Over the flanks, on the side where the last belief is low.
          x: beliefs[n].mean > 0.5 ? 0.02 : 0.98,
          xref: "x domain",
          xanchor: beliefs[n].mean > 0.5 ? "left" : "right",
          y: 0.97,
          yref: "y domain",
          yanchor: "top",
          align: "left",
          showarrow: false,
          font: { color: colors.divergence, size: 13 },
          ...grounded,
        },
        {
          text: `Σ = ${unit.text(sum)}`,
          x: 1,
          xref: "x2 domain",
          xanchor: "right",
          y: 1,
          yref: "y2 domain",
          yanchor: "top",
          showarrow: false,
          font: { color: colors.divergence, size: 13 },
        },
      ],
    }),
    alt:
      w.summary({
        n,
        heads: faces.filter(Boolean).length,
        prior: distributionText(beliefs[0]),
        mean: numberText(beliefs[n].mean),
        sum: unit.text(sum),
        total,
      }) + w.most(best + 1, unit.text(gains[best])),
    table: {
      columns: [...w.columns, w.gain(unit.name)],
      rows: faces.map((heads, i) => {
        const { alpha, beta: tails, mean } = beliefs[i + 1];
        return [
          i + 1,
          w.faces[heads],
          numberText(alpha),
          numberText(tails),
          numberText(mean),
          numberText(gains[i]),
        ];
      }),
    },
  });
}

/** From light to dark, the prior first: how much was seen. */
const shade = (k: number, count: number): string =>
  k === count - 1 ? colors.p : translucent(colors.p, 0.2 + (0.46 * k) / Math.max(1, count - 1));

/** A key in a row above the curves, in the order of time, on the colour of the curve. */
const swatch = (k: number, count: number): object => ({
  x: (k + 0.5) / count,
  xref: "x domain",
  xanchor: "center",
  y: 1.03,
  yref: "y domain",
  yanchor: "bottom",
  showarrow: false,
  borderpad: 3,
});
