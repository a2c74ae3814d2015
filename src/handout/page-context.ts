import type { MarkdownIt } from "markdown-it";
import type { Output } from "../notebook/nbformat";
import type { Edition } from "./edition";
import type { FigureModel } from "./outputs/figure-model";
import type { OutputFigure } from "./outputs/figure-reader";
import type { Sanitize } from "./outputs/sanitize-output";
import type { PageTools } from "./page-tools";
import { HeadingList } from "./text/headings";
import { type CodeHighlighter, codeHighlighter } from "./text/highlight";
import { pageMarkdown } from "./text/markdown";
import { type MathRenderer, mathRenderer } from "./text/math";
import type { Audience } from "./versions";

export interface PageContextOptions {
  readonly tools: PageTools;
  /** The picture drawn for a figure, where there is one. */
  readonly picture?: (figure: OutputFigure) => { readonly svg: string } | undefined;
  /** A picture beside the notebook as a data: address. */
  readonly asset?: (path: string) => string | undefined;
}

/** What the parts of one page share. */
export interface PageContext {
  readonly audience: Audience;
  readonly math: MathRenderer;
  readonly highlighter: CodeHighlighter;
  readonly headings: HeadingList;
  readonly markdown: MarkdownIt;
  readonly sanitize: Sanitize;
  readonly figureOf: (output: Output) => OutputFigure | undefined;
  readonly picture: (figure: OutputFigure) => { readonly svg: string } | undefined;
  /** Every figure set so far. */
  readonly figures: FigureModel[];
  /** Why formulas set so far could not be. */
  readonly brokenMath: string[];
}

/** `02-lesson.ipynb#part` becomes the handout of that notebook for the same audience. */
const handoutLink =
  (audience: Audience) =>
  (href: string): string =>
    /^[a-z][a-z\d+.-]*:/i.test(href)
      ? href
      : href.replace(/\.ipynb(?=$|[?#])/, audience === "teacher" ? ".teacher.html" : ".html");

export function pageContext(edition: Edition, options: PageContextOptions): PageContext {
  const { audience, reader } = edition;
  const { tools } = options;
  const brokenMath: string[] = [];
  const math = mathRenderer(tools.renderMath, (tex, reason) =>
    brokenMath.push(`${reason}: ${shortened(tex)}`),
  );
  const highlighter = codeHighlighter(tools.highlighter);
  const headings = new HeadingList();
  const markdown = pageMarkdown(tools.createMarkdown, {
    math,
    highlighter,
    headings,
    asset: options.asset ?? (() => undefined),
    notebookLink: handoutLink(audience),
  });
  const picture: PageContext["picture"] = options.picture ?? (() => undefined);
  const { sanitize } = tools;
  return {
    audience,
    math,
    highlighter,
    headings,
    markdown,
    sanitize,
    figureOf: (output) => reader.read(output),
    picture,
    figures: [],
    brokenMath,
  };
}

const shortened = (text: string): string => {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length <= 80 ? line : `${line.slice(0, 80)}…`;
};
