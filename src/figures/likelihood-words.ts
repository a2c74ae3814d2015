import type { Locale } from "../words/locale";

/** What `figures.likelihood` says in one language. */
export interface LikelihoodWords {
  /** Beside the truth of which the sample is drawn, and of the sample alone. */
  readonly title: readonly [near: string, same: string];
  readonly nats: (unit: string) => string;
  readonly sample: (m: number, parameter: string) => string;
  readonly floor: string;
  readonly edge: string;
  readonly closer: string;
  readonly summary: (told: Summary) => string;
}

/** What the alternative text tells. */
export interface Summary {
  readonly m: number;
  readonly parameter: string;
  readonly likelihood: string;
  readonly divergence: string;
  readonly d: string;
  readonly h: string;
}

export const likelihoodWords: Readonly<Record<Locale, LikelihoodWords>> = {
  "zh-CN": {
    title: ["最大似然处，就在最小相对熵旁", "最大似然，就是最小相对熵"],
    nats: (unit) => `每个样本（${unit}）`,
    sample: (m, parameter) => `−(1/m) log L(${parameter})，m = ${m}`,
    floor: "H(P)",
    edge: "（在范围的边上）",
    closer: "放大看最低处",
    summary: ({ m, parameter, likelihood, divergence, d, h }) =>
      `${m}个样本的平均负对数似然与H(P) + D(P‖P_${parameter})，横轴是参数${parameter}。范围里似然在${likelihood}处最大，相对熵在${divergence}处最小，值${d}；水平线是H(P) = ${h}，曲线到它的距离就是相对熵。`,
  },
  en: {
    title: ["Most likely is near least relative entropy", "Most likely is least relative entropy"],
    nats: (unit) => `per sample (${unit})`,
    sample: (m, parameter) => `−(1/m) log L(${parameter}), m = ${m}`,
    floor: "H(P)",
    edge: " (at the edge of the range)",
    closer: "the lowest part, enlarged",
    summary: ({ m, parameter, likelihood, divergence, d, h }) =>
      `Mean negative log-likelihood of ${m} samples and H(P) + D(P‖P_${parameter}) over the parameter ${parameter}. In the range, likelihood is greatest at ${likelihood}, relative entropy least at ${divergence}, with ${d}; the level line is H(P) = ${h}, and the way down to it is the relative entropy.`,
  },
};
