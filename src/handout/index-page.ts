import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../words/escape-html";
import { generator } from "./handout-page";
import { baseStyle } from "./style/base-style";
import type { Audience } from "./versions";

/** A handout in a folder, as far as its page tells. */
export interface IndexEntry {
  readonly file: string;
  /** As HTML. */
  readonly title: string;
  readonly audience: Audience;
}

/** What stands before a page's style sheet and text: "" where nothing says where that is. */
const headOf = (page: string): string =>
  page.slice(0, Math.max(0, page.search(/<style>|<\/head>/)));

const mark = `<meta name="generator" content="${generator}">`;

/** What a page of ours says of itself in its head; undefined for other pages. */
export function readEntry(file: string, page: string): IndexEntry | undefined {
  const head = headOf(page);
  if (!head.includes(mark)) return undefined;
  const title = /<title>([^<]*)<\/title>/.exec(head)?.[1];
  const audience = /<meta name="klab-audience" content="(student|teacher)">/.exec(head)?.[1];
  return title && audience ? { file, title, audience: audience as Audience } : undefined;
}

/** Whether a page, a handout or an index, is one that a run of ours wrote and another may replace. */
export function isOurs(page: string): boolean {
  const head = headOf(page);
  // Indexes had no generator once; their policy has been their own.
  return head.includes(mark) || (head.includes(indexPolicy) && head.includes(indexTitle));
}

/** Every handout that lies in a folder, also from earlier runs, by file name. */
export function readEntries(folder: string): IndexEntry[] {
  const files = readdirSync(folder).filter(
    (name) => name.endsWith(".html") && name !== "index.html",
  );
  return files.sort().flatMap((file) => {
    try {
      return readEntry(file, readFileSync(join(folder, file), "utf8")) ?? [];
    } catch {
      return []; // unreadable, or gone meanwhile
    }
  });
}

const indexPolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; font-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">`;
const indexTitle = "<title>讲义目录</title>";

const indexStyle = `
.lessons{list-style:none;padding:0}
.lessons li{border-bottom:1px solid var(--line);padding:.7rem 0;display:flex;justify-content:space-between;align-items:baseline;gap:1rem}
.lessons .title{font-family:var(--serif);font-weight:700;font-size:1.1rem}
.lessons .editions{white-space:nowrap;font-size:.88rem}
.lessons .editions a{margin-left:1em}`;

const link = (file: string, text: string): string =>
  `<a href="${escapeHtml(encodeURIComponent(file))}">${text}</a>`;

/** The list of a folder's handouts, each lesson with its editions. */
export function indexPage(entries: readonly IndexEntry[]): string {
  const lessons = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    const name = entry.file.replace(/(?:\.teacher)?\.html$/, "");
    lessons.set(name, [...(lessons.get(name) ?? []), entry]);
  }
  const items = [...lessons.values()].map((editions) => {
    const student = editions.find(({ audience }) => audience === "student");
    const teacher = editions.find(({ audience }) => audience === "teacher");
    const { title, file } = student ?? teacher ?? editions[0];
    const links = [
      ...(student ? [link(student.file, `学生讲义<span class="unseen">：${title}</span>`)] : []),
      ...(teacher ? [link(teacher.file, `教师讲义<span class="unseen">：${title}</span>`)] : []),
    ];
    return `<li><span class="title">${link(file, title)}</span><span class="editions">${links.join("")}</span></li>`;
  });
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${indexPolicy}
<meta name="viewport" content="width=device-width, initial-scale=1">
${mark}
${indexTitle}
<style>${baseStyle}${indexStyle}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (min-width:1120px){.page{display:block;max-width:42rem}}</style>
</head>
<body>
<header class="masthead"><p>相对熵实验室</p><p>讲义目录</p></header>
<div class="page"><main>
<h1>讲义</h1>
<ul class="lessons">
${items.join("\n")}
</ul>
</main></div>
</body>
</html>
`;
}
