import { join } from "node:path";
import { requireHandoutPackages } from "../pictures/handout-packages";
import { MissingToolError } from "../pictures/missing-tool-error";
import { embeddedLibrary } from "./embedded-library";
import { plotlyNeeds } from "./embedded-plotly";
import type { HandoutEntry } from "./making/handout-entry";
import { makeEditions, problemOf } from "./making/make-editions";
import { makePage } from "./making/make-page";
import { neverRanIn } from "./making/never-ran-in";
import { printerName, printerOf } from "./making/page-files";
import type { RecipeOptions } from "./making/recipe-digest";
import { refuseForeignPages } from "./making/refuse-foreign-pages";
import { runInOrder } from "./making/run-in-order";
import { writeIndexes } from "./making/write-indexes";
import type { HandoutProgress, WriteOptions } from "./making/write-options";
import { UnmadeHandoutsError, type WrittenHandouts } from "./making/written-handouts";
import { fileName, refuseSameNames } from "./page-names";
import { loadPageTools } from "./page-tools";
import { PictureBook } from "./picture-book";
import { makeFolder } from "./write-whole";

const noBrowser =
  "没有找到浏览器，讲义里的图没有静态画面，打开后照常绘制 / no browser found: figures have no static pictures and draw when opened";

/**
 * Writes each notebook's pages, NAME.html for students and NAME.teacher.html, and an index of the folder. Notebooks are
 * not run. A page that would be the same again is left as it is.
 *
 * What another tool wrote is never replaced: its index stays, and a page of its name is refused.
 *
 * @throws UnmadeHandoutsError once all others are written, naming each notebook that has no page now: a tag of a
 *   student's notebook is nearly a known one, an exercise has no solution, a file cannot be written; what lay there
 *   before stays
 * @throws HandoutError before anything is written, if two pages would have one name, a page's name is taken, or the
 *   folder cannot be made; MissingToolError if a library is missing. No page is then half written
 */
export async function writeHandouts(
  entries: readonly HandoutEntry[],
  options: WriteOptions,
): Promise<WrittenHandouts> {
  const { out, audiences, renderer, log, records, onProgress = () => {} } = options;
  const { pdf = false, shared = false, slides = false, locale = "zh-CN" } = options;
  const print = pdf ? printerOf(renderer) : undefined;
  refuseSameNames(entries, audiences);
  requireHandoutPackages(renderer !== undefined);
  const { made, problems: unmade } = makeEditions(entries, { out, audiences, log });
  const none = (problems: readonly string[]): UnmadeHandoutsError =>
    new UnmadeHandoutsError(problems, { files: [], made: [], neverRan: [] });
  if (made.length === 0 && unmade.length > 0) throw none(unmade);
  makeFolder(out);
  refuseForeignPages(
    entries.flatMap(({ name }) => audiences.map((audience) => join(out, fileName(name, audience)))),
  );
  const figures = made.flatMap(({ editions }) => editions.flatMap((edition) => edition.figures));
  if (!renderer && figures.length > 0) log(noBrowser);

  const pictures = new PictureBook(renderer);
  const sharedFigures = shared ? figures.map(({ json }) => json) : [];
  const workshop = {
    tools: await loadPageTools(),
    pictures,
    library: embeddedLibrary,
    locale,
    sharedFigures,
  };
  const recipe: RecipeOptions = {
    shared,
    slides,
    locale,
    printer: print && printerName(),
    hasBrowser: renderer !== undefined,
    sharedPlotly: plotlyNeeds(sharedFigures),
  };
  const problems = [...unmade];
  const files = new Map<string, readonly string[]>();
  const newNames: string[] = [];
  let done = unmade.length;
  await runInOrder(
    made,
    async ({ entry, editions }, say) => {
      const { name } = entry;
      let outcome: HandoutProgress["outcome"] = "kept";
      try {
        const own: string[] = [];
        for (const edition of editions) {
          const making = { out, shared, slides, print, workshop, pictures, recipe, records };
          const page = await makePage(entry, edition, { ...making, log: say });
          own.push(...page.files);
          if (page.isNew) outcome = "made";
        }
        files.set(name, own);
        if (outcome === "made") newNames.push(name);
      } catch (error) {
        if (error instanceof MissingToolError) throw error; // the others would miss it, too
        outcome = "failed";
        problems.push(problemOf(entry, error));
      }
      done += 1;
      onProgress({ name, outcome, done, total: entries.length });
    },
    log,
  );
  if (files.size === 0 && problems.length > 0) throw none(problems);
  const indexes = await writeIndexes(out, audiences, entries, log);
  const neverRan = neverRanIn(entries, log);
  const written = {
    files: [...entries.flatMap(({ name }) => files.get(name) ?? []), ...indexes],
    made: entries.map(({ name }) => name).filter((name) => newNames.includes(name)),
    neverRan,
  };
  if (problems.length > 0) throw new UnmadeHandoutsError(problems, written);
  return written;
}
