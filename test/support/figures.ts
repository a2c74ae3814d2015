import {
  bernoulli,
  type Figure,
  figures,
  mixture,
  multivariateNormal,
  normal,
  seeded,
} from "../../src/index";

/** Three clusters of the plane, and who is responsible for each point. */
function clusters(): { points: number[][]; classes: number[]; shares: number[][] } {
  const draw = seeded(4);
  const noise = normal(0, 1).sample(240, draw);
  const centres = [
    [0, 0],
    [3, 1],
    [1, 4],
  ];
  const classes = Array.from({ length: 120 }, (_, i) => i % 3);
  const points = classes.map((k, i) => centres[k].map((c, j) => c + noise[2 * i + j]));
  const shares = points.map((point) => {
    const heights = centres.map(([x, y]) =>
      Math.exp(-((point[0] - x) ** 2 + (point[1] - y) ** 2) / 2),
    );
    const sum = heights.reduce((a, b) => a + b, 0);
    return heights.map((height) => height / sum);
  });
  return { points, classes, shares };
}

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
  discriminator: () =>
    figures.discriminator(normal(0, 1), normal(1, 2), {
      discriminator: (x) => 1 / (1 + Math.exp(x - 1)),
    }),
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
  normalEllipses: () =>
    figures.normalEllipses([
      {
        name: "p",
        distribution: multivariateNormal(
          [0, 0],
          [
            [1, 0.9],
            [0.9, 1],
          ],
        ),
      },
      {
        name: "q",
        distribution: multivariateNormal(
          [0, 0],
          [
            [0.19, 0],
            [0, 0.19],
          ],
        ),
        path: [
          [-1.5, 1.5],
          [1.35, 1.215],
          [1.09, 0.98],
          [0, 0],
        ],
      },
    ]),
  historyTimeline: () => figures.historyTimeline(),
  trainingCurves: () =>
    figures.trainingCurves(
      Array.from({ length: 60 }, (_, i) => ({
        step: 10 * i,
        reconstruction: 170 + 370 * Math.exp(-i / 6),
        kl: 6 * (1 - Math.exp(-i / 9)),
      })),
    ),
  latentMap: () => {
    const { points, classes } = clusters();
    return figures.latentMap(points, classes);
  },
  imageGrid: () => {
    const bar = (at: number, height: number): number[] =>
      Array.from({ length: 64 }, (_, i) => (Math.floor(i / 8) === at ? height : 0.05));
    return figures.imageGrid(
      [0.95, 0.7].map((height) => [1, 3, 4, 6].map((at) => bar(at, height))),
      { rows: ["原图", "重构"] },
    );
  },
  coveragePanel: () =>
    figures.coveragePanel([
      { name: "min D(P‖Q)", shares: [0.24, 0.26, 0.25, 0.2] },
      { name: "min D(Q‖P)", shares: [0.01, 0.9, 0.05, 0] },
    ]),
  responsibilities: () => {
    const { points, shares } = clusters();
    return figures.responsibilities(points, shares, {
      means: [
        [0, 0],
        [3, 1],
        [1, 4],
      ],
      covariances: [1, 1, 1].map(() => [
        [1, 0],
        [0, 1],
      ]),
    });
  },
  sampleSteps: () => {
    const ring = Array.from({ length: 64 }, (_, i) =>
      [Math.cos, Math.sin].map((f, k) => 2 * f((i * Math.PI) / 4) + 0.1 * Math.sin(7 * i + k)),
    );
    const field = (height: number): number[][] =>
      Array.from({ length: 9 }, (_, i) =>
        Array.from({ length: 9 }, (_, j) => 0.5 + height * Math.sin(i + j)),
      );
    return figures.sampleSteps(
      [0.1, 0.6, 1].map((share, k) => ({
        name: `第${100 * (k + 1)}步`,
        points: ring.map((row) => row.map((value) => share * value)),
        field: field(0.4 - 0.15 * k),
      })),
      ring,
    );
  },
  gradientField: () => figures.gradientField([0.5, 0.3, 0.2]),
  fitPath: () => {
    const target = mixture([0.5, 0.5], [normal(-2, 0.6), normal(2, 0.6)]);
    const right = { distribution: normal(1.99707828, 0.60485642), divergence: 0.69183600503 };
    const left = { ...right, distribution: normal(-1.99707828, 0.60485642) };
    const way = [1.4, 0.9, 0.7, 0.692].map((divergence) => ({ ...right, divergence }));
    const forward = { distribution: normal(0, 2.08806130178), divergence: 0.555155528632 };
    return figures.fitPath(target, [
      { name: "正向", ...forward, path: [{ ...forward, divergence: 1.1 }, forward] },
      { name: "反向", ...right, optima: [right, left], path: way },
    ]);
  },
};
