import type { Notebook } from "../../notebook/nbformat";
import type { Course } from "../course/course";

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
