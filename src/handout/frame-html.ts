import type { Notebook } from "../notebook/nbformat";
import { escapeHtml } from "../words/escape-html";
import { cellAnchor } from "./cell-anchor";
import { type Lesson, lessonLabel, lessonNumber } from "./course/course";
import type { Edition } from "./edition";
import { cellsNeverRun } from "./never-ran";
import { fileName, indexName } from "./page-names";
import type { Heading } from "./text/heading-list";

/** The headings of a page as links, "" where there are too few to choose from. */
export function contentsHtml(headings: readonly Heading[]): string {
  const entries = headings.filter(({ level }) => level === 2 || level === 3);
  if (entries.length < 2) return "";
  const items = entries.map(
    ({ level, id, html }) =>
      `<li${level === 3 ? ' class="sub"' : ""}><a href="#${escapeHtml(id)}">${html}</a></li>`,
  );
  return `<nav class="toc" aria-label="目录"><details><summary>目录</summary><ol>${items.join("\n")}</ol></details></nav>`;
}

/** 第02课, where the page is one of a course. */
export const courseLabel = ({ name }: Edition): string => {
  const number = lessonNumber(name);
  return number === undefined ? "" : `${lessonLabel(number)}　`;
};

/** The lesson before, the list of all, the lesson after; "" where the page is none of a course. */
export function neighboursHtml({ course: { lessons }, name, audience }: Edition): string {
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

/** Says which cells have no output because they never ran. */
export function neverRanHtml(notebook: Notebook): string {
  const positions = cellsNeverRun(notebook);
  if (positions.length === 0) return "";
  const links = positions.map((position) => {
    const anchor = cellAnchor(notebook.cells[position - 1], position);
    return `<a href="#${escapeHtml(anchor)}">第${position}格</a>`;
  });
  return `<p class="notice" role="note">有${positions.length}格代码还没有运行过，没有输出：${links.join("、")}。</p>`;
}
