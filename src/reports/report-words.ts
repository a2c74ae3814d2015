import type { Locale } from "../words/locale";

/** The headings of a report in one language. */
export interface Words {
  readonly direction: string;
  readonly method: string;
  readonly error: string;
  readonly formula: string;
  readonly source: string;
  readonly decomposition: string;
  readonly reverse: string;
  readonly why: string;
  readonly contributions: string;
  readonly outcome: string;
  readonly colon: string;
  more(count: number): string;
}

export const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    direction: "方向",
    method: "方法",
    error: "误差估计",
    formula: "公式",
    source: "出处",
    decomposition: "分解",
    reverse: "反向",
    why: "为何无穷",
    contributions: "各结果的贡献",
    outcome: "结果",
    colon: "：",
    more: (count) => `……另有 ${count} 个结果`,
  },
  en: {
    direction: "Direction",
    method: "Method",
    error: "Error estimate",
    formula: "Formula",
    source: "Source",
    decomposition: "Decomposition",
    reverse: "Reverse",
    why: "Why infinite",
    contributions: "Contribution of each outcome",
    outcome: "Outcome",
    colon: ": ",
    more: (count) => `… and ${count} more outcomes`,
  },
};

/** Which way a divergence is taken, in words. */
export const directionWords: Readonly<Record<Locale, string>> = {
  "zh-CN": "在 p 下求平均，q 是近似：按 q 的理想码发送来自 p 的数据，平均每个结果多付的代价",
  en: "p relative to q: expectation under p (the truth), the mean extra cost of coding data from p with the model q",
};
