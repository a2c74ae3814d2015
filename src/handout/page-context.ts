import type { Output } from "../notebook/nbformat";
import type { FigureModel } from "../page/figure-model";
import { languageOf } from "./comment-mark";
import { TermNotes } from "./course/term-notes";
import type { Edition } from "./edition";
import { PictureLooks } from "./outputs/compact-picture";
import type { OutputFigure } from "./outputs/figure-reader";
import type { Sanitize } from "./outputs/sanitize-output";
import type { PageTools } from "./page-tools";
import { Equations } from "./text/equations";
import { HeadingList } from "./text/heading-list";
import { type CodeHighlighter, codeHighlighter } from "./text/highlight";
import { type MathRenderer, mathRenderer } from "./text/math-renderer";
import { type PageMarkdown, pageMarkdown } from "./text/page-markdown";
import type { Audience } from "./versions";

export interface PageContextOptions {
  readonly tools: PageTools;
  /** The picture drawn for a figure, where there is one. */
  readonly picture?: (figure: OutputFigure) => { readonly svg: string } | undefined;
  /** Whether a figure could not be drawn, and would not be in the page. */
  readonly isStill?: (figure: OutputFigure) => boolean;
  /** Whether the page's cells run in it. */
  readonly isLive?: boolean;
  /** A picture beside the notebook as a data: address. */
  readonly asset?: (path: string) => string | undefined;
}

/** What the parts of one page share. */
export interface PageContext {
  readonly audience: Audience;
  readonly math: MathRenderer;
  readonly equations: Equations;
  readonly highlighter: CodeHighlighter;
  readonly headings: HeadingList;
  readonly markdown: PageMarkdown;
  readonly sanitize: Sanitize;
  readonly figureOf: (output: Output) => OutputFigure | undefined;
  readonly picture: (figure: OutputFigure) => { readonly svg: string } | undefined;
  /** Whether a figure cannot be drawn in time: it stays as it is stored. */
  readonly isStill: (figure: OutputFigure) => boolean;
  /** A picture beside the notebook as a data: address. */
  readonly asset: (path: string) => string | undefined;
  /** The number of a figure, by its output. */
  readonly figureNumbers: ReadonlyMap<Output, number>;
  /** The glossary, as far as the page has not explained it. */
  readonly terms: TermNotes;
  /** Every figure set so far. */
  readonly figures: FigureModel[];
  /** The style sheets of the outputs set so far, each for its own output. */
  readonly outputStyles: string[];
  /** The looks of the pictures set so far. */
  readonly looks: PictureLooks;
  /** The JSON of the figures set so far, where it is long. */
  readonly packedFigures: string[];
  /** Why formulas set so far could not be. */
  readonly brokenMath: string[];
  /** What is said in the terminal of the cells set so far: what a reader will not see. */
  readonly notes: string[];
  /** Of the notebook's code, as its kernel names it. */
  readonly language: string;
  /** Whether the page's cells run in it. */
  readonly isLive: boolean;
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
  const notes: string[] = [];
  const { sanitize } = tools;
  const equations = new Equations();
  const math = mathRenderer(tools.renderMath, equations, (tex, reason) =>
    brokenMath.push(`${reason}: ${shortened(tex)}`),
  );
  const highlighter = codeHighlighter(tools.highlighter);
  const headings = new HeadingList();
  const terms = new TermNotes(edition.course.glossary);
  const asset: PageContext["asset"] = options.asset ?? (() => undefined);
  const markdown = pageMarkdown(tools.createMarkdown, {
    math,
    highlighter,
    headings,
    asset,
    notebookLink: handoutLink(audience),
    sanitize,
    terms,
    note: (text) => notes.push(text),
  });
  const picture: PageContext["picture"] = options.picture ?? (() => undefined);
  return {
    audience,
    math,
    equations,
    highlighter,
    headings,
    markdown,
    sanitize,
    asset,
    figureOf: (output) => reader.read(output),
    picture,
    isStill: options.isStill ?? (() => false),
    figures: [],
    outputStyles: [],
    looks: new PictureLooks(),
    packedFigures: [],
    figureNumbers: edition.figureNumbers,
    terms,
    brokenMath,
    notes,
    language: languageOf(edition.notebook),
    isLive: options.isLive ?? false,
  };
}

const shortened = (text: string): string => {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length <= 80 ? line : `${line.slice(0, 80)}…`;
};
