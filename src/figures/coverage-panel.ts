import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { list, positive, text } from "../words/option-kinds";
import { Figure } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { titleOptions } from "./parts/known-options";
import { plainRows } from "./parts/plain-rows";
import { axis, baseLayout, colors } from "./parts/style";

/** What a model that was trained towards one objective covers. */
export interface CoverageEntry {
  /** The objective. */
  readonly name: string;
  /** Of its samples the share near each mode; what lies near none is left out. */
  readonly shares: ArrayLike<number>;
}

/** Options of `figures.coveragePanel`. */
export interface CoveragePanelOptions {
  /** The names of the modes; 1, 2, 3 … by default. */
  readonly modes?: readonly string[];
  /** The least share that counts as covered; a quarter of an even share by default. */
  readonly least?: number;
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly title: (most: string, n: number, least: string, m: number) => string;
  readonly alike: (n: number, k: number) => string;
  readonly mode: string;
  readonly covered: string;
  readonly elsewhere: string;
  readonly objective: string;
  readonly summary: (n: number, k: number, least: string, each: string) => string;
  readonly each: (name: string, n: number, k: number) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (most, n, least, m) => `${most}盖住${n}个峰，${least}只盖住${m}个`,
    alike: (n, k) => `各目标都盖住${k}个峰里的${n}个`,
    mode: "峰（圆的面积是落在那里的样本份额）",
    covered: "盖住的峰",
    elsewhere: "不在任何峰旁",
    objective: "目标",
    summary: (n, k, least, each) =>
      `${n}种目标各把样本放在${k}个峰中的哪几个：圆的面积是份额，实心的不少于${least}，算盖住。${each}`,
    each: (name, n, k) => `${name}盖住${n}/${k}。`,
  },
  en: {
    title: (most, n, least, m) => `${most} covers ${n} modes, ${least} only ${m}`,
    alike: (n, k) => `Every objective covers ${n} of ${k} modes`,
    mode: "mode (areas are shares of samples)",
    covered: "modes covered",
    elsewhere: "near no mode",
    objective: "objective",
    summary: (n, k, least, each) =>
      `Which of ${k} modes ${n} objectives put their samples at: areas are shares, filled where at least ${least}, which counts as covered. ${each}`,
    each: (name, n, k) => `${name} covers ${n}/${k}. `,
  },
};

/**
 * Which modes the models of several objectives cover: a circle a mode, as large as the share of samples near it.
 *
 * Filled circles are covered modes, open ones are not; the count stands at the right. What forward and reverse
 * relative entropy, or a GAN and a VAE, leave out is seen at a glance.
 *
 * @param entries `{ name, shares }`, one an objective, each with a share ≥ 0 a mode, adding up to at most 1
 * @param options `modes`, their names; `least` share that counts as covered; `title`, `locale`
 * @throws TypeError for no entries, one without a name, or shares of another number; RangeError for shares < 0 or
 *   beyond 1 in all
 *
 * @example
 * figures.coveragePanel([{ name: "a", shares: [0.5, 0.5] }, { name: "b", shares: [1, 0] }]).alt.includes("b盖住1/2"); // true
 *
 * Source: Z. Hu et al., On Unifying Deep Generative Models (2017), arXiv:1706.00550, section 3.
 */
export function coveragePanel(
  entries: readonly CoverageEntry[],
  options: CoveragePanelOptions = {},
): Figure {
  const caller = "coveragePanel";
  checkOptions(caller, options, { modes: list(text), least: positive, ...titleOptions });
  const w = spoken(caller, words, options.locale);
  const rows = checkedEntries(caller, entries);
  const k = rows[0].shares.length;
  const modes = options.modes ?? Array.from({ length: k }, (_, i) => String(i + 1));
  if (modes.length !== k) {
    throw shapeError(
      caller,
      `modes 有 ${modes.length} 个名字，峰有 ${k} 个`,
      `${modes.length} names for ${k} modes; give one each`,
    );
  }
  const least = options.least ?? 0.25 / k;
  const counted = rows.map(({ name, shares }) => ({
    name,
    shares,
    covered: shares.filter((share) => share >= least).length,
    elsewhere: Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0)),
  }));
  const byCount = [...counted].sort((a, b) => b.covered - a.covered);
  const [most, fewest] = [byCount[0], byCount[byCount.length - 1]];
  const title =
    most.covered === fewest.covered
      ? w.alike(most.covered, k)
      : w.title(most.name, most.covered, fewest.name, fewest.covered);
  // The largest circle fills its cell; areas, not widths, are shares.
  const largest = Math.max(...rows.flatMap(({ shares }) => shares));
  const diameter = (share: number): number => Math.max(4, 34 * Math.sqrt(share / largest));
  return new Figure({
    data: counted.map(({ name, shares }, i) => ({
      type: "scatter",
      mode: "markers",
      name,
      x: shares.map((_, j) => j + 1),
      y: shares.map(() => i),
      marker: {
        size: shares.map((share) => Number(diameter(share).toFixed(1))),
        color: colors.model,
        symbol: shares.map((share) => (share >= least ? "circle" : "circle-open")),
        line: { width: 2 },
      },
      customdata: shares.map((share) => numberText(share, 3)),
      hovertemplate: `${name}<br>%{x}：%{customdata}<extra></extra>`,
      cliponaxis: false,
      showlegend: false,
    })),
    layout: baseLayout(options.title ?? title, {
      height: Math.max(260, Math.min(700, 150 + 64 * rows.length)),
      margin: { l: 96, r: 72, t: 72, b: 56 },
      xaxis: axis(w.mode, {
        range: [0.4, k + 0.6],
        ...(k <= 24 ? { tickvals: modes.map((_, j) => j + 1), ticktext: modes } : {}),
        zeroline: false,
      }),
      yaxis: axis("", {
        range: [rows.length - 0.4, -0.6],
        tickvals: rows.map((_, i) => i),
        ticktext: rows.map(({ name }) => `${name}  `),
        showgrid: false,
        zeroline: false,
      }),
      annotations: counted.map(({ covered }, i) => ({
        text: `<b>${covered}/${k}</b>`,
        x: 1,
        xref: "x domain",
        xanchor: "left",
        xshift: 10,
        y: i,
        showarrow: false,
        font: { color: colors.model, size: 15 },
      })),
    }),
    alt: w.summary(
      rows.length,
      k,
      numberText(least, 3),
      counted.map(({ name, covered }) => w.each(name, covered, k)).join(""),
    ),
    table: {
      columns: [w.objective, ...modes, w.elsewhere, w.covered],
      rows: counted.map(({ name, shares, elsewhere, covered }) => [
        name,
        ...shares.map((share) => numberText(share, 3)),
        numberText(elsewhere, 3),
        `${covered}/${k}`,
      ]),
    },
  });
}

function checkedEntries(
  caller: string,
  entries: readonly CoverageEntry[],
): { readonly name: string; readonly shares: number[] }[] {
  const isEntry = (entry: Partial<CoverageEntry> | undefined): boolean =>
    typeof entry?.name === "string" && typeof entry.shares === "object" && entry.shares !== null;
  if (!Array.isArray(entries) || entries.length === 0 || !Array.from(entries).every(isEntry)) {
    throw shapeError(
      caller,
      'entries 应为 { name, shares } 的数组，且不空，例如 [{ name: "GAN", shares: [0.9, 0.1] }]',
      'entries must be a list of { name, shares }, not empty, for example [{ name: "GAN", shares: [0.9, 0.1] }]',
    );
  }
  const all = plainRows(
    caller,
    "shares",
    entries.map(({ shares }) => shares),
  );
  for (const [i, shares] of all.entries()) {
    const sum = shares.reduce((total, share) => total + share, 0);
    if (shares.every((share) => share >= 0) && sum > 0 && sum <= 1 + 1e-9) continue;
    throw valueError(
      caller,
      `entries[${i}].shares 应各 ≥ 0，其和在 0 与 1 之间（不为 0），现在是 ${sum}`,
      `entries[${i}].shares must be ≥ 0 and add up to more than 0 and at most 1; they add up to ${sum}`,
    );
  }
  return entries.map(({ name }, i) => ({ name, shares: all[i] }));
}
