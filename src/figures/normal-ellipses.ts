import { isDistribution } from "../distributions/distribution";
import type { MultivariateNormal } from "../distributions/families/multivariate-normal";
import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { interval } from "../words/option-kinds";
import { ellipse } from "./parts/ellipse";
import { Figure, type Trace } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { checkedInterval, type Interval } from "./parts/grid";
import { titleOptions } from "./parts/known-options";
import { drawn, type NumberRows, plainRows } from "./parts/plain-rows";
import { axis, baseLayout, colors, line, translucent } from "./parts/style";

/** A normal of the plane with a name, and the means it went through. */
export interface NamedNormal {
  readonly name: string;
  readonly distribution: MultivariateNormal;
  /** Means on the way, rows of two: drawn as a line with a mark at each. */
  readonly path?: NumberRows;
}

/** Options of `figures.normalEllipses`. */
export interface NormalEllipsesOptions {
  /** What both axes show; all ellipses and paths by default. */
  readonly range?: Interval;
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly title: (name: string, times: string, first: string) => string;
  readonly one: (name: string) => string;
  readonly columns: readonly string[];
  readonly summary: (each: string) => string;
  readonly each: (name: string, parts: readonly string[]) => string;
  readonly path: (name: string, n: number) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (name, times, first) => `${name}的椭圆面积是${first}的${times}倍`,
    one: (name) => `${name}：一倍与两倍标准差`,
    columns: ["分布", "均值", "z₁的标准差", "z₂的标准差", "相关系数", "面积（倍）"],
    summary: (each) => `平面上的正态分布，各画一倍与两倍标准差的椭圆。${each}`,
    each: (name, [mean, a, b, r, area]) =>
      `${name}：均值${mean}，标准差${a}、${b}，相关系数${r}，面积是第一个的${area}倍。`,
    path: (name, n) => `折线是${name}的均值走过的${n}处。`,
  },
  en: {
    title: (name, times, first) =>
      `The ellipse of ${name} has ${times} times the area of that of ${first}`,
    one: (name) => `${name}: one and two standard deviations`,
    columns: ["distribution", "mean", "sd of z₁", "sd of z₂", "correlation", "area (times)"],
    summary: (each) =>
      `Normals of the plane, each an ellipse at one and at two standard deviations. ${each}`,
    each: (name, [mean, a, b, r, area]) =>
      `${name}: mean ${mean}, standard deviations ${a} and ${b}, correlation ${r}, area ${area} times the first. `,
    path: (name, n) => `The line is where the mean of ${name} went, ${n} places. `,
  },
};

const palette = [colors.p, colors.q, colors.model, colors.other];

/**
 * Normals of the plane as ellipses at one and two standard deviations: how wide, how aslant, and how many times as large as the
 * first, by √det of the covariances.
 *
 * Independent coordinates (mean field) have ellipses along the axes: by the least D(q‖p) inside the target's, by the
 * least D(p‖q) as wide as it.
 *
 * @param entries `{ name, distribution, path? }`, one to four; distributions from `multivariateNormal` of two dimensions
 * @param options `range` of both axes, `title`, `locale`
 * @throws TypeError for no entries or more than four, one without a name, or a distribution of another kind
 *
 * @example
 * const p = multivariateNormal([0, 0], [[1, 0.9], [0.9, 1]]);
 * figures.normalEllipses([{ name: "p", distribution: p }]).alt.includes("相关系数0.9"); // true
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 10.1.2 and figure 10.2.
 */
export function normalEllipses(
  entries: readonly NamedNormal[],
  options: NormalEllipsesOptions = {},
): Figure {
  const caller = "normalEllipses";
  checkOptions(caller, options, { range: interval, ...titleOptions });
  const w = spoken(caller, words, options.locale);
  checkEntries(caller, entries);
  const all = entries.map(({ name, distribution, path }, i) => {
    const { mean, covariance, cholesky: root } = distribution;
    const [a, b] = [Math.sqrt(covariance[0][0]), Math.sqrt(covariance[1][1])];
    return {
      name,
      mean,
      root,
      sds: [a, b],
      correlation: covariance[0][1] / (a * b),
      area: root[0][0] * root[1][1],
      way: path ? plainRows(caller, `entries[${i}].path`, path, 2) : [],
    };
  });
  const [first] = all;
  const ends = all.flatMap(({ mean, sds, way }) => [
    ...around(mean, sds, 2.2),
    ...way.flatMap((place) => around(place, sds, 0.2)),
  ]);
  const whole = [Math.min(...ends), Math.max(...ends)] as const;
  const range = checkedInterval(caller, "range", options.range ?? whole);
  const rings = all.flatMap(({ name, mean, root }, i): Trace[] =>
    [2, 1].map((deviations) => {
      const [x, y] = ellipse(mean, root, deviations);
      return line(name, x, y, palette[i], {
        width: deviations === 2 ? 2.6 : 1.4,
        dash: i % 2 === 1 ? "dash" : "solid",
        fill: "toself",
        fillcolor: translucent(palette[i], 0.1),
        hoverinfo: "skip",
        showlegend: deviations === 2,
      });
    }),
  );
  const ways = all.flatMap(({ name, way }, i): Trace[] =>
    way.length === 0
      ? []
      : [
          {
            type: "scatter",
            mode: "lines+markers",
            name,
            x: way.map(([x]) => drawn(x)),
            y: way.map(([, y]) => drawn(y)),
            line: { color: palette[i], width: 1.6 },
            marker: { color: palette[i], size: 6 },
            showlegend: false,
          },
        ],
  );
  const times = ({ area }: { readonly area: number }): string => numberText(area / first.area, 3);
  const row = (each: (typeof all)[number]): string[] => [
    `(${each.mean.map((m) => numberText(m, 3)).join(", ")})`,
    ...each.sds.map((sd) => numberText(sd, 4)),
    numberText(each.correlation, 3),
    times(each),
  ];
  const title =
    all.length === 1
      ? w.one(first.name)
      : all
          .slice(1)
          .map((each) => w.title(each.name, times(each), first.name))
          .join(options.locale === "en" ? ", " : "，");
  return new Figure({
    data: [...rings, ...ways],
    layout: baseLayout(options.title ?? title, {
      height: 540,
      xaxis: axis("z₁", { range, zeroline: false }),
      yaxis: axis("z₂", { range, zeroline: false, scaleanchor: "x" }),
    }),
    alt: w.summary(
      all
        .map((each) => {
          const way = each.way.length > 0 ? w.path(each.name, each.way.length) : "";
          return w.each(each.name, row(each)) + way;
        })
        .join(""),
    ),
    table: { columns: w.columns, rows: all.map((each) => [each.name, ...row(each)]) },
  });
}

/** So many standard deviations to either side, in both coordinates; more where the doubles would lose them beside x. */
const around = (place: readonly number[], sds: readonly number[], deviations: number): number[] =>
  place.flatMap((x, i) => {
    const room = Math.max(deviations * sds[i], 1e-12 * Math.abs(x));
    return [x - room, x + room];
  });

function checkEntries(caller: string, entries: readonly NamedNormal[]): void {
  const isEntry = (entry: Partial<NamedNormal> | undefined): boolean => {
    const d: unknown = entry?.distribution;
    return (
      typeof entry?.name === "string" &&
      isDistribution(d) &&
      d.family === "multivariateNormal" &&
      d.dimension === 2
    );
  };
  if (
    Array.isArray(entries) &&
    entries.length >= 1 &&
    entries.length <= palette.length &&
    Array.from(entries).every(isEntry)
  )
    return;
  throw shapeError(
    caller,
    'entries 应为 1 至 4 个 { name, distribution }，各是二维正态，例如 [{ name: "p", distribution: multivariateNormal([0, 0], [[1, 0.9], [0.9, 1]]) }]',
    'entries must be 1 to 4 of { name, distribution }, each a normal of two dimensions, for example [{ name: "p", distribution: multivariateNormal([0, 0], [[1, 0.9], [0.9, 1]]) }]',
  );
}
