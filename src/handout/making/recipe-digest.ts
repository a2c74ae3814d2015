import { createHash } from "node:crypto";
import type { Locale } from "../../words/locale";
import type { Edition } from "../edition";
import type { PlotlyParts } from "../plotly-of-parts";
import { buildDigest } from "./build-digest";

/** What a page depends on besides its edition. */
export interface RecipeOptions {
  readonly shared: boolean;
  readonly slides: boolean;
  readonly locale: Locale;
  /** What prints it, where it is printed. */
  readonly printer: string | undefined;
  /** Whether its figures are drawn. */
  readonly hasBrowser: boolean;
  /** What its plotly.js is to draw besides its own figures. */
  readonly sharedPlotly: PlotlyParts;
}

/** A lesson's neighbours, of which its page links the titles; the others' texts are nothing to it. */
function neighbours({ course: { lessons }, name }: Edition): unknown {
  const at = lessons.findIndex((lesson) => lesson.name === name);
  if (at < 0) return null;
  const titles = [lessons[at - 1], lessons[at + 1]].map(
    (lesson) => lesson && [lesson.name, lesson.title],
  );
  return [lessons[at], titles, lessons.length > 1];
}

/**
 * A digest of all that a page is made of, pictures beside its notebook aside: the notebook as its readers get it, which
 * has numbers, references and citations in it, what of its course a page shows, the options, the program.
 */
export function recipeDigest(edition: Edition, options: RecipeOptions): string {
  const { audience, name, notebook, figureNumbers, course } = edition;
  const numbers = notebook.cells
    .flatMap(({ outputs }) => outputs ?? [])
    .map((output) => figureNumbers.get(output) ?? null);
  const parts = [buildDigest(), audience, name, notebook, numbers];
  const whole = [...parts, course.glossary, neighbours(edition), options];
  return createHash("sha256").update(JSON.stringify(whole)).digest("hex");
}
