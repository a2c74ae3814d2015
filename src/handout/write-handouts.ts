import { existsSync } from "node:fs";
import { join } from "node:path";
import { hasTag, type Notebook } from "../notebook/nbformat";
import type { FigureRenderer } from "../pictures/figure-renderer";
import { requireHandoutPackages } from "../pictures/handout-packages";
import { MissingToolError } from "../pictures/missing-tool-error";
import { type Course, withPages } from "./course/course";
import { type Edition, type EditionOptions, makeEdition } from "./edition";
import { embeddedLibrary, type LibraryPart } from "./embedded-library";
import { embeddedPlotly } from "./embedded-plotly";
import type { EmbeddedScript } from "./embedded-script";
import { hanFontRule, withStyleRule } from "./han-font";
import { HandoutError } from "./handout-error";
import { handoutPage } from "./handout-page";
import { readEntries } from "./index-entry";
import { indexPage } from "./index-page";
import { isForeign } from "./is-foreign";
import { withKatexSubsets } from "./katex-fonts";
import { withLicenceSlide, withLicences } from "./licences-html";
import { isLive, usesDerivations, usesLearning } from "./live/live-cells";
import { nameUnknownTags } from "./name-unknown-tags";
import { cellsNeverRun } from "./never-ran";
import { FigureReader } from "./outputs/figure-reader";
import { fileName, indexName, printName, refuseSameNames, slidesName } from "./page-names";
import { loadPageTools, type PageTools } from "./page-tools";
import { PictureBook } from "./picture-book";
import { printHtml } from "./print/print-html";
import { slidesHtml } from "./print/slides-html";
import { assetFolder, shareAssets } from "./shared-assets";
import type { Audience } from "./versions";
import { makeFolder, writeWhole } from "./write-whole";

/** A notebook to make handouts of. */
export interface HandoutEntry {
  /** Its file name without `.ipynb`. */
  readonly name: string;
  readonly notebook: Notebook;
  /** A picture beside the notebook as a data: address. */
  readonly asset?: (path: string) => string | undefined;
  /** What it shares with the other notebooks of its course. */
  readonly course?: Course;
}

export interface WriteOptions {
  /** The folder to write into, made if missing. */
  readonly out: string;
  readonly audiences: readonly Audience[];
  /** Without one, figures have no pictures but those the notebook stores. */
  readonly renderer: FigureRenderer | undefined;
  readonly log: (line: string) => void;
  /** Whether each page is printed as well: NAME.pdf. */
  readonly pdf?: boolean;
  /** Whether cells tagged slide become a deck: NAME.slides.html. */
  readonly slides?: boolean;
  /** Whether what pages have in common lies once beside them. */
  readonly shared?: boolean;
}

/** Cells of a notebook that have not run, counted from 1. */
export interface NeverRan {
  readonly name: string;
  readonly cells: readonly number[];
}

export interface WrittenHandouts {
  /** Every file written, the index last where it is ours. */
  readonly files: readonly string[];
  readonly neverRan: readonly NeverRan[];
}

const noBrowser =
  "没有找到浏览器，讲义里的图没有静态画面，打开后照常绘制 / no browser found: figures have no static pictures and draw when opened";

/** Of other tools' pages that bear the names of ours: nbconvert, too, writes NAME.html. */
function refuseForeignPages(files: readonly string[]): void {
  const foreign = files.filter(isForeign);
  if (foreign.length === 0) return;
  throw new HandoutError(
    `${foreign.join("、")}: 已有同名文件，不是klab写的，没有覆盖；请用 --out 另选文件夹 / not written by klab and left as it is: choose another folder with --out`,
  );
}

const keptIndex = (file: string): string =>
  `${file}: 不是klab写的目录，保持原样，没有写目录 / not an index of klab's: left as it is, no index written`;

/** What all pages of one run share: made once, for loading it takes longer than a page. */
interface Workshop {
  readonly tools: PageTools;
  readonly pictures: PictureBook;
  readonly library: (part: LibraryPart) => Promise<EmbeddedScript | undefined>;
  readonly log: (line: string) => void;
}

async function pageOf(
  { name, asset }: HandoutEntry,
  edition: Edition,
  { tools, pictures, library, log }: Workshop,
): Promise<string> {
  const { audience, figures } = edition;
  const live = isLive(edition.notebook);
  const explores = figures.some(({ model }) => model?.explorer);
  const part = live
    ? usesDerivations(edition.notebook)
      ? "live-derivation"
      : "live"
    : explores
      ? "klab"
      : undefined;
  const html = handoutPage(edition, {
    name,
    asset,
    tools,
    picture: (figure) => pictures.get(figure),
    isStill: (figure) => pictures.hasFailed(figure),
    onBrokenMath: (cell, reason) =>
      log(
        `${fileName(name, audience)}: 第${cell}格有公式无法排版，按源码显示 / cell ${cell}: a formula is shown as its source: ${reason}`,
      ),
    onNote: (cell, text) => log(`${fileName(name, audience)}: 第${cell}格 / cell ${cell}: ${text}`),
    ...(figures.length > 0
      ? { plotly: await embeddedPlotly(figures.map(({ json }) => json)) }
      : {}),
    ...(part ? { library: await library(part), part, isLive: live } : {}),
    ...(live && usesLearning(edition.notebook) ? { learning: await library("klab-learn") } : {}),
  });
  return withLicences(html);
}

/** @throws HandoutError where no cell is tagged slide */
async function deckOf(entry: HandoutEntry, edition: Edition, workshop: Workshop): Promise<string> {
  const cells = edition.notebook.cells.filter((cell) => hasTag(cell, "slide"));
  if (cells.length === 0) {
    throw new HandoutError(
      `${entry.name}.ipynb: --slides: 没有标着slide的单元 / no cell is tagged slide`,
    );
  }
  const own = { ...edition, notebook: { ...edition.notebook, cells } };
  // What it would say of its cells, the page has said.
  const html = await withKatexSubsets(await pageOf(entry, own, { ...workshop, log: () => {} }));
  const deck = withLicenceSlide(slidesHtml(html));
  return withStyleRule(deck, await hanFontRule(deck));
}

/** @throws MissingToolError where there is no browser to print with */
function printerOf(renderer: FigureRenderer | undefined): (html: string) => Promise<Buffer> {
  const print = renderer?.print?.bind(renderer);
  if (print) return print;
  throw new MissingToolError(
    "--pdf: 没有浏览器，不能打印；装Chrome、Chromium或Edge，或 npm i -D @sparticuz/chromium / no browser to print with: install Chrome, Chromium or Edge",
  );
}

/** An edition; what keeps it from being made names the notebook. */
function namedEdition(
  { name, notebook }: HandoutEntry,
  audience: Audience,
  options: EditionOptions,
): Edition {
  try {
    return makeEdition(notebook, audience, options);
  } catch (error) {
    if (!(error instanceof HandoutError)) throw error;
    throw new HandoutError(`${name}.ipynb: ${error.message}`);
  }
}

/** The lists of a folder's handouts: the students' last, and none in the place of somebody else's. */
async function writeIndexes(
  out: string,
  audiences: readonly Audience[],
  entries: readonly HandoutEntry[],
  log: (line: string) => void,
): Promise<string[]> {
  const listed = readEntries(out);
  const paths = entries.find(({ course }) => course?.paths.length)?.course?.paths ?? [];
  const files: string[] = [];
  for (const audience of [...new Set(audiences)].sort().reverse()) {
    const index = join(out, indexName(audience));
    if (isForeign(index)) {
      log(keptIndex(index));
      continue;
    }
    const contents = indexPage(listed, audience, paths);
    writeWhole(index, withStyleRule(contents, await hanFontRule(contents)));
    files.push(index);
  }
  return files;
}

/**
 * Writes each notebook's pages, NAME.html for students and NAME.teacher.html, and an index of the folder. Notebooks are
 * not run.
 *
 * What another tool wrote is never replaced: its index stays, and a page of its name is refused.
 *
 * @throws HandoutError if two pages would have one name, a tag of a student's notebook is nearly a known one, a page's name is taken, or the folder cannot be written; MissingToolError if a library is missing. No page is then half written
 */
export async function writeHandouts(
  entries: readonly HandoutEntry[],
  { out, audiences, renderer, log, pdf = false, shared = false, slides = false }: WriteOptions,
): Promise<WrittenHandouts> {
  const print = pdf ? printerOf(renderer) : undefined;
  refuseSameNames(entries, audiences);
  nameUnknownTags(entries, audiences.includes("student"), log);
  requireHandoutPackages(renderer !== undefined);
  makeFolder(out);
  refuseForeignPages(
    entries.flatMap(({ name }) => audiences.map((audience) => join(out, fileName(name, audience)))),
  );
  const reader = new FigureReader();
  const made = new Set(entries.map(({ name }) => name));
  const hasPage = (audience: Audience) => (lesson: string) =>
    made.has(lesson) || existsSync(join(out, fileName(lesson, audience)));
  const editions = entries.flatMap((entry) =>
    audiences.map((audience) => ({
      entry,
      edition: namedEdition(entry, audience, {
        reader,
        name: entry.name,
        course: entry.course && withPages(entry.course, hasPage(audience)),
        // Once is enough: the teacher's has all that the student's has.
        onUnknown:
          audience === audiences.at(-1)
            ? (cell, text) => log(`${entry.name}: 第${cell}格 / cell ${cell}: ${text}`)
            : undefined,
      }),
    })),
  );
  const figures = editions.flatMap(({ edition }) => edition.figures);
  const pictures = new PictureBook();
  if (renderer) await pictures.draw(figures, renderer, log);
  else if (figures.length > 0) log(noBrowser);

  const workshop: Workshop = {
    tools: await loadPageTools(),
    pictures,
    library: embeddedLibrary,
    log,
  };
  const assets = new Map<string, string | Uint8Array>();
  const pages: { file: string; content: string | Uint8Array }[] = [];
  for (const { entry, edition } of editions) {
    const html = await pageOf(entry, edition, workshop);
    const file = join(out, fileName(entry.name, edition.audience));
    if (shared) {
      const page = shareAssets(withStyleRule(html, await hanFontRule(html, { whole: true })));
      for (const [asset, content] of page.assets)
        assets.set(join(out, assetFolder, asset), content);
      pages.push({ file, content: page.html });
    } else {
      const own = await withKatexSubsets(html);
      pages.push({ file, content: withStyleRule(own, await hanFontRule(own)) });
    }
    if (slides) {
      const deck = await deckOf(entry, edition, workshop);
      pages.push({ file: slidesName(file), content: deck });
    }
    if (print) pages.push({ file: printName(file), content: await print(await printHtml(html)) });
  }
  for (const [file, content] of assets) writeWhole(file, content);
  for (const { file, content } of pages) writeWhole(file, content);
  const files = pages.map(({ file }) => file);
  files.push(...(await writeIndexes(out, audiences, entries, log)));

  const neverRan = entries
    .map(({ name, notebook }) => ({ name, cells: cellsNeverRun(notebook) }))
    .filter(({ cells }) => cells.length > 0);
  for (const { name, cells } of neverRan) {
    log(
      `${name}: 第${cells.join("、")}格没有运行过 / never ran: ${cells.length === 1 ? "cell" : "cells"} ${cells.join(", ")}`,
    );
  }
  return { files, neverRan };
}
