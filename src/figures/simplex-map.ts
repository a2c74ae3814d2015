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
import { checkedCount } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { edgePoints, levelCurve, type Triple } from "./parts/level-curve";
import { levelNotes } from "./parts/level-notes";
import { onTriangle, triangleArea, triangleSpots } from "./parts/on-triangle";
import { baseLayout, colors, divergenceScale, line, points, translucent } from "./parts/style";

/** Options of `figures.simplexMap`. */
export interface SimplexMapOptions extends FigureOptions {
  /** Names of the three corners. */
  readonly labels?: readonly string[];
  /** How many points of a level line lie on the rays to each edge; 41 by default. */
  readonly points?: number;
}

interface Words {
  /** Of q with three outcomes possible, and of another. */
  readonly title: (q: string, isInner: boolean) => string;
  readonly summary: (q: string, corners: string) => string;
  readonly corner: (label: string, forward: string, reverse: string) => string;
  /** What each direction does at the edges, where a p is 0. */
  readonly edges: readonly [forward: string, reverse: string];
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (q, isInner) =>
      isInner ? `走到边上，D(p‖q)有限，D(q‖p)是∞：q = (${q})` : `三个结果的分布离q = (${q})多远`,
    summary: (q, corners) =>
      `两个三角形，每一点是三个结果上的一个分布p，颜色越浓相对熵越大，线上标着它的值；第一个是D(p‖q)，第二个是D(q‖p)，都只在p = q = (${q})处为0。${corners}`,
    corner: (label, forward, reverse) =>
      `在顶点${label}处D(p‖q) = ${forward}，D(q‖p) = ${reverse}。`,
    edges: ["到边上仍有限", "粗边上都是∞"],
  },
  en: {
    title: (q, isInner) =>
      isInner
        ? `At the edges D(p‖q) is finite, D(q‖p) is ∞: q = (${q})`
        : `How far distributions of three outcomes are from q = (${q})`,
    summary: (q, corners) =>
      `Two triangles; each point is a distribution p of three outcomes, the stronger the colour the more, and the lines bear their values: first D(p‖q), then D(q‖p), both 0 at p = q = (${q}) only.${corners}`,
    corner: (label, forward, reverse) =>
      ` At corner ${label} D(p‖q) = ${forward}, D(q‖p) = ${reverse}.`,
    edges: ["finite at the edges", "∞ on the thick edges"],
  },
};

/**
 * D(p‖q) and D(q‖p) of every distribution p of three outcomes, as colour over the triangle of all p.
 *
 * The corners are certainty, the lines those of equal divergence, drawn as far as D(p‖q) can reach. Shows that D(p‖q) stays finite at the edges where q > 0 while D(q‖p) does not.
 *
 * @param q three probabilities summing to 1
 * @param options `labels` of the corners, `points` of a level line for each edge, `base`, `title`, `locale`
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
  const n = checkedCount(caller, "points", options.points ?? 41, 5, 201);
  const labels = outcomeLabels(caller, 3, options.labels ?? ["p₁ = 1", "p₂ = 1", "p₃ = 1"]);
  const center = Array.from(q) as unknown as Triple;
  const forward = (p: readonly number[]): number => kl(p, q, { base });
  const reverse = (p: readonly number[]): number => kl(q, p, { base });
  const targets = edgePoints(n);
  // As much as D(p‖q) can reach: beyond it the reverse goes to infinity at every edge.
  const top = -Math.log(Math.min(...center.filter((qi) => qi > 0))) / unit.nats || 1;
  const panels = [
    { name: "D(p‖q)", at: forward, ref: "" },
    { name: "D(q‖p)", at: reverse, ref: "2" },
  ].map((panel) => {
    const f = (p: Triple): number => ofTriple(panel.at, p);
    const ends = targets.map(f);
    const curves = levelsUpTo(top).map((level) => ({
      level,
      curve: levelCurve(f, level, center, targets),
      isReached: ends.map((end) => end > level),
    }));
    return { ...panel, curves };
  });
  const qText = Array.from(q, (qi) => numberText(qi, 3)).join(", ");
  const corners: readonly Triple[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const middle = onTriangle(center);
  const hidden = { visible: false, range: [-0.03, 1.03] };
  const upright = { visible: false, range: [-0.12, 1.04] };
  return new Figure({
    data: panels.flatMap(({ name, at, ref, curves }) => {
      const axes = { xaxis: `x${ref}`, yaxis: `y${ref}` };
      return [
        triangleArea(corners, divergenceScale[4][1], axes),
        ...curves.reverse().map(({ curve }) => triangleArea(curve, lighter, axes)),
        // Not the darkest of the finite values, but beyond them all.
        ...(ref === "2" ? corners.flatMap((_, k) => infiniteEdge(corners, k, center, axes)) : []),
        triangleSpots(name, unit.name, at, axes),
        points("q", [middle.x], [middle.y], colors.q, {
          symbol: "x",
          showlegend: false,
          ...axes,
        }),
      ];
    }),
    layout: baseLayout(options.title ?? w.title(qText, Math.min(...center) > 0), {
      margin: { l: 16, r: 16, t: 88, b: 16 },
      height: 420,
      xaxis: { ...hidden, domain: [0, 0.49] },
      yaxis: { ...upright, scaleanchor: "x" },
      xaxis2: { ...hidden, domain: [0.51, 1], anchor: "y2" },
      yaxis2: { ...upright, scaleanchor: "x2", anchor: "x2" },
      annotations: panels.flatMap(({ name, ref, curves }) => {
        const refs = { xref: `x${ref}`, yref: `y${ref}`, showarrow: false };
        return [
          ...corners.map((corner, k) => ({
            ...refs,
            text: labels[k],
            ...onTriangle(corner),
            yshift: k === 2 ? 12 : -12,
            xanchor: ["left", "right", "center"][k],
          })),
          {
            ...refs,
            text: "<b>q</b>",
            ...middle,
            xanchor: "right",
            xshift: -8,
            font: { color: colors.q },
          },
          ...levelNotes(curves, center, refs),
          {
            ...refs,
            text: `<b>${name}</b>${options.locale === "en" ? ` (${unit.name})` : `（${unit.name}）`}${
              // Where q itself lies on an edge, the edge is where both are 0.
              Math.min(...center) > 0 ? `<br>${w.edges[ref === "" ? 0 : 1]}` : ""
            }`,
            align: "left",
            x: 0,
            y: 0.98,
            xanchor: "left",
          },
        ];
      }),
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

/** Rounding on the way along a ray may leave a sum that is not 1, or a share just below 0. */
function ofTriple(f: (p: readonly number[]) => number, p: Triple): number {
  const held = p.map((pi) => Math.max(0, pi));
  const sum = held[0] + held[1] + held[2];
  return f(held.map((pi) => pi / sum));
}

/** The edge where p of outcome k is 0, along which D(q‖p) = ∞ if q of k is not. */
function infiniteEdge(
  corners: readonly Triple[],
  k: number,
  center: Triple,
  axes: object,
): readonly Trace[] {
  if (center[k] === 0) return [];
  const ends = [1, 2].map((step) => onTriangle(corners[(k + step) % 3]));
  return [
    line(
      "D(q‖p) = ∞",
      ends.map(({ x }) => x),
      ends.map(({ y }) => y),
      colors.text,
      { width: 5, hoverinfo: "skip", showlegend: false, ...axes },
    ),
  ];
}

/** Round values, the last at most `top`: at most five. */
function levelsUpTo(top: number): number[] {
  const round = [-3, -2, -1, 0, 1, 2].flatMap((k) => [1, 2, 5].map((f) => Number(`${f}e${k}`)));
  return round.filter((level) => level <= top).slice(-5);
}

/** Each level inside the last is lighter by this, down to the paper's colour around q. */
const lighter = translucent(colors.paper, 0.38);

/** The triangle in quarters: corners, edges, and three inside. */
function tableSpots(): number[][] {
  return [0, 1, 2, 3, 4].flatMap((i) =>
    Array.from({ length: 5 - i }, (_, j) => [4 - i - j, j, i].map((k) => k / 4)),
  );
}
