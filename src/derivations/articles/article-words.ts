import type { Locale } from "../../words/locale";
import type { FormulaStatus } from "./annotate-formula";

interface ArticleWords {
  readonly status: Readonly<Record<FormulaStatus, string>>;
  readonly columns: readonly string[];
  summary(count: number, counts: Readonly<Record<FormulaStatus, number>>): string;
  readonly caution: string;
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
      defines: "只下定义",
      unchecked: "读懂，未检验",
      unread: "没有全读懂",
    },
    columns: ["式", "行", "读作", "结论", "说明"],
    summary: (count, { holds, fails, undecided, defines, unchecked, unread }) =>
      `共${count}个式子：读懂${count - unread}，检验${holds + fails + undecided}（成立${holds}，不成立${fails}，判断不了${undecided}），只下定义${defines}，未检验${unchecked}，没有全读懂${unread}。`,
    caution: "成立指在所列的世界里没有找到反例，不是证明。世界可以换成自己的。",
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
      defines: "defines",
      unchecked: "read, not checked",
      unread: "not all read",
    },
    columns: ["no.", "line", "read as", "verdict", "remark"],
    summary: (count, { holds, fails, undecided, defines, unchecked, unread }) =>
      `${count} formulas: ${count - unread} read, ${holds + fails + undecided} checked (${holds} hold, ${fails} fail, ${undecided} undecided), ${defines} only define, ${unchecked} not checked, ${unread} not all read.`,
    caution:
      "Holds means that no counter-example was found in the worlds listed; it is no proof. The worlds can be replaced.",
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
