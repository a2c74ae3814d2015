import type { Notebook } from "../notebook/nbformat";
import type { FigureRenderer, StaticImages } from "../pictures/figure-renderer";
import { HandoutError } from "../pictures/handout-error";
import { readFigure } from "./outputs/figure-model";
import { storedFigure } from "./outputs/stored-figure";

/** Every stored figure of a notebook that Plotly can draw without a network, in order. */
export function figuresOf(notebook: Notebook): unknown[] {
  return notebook.cells
    .flatMap((cell) => cell.outputs ?? [])
    .map((output) => ("data" in output ? storedFigure(output.data) : undefined))
    .filter((figure) => figure !== undefined && !readFigure(figure)?.needsNetwork);
}

/** Pictures by the JSON of their figures. */
export class PictureBook {
  readonly #pictures = new Map<string, StaticImages>();

  get(plotlyJson: unknown): StaticImages | undefined {
    return this.#pictures.get(JSON.stringify(plotlyJson));
  }

  /** Draws what is not drawn yet. A figure that cannot be drawn stays without a picture, and `log` hears why. */
  async draw(
    figures: readonly unknown[],
    renderer: FigureRenderer,
    log: (line: string) => void,
  ): Promise<void> {
    for (const figure of figures) {
      const key = JSON.stringify(figure);
      if (this.#pictures.has(key) || !readFigure(figure)) continue;
      try {
        this.#pictures.set(key, await renderer.render(figure));
      } catch (error) {
        log((error as Error).message);
        if (error instanceof HandoutError) return; // no browser: the next would fail as well
      }
    }
  }
}
