import type { Generator } from "../divergences/generator";
import { generators } from "../divergences/generators";
import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { checkedLater, interval } from "../words/option-kinds";
import { Figure } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { checkedInterval, evenly, finite, type Interval, sampleIndices } from "./parts/grid";
import { titleOptions } from "./parts/known-options";
import { endLabels } from "./parts/labels";
import { axis, baseLayout, colors, line } from "./parts/style";

/** Options of `figures.generatorFamily`. */
export interface GeneratorFamilyOptions {
  /** Which generators, at most six; default KL, reverse KL, Jensen–Shannon, squared Hellinger, total variation. */
  readonly generators?: readonly Pick<Generator, "name" | "f" | "derivative">[];
  /** Ratios u = p/q to cover; default 0.02 to 5. */
  readonly range?: Interval;
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly title: string;
  readonly u: string;
  readonly f: (unit: string) => string;
  readonly summary: (n: number, range: string, each: string) => string;
  readonly each: (name: string, low: string, high: string) => string;
  /** Of the rows of the table `generators`. */
  readonly names: Readonly<Record<string, string>>;
  readonly small: string;
  readonly large: string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "生成函数：比值u = p/q偏离1要付多少",
    u: "密度比u = p/q（无单位，对数轴）",
    f: (unit) => `f(u) − f′(1)(u − 1)${unit && `（${unit}）`}`,
    summary: (n, range, each) =>
      `${n}个f散度的生成函数，减去在u = 1处的切线（散度不变），横轴u从${range}；都在u = 1处为0，两边上升。${each}`,
    each: (name, low, high) => `${name}：u = 0.1处${low}，u = 3处${high}。`,
    names: {
      kl: "D(p‖q)",
      reverseKl: "D(q‖p)",
      jeffreys: "Jeffreys散度",
      jensenShannon: "Jensen–Shannon",
      squaredHellinger: "Hellinger平方",
      totalVariation: "全变差",
      chiSquared: "χ²散度",
      neymanChiSquared: "Neyman χ²",
      gan: "GAN",
    },
    small: "← q多p少",
    large: "p多q少 →",
  },
  en: {
    title: "Generators: what a ratio u = p/q away from 1 costs",
    u: "density ratio u = p/q (no unit, logarithmic)",
    f: (unit) => `f(u) − f′(1)(u − 1)${unit && ` (${unit})`}`,
    summary: (n, range, each) =>
      `Generators of ${n} f-divergences less their tangents at u = 1 (the divergence stays), for u from ${range}; all are 0 at u = 1 and rise on both sides. ${each}`,
    each: (name, low, high) => `${name}: ${low} at u = 0.1, ${high} at u = 3. `,
    names: {
      kl: "D(p‖q)",
      reverseKl: "D(q‖p)",
      jeffreys: "Jeffreys",
      jensenShannon: "Jensen–Shannon",
      squaredHellinger: "squared Hellinger",
      totalVariation: "total variation",
      chiSquared: "χ²",
      neymanChiSquared: "Neyman χ²",
      gan: "GAN",
    },
    small: "← more q",
    large: "more p →",
  },
};

/**
 * The generators f of f-divergences over the ratio u = p/q, less their tangents at 1.
 *
 * D_f(p‖q) = Σ q f(p/q). Adding c(u − 1) to f changes no divergence, so curves touching 0 at u = 1 can be compared:
 * D(p‖q) punishes u above 1 more, D(q‖p) punishes u near 0.
 *
 * @param options `generators` (rows of the table `generators`, or `{ name, f, derivative }`), `range` of u, `title`, `locale`
 * @throws TypeError for no generators or more than six, RangeError for a range that is not within (0, ∞)
 *
 * @example
 * figures.generatorFamily({ generators: [generators.kl] }).alt.includes("u = 3处1.296"); // true
 *
 * Source: S. Nowozin, B. Cseke and R. Tomioka, f-GAN (2016), table 1.
 */
export function generatorFamily(options: GeneratorFamilyOptions = {}): Figure {
  const caller = "generatorFamily";
  checkOptions(caller, options, { generators: checkedLater, range: interval, ...titleOptions });
  const w = spoken(caller, words, options.locale);
  const { kl, reverseKl, jensenShannon, squaredHellinger, totalVariation } = generators;
  const rows = options.generators ?? [
    kl,
    reverseKl,
    jensenShannon,
    squaredHellinger,
    totalVariation,
  ];
  const fit = (row: Partial<Generator>): boolean =>
    typeof row?.f === "function" && typeof row.derivative === "function";
  if (!Array.isArray(rows) || rows.length < 1 || rows.length > styles.length || !rows.every(fit)) {
    throw shapeError(
      caller,
      "generators 应为 1 至 6 个 { name, f, derivative }，例如 [generators.kl]",
      "generators must be 1 to 6 of { name, f, derivative }, for example [generators.kl]",
    );
  }
  const range = checkedInterval(caller, "range", options.range ?? [0.02, 5], [1e-12, 1e12]);
  const [from, to] = range.map(Math.log);
  const u = evenly(from, to, 125).map((logU) => Math.exp(logU));
  const cost = ({ f, derivative }: (typeof rows)[number], ui: number): number =>
    f(ui) - derivative(1) * (ui - 1);
  const curves = rows.map((row) => u.map((ui) => cost(row, ui)));
  const names = rows.map(({ name }) => (Object.hasOwn(w.names, name) ? w.names[name] : name));
  const isAllNats = rows.every(isInNats);
  const known = curves.flat().filter(Number.isFinite);
  // Of what diverges at an end only as much as lets the others be told apart.
  const top = Math.min(Math.max(...known), 4);
  return new Figure({
    data: curves.map((y, i) =>
      line(names[i], u, y.map(finite), styles[i].color, {
        dash: styles[i].dash,
        // Where one lies on another, equal widths and equal gaps let both be seen in turn.
        width: styles[i].width ?? 2.4,
        showlegend: false,
      }),
    ),
    layout: baseLayout(options.title ?? w.title, {
      xaxis: axis(w.u, {
        type: "log",
        range: range.map(Math.log10),
        ...ratioTicks(range),
        tickangle: 0,
      }),
      yaxis: axis(w.f(isAllNats ? "nat" : ""), { range: [-0.03 * top, top * 1.05] }),
      margin: { l: 64, r: 150, t: 72, b: 56 },
      annotations: [
        ...endLabels(
          curves.map((y, i) => ({
            text: names[i],
            y: Math.min(top, y[y.length - 1]),
            color: styles[i].color,
          })),
          { x: Math.log10(range[1]), gap: top * 0.062, top: top * 1.05 },
        ),
        ...[w.small, w.large].map((text, i) => ({
          text,
          x: [0.02, 0.98][i],
          xref: "x domain",
          xanchor: ["left", "right"][i],
          y: 1,
          yref: "y domain",
          yanchor: "bottom",
          showarrow: false,
          font: { color: colors.quiet, size: 12 },
        })),
      ],
      shapes: [
        {
          type: "line",
          x0: 1,
          x1: 1,
          y0: 0,
          y1: 1,
          yref: "paper",
          line: { color: colors.quiet, width: 1, dash: "dot" },
        },
      ],
    }),
    alt: w.summary(
      rows.length,
      range.map((end) => numberText(end)).join(options.locale === "en" ? " to " : "到"),
      rows
        .map((row, i) => w.each(names[i], numberText(cost(row, 0.1)), numberText(cost(row, 3))))
        .join(""),
    ),
    table: {
      columns: ["u", ...names.map((name, i) => (isInNats(rows[i]) ? `${name} (nat)` : name))],
      rows: sampleIndices(u.length, 15).map((i) =>
        [u[i], ...curves.map((y) => y[i])].map((value) => numberText(value)),
      ),
    },
  });
}

/** Of generators made of logarithms; the others have no unit. */
const isInNats = ({ name }: { readonly name: string }): boolean =>
  ["kl", "reverseKl", "jeffreys", "jensenShannon", "gan"].includes(name);

/** So few that they stand side by side on a phone: about half a decade apart, whole ones over a wide range. */
function ratioTicks(range: readonly number[]): object {
  const [low, high] = range.map(Math.log10);
  const apart = high - low > 3 ? Math.ceil((high - low) / 4) : 1;
  const decades = Array.from({ length: 51 }, (_, i) => i - 25).filter((k) => k % apart === 0);
  const tickvals = decades.flatMap((k) =>
    high - low > 3 ? [Number(`1e${k}`)] : [Number(`1e${k}`), Number(`3e${k}`)],
  );
  return { tickvals, ticktext: tickvals.map((ratio) => numberText(ratio)) };
}

const styles: readonly {
  readonly color: string;
  readonly dash?: string;
  readonly width?: number;
}[] = [
  { color: colors.p },
  { color: colors.q, dash: "dash" },
  { color: colors.divergence, width: 3.2 },
  { color: colors.model, dash: "9px,9px", width: 3.2 },
  { color: colors.data, dash: "dot" },
  { color: colors.other, dash: "longdashdot" },
];
