import { bitmapOf } from "../notebook/bitmap";
import { type Cell, hasTag, joinText } from "../notebook/nbformat";
import { textOf } from "../notebook/text-of";
import { trainingMarks, trainingProblem } from "../notebook/training-marks";
import { scriptJson } from "../page/figure-markup";
import { escapeHtml } from "../words/escape-html";
import { isRecord } from "../words/is-record";
import { cellAnchor } from "./cell-anchor";
import { setUpOf } from "./live/carry-set-up";
import { type LiveKind, liveKind } from "./live/live-cells";
import { openSteps } from "./live/open-steps";
import { neverRan } from "./never-ran";
import { outputHtml } from "./outputs/output-html";
import { readableOutputs } from "./outputs/readable-outputs";
import type { PageContext } from "./page-context";
import { cutNote, cutText } from "./text/cut-text";
import type { MarkdownCell } from "./text/markdown-rendering";

/** Words that stand above a cell of a kind, by tag. */
const labels: Readonly<Record<string, string>> = {
  prediction: "先预测",
  exercise: "练习",
  check: "检查",
  solution: "参考答案",
  teacher: "教师备注",
};

const vectorAddress = (bundle: Readonly<Record<string, unknown>>): string | undefined => {
  const svg = textOf(bundle, "image/svg+xml");
  if (svg === undefined) return undefined;
  // JupyterLab attaches files as base64, whatever they are.
  const base64 = /^\s*</.test(svg) ? Buffer.from(svg, "utf8").toString("base64") : svg;
  return `data:image/svg+xml;base64,${base64.replace(/\s+/g, "")}`;
};

/** A cell's attached pictures as data: addresses. */
function attachmentsOf(cell: Cell): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  if (!isRecord(cell.attachments)) return addresses;
  for (const [name, bundle] of Object.entries(cell.attachments)) {
    const address = isRecord(bundle) ? (bitmapOf(bundle) ?? vectorAddress(bundle)) : undefined;
    if (address !== undefined) addresses.set(name, address);
  }
  return addresses;
}

const folded = (summary: string, html: string): string =>
  `<details class="folded"><summary>${summary}</summary>${html}</details>`;

/** Whether JupyterLab, or the classic notebook, stored a part of the cell as hidden. */
function isHidden(cell: Cell, part: "source_hidden" | "outputs_hidden"): boolean {
  if (hasTag(cell, "hide-cell")) return true; // Jupyter Book's
  const { jupyter, collapsed } = cell.metadata;
  if (part === "outputs_hidden" && collapsed === true) return true;
  return isRecord(jupyter) && jupyter[part] === true;
}

const kernelOnlyNote =
  '<p class="kernel-only-note">这一格只能在内核里运行（JupyterLab）：网页里没有它要用的东西。</p>';

/** What the page's 小规模运行 reads of a training; what is wrong with it is said where the page is made. */
function smallAttribute(
  cell: Cell,
  position: number,
  kind: LiveKind,
  { notes }: PageContext,
): string {
  const problem = trainingProblem(cell);
  if (problem !== undefined) notes.push(`第${position}格 / cell ${position}: ${problem}`);
  const { small } = trainingMarks(cell);
  if (small === undefined || kind === "kernel-only") return "";
  return ` data-small="${escapeHtml(JSON.stringify(small))}"`;
}

/** What a live page's script reads of a code cell: its place in the notebook, and how it runs. */
function liveAttributes(cell: Cell, position: number, context: PageContext): string {
  const kind = context.isLive ? liveKind(cell) : undefined;
  const blanks = kind === undefined ? [] : openSteps(cell.outputs ?? []);
  const exercise = blanks.length > 0 ? ` data-blanks="${blanks.join(" ")}"` : "";
  if (kind === undefined) return "";
  return ` data-cell="${position}" data-live="${kind}"${exercise}${smallAttribute(cell, position, kind, context)}`;
}

/** Lines of code that a print keeps on one sheet; longer code may go on overleaf, and is never cut. */
const longCode = 20;

function inputHtml(cell: Cell, context: PageContext): string {
  const whole = joinText(cell.source).replace(/\s+$/, "");
  if (whole === "") return "";
  const cut = cutText(whole);
  const count = typeof cell.execution_count === "number" ? cell.execution_count : " ";
  const prompt = `<span class="prompt">In&nbsp;[${count}]</span>`;
  const code = `<pre>${context.highlighter.html(cut.text, context.language)}</pre>`;
  const kind = context.isLive ? liveKind(cell) : undefined;
  const only = kind === "kernel-only" ? kernelOnlyNote : "";
  const long = cut.text.split("\n").length > longCode ? " long" : "";
  const input = `<div class="input${long}">${prompt}${code}${only}</div>${cutNote(cut)}`;
  const hides = hasTag(cell, "hide-input") || isHidden(cell, "source_hidden");
  return hides ? folded("代码", input) : input;
}

/** Outputs of one cell that a page shows. */
const mostOutputs = 2000;

function outputsHtml(cell: Cell, context: PageContext): string {
  const all = readableOutputs(cell.outputs ?? []);
  const outputs = all.slice(0, mostOutputs).map((output) => outputHtml(output, context));
  const left =
    all.length > mostOutputs
      ? `<p class="note cut">太多：共${all.length}个输出，只显示前${mostOutputs}个。</p>`
      : "";
  const shown = [...outputs, left].filter((html) => html !== "").join("\n");
  if (shown === "") return "";
  const html = `<div class="outputs">${shown}</div>`;
  const hides = hasTag(cell, "hide-output") || isHidden(cell, "outputs_hidden");
  return hides ? folded("输出", html) : html;
}

function codeHtml(cell: Cell, context: PageContext): string {
  const note = neverRan(cell) ? '<p class="never-ran">这段代码还没有运行过。</p>' : "";
  return [inputHtml(cell, context), note, outputsHtml(cell, context)].join("\n");
}

/** More than a formula that is cut by itself, or a picture by its address. */
const mostMarkdown = 1_000_000;

function wordsHtml(cell: Cell, context: PageContext): string {
  const cut = cutText(joinText(cell.source), mostMarkdown);
  const env: MarkdownCell = { attachments: attachmentsOf(cell), isOutput: false };
  const html = context.markdown(cut.text, env) + cutNote(cut);
  return isHidden(cell, "source_hidden") ? folded("文字", html) : html;
}

const rawNote =
  "原样（raw）单元格，讲义里没有 / a raw cell, which is meant for other tools, is not in the handout";

/** What a live page runs before the cell and does not show. */
function setUpHtml(cell: Cell, position: number, context: PageContext): string {
  const sources = context.isLive ? setUpOf(cell) : [];
  if (sources.length === 0) return "";
  return `<script type="application/json" class="set-up" id="set-up-${position}">${scriptJson(sources)}</script>`;
}

/** Lines to write on, where a student is to answer. */
const room = '<div class="room" aria-hidden="true"></div>';

function labelOf(cell: Cell, tag: string | undefined, isStudent: boolean): string | undefined {
  if (isStudent && hasTag(cell, "solution")) return "你的答案";
  const { klab } = cell.metadata;
  const number = isRecord(klab) && typeof klab.exercise === "number" ? klab.exercise : "";
  return tag === "exercise" ? `${labels.exercise}${number}` : labels[tag ?? ""];
}

/**
 * One cell as HTML.
 *
 * @param position counts the notebook's cells from 1
 */
export function cellHtml(cell: Cell, position: number, context: PageContext): string {
  if (cell.cell_type === "raw") {
    if (joinText(cell.source).trim() !== "") context.notes.push(rawNote);
    return "";
  }
  const isStudent = context.audience === "student";
  const tags = Object.keys(labels).filter((tag) => hasTag(cell, tag));
  const label = labelOf(cell, tags[0], isStudent);
  const body = cell.cell_type === "code" ? codeHtml(cell, context) : wordsHtml(cell, context);
  const needsRoom =
    isStudent &&
    cell.cell_type === "markdown" &&
    (hasTag(cell, "prediction") || hasTag(cell, "solution"));
  return [
    `<div class="${["cell", cell.cell_type, ...tags].join(" ")}" id="${escapeHtml(cellAnchor(cell, position))}"${liveAttributes(cell, position, context)}>`,
    setUpHtml(cell, position, context),
    label ? `<p class="kind">${label}</p>` : "",
    body,
    needsRoom ? room : "",
    "</div>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}
