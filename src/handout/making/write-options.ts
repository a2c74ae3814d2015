import type { FigureRenderer } from "../../pictures/figure-renderer";
import type { Locale } from "../../words/locale";
import type { Audience } from "../versions";
import type { PageRecords } from "./page-records";

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
  /** The language of labels and captions until a reader chooses (default zh-CN). */
  readonly locale?: Locale;
  /** What is remembered of pages made before; without it all are made. */
  readonly records?: PageRecords;
  /** Hears as the pages of each notebook are there, in whichever order. */
  readonly onProgress?: (progress: HandoutProgress) => void;
}

/** A notebook that is done with. */
export interface HandoutProgress {
  readonly name: string;
  readonly outcome: "made" | "kept" | "failed";
  /** How many are. */
  readonly done: number;
  readonly total: number;
}
