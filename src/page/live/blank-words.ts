/** What a page says of derivation exercises. */
export const blankWords = {
  group: "推导练习",
  field: (step: number): string => `第（${step}）行`,
  how: "写一行，TeX或本课的记号都行，例如 \\log\\frac{P(x)}{Q(x)} 或 log(P(x)/Q(x))；按回车检查。",
  check: "检查",
  hint: "提示",
  moreHints: "再提示一点",
  checking: "正在检查……",
  unavailable: "现在检查不了：前面的代码没有运行成。",
  verdicts: {
    right: "✓ 对了",
    "no progress": "↺ 没有往前走",
    wrong: "✗ 不对",
    "not understood": "？读不懂",
  } as Readonly<Record<string, string>>,
  counterExample: (world: string, left: string, right: string): string =>
    `反例：在“${world}”里，上一行是${left}，你这一行是${right}。`,
  only: (world: string): string => `在“${world}”里看出来的。`,
} as const;
