import type { Distribution } from "../distributions/distribution";
import { kl } from "../divergences/kl";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { list, positive } from "../words/option-kinds";
import { binned } from "./parts/binned";
import { Figure } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { unitOptions } from "./parts/known-options";
import { pairText } from "./parts/pair-text";
import { axis, baseLayout, colors, line } from "./parts/style";

/** Options of `figures.discretization`. */
export interface DiscretizationOptions extends FigureOptions {
  /** Widths of the cells; by default 4 standard deviations of P, halved nine times. */
  readonly widths?: readonly number[];
}

interface Words {
  readonly title: string;
  readonly width: string;
  readonly binned: string;
  readonly limit: string;
  readonly finer: string;
  readonly entropy: string;
  readonly converges: string;
  readonly diverges: string;
  readonly summary: (p: string, q: string, d: string, steps: string) => string;
  readonly step: (width: string, d: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "分格越细：相对熵从下方趋近，熵没有上界",
    width: "格宽（x的单位，对数轴）",
    binned: "分格后的D",
    limit: "D(P‖Q)",
    finer: "更细 →",
    entropy: "分格后的H",
    converges: "D趋于一个数",
    diverges: "P的熵H一路升到∞",
    summary: (p, q, d, steps) =>
      `第一格是相对熵，第二格是熵：把${p}与${q}分到等宽的格里再求相对熵，横轴是格宽；第一格所有点都不高于水平线D(P‖Q) = ${d}，格越窄越接近；第二格里格宽减半，熵增加约ln 2，没有上界。${steps}`,
    step: (width, d) => `格宽${width}时${d}。`,
  },
  en: {
    title: "Finer cells: D approached from below, H without bound",
    width: "width of the cells (units of x, logarithmic)",
    binned: "D after binning",
    limit: "D(P‖Q)",
    finer: "finer →",
    entropy: "H after binning",
    converges: "D comes to a number",
    diverges: "the entropy H of P goes on to ∞",
    summary: (p, q, d, steps) =>
      `Two panels, first relative entropy, then entropy: D of ${p} and ${q} after binning into cells of equal width, over the width; no point lies above the line D(P‖Q) = ${d}, and narrow cells come near it; in the second each halving adds about ln 2 to H, without bound. ${steps}`,
    step: (width, d) => `Width ${width}: ${d}. `,
  },
};

/**
 * Relative entropy of two densities put into cells of equal width, which approaches D(P‖Q) from below, beside the
 * entropy of the cells, which grows without bound.
 *
 * Σ P(cell) ln(P(cell)/Q(cell)) ≤ D(P‖Q) by the log-sum inequality (data processing); cells begin at 0.
 * H of cells of width Δ is about h(P) − ln Δ.
 *
 * @param P, Q continuous one-dimensional distributions with finite D(P‖Q)
 * @param options `widths` of the cells, `base`, `title`, `locale`
 * @throws TypeError for another kind of argument; RangeError for a width ≤ 0 or so narrow that there are over a
 *   million cells, or an infinite divergence
 *
 * @example
 * figures.discretization(normal(0, 1), normal(1, 2), { widths: [2, 0.5] }).alt.includes("格宽0.5时0.4367 nat"); // true
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), sections 2.7 and 8.5.
 */
export function discretization(
  P: Distribution,
  Q: Distribution,
  options: DiscretizationOptions = {},
): Figure {
  const caller = "discretization";
  checkOptions(caller, options, { widths: list(positive, 1), ...unitOptions });
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  for (const [name, d] of Object.entries({ P, Q })) {
    if (d?.kind === "continuous" && d.dimension === 1) continue;
    throw shapeError(
      caller,
      `${name} 应为一维连续分布，例如 normal(0, 1)`,
      `${name} must be a continuous one-dimensional distribution, for example normal(0, 1)`,
    );
  }
  const d = kl(P, Q, { base: options.base });
  if (!Number.isFinite(d)) {
    throw valueError(
      caller,
      "D(P‖Q) 是 ∞，没有可趋近的值",
      "D(P‖Q) is ∞: there is no value to approach",
    );
  }
  const spread = P.quantile(0.84) - P.quantile(0.16);
  const widths = [
    ...(options.widths ?? Array.from({ length: 10 }, (_, k) => (2 * spread) / 2 ** k)),
  ];
  widths.sort((a, b) => b - a);
  const cells = widths.map((width) => binned(caller, P, Q, width));
  const values = cells.map(({ divergence }) => divergence / unit.nats);
  const entropies = cells.map(({ entropy }) => entropy / unit.nats);
  const marks = { mode: "lines+markers", showlegend: false };
  const rise = entropies[entropies.length - 1];
  const some = widths.length <= 4 ? widths.map((_, i) => i) : [0, 1, 2, widths.length - 1];
  const ends = [widths[0] * 1.3, widths[widths.length - 1] / 1.3];
  return new Figure({
    data: [
      line(w.limit, ends, [d, d], colors.divergence, { dash: "dash", showlegend: false }),
      line(w.binned, widths, values, colors.model, {
        ...marks,
        marker: { color: colors.model, size: 9 },
        hovertemplate: `%{x:.3g}<br>%{y:.6g} ${unit.name}<extra></extra>`,
      }),
      line(w.entropy, widths, entropies, colors.p, {
        ...marks,
        marker: { color: colors.p, size: 9 },
        hovertemplate: `%{x:.3g}<br>%{y:.6g} ${unit.name}<extra></extra>`,
        xaxis: "x2",
        yaxis: "y2",
      }),
    ],
    layout: baseLayout(options.title ?? w.title, {
      xaxis: widthAxis(w.width, { domain: [0, 0.44] }),
      xaxis2: widthAxis(w.width, { domain: [0.56, 1], anchor: "y2" }),
      yaxis2: axis(options.locale === "en" ? `H (${unit.name})` : `H（${unit.name}）`, {
        anchor: "x2",
        range: [Math.min(0, ...entropies), rise * 1.2],
      }),
      yaxis: axis(options.locale === "en" ? `D (${unit.name})` : `D（${unit.name}）`, {
        range: [0, d * 1.12 || 1],
      }),
      annotations: [
        {
          text: `D(P‖Q) = ${unit.text(d)}`,
          x: 1,
          xref: "x domain",
          xanchor: "right",
          y: d,
          yanchor: "bottom",
          yshift: 6,
          showarrow: false,
          font: { color: colors.divergence },
        },
        ...[w.converges, w.diverges].map((text, i) => ({
          text: `<b>${text}</b>`,
          x: 0,
          xref: ["x domain", "x2 domain"][i],
          xanchor: "left",
          y: 1,
          yref: ["y domain", "y2 domain"][i],
          yanchor: "bottom",
          showarrow: false,
          font: { color: [colors.model, colors.p][i] },
        })),
        ...["x", "x2"].map((ref, i) => ({
          text: w.finer,
          x: 1,
          xref: `${ref} domain`,
          xanchor: "right",
          y: 0.03,
          yref: ["y domain", "y2 domain"][i],
          yanchor: "bottom",
          showarrow: false,
          font: { color: colors.quiet },
        })),
      ],
    }),
    alt: w.summary(
      ...pairText({ P, Q }),
      unit.text(d),
      some.map((i) => w.step(numberText(widths[i]), unit.text(values[i]))).join(""),
    ),
    table: {
      columns: [
        w.width,
        `${w.binned} (${unit.name})`,
        `D(P‖Q) − D (${unit.name})`,
        `${w.entropy} (${unit.name})`,
      ],
      rows: widths.map((width, i) => [
        numberText(width),
        numberText(values[i], 6),
        numberText(Math.max(0, d - values[i]), 3),
        numberText(entropies[i]),
      ]),
    },
  });
}

/** An axis of widths: the finer to the right. */
const widthAxis = (title: string, more: Readonly<Record<string, unknown>>): object =>
  axis(title, {
    type: "log",
    autorange: "reversed",
    dtick: 1,
    minor: { showgrid: false },
    ...more,
  });
