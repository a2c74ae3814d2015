/** Answers a student might give to one exercise, as the code of the cell that comes after it. */
export interface Answers {
  /** Two plausible mistakes. */
  readonly wrong: readonly [string, string];
  /** A right answer that is not the solution's. */
  readonly right: string;
}

/** For each lesson, one entry an exercise, in their order. */
export const answers: Readonly<Record<string, readonly Answers[]>> = {
  "02-relative-entropy": [
    {
      wrong: ['better = "乙"; gapInBits = 0.0932;', 'better = "甲"; gapInBits = 0.0646;'],
      right: `better = "甲";
gapInBits = [0.6, 0.3, 0.1].reduce(
  (sum, p, i) => sum + p * Math.log2([0.5, 0.3, 0.2][i] / [0.8, 0.15, 0.05][i]), 0);`,
    },
    {
      wrong: [
        "smooth = (q, ε) => q.map((qi) => qi + ε);",
        "smooth = (q, ε) => q.map((qi) => ε * qi + (1 - ε) / q.length);",
      ],
      right: `smooth = (q, ε) => {
  const uniform = 1 / q.length;
  return q.map((qi) => qi + ε * (uniform - qi));
};`,
    },
    {
      wrong: ["coins = [0.5, 0.4, 0];", "coins = [0.5, 0.45, 0.1];"],
      right: "coins = [0.4, 0.95, 0.999999];",
    },
  ],
  "03-continuous": [
    {
      wrong: [
        "crossEntropyF = 1.8 * crossEntropy(normal(20, 5), normal(18, 6)); klF = 0.0851009;",
        "crossEntropyF = 3.7013; klF = 0.0851009 + Math.log(1.8);",
      ],
      right: `crossEntropyF =
  Math.log(10.8 * Math.sqrt(2 * Math.PI)) + (9 ** 2 + 3.6 ** 2) / (2 * 10.8 ** 2);
klF = crossEntropyF - Math.log(9 * Math.sqrt(2 * Math.PI * Math.E));`,
    },
    {
      wrong: [
        "squared = (f) => (y) => f(Math.sqrt(y)) / Math.sqrt(y);",
        "squared = (f) => (y) => f(Math.sqrt(y)) + f(-Math.sqrt(y));",
      ],
      right: `squared = (f) => (y) =>
  [1, -1].reduce((sum, sign) => sum + f(sign * y ** 0.5) * 0.5 * y ** -0.5, 0);`,
    },
    {
      wrong: [
        "distanceFromNormal = (d) => kl(normal(d.mean, Math.sqrt(d.variance)), d);",
        "distanceFromNormal = (d) => kl(d, normal(d.mean, d.variance));",
      ],
      right: `distanceFromNormal = (d) =>
  Math.log(2 * Math.PI * Math.E * d.variance) / 2 - d.entropy;`,
    },
  ],
  "04-information-gain": [
    {
      wrong: [
        "sick = 0.9; gainBits = 0.1804; meanBits = 0.0261;",
        `sick = 0.009 / 0.0981;
gainBits = kl([0.01, 0.99], [sick, 1 - sick], bits);
meanBits = 0.0261;`,
      ],
      right: `sick = 1 / (1 + (0.99 * 0.09) / (0.01 * 0.9));
gainBits = sick * Math.log2(sick / 0.01) + (1 - sick) * Math.log2((1 - sick) / 0.99);
meanBits = mutualInformation([[0.009, 0.0891], [0.001, 0.9009]], { base: 2 });`,
    },
    {
      wrong: [
        `expectedGain = (prior, answers) => sum(answers[0].map((_, k) => {
  const likelihood = answers.map((row) => row[k]);
  return informationGain(prior, update(prior, likelihood), bits) / answers[0].length;
}));`,
        "expectedGain = (prior, answers) => entropy(prior, bits);",
      ],
      right: `expectedGain = (prior, answers) => {
  const H = (v: number[]): number => sum(v.map((x) => (x > 0 ? -x * Math.log2(x) : 0)));
  const marginal = answers[0].map((_, k) => sum(prior.map((p, z) => p * answers[z][k])));
  return H(marginal) - sum(prior.map((p, z) => p * H(answers[z])));
};`,
    },
    {
      wrong: [
        "firmPrior = [0.98, 0.01, 0.01]; message = [0.98, 0.01, 0.01];",
        "firmPrior = [0.8, 0.1, 0.1]; message = [0.1, 0.8, 0.8];",
      ],
      right: "firmPrior = [0.002, 0.99, 0.008]; message = [1, 0.005, 0.5];",
    },
  ],
};
