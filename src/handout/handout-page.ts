import { joinText, type Notebook } from "../notebook/nbformat";
import { escapeHtml } from "../words/escape-html";
import { isRecord } from "../words/is-record";
import type { Locale } from "../words/locale";
import { cellHtml } from "./cell-html";
import { contentSecurityPolicy } from "./content-security-policy";
import type { Edition } from "./edition";
import type { LibraryPart } from "./embedded-library";
import type { PagePlotly } from "./embedded-plotly";
import type { EmbeddedScript } from "./embedded-script";
import { englishHtml } from "./english-html";
import { factsOf } from "./facts-of";
import { contentsHtml, courseLabel, neighboursHtml, neverRanHtml } from "./frame-html";
import { factsHtml, generatorMark } from "./index-entry";
import { type PageContextOptions, pageContext } from "./page-context";
import { pageScripts } from "./page-scripts";
import { baseStyle } from "./style/base-style";
import { calloutStyle } from "./style/callout-style";
import { contentStyle } from "./style/content-style";
import { darkFigureStyle } from "./style/dark-figure-style";
import { liveStyle } from "./style/live-style";
import { printStyle } from "./style/print-style";
import { compactFormulas } from "./text/compact-formulas";
import { katexStyle } from "./text/katex-style";

export interface HandoutOptions extends PageContextOptions {
  /** The title of a notebook without headings. */
  readonly name: string;
  /** plotly.js, where the notebook has figures to bring to life. */
  readonly plotly?: PagePlotly;
  /** klab's browser bundle, where figures have controls. */
  readonly library?: EmbeddedScript;
  readonly part?: LibraryPart;
  /** The language of labels until a reader chooses. */
  readonly locale?: Locale;
  /** What klab/learn adds to it, where cells use it. */
  readonly learning?: EmbeddedScript;
  /** Hears of a formula that is shown as its source: in which cell of the page, from 1, and why. */
  readonly onBrokenMath?: (cell: number, reason: string) => void;
  /** Hears of what a cell holds and the page does not show. */
  readonly onNote?: (cell: number, text: string) => void;
}

const editions = { student: "学生讲义", teacher: "教师讲义" } as const;

/** What the page is, beside whose it is: a report, as of tables, is nobody's lesson. */
const kindOf = (metadata: Notebook["metadata"]): string | undefined =>
  isRecord(metadata.klab) && metadata.klab.kind === "report" ? "报告" : undefined;

/** The cell, from 1, that refers to a label. */
const cellWith = ({ cells }: Notebook, label: string): number =>
  cells.findIndex(({ source }) => joinText(source).includes(`ref{${label}}`)) + 1;

/**
 * A notebook as one page that opens from disk without a network: the same notebook gives the same bytes.
 *
 * Nothing runs here: outputs are shown as they are stored, sanitized. What lies outside the notebook (pictures,
 * plotly.js, libraries) is handed in.
 *
 * @param edition the notebook as the page's readers get it
 */
export function handoutPage(edition: Edition, options: HandoutOptions): string {
  const { audience, notebook: version } = edition;
  const { name, tools, plotly, library } = options;
  const context = pageContext(edition, options);
  const cells = version.cells.map((cell, index) => {
    const html = cellHtml(cell, index + 1, context);
    for (const reason of context.brokenMath.splice(0)) options.onBrokenMath?.(index + 1, reason);
    for (const text of new Set(context.notes.splice(0))) options.onNote?.(index + 1, text);
    return html;
  });
  const { entries } = context.headings;
  const stored = version.metadata.title;
  const title = entries[0]?.text ?? (typeof stored === "string" && stored ? stored : name);
  const heading = entries.length === 0 ? [`<h1>${escapeHtml(title)}</h1>`] : [];
  const contentsWhole = context.equations.settle(contentsHtml(entries), () => {});
  const [first = "", ...rest] = [...heading, ...cells];
  const unsettled = [first, neverRanHtml(version), ...rest].join("\n");
  const whole = context.equations.settle(unsettled, (label) =>
    options.onBrokenMath?.(cellWith(version, label), `没有这个公式标签 / no such label: ${label}`),
  );
  const formulas = katexStyle(tools.katexCss, contentsWhole + whole, tools.readKatexFont);
  const { parts, css: rules } = compactFormulas([contentsWhole, whole], formulas.rules);
  const [contents, body] = parts;
  const hasLive = plotly !== undefined && context.figures.length > 0;
  const live = options.isLive === true && library !== undefined;
  const style = [
    formulas.faces + rules,
    baseStyle,
    contentStyle,
    calloutStyle,
    context.highlighter.css(),
    context.looks.css(),
    ...context.outputStyles,
    ...(live ? [liveStyle] : []),
    darkFigureStyle,
    printStyle,
  ].join("\n");
  const explores =
    hasLive &&
    library !== undefined &&
    (live || context.figures.some(({ explorer }) => explorer !== undefined));
  const scripts = pageScripts({
    edition,
    plotly: hasLive ? plotly : undefined,
    figures: context.packedFigures,
    explores,
    live,
    library,
    learning: options.learning,
    part: options.part,
  });
  const policy = contentSecurityPolicy(scripts.hashes, { workers: explores || live, live });
  return `<!doctype html>
<html lang="zh-CN"${options.locale === "en" ? ' data-locale="en"' : ""}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${generatorMark}
${factsHtml(factsOf(edition, entries))}
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body class="${audience}">
<a class="skip" href="#main">跳到正文</a>
<header class="masthead"><p>相对熵实验室</p><p>${courseLabel(edition)}${kindOf(version.metadata) ?? editions[audience]}</p></header>
<div class="page">
${contents || '<div class="toc-none"></div>'}
<main id="main">
${audience === "student" ? '<p class="write-in">姓名＿＿＿＿＿＿　学号＿＿＿＿＿＿</p>\n' : ""}${body}
${neighboursHtml(edition)}
</main>
</div>
<footer><p>由klab制成的讲义：一个文件，不连网也能看。图可以缩放、平移；不运行脚本时，图仍在，数据在图下的表里。</p></footer>
${hasLive || live ? englishHtml(body, context.figures) : ""}${scripts.html}
</body>
</html>
`;
}
