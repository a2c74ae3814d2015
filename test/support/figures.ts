import { bernoulli, type Figure, figures, mixture, normal, seeded } from "../../src/index";

/** One of each figure, as the course shows it. */
export const gallery: Readonly<Record<string, () => Figure>> = {
  pmfPair: () => figures.pmfPair([0.1, 0.4, 0.5], [0.8, 0.1, 0.1], { labels: ["晴", "阴", "雨"] }),
  densityPair: () => figures.densityPair(normal(0, 1), normal(1, 2)),
  bothDirections: () => figures.bothDirections(normal(0, 1), normal(1, 2)),
  klContours: () => figures.klContours(normal(0, 1)),
  coinAsymmetry: () => figures.coinAsymmetry(0.5),
  codeLengths: () =>
    figures.codeLengths([0.6, 0.3, 0.1], [0.2, 0.3, 0.5], { codewords: ["10", "11", "0"] }),
  codeTree: () =>
    figures.codeTree(["0", "10", "110", "111"], { probabilities: [0.5, 0.25, 0.125, 0.125] }),
  kraftBudget: () => figures.kraftBudget(["0", "10", "110"]),
  simplexMap: () => figures.simplexMap([0.5, 0.3, 0.2]),
  coinUpdating: () => figures.coinUpdating([1, 1, 0, 1, 1, 1, 0, 1]),
  likelihood: () =>
    figures.likelihood(normal(0.4, 1).sample(40, seeded(3)), (mu) => normal(mu, 1), {
      range: [-2, 3],
      truth: normal(0.4, 1),
      parameter: "μ",
    }),
  likelihoodOfCoin: () =>
    figures.likelihood([1, 1, 0, 1, 1, 0, 1, 1], bernoulli, { range: [0.02, 0.98] }),
  meanLogLikelihood: () => figures.meanLogLikelihood(normal(0, 1), normal(1, 1), { samples: 1000 }),
  normalFits: () => figures.normalFits(mixture([0.5, 0.5], [normal(-3, 1), normal(3, 1)])),
  generatorFamily: () => figures.generatorFamily(),
  focalWeights: () => figures.focalWeights(),
  estimatorArena: () =>
    figures.estimatorArena(
      [
        { name: "最近邻", value: 0.47, interval: [0.41, 0.53] },
        { name: "直方图", value: 0.61, interval: [0.55, 0.67] },
      ],
      0.5,
    ),
  discretization: () => figures.discretization(normal(0, 1), normal(1, 2)),
  triangleInequality: () => figures.triangleInequality(normal(0, 1), normal(1, 1), normal(2, 1)),
  informationArea: () =>
    figures.informationArea(
      [
        [0.4, 0.1],
        [0.1, 0.4],
      ],
      { rows: ["雨", "晴"], columns: ["带伞", "不带"], base: 2 },
    ),
  logBound: () => figures.logBound(),
  divergenceScale: () => figures.divergenceScale(),
  evidenceBars: () =>
    figures.evidenceBars(-2.3, [
      { name: "q₁", elbo: -4.1 },
      { name: "q₂", elbo: -3 },
      { name: "后验", elbo: -2.3 },
    ]),
  fisherParabola: () =>
    figures.fisherParabola((s) => normal(0, s), 1, { range: [0.4, 2.2], parameter: "σ" }),
  historyTimeline: () => figures.historyTimeline(),
};
