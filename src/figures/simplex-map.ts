import { kl } from "../divergences/kl";
import { pmfOnly } from "../divergences/vectors/pmf";
import { weights } from "../divergences/vectors/weights";
import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { checkedLater, list, text } from "../words/option-kinds";
import { outcomeLabels } from "./parts/codewords";
import { Figure, type Trace } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { checkedCount, evenly } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { baseLayout, colors, divergenceScale, points } from "./parts/style";

/** Options of `figures.simplexMap`. */
export interface SimplexMapOptions extends FigureOptions {
  /** Names of the three corners. */
  readonly labels?: readonly string[];
  /** How many values along an edge; 31 by default. */
  readonly points?: number;
}

interface Words {
  readonly title: (q: string) => string;
  readonly summary: (q: string, corners: string) => string;
  readonly corner: (label: string, forward: string, reverse: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (q) => `三个结果的分布离q = (${q})多远`,
    summary: (q, corners) =>
      `两个三角形，每一点是三个结果上的一个分布 p，颜色越深相对熵越大；左为 D(p‖q)，右为 D(q‖p)，都只在 p = q = (${q}) 处为 0。${corners}`,
    corner: (label, forward, reverse) =>
      `在顶点 ${label} 处 D(p‖q) = ${forward}，D(q‖p) = ${reverse}。`,
  },
  en: {
    title: (q) => `How far distributions of three outcomes are from q = (${q})`,
    summary: (q, corners) =>
      `Two triangles; each point is a distribution p of three outcomes, darker is more: left D(p‖q), right D(q‖p), both 0 at p = q = (${q}) only.${corners}`,
    corner: (label, forward, reverse) =>
      ` At corner ${label} D(p‖q) = ${forward}, D(q‖p) = ${reverse}.`,
  },
};

const height = Math.sqrt(3) / 2;

/**
 * D(p‖q) and D(q‖p) of every distribution p of three outcomes, as colour over the triangle of all p.
 *
 * The corners are certainty. Shows that D(p‖q) stays finite at the edges where q > 0 while D(q‖p) does not.
 *
 * @param q three probabilities summing to 1
 * @param options `labels` of the corners, `points` along an edge, `base`, `title`, `locale`
 * @throws RangeError, TypeError as `kl`; TypeError unless q has three entries
 *
 * @example
 * figures.simplexMap([0.5, 0.25, 0.25]).alt.includes("D(p‖q) = 0.6931 nat，D(q‖p) = ∞ nat"); // true
 *
 * Source: I. Csiszár and P. C. Shields, Information Theory and Statistics: A Tutorial (2004), section 3.
 */
export function simplexMap(q: ArrayLike<number>, options: SimplexMapOptions = {}): Figure {
  const caller = "simplexMap";
  checkOptions(caller, options, { labels: list(text), points: checkedLater, ...unitOptions });
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  const { base } = options;
  if (q?.length !== 3) {
    throw shapeError(caller, "q 应有 3 个概率", "q must have 3 probabilities");
  }
  weights("simplexMap", "q", q, false, pmfOnly);
  const n = checkedCount(caller, "points", options.points ?? 31, 5, 201);
  const labels = outcomeLabels(caller, 3, options.labels ?? ["p₁ = 1", "p₂ = 1", "p₃ = 1"]);
  const forward = (p: readonly number[]): number => kl(p, q, { base });
  const reverse = (p: readonly number[]): number => kl(q, p, { base });
  const xs = evenly(0, 1, n);
  const ys = evenly(0, height, n);
  const panels = [
    { name: "D(p‖q)", at: forward, ref: "" },
    { name: "D(q‖p)", at: reverse, ref: "2" },
  ].map((panel) => ({
    ...panel,
    values: ys.map((y) => xs.map((x) => panel.at(insideTriangle(x, y)))),
  }));
  // As much as D(p‖q) can reach: beyond it the reverse goes to infinity at every edge.
  const top = -Math.log(Math.min(...Array.from(q).filter((qi) => qi > 0))) / unit.nats || 1;
  const map = ({ name, values, ref }: (typeof panels)[number], i: number): Trace => ({
    type: "contour",
    name,
    x: xs,
    y: ys,
    z: values.map((row) => row.map((d) => Math.round(Math.min(d, top) * 1e4) / 1e4)),
    colorscale: divergenceScale,
    zmin: 0,
    zmax: top,
    contours: { start: 0, end: top, size: top / 12 },
    line: { color: colors.zero, width: 0.7 },
    showscale: i === 0,
    colorbar: {
      title: { text: unit.name },
      thickness: 14,
      outlinewidth: 0,
      len: 0.8,
      tickvals: [0, top / 2, top],
      ticktext: ["0", numberText(top / 2, 2), `≥${numberText(top, 2)}`],
    },
    hovertemplate: `${name} = %{z:.4g} ${unit.name}<extra></extra>`,
    xaxis: `x${ref}`,
    yaxis: `y${ref}`,
  });
  const target = [across(q), up(q)];
  const qText = Array.from(q, (qi) => numberText(qi, 3)).join(", ");
  const corners = [0, 1, 2].map((k) => [0, 1, 2].map((i) => (i === k ? 1 : 0)));
  const hidden = { visible: false, range: [-0.12, 1.12] };
  return new Figure({
    data: [
      ...panels.map(map),
      ...panels.map(({ ref }) => outside(ref)),
      ...panels.map(({ ref }) =>
        points("q", [target[0]], [target[1]], colors.q, {
          symbol: "x",
          showlegend: false,
          xaxis: `x${ref}`,
          yaxis: `y${ref}`,
        }),
      ),
    ],
    layout: baseLayout(options.title ?? w.title(qText), {
      margin: { l: 24, r: 24, t: 72, b: 24 },
      height: 400,
      xaxis: { ...hidden, domain: [0, 0.49] },
      yaxis: { visible: false, range: [-0.16, 1.02], scaleanchor: "x" },
      xaxis2: { ...hidden, domain: [0.51, 1], anchor: "y2" },
      yaxis2: { visible: false, range: [-0.16, 1.02], scaleanchor: "x2", anchor: "x2" },
      annotations: panels.flatMap(({ name, ref }, i) => [
        ...corners.map((corner, k) => ({
          text: labels[k],
          x: across(corner),
          y: up(corner),
          xref: `x${ref}`,
          yref: `y${ref}`,
          yshift: k === 2 ? 14 : -16,
          showarrow: false,
        })),
        {
          text: `<b>${name}</b>`,
          x: [0.02, 0.53][i],
          y: 0.98,
          xref: "paper",
          yref: "paper",
          xanchor: "left",
          showarrow: false,
        },
      ]),
    }),
    alt: w.summary(
      qText,
      corners
        .map((p, k) => w.corner(labels[k], unit.text(forward(p)), unit.text(reverse(p))))
        .join(""),
    ),
    table: {
      columns: ["p₁", "p₂", "p₃", ...panels.map(({ name }) => `${name} (${unit.name})`)],
      rows: tableSpots().map((p) =>
        [...p, forward(p), reverse(p)].map((value) => numberText(value)),
      ),
    },
  });
}

const across = (p: ArrayLike<number>): number => p[1] + p[2] / 2;
const up = (p: ArrayLike<number>): number => p[2] * height;

/** The distribution drawn at (x, y); beside the triangle the nearest that its edges allow. */
function insideTriangle(x: number, y: number): number[] {
  const last = y / height;
  const p = [1 - x - last / 2, x - last / 2, last].map((pi) => Math.max(0, pi));
  const sum = p[0] + p[1] + p[2];
  return p.map((pi) => pi / sum);
}

/** Covers what the rectangle shows beside the triangle, and draws the triangle's edges. */
function outside(ref: string): Trace {
  const e = 0.02;
  return {
    type: "scatter",
    mode: "lines",
    x: [0, 0.5, 0.5, -e, -e, 0, null, 1, 0.5, 0.5, 1 + e, 1 + e, 1],
    y: [0, height, height + e, height + e, 0, 0, null, 0, height, height + e, height + e, 0, 0],
    line: { color: colors.paper, width: 2, simplify: false },
    fill: "toself",
    fillcolor: colors.paper,
    hoverinfo: "skip",
    showlegend: false,
    xaxis: `x${ref}`,
    yaxis: `y${ref}`,
  };
}

/** The triangle in quarters: corners, edges, and three inside. */
function tableSpots(): number[][] {
  return [0, 1, 2, 3, 4].flatMap((i) =>
    Array.from({ length: 5 - i }, (_, j) => [4 - i - j, j, i].map((k) => k / 4)),
  );
}
