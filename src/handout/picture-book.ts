import type { FigureRenderer, StaticImages } from "../pictures/figure-renderer";
import { MissingToolError } from "../pictures/missing-tool-error";
import type { OutputFigure } from "./outputs/figure-reader";

/** What is drawn of a figure: as it is stored, or with fewer points where it has too many. */
const drawnJson = ({ json, model }: OutputFigure): unknown =>
  model?.thinned === undefined ? json : { data: model.data, layout: model.layout };

/** What came of drawing a figure. */
type Drawn = { readonly images: StaticImages } | { readonly reason: string };

/** Pictures of figures; of equal figures, one, whichever page asks first. */
export class PictureBook {
  readonly #pictures = new Map<OutputFigure, StaticImages>();
  readonly #failed = new Set<OutputFigure>();
  readonly #drawn = new Map<string, Promise<Drawn | undefined>>();
  /** Why no browser starts, once one was wanted. */
  #noBrowser: string | undefined;
  #hasToldOfBrowser = false;

  constructor(private readonly renderer: FigureRenderer | undefined) {}

  /** Whether a browser tried and could not draw it in time; a reader's would be held up as well. */
  hasFailed(figure: OutputFigure): boolean {
    return this.#failed.has(figure);
  }

  get(figure: OutputFigure): StaticImages | undefined {
    return this.#pictures.get(figure);
  }

  /** A figure drawn, or why it is not; undefined where there is no browser to draw it. */
  async #draw(renderer: FigureRenderer, figure: OutputFigure): Promise<Drawn | undefined> {
    if (this.#noBrowser !== undefined) return undefined; // the next would fail as well
    try {
      return { images: await renderer.render(drawnJson(figure)) };
    } catch (error) {
      const reason = (error as Error).message;
      if (!(error instanceof MissingToolError)) return { reason };
      this.#noBrowser = reason;
      return undefined;
    }
  }

  /**
   * Draws a page's figures, each once. A figure that cannot be drawn stays without a picture, and `log` hears why.
   *
   * @returns whether the page is what it would be the next time: false where one failed, which may be for want of time
   */
  async draw(figures: readonly OutputFigure[], log: (line: string) => void): Promise<boolean> {
    const { renderer } = this;
    if (!renderer) return true;
    const own = [...new Set(figures)].map((figure) => {
      const key = JSON.stringify(figure.json);
      const known = this.#drawn.get(key);
      const drawn = known ?? this.#draw(renderer, figure);
      this.#drawn.set(key, drawn);
      return { figure, drawn, isFirst: known === undefined };
    });
    for (const { figure, drawn, isFirst } of own) {
      const result = await drawn;
      if (result === undefined) continue;
      if ("images" in result) this.#pictures.set(figure, result.images);
      else {
        this.#failed.add(figure);
        if (isFirst) log(result.reason);
      }
    }
    if (this.#noBrowser !== undefined && !this.#hasToldOfBrowser) {
      this.#hasToldOfBrowser = true;
      log(this.#noBrowser);
    }
    return own.every(({ figure }) => this.#pictures.has(figure));
  }
}
