import { joinText, type Notebook } from "../notebook/nbformat";
import { darkColors } from "../page/look/palette";
import { offerExplorersScript } from "../page/scripts/offer-explorers-script";
import { runExplorerFrameScript } from "../page/scripts/run-explorer-frame-script";
import { runHandoutPageScript } from "../page/scripts/run-handout-page-script";
import { escapeHtml } from "../words/escape-html";
import { cellAnchor } from "./cell-anchor";
import { cellHtml } from "./cell-html";
import { type Lesson, lessonNumber } from "./course/course";
import type { Edition } from "./edition";
import { type EmbeddedScript, scriptHash } from "./embedded-plotly";
import { factsHtml, generatorMark, type PageFacts } from "./index-entry";
import { livePayloads, liveScripts } from "./live/live-payloads";
import { cellsNeverRun } from "./never-ran";
import { darkPictureStyle } from "./outputs/themed-picture";
import { type PageContextOptions, pageContext } from "./page-context";
import { fileName, indexName } from "./page-names";
import { baseStyle } from "./style/base-style";
import { calloutStyle } from "./style/callout-style";
import { contentStyle } from "./style/content-style";
import { liveStyle } from "./style/live-style";
import { printStyle } from "./style/print-style";
import { compactFormulas } from "./text/compact-formulas";
import type { Heading } from "./text/heading-list";
import { katexStyle } from "./text/katex-style";

export interface HandoutOptions extends PageContextOptions {
  /** The title of a notebook without headings. */
  readonly name: string;
  /** plotly.js, where the notebook has figures to bring to life. */
  readonly plotly?: EmbeddedScript;
  /** Which build of it. */
  readonly plotlyBuild?: string;
  /** klab's browser bundle, where figures have controls. */
  readonly library?: EmbeddedScript;
  /** Hears of a formula that is shown as its source: in which cell of the page, from 1, and why. */
  readonly onBrokenMath?: (cell: number, reason: string) => void;
  /** Hears of what a cell holds and the page does not show. */
  readonly onNote?: (cell: number, text: string) => void;
}

const editions = { student: "学生讲义", teacher: "教师讲义" } as const;

/** Figures of ours on a dark page, alive or still; on paper they stay light. */
const darkFigures = `@media screen and (prefers-color-scheme:dark){:root{${darkPictureStyle}}
.themed .card{background:${darkColors.paper};color:${darkColors.text};color-scheme:dark}}`;

/**
 * What the page may do: run the scripts it was made with and nothing else, reach nothing outside itself.
 *
 * Scripts are allowed by hash, plotly.js too: it is put into the page as text, which needs neither `unsafe-eval` nor
 * `blob:`. Style attributes are KaTeX's and Plotly's.
 */
function contentSecurityPolicy(
  scripts: readonly string[],
  { workers, live }: { readonly workers: boolean; readonly live: boolean },
): string {
  // A cell is a script that the Worker makes a blob of: of markup no blob can be made.
  const cells = live ? " blob: 'wasm-unsafe-eval'" : "";
  return [
    "default-src 'none'",
    `script-src ${scripts.map((hash) => `'${hash}'`).join(" ")}${cells}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "connect-src 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    // Functions of explorers run in a Worker made of a blob, which inherits this policy.
    ...(workers ? ["worker-src blob:"] : []),
    "object-src 'none'",
    "base-uri 'none'",
  ].join("; ");
}

function contentsHtml(headings: readonly Heading[]): string {
  const entries = headings.filter(({ level }) => level === 2 || level === 3);
  if (entries.length < 2) return "";
  const items = entries.map(
    ({ level, id, html }) =>
      `<li${level === 3 ? ' class="sub"' : ""}><a href="#${escapeHtml(id)}">${html}</a></li>`,
  );
  return `<nav class="toc" aria-label="目录"><details><summary>目录</summary><ol>${items.join("\n")}</ol></details></nav>`;
}

/** What the list of handouts tells of the page. */
function factsOf(
  { audience, name, course, notebook }: Edition,
  headings: readonly Heading[],
): PageFacts {
  const lesson = course.lessons.find((other) => other.name === name);
  const text = notebook.cells.map(({ source }) => joinText(source)).join("\n");
  const sections = headings.filter(({ level }) => level === 2 || level === 3);
  return {
    audience,
    number: lessonNumber(name),
    sentence: lesson?.sentence ?? "",
    minutes: lesson?.minutes ?? "",
    terms: course.glossary.map(({ term }) => term).filter((term) => text.includes(term)),
    sections: sections.map(({ id, text }) => ({ id, text })),
  };
}

const lessonLabel = ({ name }: Edition): string => {
  const number = lessonNumber(name);
  return number === undefined ? "" : `第${number}课　`;
};

/** The lesson before, the list of all, the lesson after; "" where the page is none of a course. */
function neighboursHtml({ course: { lessons }, name, audience }: Edition): string {
  const at = lessons.findIndex((lesson) => lesson.name === name);
  if (at < 0 || lessons.length < 2) return "";
  const link = (lesson: Lesson | undefined, rel: "prev" | "next"): string => {
    if (!lesson) return "<span></span>";
    const file = escapeHtml(encodeURIComponent(fileName(lesson.name, audience)));
    const title = escapeHtml(lesson.title);
    const words = rel === "prev" ? `← ${title}` : `${title} →`;
    return `<a rel="${rel}" href="${file}">${words}</a>`;
  };
  const [before, after] = [lessons[at - 1], lessons[at + 1]];
  return `<nav class="between" aria-label="前后各课">${link(before, "prev")}<a href="${indexName(audience)}">全部各课</a>${link(after, "next")}</nav>`;
}

function neverRanHtml(notebook: Notebook): string {
  const positions = cellsNeverRun(notebook);
  if (positions.length === 0) return "";
  const links = positions.map((position) => {
    const anchor = cellAnchor(notebook.cells[position - 1], position);
    return `<a href="#${escapeHtml(anchor)}">第${position}格</a>`;
  });
  return `<p class="notice" role="note">有${positions.length}格代码还没有运行过，没有输出：${links.join("、")}。</p>`;
}

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
    darkFigures,
    printStyle,
  ].join("\n");
  const explores =
    hasLive &&
    library !== undefined &&
    (live || context.figures.some(({ explorer }) => explorer !== undefined));
  const policy = contentSecurityPolicy(
    [
      scriptHash(runHandoutPageScript),
      ...(hasLive ? [plotly.hash] : []),
      ...(explores ? [offerExplorersScript, runExplorerFrameScript].map(scriptHash) : []),
      ...(live ? liveScripts.map(scriptHash) : []),
    ],
    { workers: explores || live, live },
  );
  return `<!doctype html>
<html lang="zh-CN">
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
<header class="masthead"><p>相对熵实验室</p><p>${lessonLabel(edition)}${editions[audience]}</p></header>
<div class="page">
${contents || '<div class="toc-none"></div>'}
<main id="main">
${audience === "student" ? '<p class="write-in">姓名＿＿＿＿＿＿　学号＿＿＿＿＿＿</p>\n' : ""}${body}
${neighboursHtml(edition)}
</main>
</div>
<footer><p>由klab制成的讲义：一个文件，不连网也能看。图可以缩放、平移；不运行脚本时，图仍在，数据在图下的表里。</p></footer>
${hasLive ? `<script type="text/plain" id="plotly-packed"${options.plotlyBuild ? ` data-build="${options.plotlyBuild}"` : ""}>${plotly.payload}</script>\n` : ""}${explores || live ? `<script type="text/plain" id="klab-packed">${library?.payload}</script>\n` : ""}${explores ? `<script>${offerExplorersScript}</script>\n` : ""}${live ? livePayloads(edition) : ""}<script>${runHandoutPageScript}</script>
</body>
</html>
`;
}
