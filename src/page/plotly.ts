import type { LivePage } from "./live/offer-live-cells";
import type { ExplorerHost } from "./mount-explorer";
import type { PictureAnswer, PictureRequest } from "./picture-request";
import type { PageReader } from "./reader/offer-reader-choice";

/** The part of plotly.js that pages use. */
export interface Plotly {
  newPlot(place: Element, figure: object): Promise<unknown>;
  react(place: Element, data: readonly object[], layout: object, config: object): Promise<unknown>;
  toImage(figure: object, options: object): Promise<string>;
  purge?(place: Element): void;
  register?(module: object): void;
}

declare global {
  /** What the scripts of a page leave for each other; a notebook's page runs one for each output. */
  interface Window {
    Plotly?: Plotly;
    /** plotly.js on its way; nothing where it cannot be found. */
    klabPlotly?: Promise<Plotly | undefined>;
    /** The browser bundle's text on its way. */
    klabLibrary?: Promise<string>;
    /** The same of what learns. */
    klabLearning?: Promise<string>;
    /** The browser bundle's text, as klab-text.js tells it. */
    klabText?: string;
    /** The text of what learns, as klab-learn-text.js tells it. */
    klabLearnText?: string;
    /** How many explorers are alive. */
    klabExplorers?: number;
    /** In a handout: brings its figures to life, and cells; `pristine` is the page as it came. */
    klabFigures?: (pristine: string) => Promise<void>;
    /** In a handout: brings an explorer to life. */
    klabExplorer?: (host: ExplorerHost) => void;
    /** In a handout: makes its code cells editable and runnable. */
    klabLiveCells?: (page: LivePage) => void;
    /** In a handout: what its reader chose of units and languages; `redraw` draws its figures anew. */
    klabReader?: (redraw: () => Promise<void>) => PageReader;
    /** In a page that draws pictures: draws one. */
    klabDrawPicture?: (request: PictureRequest) => Promise<PictureAnswer>;
    /** An AMD loader's. */
    define?: unknown;
  }
}
