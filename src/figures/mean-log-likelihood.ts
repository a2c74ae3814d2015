import type { Distribution } from "../distributions/distribution";
import { isDistribution } from "../distributions/distribution";
import { crossEntropy } from "../divergences/cross-entropy";
import { type Prng, seeded } from "../math/random";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { checkedLater, generator } from "../words/option-kinds";
import { Figure } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { checkedCount, sampleIndices } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { pairText } from "./parts/pair-text";
import { axis, baseLayout, colors, line, translucent } from "./parts/style";

/** Options of `figures.meanLogLikelihood`. */
export interface MeanLogLikelihoodOptions extends FigureOptions {
  /** Greatest m; 10 000 by default. */
  readonly samples?: number;
  /** How many samples of their own are followed; 5 by default. */
  readonly paths?: number;
  /** `seeded(0)` by default. */
  readonly prng?: Prng;
}

interface Words {
  readonly title: string;
  readonly m: string;
  readonly mean: (unit: string) => string;
  readonly path: string;
  readonly limit: (value: string) => string;
  readonly band: string;
  readonly summary: (told: Summary) => string;
}

/** What the alternative text tells. */
interface Summary {
  readonly paths: number;
  readonly p: string;
  readonly g: string;
  readonly m: number;
  readonly limit: string;
  readonly gap: string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "样本越多，平均对数似然越近期望",
    m: "样本数m（对数轴）",
    mean: (unit) => `(1/m) Σ log P<sub>G</sub>(xᵢ)（${unit}）`,
    path: "各次抽样",
    limit: (value) => `期望 −H(P) − D(P‖P<sub>G</sub>) = ${value}`,
    band: "期望 ± 2个标准误差",
    summary: ({ paths, p, g, m, limit, gap }) =>
      `${paths}条折线是从${p}抽的样本在${g}下的平均对数似然，横轴是样本数，到${m}；水平线：期望是${limit}。到最后，离期望最远的一条差${gap}。`,
  },
  en: {
    title: "The more samples, the nearer to the expectation",
    m: "samples m (logarithmic)",
    mean: (unit) => `(1/m) Σ log P<sub>G</sub>(xᵢ) (${unit})`,
    path: "one sample each",
    limit: (value) => `expectation −H(P) − D(P‖P<sub>G</sub>) = ${value}`,
    band: "expectation ± 2 standard errors",
    summary: ({ paths, p, g, m, limit, gap }) =>
      `${paths} lines show the mean log-likelihood under ${g} of samples from ${p}, over the number of samples up to ${m}; the level line is the expectation, ${limit}. At the end the farthest line is ${gap} away.`,
  },
};

/**
 * How (1/m) Σ ln P_G(xᵢ), xᵢ ∼ P, approaches E_P[ln P_G] = −H(P) − D(P‖P_G) as m grows.
 *
 * The law of large numbers behind "maximum likelihood minimises relative entropy"; the band narrows as 1/√m.
 *
 * @param P where the samples come from
 * @param G the model whose likelihood is taken, with finite cross-entropy
 * @param options `samples`, `paths` (at most 20), `prng`, `base`, `title`, `locale`
 * @throws TypeError unless both are one-dimensional distributions; RangeError for counts, or an infinite expectation
 *
 * @example
 * figures.meanLogLikelihood(normal(0, 1), normal(1, 1), { samples: 100 }).alt.includes("期望是−1.919 nat"); // true
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 3.1.
 */
export function meanLogLikelihood(
  P: Distribution,
  G: Distribution,
  options: MeanLogLikelihoodOptions = {},
): Figure {
  const caller = "meanLogLikelihood";
  checkOptions(caller, options, {
    samples: checkedLater,
    paths: checkedLater,
    prng: generator,
    ...unitOptions,
  });
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  if (![P, G].every((d) => isDistribution(d) && d.dimension === 1)) {
    throw shapeError(
      caller,
      "P 与 G 应为一维分布，例如 normal(0, 1)",
      "P and G must be one-dimensional distributions, for example normal(0, 1)",
    );
  }
  const m = checkedCount(caller, "samples", options.samples ?? 10_000, 10, 1e6);
  const count = checkedCount(caller, "paths", options.paths ?? 5, 1, 20);
  const limit = -crossEntropy(P, G, { base: options.base });
  if (!Number.isFinite(limit)) {
    throw valueError(
      caller,
      "E[log P_G] 不是有限数，平均值没有极限；换一个不排除P的G",
      "E[log P_G] is not finite, so the mean has no limit; take a G that does not rule out P",
    );
  }
  const { prng = seeded(0) } = options;
  const logs = Array.from({ length: count }, () =>
    P.sample(m, prng).map((x) => G.logProb(x) / unit.nats),
  );
  const at = logarithmic(m);
  const paths = logs.map((path) => runningMeans(path, at));
  const spread = Math.sqrt(
    logs.flat().reduce((sum, value) => sum + (value - limit) ** 2, 0) / (count * m),
  );
  const gap = Math.max(...paths.map((path) => Math.abs(path[path.length - 1] - limit)));
  const edges = [1, -1].map((sign) => at.map((k) => limit + (sign * 2 * spread) / Math.sqrt(k)));
  const [pText, gText] = pairText({ P, P_G: G });
  return new Figure({
    data: [
      {
        ...line(
          w.band,
          [...at, ...[...at].reverse()],
          [...edges[0], ...[...edges[1]].reverse()],
          colors.divergence,
          { width: 0 },
        ),
        fill: "toself",
        fillcolor: translucent(colors.divergence, 0.14),
        hoverinfo: "skip",
      },
      ...paths.map((path, i) =>
        line(w.path, at, path, translucent(colors.model, 0.75), {
          width: 1.6,
          showlegend: i === 0,
        }),
      ),
      line(w.limit(unit.text(limit)), [at[0], m], [limit, limit], colors.divergence, {
        dash: "dash",
      }),
    ],
    layout: baseLayout(options.title ?? w.title, {
      margin: { l: 64, r: 24, t: 100, b: 56 },
      xaxis: axis(w.m, { type: "log", dtick: 1, tickformat: "d" }),
      yaxis: axis(w.mean(unit.name), {
        range: [
          limit - (2.6 * spread) / Math.sqrt(at[0]),
          limit + (2.6 * spread) / Math.sqrt(at[0]),
        ],
        zeroline: false,
      }),
    }),
    alt: w.summary({
      paths: count,
      p: pText,
      g: gText,
      m,
      limit: unit.text(limit),
      gap: unit.text(gap),
    }),
    table: {
      columns: ["m", ...paths.map((_, i) => `${i + 1} (${unit.name})`)],
      rows: sampleIndices(at.length, 9).map((i) => [
        at[i],
        ...paths.map((path) => numberText(path[i])),
      ]),
    },
  });
}

/** About twenty whole numbers a decade, from 4 to m. */
function logarithmic(m: number): number[] {
  const steps = Math.ceil(20 * Math.log10(m / 4));
  const values = Array.from({ length: steps + 1 }, (_, i) =>
    Math.round(4 * (m / 4) ** (i / steps)),
  );
  return [...new Set(values)];
}

function runningMeans(values: readonly number[], at: readonly number[]): number[] {
  let sum = 0;
  let done = 0;
  return at.map((m) => {
    while (done < m) sum += values[done++];
    return sum / m;
  });
}
