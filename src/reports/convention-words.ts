import type { Locale } from "../words/locale";

/** What a table of conventions says in one language; its rules have words of their own. */
export interface ConventionWords {
  readonly heads: readonly string[];
  caption(divergence: string, calls: number, different: number): string;
}

export const conventionWords: Readonly<Record<Locale, ConventionWords>> = {
  "zh-CN": {
    heads: ["库", "调用", "= D(p‖q)？", "规则"],
    caption: (d, calls, different) =>
      `D(p‖q) = ${d} nat；${calls} 种调用里有 ${different} 种给出别的数`,
  },
  en: {
    heads: ["Library", "Call", "= D(p‖q)?", "Rule"],
    caption: (d, calls, different) =>
      `D(p‖q) = ${d} nat; ${different} of ${calls} calls say otherwise`,
  },
};
