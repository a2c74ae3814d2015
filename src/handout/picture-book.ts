import type { FigureRenderer, StaticImages } from "../pictures/figure-renderer";
import { MissingToolError } from "../pictures/missing-tool-error";
import type { OutputFigure } from "./outputs/figure-reader";

/** What is drawn of a figure: as it is stored, or with fewer points where it has too many. */
const drawnJson = ({ json, model }: OutputFigure): unknown =>
  model?.thinned === undefined ? json : { data: model.data, layout: model.layout };

/** Pictures of figures; of equal figures, one. */
export class PictureBook {
  readonly #pictures = new Map<OutputFigure, StaticImages>();
  readonly #failed = new Set<OutputFigure>();

  /** Whether a browser tried and could not draw it in time; a reader's would be held up as well. */
  hasFailed(figure: OutputFigure): boolean {
    return this.#failed.has(figure);
  }

  get(figure: OutputFigure): StaticImages | undefined {
    return this.#pictures.get(figure);
  }

  /** Draws figures, each once. A figure that cannot be drawn stays without a picture, and `log` hears why. */
  async draw(
    figures: readonly OutputFigure[],
    renderer: FigureRenderer,
    log: (line: string) => void,
  ): Promise<void> {
    const drawn = new Map<string, StaticImages | undefined>();
    for (const figure of new Set(figures)) {
      const key = JSON.stringify(figure.json);
      if (!drawn.has(key)) {
        try {
          drawn.set(key, await renderer.render(drawnJson(figure)));
        } catch (error) {
          log((error as Error).message);
          if (error instanceof MissingToolError) return; // no browser: the next would fail as well
          drawn.set(key, undefined);
        }
      }
      const images = drawn.get(key);
      if (images) this.#pictures.set(figure, images);
      else this.#failed.add(figure);
    }
  }
}
