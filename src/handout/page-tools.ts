import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type katex from "katex";
import type { MarkdownIt } from "markdown-it";
import { peer } from "../pictures/peer";
import type { Sanitize } from "./outputs/sanitize-output";
import { loadHighlighter } from "./text/highlight";

/** What pages are made with, handed in so that making them is pure. */
export interface PageTools {
  createMarkdown(): MarkdownIt;
  renderMath: typeof katex.renderToString;
  sanitize: Sanitize;
  highlighter: Awaited<ReturnType<typeof loadHighlighter>>;
  /** KaTeX's style sheet, and its fonts by file name as base64. */
  readonly katexCss: string;
  readKatexFont(file: string): string;
}

/**
 * Loads markdown-it, KaTeX, shiki and sanitize-html.
 *
 * @throws MissingToolError naming the one that is missing
 */
export async function loadPageTools(): Promise<PageTools> {
  const { default: markdownIt } = await peer(() => import("markdown-it"), "markdown-it");
  const { default: math } = await peer(() => import("katex"), "katex");
  const { default: sanitize } = await peer(() => import("sanitize-html"), "sanitize-html");
  const katexFolder = dirname(require.resolve("katex"));
  return {
    createMarkdown: () => markdownIt({ html: true, linkify: true, typographer: false }),
    renderMath: (tex, options) => quietly(() => math.renderToString(tex, options)),
    sanitize,
    highlighter: await loadHighlighter(),
    katexCss: readFileSync(join(katexFolder, "katex.min.css"), "utf8"),
    readKatexFont: (file) => readFileSync(join(katexFolder, file)).toString("base64"),
  };
}

/** KaTeX has no metrics for ½, € or 🙂, which the reader's fonts draw: it says so on the console for each of them. */
function quietly<T>(render: () => T): T {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!/^No character metrics for/.test(String(said[0]))) warn.apply(console, said);
  };
  try {
    return render();
  } finally {
    console.warn = warn;
  }
}
