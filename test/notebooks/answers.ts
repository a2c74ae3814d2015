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
};
