import { plotlyMime } from "../../src/display/mime";
import type { Cell, Notebook, Output } from "../../src/notebook/nbformat";

export const markdownCell = (source: string, tags: readonly string[] = []): Cell => ({
  cell_type: "markdown",
  metadata: { tags },
  source,
});

export const codeCell = (
  source: string,
  outputs: readonly Output[] = [],
  more: { tags?: readonly string[]; count?: number | null } = {},
): Cell => ({
  cell_type: "code",
  metadata: { tags: more.tags ?? [] },
  source,
  outputs,
  execution_count: more.count === undefined ? 1 : more.count,
});

export const display = (data: Readonly<Record<string, unknown>>): Output => ({
  output_type: "display_data",
  data,
  metadata: {},
});

export const stdout = (text: string): Output => ({ output_type: "stream", name: "stdout", text });

export const notebookOf = (cells: readonly Cell[]): Notebook => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "tslab", language: "typescript" } },
  cells,
});

/** A figure as klab stores it, bars of two distributions. */
export const barFigure = (title = "两个分布"): Record<string, unknown> => ({
  data: [
    { type: "bar", name: "p", x: ["晴", "阴", "雨"], y: [0.1, 0.4, 0.5] },
    { type: "bar", name: "q", x: ["晴", "阴", "雨"], y: [0.8, 0.1, 0.1] },
  ],
  layout: {
    title: { text: title },
    xaxis: { title: { text: "天气" } },
    yaxis: { title: { text: "概率" } },
    meta: {
      alt: "三种天气的真实概率p和模型概率q：p最看好雨，q最看好晴。",
      table: {
        columns: ["结果", "p", "q"],
        rows: [
          ["晴", 0.1, 0.8],
          ["阴", 0.4, 0.1],
          ["雨", 0.5, 0.1],
        ],
      },
    },
  },
});

/** A figure of two curves, 401 points each. */
export function curveFigure(): Record<string, unknown> {
  const x = Array.from({ length: 401 }, (_, i) => -5 + i / 40);
  const density = (mean: number): number[] =>
    x.map((value) => Number((Math.exp(-((value - mean) ** 2) / 2) / 2.5066).toFixed(6)));
  const [p, q] = [density(0), density(1)];
  return {
    data: [
      { type: "scatter", mode: "lines", name: "p", x, y: p },
      { type: "scatter", mode: "lines", name: "q", x, y: q, line: { dash: "dash" } },
    ],
    layout: {
      title: { text: "D(p‖q)：两条<i>正态</i>曲线，μ = 0与1" },
      xaxis: { title: { text: "x" } },
      yaxis: { title: { text: "密度" } },
      legend: { orientation: "h", y: 1.1 },
      meta: {
        alt: "两条正态密度曲线，均值0与1，标准差都是1。",
        table: { columns: ["x", "p(x)", "q(x)"], rows: x.map((value, i) => [value, p[i], q[i]]) },
      },
    },
  };
}

export const figureOutput = (figure: unknown, title = "两个分布"): Output =>
  display({ [plotlyMime]: figure, "text/plain": `图：${title}\n说明` });

const report = `<div lang="zh-CN"><p><strong>D(p‖q) = 0.4571 nat</strong></p>
<table><caption>各结果的贡献</caption><thead><tr><th scope="col">结果</th><th scope="col">p</th><th scope="col">贡献</th><th scope="col">图</th></tr></thead>
<tbody><tr><th scope="row" align="left">晴</th><td align="right">0.1</td><td align="right">-0.208</td><td aria-hidden="true">▏</td></tr>
<tr><th scope="row" align="left">雨</th><td align="right">0.5</td><td align="right">0.805</td><td aria-hidden="true">████</td></tr></tbody></table></div>`;

/** A lesson with one of everything. */
export const lesson = (): Notebook =>
  notebookOf([
    markdownCell(
      "# 相对熵初步\n\n两个概率分布差多远？**相对熵**（relative entropy）给出一个*有方向*的答案，单位是*nat*。设$p=(0.1,0.4,0.5)$，见[下一课](03-next.ipynb)。",
    ),
    markdownCell(
      "## 1 定义\n\n$$\nD(p\\,\\|\\,q)=\\sum_i p_i\\ln\\frac{p_i}{q_i}=\\mathbb{E}_{x\\sim p}\\left[\\ln\\frac{p(x)}{q(x)}\\right] \\tag{1}\n$$\n\n- 式(1)中$0\\ln 0=0$；\n- $q_i=0<p_i$时为$+\\infty$。\n\n| 量 | 记号 | 单位 |\n|---|---|---|\n| 熵 | $H(p)$ | nat |\n| 交叉熵 | $H(p,q)$ | nat |\n\n> **勘误E12** 源文漏写了$q$的支撑条件。\n\n> **术语** *相对熵*，又称KL散度。\n\n> 普通的引文，原样不动。\n",
    ),
    markdownCell(
      "## 2 先下注\n\n> **预测** $D(p\\,\\|\\,q)$与$D(q\\,\\|\\,p)$，哪个大？先写下答案。",
      ["prediction"],
    ),
    codeCell(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source of a cell
      'import { kl } from "klab";\n\n/** 真实的天气。 */\nconst p = [0.1, 0.4, 0.5];\nconst q = [0.8, 0.1, 0.1];\nfor (const [a, b] of [[p, q], [q, p]]) {\n  console.log(`D = ${kl(a, b).toFixed(4)} nat`); // 两个方向，一行很长很长的注释用来看看代码块能不能左右滚动而不撑破版面\n}',
      [stdout("D = 1.1511 nat\n"), stdout("D = 1.3635 nat\n")],
    ),
    markdownCell("### 2.1 图\n\n**图1**把每一项画出来。"),
    codeCell("figures.pmfPair(p, q);", [figureOutput(barFigure()), stdout("图：两个分布\n")], {
      count: 2,
    }),
    codeCell("explain(p, q);", [display({ "text/html": report, "text/plain": "D = …" })], {
      count: 3,
    }),
    codeCell("plot(curves);", [figureOutput(curveFigure(), "曲线")], {
      count: 4,
      tags: ["hide-input"],
    }),
    markdownCell(
      "## 3 练习\n\n求$D(q\\,\\|\\,p)$，并与式(1)比较。\n\n::: hint 没有头绪？\n把$p$与$q$*对调*。\n:::\n",
      ["exercise"],
    ),
    codeCell("const SECRET_ANSWER = 42;\nSECRET_ANSWER;", [stdout("SECRET_OUTPUT\n")], {
      tags: ["solution"],
      count: 5,
    }),
    markdownCell("备课：SECRET_NOTE，提醒学生方向。", ["teacher"]),
    codeCell("kl([0.5, 0.6], [0.5, 0.5]);", [
      { output_type: "stream", name: "stderr", text: "注意：这里会出错\n" },
      {
        output_type: "error",
        ename: "RangeError",
        evalue: "kl: p的和是1.1",
        traceback: ["\u001b[31mRangeError\u001b[39m: kl: p的和是1.1，应为1 / p sums to 1.1, not 1"],
      },
    ]),
    codeCell("notYetRun();", [], { count: null }),
    markdownCell("::: summary\n- 相对熵有方向；\n- 它不小于0。\n:::\n"),
  ]);
