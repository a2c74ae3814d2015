import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { Figure } from "./parts/figure";
import { type FigureOptions, spoken, unitOf } from "./parts/figure-options";
import { sampleIndices } from "./parts/grid";
import { unitOptions } from "./parts/known-options";
import { endLabels } from "./parts/labels";
import { axis, baseLayout, colors, line, translucent } from "./parts/style";

/** What a training tells at a step, in nats; −ELBO = reconstruction + kl, as in the metrics of `trainVae`. */
export interface TrainingPoint {
  readonly step: number;
  /** −E ln p(x|z): the expected loss of the reconstruction. */
  readonly reconstruction: number;
  /** D(q(z|x)‖p(z)), not below 0 but for rounding. */
  readonly kl: number;
}

interface Words {
  readonly title: (from: string, to: string, kl: string) => string;
  readonly step: string;
  readonly loss: (unit: string) => string;
  readonly kl: (unit: string) => string;
  readonly reconstruction: string;
  readonly columns: (unit: string) => readonly string[];
  readonly summary: (n: number, from: string, to: string, parts: readonly string[]) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    title: (from, to, kl) => `−ELBO = 重构损失 + KL：从${from}到${to}，其中KL为${kl}`,
    step: "训练步数",
    loss: (unit) => `每个样本的损失（${unit}）`,
    kl: (unit) => `KL（${unit}）`,
    reconstruction: "重构损失",
    columns: (unit) => ["步", `−ELBO（${unit}）`, `重构损失（${unit}）`, `KL（${unit}）`],
    summary: (n, from, to, [r0, r1, k0, k1]) =>
      `训练中记下的${n}个时刻：−ELBO从${from}到${to}；重构损失从${r0}到${r1}，KL从${k0}到${k1}。上方色带的厚度是KL，下方把它单独放大。`,
  },
  en: {
    title: (from, to, kl) =>
      `−ELBO = reconstruction + KL: from ${from} to ${to}, of which KL ${kl}`,
    step: "training step",
    loss: (unit) => `loss of a sample (${unit})`,
    kl: (unit) => `KL (${unit})`,
    reconstruction: "reconstruction",
    columns: (unit) => ["step", `−ELBO (${unit})`, `reconstruction (${unit})`, `KL (${unit})`],
    summary: (n, from, to, [r0, r1, k0, k1]) =>
      `${n} states of a training: −ELBO from ${from} to ${to}; the reconstruction loss from ${r0} to ${r1}, KL from ${k0} to ${k1}. Above, the band is as thick as KL; below, KL by itself.`,
  },
};

/**
 * The evidence lower bound of a training in its two parts: −ELBO = −E ln p(x|z) + D(q(z|x)‖p(z)), over steps.
 *
 * The band between the two upper curves is the divergence, which the lower panel draws on a scale of its own. Of more
 * than 300 states, 300 are drawn.
 *
 * @param points `{ step, reconstruction, kl }` in nats, at least two, steps rising; `{ step, ...metrics }` of `trainVae` will do
 * @param options `base`, `title`, `locale`
 * @throws TypeError for fewer than two points; RangeError for a value that is not finite, or steps that do not rise
 *
 * @example
 * const points = [{ step: 0, reconstruction: 500, kl: 1 }, { step: 9, reconstruction: 180, kl: 6 }];
 * figures.trainingCurves(points).alt.includes("−ELBO从501 nat到186 nat"); // true
 *
 * Source: D. P. Kingma and M. Welling, Auto-Encoding Variational Bayes (2013), arXiv:1312.6114, equation 3.
 */
export function trainingCurves(
  points: readonly TrainingPoint[],
  options: FigureOptions = {},
): Figure {
  const caller = "trainingCurves";
  checkOptions(caller, options, unitOptions);
  const w = spoken(caller, words, options.locale);
  const unit = unitOf(caller, options.base);
  checkPoints(caller, points);
  const rows = points.map(({ step, reconstruction, kl }) => ({
    step,
    reconstruction: reconstruction / unit.nats,
    kl: kl / unit.nats,
    loss: (kl + reconstruction) / unit.nats,
  }));
  const shown = sampleIndices(rows.length, 300).map((i) => rows[i]);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const steps = shown.map(({ step }) => step);
  const curve = (key: "reconstruction" | "kl" | "loss"): number[] =>
    shown.map((row) => Number(row[key].toPrecision(6)));
  const all = [...curve("reconstruction"), ...curve("loss")];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = 0.08 * (high - low || 1);
  const most = Math.max(...curve("kl"), 1e-9);
  const text = (value: number): string => numberText(value);
  return new Figure({
    data: [
      line(w.reconstruction, steps, curve("reconstruction"), colors.model, { showlegend: false }),
      line("−ELBO", steps, curve("loss"), colors.text, {
        showlegend: false,
        fill: "tonexty",
        fillcolor: translucent(colors.divergence, 0.35),
      }),
      line("KL", steps, curve("kl"), colors.divergence, {
        showlegend: false,
        fill: "tozeroy",
        fillcolor: translucent(colors.divergence, 0.35),
        yaxis: "y2",
      }),
    ],
    layout: baseLayout(
      options.title ??
        w.title(text(first.loss), unit.text(last.loss), `${numberText(last.kl, 3)} ${unit.name}`),
      {
        margin: { l: 72, r: 150, t: 72, b: 56 },
        xaxis: axis(w.step, { anchor: "y2", range: [first.step, last.step], zeroline: false }),
        yaxis: axis(w.loss(unit.name), {
          domain: [0.42, 1],
          range: [low - room, high + room],
          zeroline: false,
        }),
        yaxis2: axis(w.kl(unit.name), { domain: [0, 0.3], range: [-0.08 * most, 1.15 * most] }),
        annotations: [
          ...endLabels(
            [
              { text: `−ELBO = ${text(last.loss)}`, y: last.loss, color: colors.text },
              {
                text: `${w.reconstruction} = ${text(last.reconstruction)}`,
                y: last.reconstruction,
                color: colors.model,
              },
            ],
            { x: last.step, gap: 0.1 * (high - low + 2 * room), top: high + room },
          ),
          ...endLabels(
            [{ text: `KL = ${numberText(last.kl, 3)}`, y: last.kl, color: colors.divergence }],
            {
              x: last.step,
              gap: 0.2 * most,
              top: 1.15 * most,
            },
          ).map((label) => ({ ...label, yref: "y2" })),
        ],
      },
    ),
    alt: w.summary(
      points.length,
      unit.text(first.loss),
      unit.text(last.loss),
      [first.reconstruction, last.reconstruction, first.kl, last.kl].map((v) => unit.text(v)),
    ),
    table: {
      columns: w.columns(unit.name),
      rows: sampleIndices(rows.length, 21)
        .map((i) => rows[i])
        .map(({ step, loss, reconstruction, kl }) => [
          step,
          ...[loss, reconstruction, kl].map((value) => numberText(value)),
        ]),
    },
  });
}

function checkPoints(caller: string, points: readonly TrainingPoint[]): void {
  if (!Array.isArray(points) || points.length < 2) {
    throw shapeError(
      caller,
      "points 应为至少两个 { step, reconstruction, kl }",
      "points must be at least two of { step, reconstruction, kl }",
    );
  }
  for (const [i, point] of points.entries()) {
    for (const key of ["step", "reconstruction", "kl"] as const) {
      if (Number.isFinite(point?.[key])) continue;
      throw valueError(
        caller,
        `points[${i}].${key} 是 ${point?.[key]}，应为有限数`,
        `points[${i}].${key} is ${point?.[key]}; give a finite number`,
      );
    }
    if (i > 0 && !(point.step > points[i - 1].step)) {
      throw valueError(
        caller,
        `points[${i}].step 是 ${point.step}，应大于前一个 ${points[i - 1].step}`,
        `points[${i}].step is ${point.step}; give one above the one before, ${points[i - 1].step}`,
      );
    }
  }
}
