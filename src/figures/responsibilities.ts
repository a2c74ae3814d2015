import { checkedCovariance } from "../distributions/checked-covariance";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { checkedLater } from "../words/option-kinds";
import { ellipse } from "./parts/ellipse";
import { Figure, type Trace } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { sampleIndices } from "./parts/grid";
import { titleOptions } from "./parts/known-options";
import { grounded } from "./parts/labels";
import { drawn, type NumberRows, plainRows } from "./parts/plain-rows";
import { axis, baseLayout, colors, line, translucent } from "./parts/style";

/** Options of `figures.responsibilities`. */
export interface ResponsibilitiesOptions {
  /** The mean of each component, a row of two. */
  readonly means?: NumberRows;
  /** The covariance of each component, two rows of two; its ellipse at two standard deviations is drawn. */
  readonly covariances?: readonly NumberRows[];
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly title: (unsure: string) => string;
  readonly clear: string;
  readonly columns: readonly string[];
  readonly summary: (n: number, k: number, unsure: number) => string;
  readonly rings: string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (unsure) => `加圈的${unsure}个点分属几个分量：越淡越不确定`,
    clear: "每个点都归一个分量：没有拿不准的",
    columns: ["分量", "份额（平均责任）", "归它的点", "拿不准的点"],
    summary: (n, k, unsure) =>
      `${n}个点由${k}个分量解释：颜色是责任最大的分量，颜色越淡，最大的责任越小；加圈的${unsure}个点最大的责任不到0.9。`,
    rings: "椭圆是各分量的两倍标准差。",
  },
  en: {
    title: (unsure) => `Circled: in doubt between components (${unsure}); paler, less sure`,
    clear: "Every point belongs to one component: none is in doubt",
    columns: ["component", "share (mean responsibility)", "its points", "points in doubt"],
    summary: (n, k, unsure) =>
      `${n} points explained by ${k} components: the colour is that of the most responsible one, paler where that is less; circled, those whose greatest responsibility is below 0.9 (${unsure}).`,
    rings: " Ellipses are two standard deviations of each component.",
  },
};

const palette = [colors.p, colors.q, colors.model, colors.divergence, colors.other, colors.data];

/**
 * Points of the plane in the colour of the mixture's component that is most responsible for them, paler where it is less.
 *
 * The responsibility of component k for x is π_k N(x; μ_k, Σ_k) over the sum of these: what the E step of EM and of
 * variational Bayes computes. Points whose greatest one is below 0.9 are circled. Of more than 800 points, 800 are drawn;
 * the numbers are of all.
 *
 * @param points rows of two finite numbers
 * @param shares the responsibilities, a row a point with a number ≥ 0 a component, adding up to 1; at most 6 components
 * @param options `means` and `covariances` of the components, `title`, `locale`
 * @throws TypeError for rows of other lengths or more than 6 components; RangeError for a row that is no distribution,
 *   or a covariance that is not positive definite
 *
 * @example
 * figures.responsibilities([[0, 0], [1, 1]], [[1, 0], [0.5, 0.5]]).alt.includes("1个点最大的责任不到0.9"); // true
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 9.2 and figure 9.5.
 */
export function responsibilities(
  points: NumberRows,
  shares: NumberRows,
  options: ResponsibilitiesOptions = {},
): Figure {
  const caller = "responsibilities";
  checkOptions(caller, options, {
    means: checkedLater,
    covariances: checkedLater,
    ...titleOptions,
  });
  const w = spoken(caller, words, options.locale);
  const rows = plainRows(caller, "points", points, 2);
  const parts = checkedShares(caller, shares, rows.length);
  const k = parts[0].length;
  const means = options.means && plainRows(caller, "means", options.means, 2);
  const roots = options.covariances?.map(
    (one, i) => checkedCovariance(caller, `covariances[${i}]`, one, 2).root,
  );
  if ((means && means.length !== k) || (roots && roots.length !== k)) {
    throw shapeError(
      caller,
      `means 与 covariances 应各有 ${k} 个，一个分量一个`,
      `give ${k} means and covariances, one a component`,
    );
  }
  const owner = parts.map((row) => row.indexOf(Math.max(...row)));
  const sure = parts.map((row) => Math.max(...row));
  const isUnsure = sure.map((share) => share < 0.9);
  const unsure = isUnsure.filter(Boolean).length;
  const shown = sampleIndices(rows.length, 800);
  // Certain: full colour; an even split: hardly any.
  const opacity = (share: number): number =>
    Math.round(100 * (0.15 + 0.8 * ((share - 1 / k) / Math.max(1e-9, 1 - 1 / k)))) / 100;
  const clouds = Array.from({ length: k }, (_, j): Trace => {
    const own = shown.filter((i) => owner[i] === j);
    return {
      type: "scatter",
      mode: "markers",
      name: String(j + 1),
      x: own.map((i) => drawn(rows[i][0])),
      y: own.map((i) => drawn(rows[i][1])),
      marker: {
        size: 8,
        color: own.map((i) => translucent(palette[j], opacity(sure[i]))),
        line: { color: palette[j], width: 0.8 },
      },
      customdata: own.map((i) => parts[i].map((share) => numberText(share, 2)).join(", ")),
      hovertemplate: "(%{customdata})<extra></extra>",
      showlegend: false,
    };
  });
  const doubted = shown.filter((i) => isUnsure[i]);
  // A few pale points among many are not seen: a circle says where they are.
  const circles: Trace[] =
    doubted.length === 0
      ? []
      : [
          {
            type: "scatter",
            mode: "markers",
            name: "",
            x: doubted.map((i) => drawn(rows[i][0])),
            y: doubted.map((i) => drawn(rows[i][1])),
            marker: { size: 16, symbol: "circle-open", color: colors.text, line: { width: 1.6 } },
            hoverinfo: "skip",
            showlegend: false,
          },
        ];
  const rings =
    means && roots
      ? means.map((mean, j) => {
          const [x, y] = ellipse(mean, roots[j], 2);
          return line(String(j + 1), x, y, palette[j], {
            width: 2,
            hoverinfo: "skip",
            showlegend: false,
          });
        })
      : [];
  return new Figure({
    data: [...clouds, ...rings, ...circles],
    layout: baseLayout(options.title ?? (unsure > 0 ? w.title(String(unsure)) : w.clear), {
      height: 540,
      margin: { l: 64, r: 24, t: 72, b: 56 },
      xaxis: axis("x₁", { zeroline: false }),
      yaxis: axis("x₂", { zeroline: false, scaleanchor: "x" }),
      annotations: (means ?? []).map(([x, y], j) => ({
        text: `<b>${j + 1}</b>`,
        x,
        y,
        showarrow: false,
        font: { size: 15, color: palette[j] },
        ...grounded,
      })),
    }),
    alt: w.summary(rows.length, k, unsure) + (rings.length > 0 ? w.rings : ""),
    table: {
      columns: w.columns,
      rows: Array.from({ length: k }, (_, j) => [
        j + 1,
        numberText(parts.reduce((sum, row) => sum + row[j], 0) / parts.length, 3),
        owner.filter((at) => at === j).length,
        owner.filter((at, i) => at === j && isUnsure[i]).length,
      ]),
    },
  });
}

function checkedShares(caller: string, shares: NumberRows, count: number): number[][] {
  const parts = plainRows(caller, "shares", shares);
  const k = parts[0].length;
  if (parts.length !== count || k > palette.length) {
    throw shapeError(
      caller,
      `shares 应有 ${count} 行，每行至多 ${palette.length} 个分量；现有 ${parts.length} 行 ${k} 个`,
      `shares must have ${count} rows of at most ${palette.length} components; there are ${parts.length} of ${k}`,
    );
  }
  for (const [i, row] of parts.entries()) {
    const sum = row.reduce((total, share) => total + share, 0);
    if (row.every((share) => share >= 0) && Math.abs(sum - 1) < 1e-6) continue;
    throw valueError(
      caller,
      `shares[${i}] 之和是 ${sum}，应为各 ≥ 0、其和为 1`,
      `shares[${i}] adds up to ${sum}; give numbers ≥ 0 that add up to 1`,
    );
  }
  return parts;
}
