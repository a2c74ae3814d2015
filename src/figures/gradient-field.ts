import { kl } from "../divergences/kl";
import { pmfOnly } from "../divergences/vectors/pmf";
import { weights } from "../divergences/vectors/weights";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { list, text } from "../words/option-kinds";
import { descentArrows } from "./parts/descent-arrows";
import { Figure } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { titleOptions } from "./parts/known-options";
import type { Triple } from "./parts/level-curve";
import { onTriangle, triangleArea, triangleHeight } from "./parts/on-triangle";
import { baseLayout, colors, points } from "./parts/style";

/** Options of `figures.gradientField`. */
export interface GradientFieldOptions {
  /** Names of the three outcomes. */
  readonly labels?: readonly string[];
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly title: string;
  readonly says: readonly [string, string, string];
  readonly at: string;
  readonly summary: (q: string, spots: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "值都估D(p‖q)，梯度却不同：k1哪儿也不去，k2、k3走向q",
    says: ["平均梯度是0", "走D(p‖q)的下坡", "走D(q‖p)的下坡"],
    at: "策略p",
    summary: (q, spots) =>
      `三个三角形，每一点是三个结果上的一个策略p，箭头是沿估计量的平均梯度（对logits）下坡时p往哪走；参考q = ${q}。k1处处没有箭头；k2的箭头是D(p‖q)的，k3的是D(q‖p)的，都指向q。${spots}`,
  },
  en: {
    title: "All estimate D(p‖q), but by gradient k1 goes nowhere, k2 and k3 to q",
    says: ["its mean gradient is 0", "downhill on D(p‖q)", "downhill on D(q‖p)"],
    at: "policy p",
    summary: (q, spots) =>
      `Three triangles, each point a policy p over three outcomes; arrows show where p goes by descent along the mean gradient of the estimator in the logits, with reference q = ${q}. k1 has no arrows; those of k2 are of D(p‖q), those of k3 of D(q‖p), and both lead to q. ${spots}`,
  },
};

/** The mean of ∇k over p, in the logits of p: exact sums over the three outcomes. */
const meanGradients: readonly ((p: Triple, q: Triple) => Triple)[] = [
  () => [0, 0, 0],
  (p, q) => {
    const d = kl(p, q);
    return p.map((pi, i) => pi * (Math.log(pi / q[i]) - d)) as unknown as Triple;
  },
  (p, q) => p.map((pi, i) => pi - q[i]) as unknown as Triple,
];

/**
 * Where a policy over three outcomes goes when it descends by the gradients of k1, k2, k3, estimators of D(p‖q) from
 * samples of p.
 *
 * With r = q/p: k1 = −ln r, k2 = (ln r)²/2, k3 = r − 1 − ln r. In the logits E∇k1 = 0, E∇k2 = ∇D(p‖q) and
 * E∇k3 = ∇D(q‖p): what estimates a value need not estimate its gradient.
 *
 * @param q the reference, three probabilities > 0
 * @param options `labels` of the outcomes, `title`, `locale`
 * @throws TypeError unless q has three entries and there are three labels; RangeError if one is not > 0, or as `kl`
 *
 * @example
 * figures.gradientField([0.5, 0.3, 0.2]).alt.includes("k1处处没有箭头"); // true
 *
 * Source: J. Schulman, Approximating KL Divergence (2020); the gradients by summing over the outcomes.
 */
export function gradientField(q: ArrayLike<number>, options: GradientFieldOptions = {}): Figure {
  const caller = "gradientField";
  checkOptions(caller, options, { labels: list(text), ...titleOptions });
  const w = spoken(caller, words, options.locale);
  weights(caller, "q", q, false, pmfOnly);
  const { labels = ["1", "2", "3"] } = options;
  if (q.length !== 3 || labels.length !== 3) {
    throw shapeError(caller, "q 与 labels 应各有三个", "q and labels must have three entries each");
  }
  const reference = Array.from(q) as unknown as Triple;
  const zero = reference.indexOf(0);
  if (zero >= 0) {
    throw valueError(
      caller,
      `q[${zero}] 是 0，参考应处处 > 0`,
      `q[${zero}] is 0; give a reference > 0 everywhere`,
    );
  }
  const spots = grid();
  const names = ["k1", "k2", "k3"];
  const axesOf = (i: number): object => (i === 0 ? {} : { xaxis: `x${i + 1}`, yaxis: `y${i + 1}` });
  const center = onTriangle(reference);
  const short = (p: Triple): string => `(${p.map((pi) => numberText(pi, 2)).join(", ")})`;
  const corner: Triple = [0.8, 0.1, 0.1];
  return new Figure({
    data: meanGradients.flatMap((gradient, i) => [
      triangleArea(
        [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
        colors.paper,
        axesOf(i),
      ),
      descentArrows(names[i], spots, (p) => gradient(p, reference), axesOf(i)),
      points("q", [center.x], [center.y], colors.q, {
        symbol: "x",
        showlegend: false,
        ...axesOf(i),
      }),
    ]),
    layout: baseLayout(options.title ?? w.title, {
      height: 360,
      margin: { l: 20, r: 20, t: 96, b: 30 },
      ...Object.fromEntries(
        names.flatMap((_, i) => {
          const key = i === 0 ? "" : String(i + 1);
          return [
            [
              `xaxis${key}`,
              {
                visible: false,
                range: [-0.08, 1.08],
                domain: [0.345 * i, 0.345 * i + 0.31],
                ...(key ? { anchor: `y${key}` } : {}),
              },
            ],
            [
              `yaxis${key}`,
              {
                visible: false,
                range: [-0.14, triangleHeight + 0.12],
                scaleanchor: `x${key}`,
                ...(key ? { anchor: `x${key}` } : {}),
              },
            ],
          ];
        }),
      ),
      annotations: names.flatMap((name, i) => {
        const key = i === 0 ? "" : String(i + 1);
        const at = { xref: `x${key}`, yref: `y${key}`, showarrow: false };
        return [
          {
            text: `<b>${name}</b>　${w.says[i]}`,
            x: 0.5,
            y: triangleHeight + 0.1,
            yanchor: "bottom",
            ...at,
            font: { size: 12, color: colors.text },
          },
          ...labels.map((label, j) => ({
            text: label,
            x: [0, 1, 0.5][j],
            y: [0, 0, triangleHeight][j],
            yanchor: ["top", "top", "bottom"][j],
            xanchor: ["left", "right", "center"][j],
            ...at,
            font: { size: 11, color: colors.quiet },
          })),
        ];
      }),
    }),
    alt: w.summary(
      short(reference),
      names
        .map((name, i) => `E∇${name} = ${short(meanGradients[i](corner, reference))}`)
        .join(", ")
        .replace(/^/, `p = ${short(corner)}: `),
    ),
    table: {
      columns: [w.at, ...names.flatMap((name) => [1, 2, 3].map((j) => `E∂${name}/∂θ${j}`))],
      rows: spots
        .filter((_, i) => i % 3 === 0)
        .map((p) => [
          short(p),
          ...meanGradients.flatMap((gradient) =>
            gradient(p, reference).map((value) => numberText(value, 3)),
          ),
        ]),
    },
  });
}

/** Policies within the triangle, evenly. */
function grid(): Triple[] {
  const n = 9;
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n - i }, (_, j): Triple => {
      const [a, b] = [(i + 1) / (n + 2), (j + 1) / (n + 2)];
      return [a, b, 1 - a - b];
    }),
  ).flat();
}
