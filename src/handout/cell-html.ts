import { bitmapOf } from "../notebook/bitmap";
import { type Cell, hasTag, joinText } from "../notebook/nbformat";
import { escapeHtml } from "../words/escape-html";
import { isRecord } from "../words/is-record";
import { cellAnchor } from "./cell-anchor";
import { neverRan } from "./never-ran";
import { outputHtml } from "./outputs/output-html";
import { readableOutputs } from "./outputs/readable-outputs";
import type { PageContext } from "./page-context";

/** Words that stand above a cell of a kind, by tag. */
const labels: Readonly<Record<string, string>> = {
  prediction: "先预测",
  exercise: "练习",
  check: "自检",
  solution: "参考答案",
  teacher: "教师备注",
};

/** A cell's attached pictures as data: addresses. */
function attachmentsOf(cell: Cell): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  if (!isRecord(cell.attachments)) return addresses;
  for (const [name, bundle] of Object.entries(cell.attachments)) {
    const address = isRecord(bundle) ? bitmapOf(bundle) : undefined;
    if (address !== undefined) addresses.set(name, address);
  }
  return addresses;
}

function inputHtml(cell: Cell, context: PageContext): string {
  const source = joinText(cell.source).replace(/\s+$/, "");
  if (source === "") return "";
  const count = typeof cell.execution_count === "number" ? cell.execution_count : " ";
  const prompt = `<span class="prompt">In&nbsp;[${count}]</span>`;
  const code = `<pre><code>${context.highlighter.html(source, "typescript")}</code></pre>`;
  const input = `<div class="input">${prompt}${code}</div>`;
  return hasTag(cell, "hide-input")
    ? `<details class="folded"><summary>代码</summary>${input}</details>`
    : input;
}

function codeHtml(cell: Cell, context: PageContext): string {
  const outputs = readableOutputs(cell.outputs ?? []).map((output) => outputHtml(output, context));
  const note = neverRan(cell) ? '<p class="never-ran">这段代码还没有运行过。</p>' : "";
  const shown = outputs.filter((html) => html !== "").join("\n");
  return [inputHtml(cell, context), note, shown ? `<div class="outputs">${shown}</div>` : ""].join(
    "\n",
  );
}

/** Lines to write on, where a student is to answer. */
const room = '<div class="room" aria-hidden="true"></div>';

/**
 * One cell as HTML.
 *
 * @param position counts the notebook's cells from 1
 */
export function cellHtml(cell: Cell, position: number, context: PageContext): string {
  if (cell.cell_type === "raw") return "";
  const isStudent = context.audience === "student";
  const tags = Object.keys(labels).filter((tag) => hasTag(cell, tag));
  const label = isStudent && hasTag(cell, "solution") ? "你的答案" : labels[tags[0] ?? ""];
  const body =
    cell.cell_type === "code"
      ? codeHtml(cell, context)
      : context.markdown.render(joinText(cell.source), { attachments: attachmentsOf(cell) });
  const needsRoom =
    isStudent &&
    cell.cell_type === "markdown" &&
    (hasTag(cell, "prediction") || hasTag(cell, "solution"));
  return [
    `<div class="${["cell", cell.cell_type, ...tags].join(" ")}" id="${escapeHtml(cellAnchor(cell, position))}">`,
    label ? `<p class="kind">${label}</p>` : "",
    body,
    needsRoom ? room : "",
    "</div>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}
