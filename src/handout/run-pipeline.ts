import type { Notebook } from "../notebook/nbformat";
import { citeWorks } from "./course/cite-works";
import type { Course } from "./course/course";
import { numberExercises } from "./course/number-exercises";
import { resolveReferences } from "./course/resolve-references";
import { type Audience, makeVersion } from "./versions";

/** For whom a page is made, of which notebook, and what its course shares. */
export interface PipelineContext {
  readonly audience: Audience;
  /** The notebook's, without `.ipynb`. */
  readonly name: string;
  readonly course: Course;
  /** Hears of a reference or citation that leads nowhere; cells from 1. */
  readonly onUnknown?: (cell: number, text: string) => void;
}

type Step = (notebook: Notebook, context: PipelineContext) => Notebook;

/**
 * From a teacher's notebook to what a page sets. Formulas are numbered and terms get their glossary when the text is
 * set, for both need its tokens; figures by their outputs, in `edition`.
 */
const pipeline: readonly Step[] = [
  // Before the version: students and teachers, who see more, speak of the same 练习3.
  numberExercises,
  // Before the version: a target may be what a student does not get, and its number is still right.
  (notebook, { course, name, onUnknown }) => resolveReferences(notebook, course, name, onUnknown),
  (notebook, { audience }) => makeVersion(notebook, audience),
  // After the version: what only a solution cites is in no student's list. After references: [3] must not be taken for one.
  (notebook, { course, onUnknown }) => citeWorks(notebook, course.bibliography, onUnknown),
];

/** The notebook as a page for its readers sets it. */
export function runPipeline(notebook: Notebook, context: PipelineContext): Notebook {
  return pipeline.reduce((result, step) => step(result, context), notebook);
}
