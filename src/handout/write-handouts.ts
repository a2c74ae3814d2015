import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FigureRenderer } from "../pictures/figure-renderer";
import { requireHandoutPackages } from "../pictures/handout-packages";
import { withPages } from "./course/course";
import { type Edition, type EditionOptions, makeEdition } from "./edition";
import { embeddedLibrary } from "./embedded-library";
import { HandoutError } from "./handout-error";
import { isForeign } from "./is-foreign";
import type { HandoutEntry } from "./making/handout-entry";
import { type MadeFile, pageFiles, printerOf } from "./making/page-files";
import type { Workshop } from "./making/workshop";
import { writeIndexes } from "./making/write-indexes";
import { nameUnknownTags } from "./name-unknown-tags";
import { cellsNeverRun } from "./never-ran";
import { FigureReader } from "./outputs/figure-reader";
import { fileName, refuseSameNames } from "./page-names";
import { loadPageTools } from "./page-tools";
import { PictureBook } from "./picture-book";
import type { Audience } from "./versions";
import { makeFolder, writeWhole } from "./write-whole";

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
  const names = new Set(entries.map(({ name }) => name));
  const hasPage = (audience: Audience) => (lesson: string) =>
    names.has(lesson) || existsSync(join(out, fileName(lesson, audience)));
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
  const made: MadeFile[] = [];
  for (const { entry, edition } of editions) {
    made.push(...(await pageFiles(entry, edition, workshop, { out, shared, slides, print })));
  }
  for (const { file, content } of made) writeWhole(file, content);
  const files = made.filter(({ isAsset }) => !isAsset).map(({ file }) => file);
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
