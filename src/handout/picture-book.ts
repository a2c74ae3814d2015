import type { FigureRenderer, StaticImages } from "../pictures/figure-renderer";
import { HandoutError } from "../pictures/handout-error";
import type { OutputFigure } from "./outputs/figure-reader";

/** Pictures of figures; of equal figures, one. */
export class PictureBook {
  readonly #pictures = new Map<OutputFigure, StaticImages>();

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
          drawn.set(key, await renderer.render(figure.json));
        } catch (error) {
          log((error as Error).message);
          if (error instanceof HandoutError) return; // no browser: the next would fail as well
          drawn.set(key, undefined);
        }
      }
      const images = drawn.get(key);
      if (images) this.#pictures.set(figure, images);
    }
  }
}
