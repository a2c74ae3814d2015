/** What a comparison of tables says, in both languages. */
export const tableWords = {
  "zh-CN": {
    rest: "其余",
    missing: "缺失",
    approximate: "格的边是近似的分位点（多于一百万个值）",
    kinds: { numeric: "数值", category: "类别", boolean: "真假", time: "时间" },
    heads: ["列", "结论", "", "相差最大的格"],
    rows: (p: number, q: number) => `p ${p}行，q ${q}行`,
    caption: (columns: number, drifted: number, failed: number) =>
      `两张表比较${columns}列：${drifted}列有漂移${failed > 0 ? `，${failed}列没有比成` : ""}`,
    drift: (p: string) => `有漂移（P = ${p}）`,
    none: "看不出漂移",
    infinite: (side: string, cell: string) => `∞：${side}里没有“${cell}”`,
    surveying: (side: string) => `读${side}的列`,
    cutting: (name: string) => `${name}的格`,
    counting: (side: string) => `数${side}的行`,
    guesses: (kinds: readonly string[]) => `猜出来的种类：${kinds.join("、")}；可用columns说定`,
    failed: "没有比成",
  },
  en: {
    rest: "others",
    missing: "missing",
    approximate: "cells lie between approximate quantiles (over a million values)",
    kinds: { numeric: "numeric", category: "category", boolean: "boolean", time: "time" },
    heads: ["column", "verdict", "", "cells that differ most"],
    rows: (p: number, q: number) => `p ${p} rows, q ${q} rows`,
    caption: (columns: number, drifted: number, failed: number) =>
      `two tables compared in ${columns} columns: ${drifted} have drifted${failed > 0 ? `, ${failed} could not be compared` : ""}`,
    drift: (p: string) => `drift (P = ${p})`,
    none: "no drift to be seen",
    infinite: (side: string, cell: string) => `∞: ${side} has no "${cell}"`,
    surveying: (side: string) => `reading columns of ${side}`,
    cutting: (name: string) => `cells of ${name}`,
    counting: (side: string) => `counting rows of ${side}`,
    guesses: (kinds: readonly string[]) =>
      `kinds that are guesses: ${kinds.join(", ")}; say them by columns`,
    failed: "not compared",
  },
} as const;
