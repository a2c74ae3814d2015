import { checkOptions } from "../words/check-options";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { list, text } from "../words/option-kinds";
import { checkedCodewords, outcomeLabels, prefixClash } from "./parts/codewords";
import { Figure, type Trace } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { titleOptions } from "./parts/known-options";
import { axis, baseLayout, colors, translucent } from "./parts/style";

/** Options of `figures.kraftBudget`. */
export interface KraftBudgetOptions {
  readonly labels?: readonly string[];
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly columns: readonly string[];
  readonly axis: string;
  readonly title: (sum: string, verdict: string) => string;
  readonly within: string;
  readonly spent: string;
  readonly beyond: string;
  /** What the names of the rows are. */
  readonly rows: string;
  readonly budget: string;
  readonly rest: (rest: string) => string;
  readonly excess: (excess: string) => string;
  readonly summary: (n: number, sum: string) => string;
  readonly left: (rest: string) => string;
  readonly full: string;
  readonly over: (excess: string) => string;
  readonly clash: (a: string, b: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    columns: ["结果", "码字", "码长（bit）", "花费2⁻ˡ"],
    axis: "累计花费（预算为1，无单位）",
    title: (sum, verdict) => `克拉夫特预算${verdict}：Σ 2<sup>−码长</sup> = ${sum}`,
    within: "没有超",
    spent: "恰好用完",
    beyond: "超了",
    rows: "结果 → 码字",
    budget: "预算1",
    rest: (rest) => `还剩${rest}`,
    excess: (excess) => `超出${excess}`,
    summary: (n, sum) => `${n}个码字依次花去2的负码长次方，共${sum}，预算是1。`,
    left: (rest) => `还剩${rest}，码可以更短。`,
    full: "恰好用完。",
    over: (excess) => `超出${excess}：这样的码长没有前缀码。`,
    clash: (a, b) => `但${a}是${b}的开头，这不是前缀码。`,
  },
  en: {
    columns: ["outcome", "codeword", "length (bit)", "cost 2⁻ˡ"],
    axis: "spent so far (budget 1, no unit)",
    title: (sum, verdict) => `Kraft budget ${verdict}: Σ 2<sup>−length</sup> = ${sum}`,
    within: "kept",
    spent: "just spent",
    beyond: "exceeded",
    rows: "outcome → codeword",
    budget: "budget 1",
    rest: (rest) => `${rest} left`,
    excess: (excess) => `${excess} over`,
    summary: (n, sum) =>
      `${n} codewords spend 2 to the minus their length one after the other, ${sum} in all, of a budget of 1.`,
    left: (rest) => ` ${rest} is left: the code could be shorter.`,
    full: " Nothing is left.",
    over: (excess) => ` That is ${excess} over: no prefix code has these lengths.`,
    clash: (a, b) => ` But ${a} begins ${b}: this is no prefix code.`,
  },
};

/**
 * What codewords cost: Σ 2^(−l) against the budget of 1 (Kraft's inequality).
 *
 * Every prefix code stays within the budget, and lengths within it have one; codewords over it are drawn too.
 *
 * @param codewords one string of 0 and 1 an outcome; need not be a prefix code
 * @param options `labels` of the outcomes, `title`, `locale`
 * @throws RangeError for a codeword of other characters; TypeError unless there is one label each
 *
 * @example
 * figures.kraftBudget(["0", "10", "110"]).alt.includes("还剩0.125"); // true
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), theorem 5.2.1.
 */
export function kraftBudget(
  codewords: readonly string[],
  options: KraftBudgetOptions = {},
): Figure {
  const caller = "kraftBudget";
  checkOptions(caller, options, { labels: list(text), ...titleOptions });
  const w = spoken(caller, words, options.locale);
  const n = checkedCodewords(caller, codewords).length;
  const labels = outcomeLabels(caller, n, options.labels);
  // Sums of negative powers of two are exact.
  const costs = codewords.map((word) => 2 ** -word.length);
  const sum = costs.reduce((a, b) => a + b, 0);
  const clash = prefixClash(codewords);
  let spent = 0;
  const steps = codewords.map((word, i): Trace => {
    const base = spent;
    spent += costs[i];
    const color = spent > 1 ? colors.q : colors.model;
    return {
      type: "bar",
      orientation: "h",
      name: labels[i],
      x: [costs[i]],
      y: [i],
      base: [base],
      width: 0.8,
      marker: { color: translucent(color, 0.35), line: { color, width: 1.5 } },
      text: [`2<sup>−${word.length}</sup>`],
      textposition: costs[i] >= 0.06 ? "inside" : "none",
      insidetextanchor: "middle",
      textangle: 0,
      textfont: { color: colors.text },
      hovertemplate: `${labels[i]} → ${word}<br>2<sup>−${word.length}</sup> = ${numberText(costs[i])}<extra></extra>`,
      showlegend: false,
    };
  });
  const rest = numberText(Math.abs(1 - sum));
  const verdict = sum < 1 ? w.within : sum > 1 ? w.beyond : w.spent;
  return new Figure({
    data: steps,
    layout: baseLayout(options.title ?? w.title(numberText(sum), verdict), {
      barmode: "overlay",
      margin: { l: 64, r: 32, t: 84, b: 56 },
      height: Math.max(300, Math.min(700, 170 + 34 * n)),
      xaxis: axis(w.axis, { range: [0, Math.max(1.06, sum * 1.04)], zeroline: false }),
      yaxis: axis("", {
        tickvals: codewords.map((_, i) => i),
        ticktext: codewords.map((word, i) => `${labels[i]} → ${word}  `),
        range: [n - 0.4, -0.6],
        showgrid: false,
        zeroline: false,
      }),
      shapes: [
        {
          type: "line",
          x0: 1,
          x1: 1,
          y0: 0,
          y1: 1,
          yref: "paper",
          line: { color: colors.text, width: 2 },
        },
        ...(sum === 1
          ? []
          : [
              {
                type: "rect",
                x0: Math.min(1, sum),
                x1: Math.max(1, sum),
                y0: 0,
                y1: 1,
                yref: "paper",
                layer: "below",
                line: { width: 0 },
                fillcolor: translucent(sum > 1 ? colors.q : colors.zero, 0.16),
              },
            ]),
      ],
      annotations: [
        ...(sum === 1
          ? []
          : [
              {
                text: `<b>${sum > 1 ? w.excess(rest) : w.rest(rest)}</b>`,
                // Beside its band, which may be narrow, and pointing into it.
                x: (1 + sum) / 2,
                y: 0.9,
                yref: "paper",
                xanchor: "right",
                ax: -40,
                ay: 0,
                showarrow: true,
                arrowhead: 2,
                arrowcolor: sum > 1 ? colors.q : colors.quiet,
                font: { color: sum > 1 ? colors.q : colors.quiet },
              },
            ]),
        {
          text: w.rows,
          x: 0,
          xanchor: "right",
          xshift: -8,
          y: 1.01,
          yref: "paper",
          yanchor: "bottom",
          showarrow: false,
          font: { color: colors.quiet, size: 12 },
        },
        {
          text: w.budget,
          x: 1,
          y: 1.01,
          yref: "paper",
          yanchor: "bottom",
          showarrow: false,
        },
      ],
    }),
    alt:
      w.summary(n, numberText(sum)) +
      (sum < 1 ? w.left(rest) : sum > 1 ? w.over(rest) : w.full) +
      (clash ? w.clash(codewords[clash[0]], codewords[clash[1]]) : ""),
    table: {
      columns: w.columns,
      rows: codewords.map((word, i) => [labels[i], word, word.length, numberText(costs[i])]),
    },
  });
}
