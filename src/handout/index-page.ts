import { runIndexPageScript } from "../page/scripts/run-index-page-script";
import { escapeHtml } from "../words/escape-html";
import { lessonLabel, withoutNumber } from "./course/course";
import { scriptHash } from "./embedded-script";
import { generatorMark, headOf, type IndexEntry } from "./index-entry";
import { indexName } from "./page-names";
import { baseStyle } from "./style/base-style";
import { indexStyle } from "./style/index-style";
import type { Audience } from "./versions";

const indexPolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${scriptHash(runIndexPageScript)}'; font-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">`;
const earlierPolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; font-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">`;
const indexTitle = "<title>讲义目录</title>";

/** Whether a page, a handout or an index, is one that a run of ours wrote and another may replace. */
export function isOurs(page: string): boolean {
  const head = headOf(page);
  // Indexes had no generator once; their policy has been their own.
  return (
    head.includes(generatorMark) || (head.includes(earlierPolicy) && head.includes(indexTitle))
  );
}

const nameOf = ({ file }: IndexEntry): string => file.replace(/(?:\.teacher)?\.html$/, "");

const link = (file: string, text: string): string =>
  `<a href="${escapeHtml(encodeURIComponent(file))}">${text}</a>`;

function lessonHtml(entry: IndexEntry, other: IndexEntry | undefined): string {
  const { file, number, sentence, minutes, terms, sections } = entry;
  const title = number === undefined ? entry.title : withoutNumber(entry.title);
  const name = nameOf(entry);
  const numbered = number === undefined ? "" : `<span class="number">${lessonLabel(number)}</span>`;
  const facts = [sentence, minutes].filter((text) => text !== "").map(escapeHtml);
  const listed = sections.map(
    ({ id, text }) =>
      `<li hidden><a href="${escapeHtml(`${encodeURIComponent(file)}#${id}`)}">${escapeHtml(text)}</a></li>`,
  );
  const text = [...terms, ...sections.map((section) => section.text)].join(" ");
  return [
    `<li data-lesson="${escapeHtml(name)}" data-text="${escapeHtml(text)}">`,
    `<p class="head">${numbered}<span class="title">${link(file, title)}</span>`,
    `<label data-needs-script hidden><input type="checkbox"> 完成<span class="unseen">：${title}</span></label></p>`,
    facts.length > 0 ? `<p class="facts">${facts.join("　")}</p>` : "",
    other
      ? `<p class="facts">${link(other.file, `学生讲义<span class="unseen">：${title}</span>`)}</p>`
      : "",
    listed.length > 0 ? `<ul class="sections">${listed.join("")}</ul>` : "",
    "</li>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** A way through the lessons: links to those with a page here, the rest as words. */
function pathHtml(markdown: string, files: ReadonlyMap<string, string>): string {
  return escapeHtml(markdown)
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(
      /\[([^\]]+)\]\(([^)#]+)\.ipynb(#[^)]*)?\)/g,
      (_, text: string, name: string, at = "") => {
        const file = files.get(name);
        return file === undefined
          ? text
          : `<a href="${escapeHtml(encodeURIComponent(file))}${at}">${text}</a>`;
      },
    );
}

const pathsShown = 3;

/** Students' ways: what is meant for teachers stands in their own list. */
const pathsFor = (paths: readonly string[], audience: Audience): readonly string[] => {
  const isTeachers = (path: string): boolean => /^\*\*教师\*\*/.test(path);
  return audience === "teacher"
    ? paths
    : paths.filter((path) => !isTeachers(path)).slice(0, pathsShown);
};

const introductions = {
  student: "每课是一个文件，不连网也能看；做完一课，在它后面打勾，这台设备会记住。",
  teacher: "教师讲义：含参考答案和备注。发给学生的是另一份目录，那里没有通向这里的链接。",
} as const;

/**
 * The entrance of a folder of handouts: its lessons for one audience, with ways through them and a search.
 *
 * A student's leads to no page of the teacher's.
 */
export function indexPage(
  entries: readonly IndexEntry[],
  audience: Audience,
  paths: readonly string[] = [],
): string {
  const own = entries.filter((entry) => entry.audience === audience);
  const others = new Map(
    audience === "teacher"
      ? entries
          .filter((entry) => entry.audience === "student")
          .map((entry) => [nameOf(entry), entry] as const)
      : [],
  );
  const files = new Map(own.map((entry) => [nameOf(entry), entry.file]));
  const ways = pathsFor(paths, audience).map((path) => `<li>${pathHtml(path, files)}</li>`);
  const items = own.map((entry) => lessonHtml(entry, others.get(nameOf(entry))));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${indexPolicy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${generatorMark}
${indexTitle}
<style>${baseStyle}${indexStyle}</style>
</head>
<body class="${audience}">
<header class="masthead"><p>相对熵实验室</p><p>${audience === "teacher" ? "教师讲义目录" : "讲义目录"}</p></header>
<div class="page"><main>
<h1>讲义</h1>
<p>${introductions[audience]}</p>
${ways.length > 0 ? `<section class="paths" aria-labelledby="paths"><h2 id="paths">怎么读</h2><ul>\n${ways.join("\n")}\n</ul></section>` : ""}
<h2>各课</h2>
<p class="search" data-needs-script hidden><label for="search">查找</label> <input id="search" type="search" placeholder="题目、术语、小节" autocomplete="off"> <span id="found" role="status"></span></p>
<ul class="lessons">
${items.join("\n")}
</ul>
<p id="done-count" data-needs-script hidden></p>
${audience === "teacher" && others.size > 0 ? `<p><a href="${indexName("student")}">学生的目录</a></p>` : ""}
</main></div>
<script>${runIndexPageScript}</script>
</body>
</html>
`;
}
