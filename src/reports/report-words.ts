import type { KlResult } from "../divergences/lines/kl-result";
import type { Locale } from "../words/locale";

/** All that a report says in one language, but for names and numbers. */
export interface ReportWords {
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
  /** Which way the divergence is taken. */
  readonly meaning: string;
  /** How the number was found: for distributions, for vectors. */
  readonly methods: Readonly<Record<KlResult["method"] | "vectors", string>>;
  /** Outcomes without a name of their own, counted from 1. */
  numbered(position: number): string;
  coordinate(position: number): string;
  above(value: number): string;
  /** Why the divergence is infinite. */
  zeroAtOutcome(outcome: string | number, p: string): string;
  zeroAt(x: string): string;
  readonly noSharedSupport: string;
  readonly heavierTail: string;
}

export const reportWords: Readonly<Record<Locale, ReportWords>> = {
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
    meaning: "在 p 下求平均，q 是近似：按 q 的理想码发送来自 p 的数据，平均每个结果多付的代价",
    methods: {
      closedForm: "闭式",
      quadrature: "自适应求积",
      sum: "逐项求和",
      support: "比较支撑集",
      vectors: "对所有结果精确求和，逐项不抵消",
    },
    numbered: (position) => `第 ${position} 个`,
    coordinate: (position) => `第 ${position} 个坐标`,
    above: (value) => `大于 ${value}`,
    zeroAtOutcome: (outcome, p) =>
      `q 在${typeof outcome === "number" ? `第 ${outcome} 个结果` : `“${outcome}”`}为 0，而 p 为 ${p}`,
    zeroAt: (x) => `q 在 x = ${x} 处为 0，而 p 允许它`,
    noSharedSupport: "一个是离散的，一个有密度：没有共同的支撑",
    heavierTail: "积分发散：p 的尾部比 q 重得多，ln(p/q) 的期望是无穷",
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
    meaning:
      "p relative to q: expectation under p (the truth), the mean extra cost of coding data from p with the model q",
    methods: {
      closedForm: "closed form",
      quadrature: "adaptive quadrature",
      sum: "sum over the integers",
      support: "comparison of supports",
      vectors: "exact sum over the outcomes, without cancellation",
    },
    numbered: (position) => `outcome ${position}`,
    coordinate: (position) => `coordinate ${position}`,
    above: (value) => `above ${value}`,
    zeroAtOutcome: (outcome, p) =>
      `q is 0 at ${typeof outcome === "number" ? `outcome ${outcome}` : `“${outcome}”`}, where p is ${p}`,
    zeroAt: (x) => `q is 0 at x = ${x}, which p allows`,
    noSharedSupport: "one is discrete and the other has a density: they share no support",
    heavierTail:
      "the integral diverges: p has so much heavier a tail than q that the expectation of ln(p/q) is infinite",
  },
};
