import type { Locale } from "../../words/locale";
import type { FormulaStatus } from "./formula-status";

/** What speaks against a formula. */
interface FoundCounterexample {
  /** Which relation of a chain of several; 0 for the only one. */
  readonly step: number;
  readonly world: string;
  readonly left: string;
  readonly right: string;
  readonly note: string;
}

interface ArticleWords {
  readonly status: Readonly<Record<FormulaStatus, string>>;
  readonly columns: readonly string[];
  /** Of so many different formulas in so many places. */
  summary(count: number, counts: Readonly<Record<FormulaStatus, number>>, places: number): string;
  readonly caution: string;
  undecided(world: string, note: string): string;
  counterexample(found: FoundCounterexample): string;
  formula(number: number): string;
  line(number: number): string;
  readonly reading: string;
  readonly notes: string;
  readonly unread: string;
  readonly worlds: string;
  readonly verdict: string;
  readonly identity: string;
}

export const articleWords: Readonly<Record<Locale, ArticleWords>> = {
  "zh-CN": {
    status: {
      holds: "成立",
      fails: "不成立",
      undecided: "判断不了",
      defines: "定义，无断言",
      unchecked: "读懂，未检验",
      unread: "没有全读懂",
    },
    columns: ["式", "行", "读作", "结论", "说明"],
    summary: (count, counts, places) => {
      const { holds, fails, undecided, defines, unchecked, unread } = counts;
      const again = places > count ? `（另有${places - count}处是重复的，并在一起）` : "";
      const list = [
        [holds, "个成立"],
        [fails, "个不成立"],
        [undecided, "个判断不了"],
        [defines, "个只是定义或没有断言"],
        [unchecked, "个读懂了但没有检验"],
        [unread, "个没有全读懂"],
      ] as const;
      const parts = list.flatMap(([n, text]) => (n > 0 ? [`${n}${text}`] : []));
      return `共${count}个式子${again}：${parts.join("，")}。`;
    },
    caution: "成立指在所列的世界里没有找到反例，不是证明。世界可以换成自己的。",
    undecided: (world, note) => `世界「${world}」：${note}`,
    counterexample: ({ step, world, left, right, note }) =>
      [
        `${step > 0 ? `第${step}个关系的` : ""}反例是「${world}」：左边${left}，右边${right}`,
        ...(note ? [note] : []),
      ].join("；"),
    formula: (number) => `式${number}`,
    line: (number) => `第${number}行`,
    reading: "读作",
    notes: "读时的修补与假设",
    unread: "没读懂",
    worlds: "在这些世界里试",
    verdict: "检验",
    identity: "它是什么",
  },
  en: {
    status: {
      holds: "holds",
      fails: "fails",
      undecided: "undecided",
      defines: "no claim",
      unchecked: "read, not checked",
      unread: "not all read",
    },
    columns: ["no.", "line", "read as", "verdict", "remark"],
    summary: (count, counts, places) => {
      const { holds, fails, undecided, defines, unchecked, unread } = counts;
      const again = places > count ? ` (${places - count} more are repetitions)` : "";
      const list = [
        [holds, "hold"],
        [fails, "fail"],
        [undecided, "undecided"],
        [defines, "only define or claim nothing"],
        [unchecked, "read but not checked"],
        [unread, "not all read"],
      ] as const;
      const parts = list.flatMap(([n, text]) => (n > 0 ? [`${n} ${text}`] : []));
      return `${count} formulas${again}: ${parts.join(", ")}.`;
    },
    caution:
      "Holds means that no counter-example was found in the worlds listed; it is no proof. The worlds can be replaced.",
    undecided: (world, note) => `${world}: ${note}`,
    counterexample: ({ step, world, left, right, note }) =>
      [
        `counter-example${step > 0 ? ` to relation ${step}` : ""}: ${world}, left ${left}, right ${right}`,
        ...(note ? [note] : []),
      ].join("; "),
    formula: (number) => `Formula ${number}`,
    line: (number) => `line ${number}`,
    reading: "Read as",
    notes: "Repairs and suppositions",
    unread: "Not understood",
    worlds: "Tried in these worlds",
    verdict: "Check",
    identity: "What it is",
  },
};
