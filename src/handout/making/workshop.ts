import type { Locale } from "../../words/locale";
import type { LibraryPart } from "../embedded-library";
import type { EmbeddedScript } from "../embedded-script";
import type { PageTools } from "../page-tools";
import type { PictureBook } from "../picture-book";

/** What all pages of one run share: made once, for loading it takes longer than a page. */
export interface Workshop {
  readonly tools: PageTools;
  readonly pictures: PictureBook;
  readonly library: (part: LibraryPart) => Promise<EmbeddedScript | undefined>;
  /** What pages that share their plotly.js draw together; of others nothing. */
  readonly sharedFigures: readonly unknown[];
  readonly locale: Locale;
  readonly log: (line: string) => void;
}
