import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { Figure, type Trace } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { unitOptions } from "./parts/known-options";
import { axis, baseLayout, colors } from "./parts/style";

/** An approximation q of a posterior, and its evidence lower bound in nats. */
export interface EvidenceEntry {
  readonly name: string;
  readonly elbo: number;
}

interface Words {
  readonly title: string;
  readonly value: (unit: string) => string;
  readonly gap: string;
  readonly summary: (evidence: string, each: string) => string;
  readonly each: (name: string, elbo: string, gap: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: "ln p(x)固定：ELBO升，D(q‖后验)就降",
    value: (unit) => `对数证据（${unit}）`,
    gap: "D(q‖后验)",
    summary: (evidence, each) =>
      `每一条从左边的ELBO接到右边的D(q‖后验)，都正好到竖线ln p(x) = ${evidence}。${each}`,
    each: (name, elbo, gap) => `${name}：ELBO ${elbo}，D ${gap}。`,
  },
  en: {
    title: "ln p(x) is fixed: what the ELBO gains, D(q‖posterior) loses",
    value: (unit) => `log evidence (${unit})`,
    gap: "D(q‖posterior)",
    summary: (evidence, each) =>
      `Each bar goes from the ELBO on the left over D(q‖posterior) to the line ln p(x) = ${evidence}. ${each}`,
    each: (name, elbo, gap) => `${name}: ELBO ${elbo}, D ${gap}. `,
  },
};

/**
 * ln p(x) as a bar of two parts for several q: the evidence lower bound, and D(q‖posterior) for the rest.
 *
 * ln p(x) = ELBO(q) + D(q‖p(z|x)): the whole does not depend on q, so that raising the bound lowers the divergence.
 *
 * @param evidence ln p(x) in nats, finite
 * @param entries `{ name, elbo }` in nats, at least one, none above the evidence
 * @param options `base`, `title`, `locale`
 * @throws TypeError for no entries or one without a name; RangeError for a value that is not finite, or a bound above
 *   the evidence
 *
 * @example
 * figures.evidenceBars(-2, [{ name: "q", elbo: -2.5 }]).alt.includes("ELBO −2.5 nat，D 0.5 nat"); // true
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), equation 9.70 and figure 9.11.
 */
export function evidenceBars(
  evidence: number,
  entries: readonly EvidenceEntry[],
  options: FigureOptions = {},
): Figure {
  const caller = "evidenceBars";
  checkOptions(caller, options, unitOptions);
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  checkEntries(caller, evidence, entries);
  const rows = entries.map(({ name, elbo }) => ({
    name,
    elbo: elbo / unit.nats,
    gap: Math.max(0, evidence - elbo) / unit.nats,
  }));
  const whole = evidence / unit.nats;
  const most = Math.max(...rows.map(({ gap }) => gap));
  // The bound may be far from 0: what counts is where it ends.
  const start = whole - (most > 0 ? 2.2 * most : 1);
  const positions = rows.map((_, i) => i);
  const bars = (
    name: string,
    base: number[],
    x: number[],
    color: string,
    text: string[],
  ): Trace => ({
    type: "bar",
    orientation: "h",
    name,
    x,
    y: positions,
    base,
    width: 0.6,
    marker: { color },
    text,
    textposition: "inside",
    insidetextanchor: "middle",
    textangle: 0,
    textfont: { color: colors.paper },
    // The bars say what they are.
    showlegend: false,
    hovertemplate: `${name}<br>%{text}<extra></extra>`,
  });
  return new Figure({
    data: [
      bars(
        "ELBO",
        rows.map(() => start),
        rows.map(({ elbo }) => elbo - start),
        colors.model,
        rows.map(({ elbo }) => `ELBO = ${unit.text(elbo)}`),
      ),
      bars(
        w.gap,
        rows.map(({ elbo }) => elbo),
        rows.map(({ gap }) => gap),
        colors.divergence,
        rows.map(() => ""),
      ),
    ],
    layout: baseLayout(options.title ?? w.title, {
      barmode: "overlay",
      height: Math.max(300, Math.min(700, 180 + 52 * rows.length)),
      margin: { l: 64, r: 84, t: 92, b: 56 },
      xaxis: axis(w.value(unit.name), {
        range: [start, whole + 0.02 * (whole - start)],
        zeroline: false,
      }),
      yaxis: axis("", {
        tickvals: positions,
        ticktext: rows.map(({ name }) => `${name}  `),
        range: [rows.length - 0.4, -0.6],
        showgrid: false,
        zeroline: false,
      }),
      shapes: [
        {
          type: "line",
          x0: whole,
          x1: whole,
          y0: 0,
          y1: 1,
          yref: "paper",
          line: { color: colors.text, width: 2 },
        },
      ],
      annotations: [
        // In a column of their own, where a D of 0 has its place too.
        ...rows.map(({ gap }, i) => ({
          text: `<b>D = ${numberText(gap, 3)}</b>`,
          x: whole,
          xanchor: "left",
          xshift: 8,
          y: i,
          showarrow: false,
          font: { color: colors.divergence, size: 13 },
        })),
        {
          text: `ln p(x) = ${numberText(whole)}`,
          x: whole,
          xanchor: "right",
          y: 1.01,
          yref: "paper",
          yanchor: "bottom",
          showarrow: false,
        },
      ],
    }),
    alt: w.summary(
      unit.text(whole),
      rows.map(({ name, elbo, gap }) => w.each(name, unit.text(elbo), unit.text(gap))).join(""),
    ),
    table: {
      columns: ["q", `ELBO (${unit.name})`, `${w.gap} (${unit.name})`, `ln p(x) (${unit.name})`],
      rows: rows.map(({ name, elbo, gap }) => [
        name,
        numberText(elbo),
        numberText(gap),
        numberText(whole),
      ]),
    },
  });
}

function checkEntries(caller: string, evidence: number, entries: readonly EvidenceEntry[]): void {
  const isEntry = (entry: Partial<EvidenceEntry> | undefined): boolean =>
    typeof entry?.name === "string" && typeof entry.elbo === "number";
  if (
    typeof evidence !== "number" ||
    !Array.isArray(entries) ||
    entries.length === 0 ||
    !Array.from(entries).every(isEntry) // holes too
  ) {
    throw shapeError(
      caller,
      '应给出 ln p(x) 与 { name, elbo } 的数组，且不空，例如 evidenceBars(-2, [{ name: "q", elbo: -2.5 }])',
      'give ln p(x) and a list of { name, elbo }, not empty, for example evidenceBars(-2, [{ name: "q", elbo: -2.5 }])',
    );
  }
  if (!Number.isFinite(evidence)) {
    throw valueError(
      caller,
      `evidence 是 ${evidence}，应为有限数`,
      `evidence is ${evidence}; give a finite number`,
    );
  }
  for (const [i, { elbo }] of entries.entries()) {
    // Rounding may leave a bound that is reached a little above.
    if (Number.isFinite(elbo) && elbo <= evidence + 1e-9 * Math.max(1, Math.abs(evidence)))
      continue;
    throw valueError(
      caller,
      `entries[${i}].elbo 是 ${elbo}，应为不超过 ln p(x) = ${evidence} 的有限数`,
      `entries[${i}].elbo is ${elbo}; give a finite number of at most ln p(x) = ${evidence}`,
    );
  }
}
