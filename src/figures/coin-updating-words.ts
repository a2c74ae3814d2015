import type { Locale } from "../words/locale";

/** What the alternative text tells. */
export interface Told {
  readonly n: number;
  readonly heads: number;
  readonly prior: string;
  readonly mean: string;
  readonly sum: string;
  readonly total: string;
}

export interface CoinUpdatingWords {
  readonly bias: string;
  readonly density: string;
  readonly toss: string;
  readonly gain: (unit: string) => string;
  readonly prior: string;
  readonly after: (n: number) => string;
  readonly faces: readonly [tails: string, heads: string];
  readonly title: (sum: string, total: string) => string;
  /** The way from the prior to the end in one step. */
  readonly straight: (n: number, total: string) => string;
  readonly columns: readonly string[];
  readonly summary: (told: Told) => string;
  readonly most: (i: number, gain: string) => string;
}

export const coinUpdatingWords: Readonly<Record<Locale, CoinUpdatingWords>> = {
  "zh-CN": {
    bias: "正面的概率θ",
    density: "密度",
    toss: "第几次",
    gain: (unit) => `信息增益（${unit}）`,
    prior: "先验",
    after: (n) => `${n}次后`,
    faces: ["反", "正"],
    title: (sum, total) => `一步步学到的相加是${sum}；从先验直接到最后是${total}`,
    straight: (n, total) => `先验直接到${n}次后：<br>D(后验‖先验) = <b>${total}</b>`,
    columns: ["次", "结果", "α", "β", "后验均值"],
    summary: ({ n, heads, prior, mean, sum, total }) =>
      `掷${n}次硬币，${heads}次正面。上方是从先验${prior}到最后一次的密度，最后的均值${mean}；下方是每次的信息增益D(后验‖前一次的后验)。各次相加是${sum}；先验到最后的相对熵是${total}，两者不必相等。`,
    most: (i, gain) => `学得最多的是第${i}次，${gain}。`,
  },
  en: {
    bias: "probability θ of heads",
    density: "density",
    toss: "toss",
    gain: (unit) => `information gain (${unit})`,
    prior: "prior",
    after: (n) => `after ${n}`,
    faces: ["T", "H"],
    title: (sum, total) =>
      `Step by step ${sum} in all; from the prior straight to the end ${total}`,
    straight: (n, total) => `prior straight to after ${n}:<br>D(posterior‖prior) = <b>${total}</b>`,
    columns: ["toss", "outcome", "α", "β", "posterior mean"],
    summary: ({ n, heads, prior, mean, sum, total }) =>
      `${n} tosses of a coin, ${heads} heads. Above, densities from the prior ${prior} to the last, whose mean is ${mean}; below, the gain of each toss, D(posterior‖posterior before). They add up to ${sum}; from the prior to the end it is ${total}, which need not be the same. `,
    most: (i, gain) => `Toss ${i} teaches most, ${gain}.`,
  },
};
