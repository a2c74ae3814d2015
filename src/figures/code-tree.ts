import { checkOptions } from "../words/check-options";
import { valueError } from "../words/errors";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import { finiteNumber, list, text } from "../words/option-kinds";
import { checkedCodewords, outcomeLabels, prefixClash } from "./parts/codewords";
import { Figure } from "./parts/figure";
import { spoken } from "./parts/figure-options";
import { titleOptions } from "./parts/known-options";
import { baseLayout, colors } from "./parts/style";

/** Options of `figures.codeTree`. */
export interface CodeTreeOptions {
  /** Probability of each outcome, shown at its leaf. */
  readonly probabilities?: ArrayLike<number>;
  readonly labels?: readonly string[];
  readonly title?: string;
  readonly locale?: Locale;
}

interface Words {
  readonly columns: readonly string[];
  readonly title: string;
  readonly depth: string;
  /** What stands beside a leaf. */
  readonly leaf: (hasProbabilities: boolean) => string;
  readonly mean: (l: string) => string;
  readonly summary: (n: number, shortest: string, longest: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    columns: ["结果", "码字", "码长（bit）", "概率"],
    title: "码字都在叶上：没有一个是另一个的开头",
    depth: "已读比特数（bit）",
    leaf: (more) => `叶：结果 → 码字${more ? "（概率）" : ""}`,
    mean: (l) => `平均码长${l} bit。`,
    summary: (n, shortest, longest) =>
      `${n}个结果的前缀码画成二叉树，每读一个比特向右一层，上枝读0、下枝读1，结果都在叶上；最短的码字是${shortest}，最长的是${longest}。`,
  },
  en: {
    columns: ["outcome", "codeword", "length (bit)", "probability"],
    title: "Codewords are leaves: none begins another",
    depth: "bits read (bit)",
    leaf: (more) => `leaves: outcome → codeword${more ? " (probability)" : ""}`,
    mean: (l) => ` Mean length ${l} bits.`,
    summary: (n, shortest, longest) =>
      `A prefix code of ${n} outcomes as a binary tree: one level to the right a bit, up for 0 and down for 1, every outcome at a leaf; the shortest codeword is ${shortest}, the longest ${longest}.`,
  },
};

/**
 * A binary prefix code as a tree: depth is length, leaves are outcomes.
 *
 * @param codewords one string of 0 and 1 an outcome, none the beginning of another
 * @param options `probabilities` and `labels` of the outcomes, `title`, `locale`
 * @throws RangeError for a codeword of other characters, or one that begins another; TypeError for counts that differ
 *
 * @example
 * figures.codeTree(["0", "10", "11"]).data.length; // 3
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 5.2.
 */
export function codeTree(codewords: readonly string[], options: CodeTreeOptions = {}): Figure {
  const caller = "codeTree";
  checkOptions(caller, options, {
    probabilities: list(finiteNumber),
    labels: list(text),
    ...titleOptions,
  });
  const w = spoken(caller, words, options.locale);
  const n = checkedCodewords(caller, codewords).length;
  const clash = prefixClash(codewords);
  if (clash) {
    const [i, j] = clash;
    throw valueError(
      caller,
      `codewords[${i}]（${codewords[i]}）是 codewords[${j}]（${codewords[j]}）的开头，不是前缀码`,
      `codewords[${i}] (${codewords[i]}) begins codewords[${j}] (${codewords[j]}): no prefix code`,
    );
  }
  const labels = outcomeLabels(caller, n, options.labels);
  const { probabilities } = options;
  if (probabilities) outcomeLabels(caller, n, Array.from(probabilities, String));
  const mean =
    probabilities && codewords.reduce((sum, c, i) => sum + c.length * probabilities[i], 0);
  const heights = nodeHeights(codewords);
  const nodes = [...heights.keys()].filter((node) => node !== "");
  const edges = nodes.map((node) => [node.slice(0, -1), node] as const);
  const leaf = (i: number): string =>
    `${labels[i]} → ${codewords[i]}${probabilities ? ` (${numberText(probabilities[i], 3)})` : ""}`;
  const byLength = [...codewords].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const depth = byLength[n - 1].length;
  const height = (node: string): number => heights.get(node) as number;
  return new Figure({
    data: [
      {
        type: "scatter",
        mode: "lines",
        // Down or up at the parent, then across: what is written over the way across lies on no line.
        x: edges.flatMap(([from, to]) => [from.length, from.length, to.length, null]),
        y: edges.flatMap(([from, to]) => [height(from), height(to), height(to), null]),
        line: { color: colors.zero, width: 1.8, simplify: false },
        hoverinfo: "skip",
        showlegend: false,
      },
      {
        type: "scatter",
        mode: "text",
        x: edges.map(([from]) => from.length + 0.5),
        y: edges.map(([, to]) => height(to)),
        text: edges.map(([, to]) => `<b>${to.slice(-1)}</b>`),
        textposition: "top center",
        textfont: { color: colors.quiet, size: 13 },
        hoverinfo: "skip",
        showlegend: false,
      },
      {
        type: "scatter",
        mode: "markers+text",
        x: codewords.map((word) => word.length),
        y: codewords.map(height),
        text: codewords.map((_, i) => `  ${leaf(i)}`),
        textposition: "middle right",
        cliponaxis: false,
        marker: { color: colors.model, size: 11 },
        hovertemplate: "%{text}<extra></extra>",
        showlegend: false,
      },
    ],
    layout: baseLayout(options.title ?? w.title, {
      margin: { l: 32, r: 150, t: 60, b: 56 },
      height: Math.max(320, Math.min(700, 130 + 34 * n)),
      xaxis: {
        title: { text: w.depth, standoff: 8 },
        gridcolor: colors.grid,
        range: [-0.15, depth + 0.1],
        tickvals: Array.from({ length: Math.min(depth, 30) + 1 }, (_, i) => i),
        zeroline: false,
      },
      yaxis: { visible: false, range: [-0.6, n - 0.4] },
      annotations: [
        {
          text: w.leaf(probabilities !== undefined),
          x: 1,
          xref: "paper",
          xanchor: "right",
          xshift: 110,
          y: 1,
          yref: "paper",
          yanchor: "bottom",
          showarrow: false,
          font: { color: colors.quiet, size: 12 },
        },
      ],
    }),
    alt:
      w.summary(n, byLength[0], byLength[n - 1]) +
      (mean === undefined ? "" : w.mean(numberText(mean))),
    table: {
      columns: w.columns.slice(0, probabilities ? 4 : 3),
      rows: codewords.map((word, i) => [
        labels[i],
        word,
        word.length,
        ...(probabilities ? [numberText(probabilities[i])] : []),
      ]),
    },
  });
}

/** Leaves one apart, 0 on top; each inner node midway between its outermost children. */
function nodeHeights(codewords: readonly string[]): Map<string, number> {
  const heights = new Map<string, number>();
  const leaves = [...codewords].sort().reverse();
  for (const [i, word] of leaves.entries()) heights.set(word, i);
  const inner = new Set(codewords.flatMap((c) => Array.from(c, (_, i) => c.slice(0, i))));
  for (const node of [...inner].sort((a, b) => b.length - a.length)) {
    const children = ["0", "1"].map((bit) => heights.get(node + bit));
    const known = children.filter((child): child is number => child !== undefined);
    // A node with one child: a bend, so that the missing branch is seen.
    const bend = children[0] === undefined ? 0.5 : children[1] === undefined ? -0.5 : 0;
    heights.set(node, known.reduce((a, b) => a + b, 0) / known.length + bend);
  }
  return heights;
}
