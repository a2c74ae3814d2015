import { describe, expect, test } from "vitest";
import { type Figure, figures, mixture, normal, seeded } from "../../../src/index";
import { figureInUnit } from "../../../src/page/reader/figure-in-unit";
import { inUnit } from "../../../src/page/reader/unit-texts";

interface Options {
  readonly base?: number;
  readonly locale: "zh-CN" | "en";
}

/** Those that take a base, and whose levels do not depend on it. */
const inBoth: Readonly<Record<string, (options: Options) => Figure>> = {
  pmfPair: (options) => figures.pmfPair([0.1, 0.4, 0.5], [0.8, 0.1, 0.1], options),
  densityPair: (options) => figures.densityPair(normal(0, 1), normal(1, 2), options),
  bothDirections: (options) => figures.bothDirections(normal(0, 1), normal(1, 2), options),
  coinAsymmetry: (options) => figures.coinAsymmetry(0.5, options),
  klContours: (options) => figures.klContours(normal(0, 1), options),
  triangleInequality: (options) =>
    figures.triangleInequality(normal(0, 1), normal(1, 1), normal(2, 1), options),
  discretization: (options) => figures.discretization(normal(0, 1), normal(1, 2), options),
  coinUpdating: (options) => figures.coinUpdating([1, 1, 0, 1, 1, 1, 0, 1], options),
  likelihood: (options) =>
    figures.likelihood(normal(0.4, 1).sample(40, seeded(3)), (mu) => normal(mu, 1), {
      range: [-2, 3],
      truth: normal(0.4, 1),
      parameter: "μ",
      ...options,
    }),
  meanLogLikelihood: (options) =>
    figures.meanLogLikelihood(normal(0, 1), normal(1, 1), { samples: 300, ...options }),
  normalFits: (options) =>
    figures.normalFits(mixture([0.5, 0.5], [normal(-3, 1), normal(3, 1)]), options),
  informationArea: (options) =>
    figures.informationArea(
      [
        [0.4, 0.1],
        [0.1, 0.4],
      ],
      options,
    ),
  evidenceBars: (options) => figures.evidenceBars(-2.3, [{ name: "q", elbo: -4.1 }], options),
  fisherParabola: (options) =>
    figures.fisherParabola((s) => normal(0, s), 1, { range: [0.4, 2.2], ...options }),
  trainingCurves: (options) =>
    figures.trainingCurves(
      [0, 1, 2, 3].map((i) => ({ step: i, reconstruction: 45.3 - 11 * i, kl: 0.33 + i })),
      options,
    ),
  fitPath: (options) => {
    const found = { distribution: normal(2, 0.6), divergence: 0.6918 };
    const way = [{ ...found, divergence: 1.1 }, found];
    return figures.fitPath(
      mixture([0.5, 0.5], [normal(-2, 0.6), normal(2, 0.6)]),
      [{ name: "q", ...found, path: way }],
      options,
    );
  },
};

type Told = Pick<Figure, "data" | "layout">;

/** All that is written on a drawing, tags left out. */
function written({ data, layout }: Told): string[] {
  const { title, annotations = [] } = layout as {
    readonly title?: { readonly text?: string };
    readonly annotations?: readonly { readonly text?: string }[];
  };
  return [title?.text, ...annotations.map(({ text }) => text), ...data.flatMap(({ text }) => text)]
    .filter((text) => typeof text === "string")
    .map((text) => text.replace(/<[^>]*>/g, ""));
}

const numbers = (text: string): number[] =>
  [...text.matchAll(/[−-]?\d+(?:\.\d+)?(?:e[−+]?\d+)?/g)].map(([found]) =>
    Number(found.replaceAll("−", "-")),
  );

describe.each(["zh-CN", "en"] as const)("a figure turned to bits (%s)", (locale) => {
  test.each(Object.keys(inBoth))("has the numbers of one made in bits: %s", (name) => {
    const nat = inBoth[name]({ locale });
    const bit = inBoth[name]({ locale, base: 2 });
    const turned = written(figureInUnit(nat as never, "nat", "bit") as Told);
    const made = written(bit);
    for (const [i, text] of [...turned, inUnit(nat.alt, "bit", "nat")].entries()) {
      const wanted = numbers([...made, bit.alt][i].replace(/log₂|log2/g, ""));
      const shown = numbers(text.replace(/log₂|log2/g, ""));
      expect(shown.length, text).toBe(wanted.length);
      // Three digits are shown of what was rounded to four.
      for (const [j, value] of shown.entries())
        expect(
          Math.abs(value - wanted[j]),
          `${text} | ${[...made, bit.alt][i]}`,
        ).toBeLessThanOrEqual(0.02 * Math.abs(wanted[j]));
    }
  });
});
