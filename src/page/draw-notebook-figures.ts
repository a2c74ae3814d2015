import type { FigureJson } from "./explorer-markup";
import { figureParts } from "./figure-markup";
import { firstOf, runFile, serverFiles } from "./notebook-server";
import type { Plotly } from "./plotly";

/** The parts of one figure in a notebook's page. */
export interface NotebookFigure {
  readonly figure: HTMLElement;
  readonly plot: HTMLElement;
  readonly json: FigureJson & { readonly config?: object };
}

/** The figures of one id that do not have the mark yet; they have it now. */
export function unmarkedFigures(id: string, mark: string): NotebookFigure[] {
  const figures = document.querySelectorAll<HTMLElement>(figureParts.figures(id, mark));
  return [...figures].flatMap((figure) => {
    figure.setAttribute(mark, "");
    const plot = figure.querySelector<HTMLElement>(figureParts.plot);
    const json = figure.querySelector(figureParts.json)?.textContent;
    return plot && json ? [{ figure, plot, json: JSON.parse(json) }] : [];
  });
}

function draw(plotly: Plotly, id: string): void {
  const mark = "data-klab-drawn";
  for (const { figure, plot, json } of unmarkedFigures(id, mark)) {
    const { explorer: _, ...drawn } = json;
    plotly.newPlot(plot, drawn).then(
      () => {
        plot.setAttribute("role", "group");
        for (const still of figure.querySelectorAll<HTMLElement>(figureParts.still)) {
          const words = still instanceof HTMLImageElement ? still.alt : still.textContent;
          plot.setAttribute("aria-label", words ?? "");
          still.hidden = true;
        }
      },
      () => figure.removeAttribute(mark),
    );
  }
}

const file = "node_modules/plotly.js-dist/plotly.js";

async function loadPlotly(): Promise<Plotly | undefined> {
  const base = serverFiles();
  try {
    await firstOf(base === undefined ? [file, `../${file}`] : [base + file], async (place) => {
      // An AMD loader in the page would take plotly for one of its own modules.
      const { define } = window;
      window.define = undefined;
      try {
        await runFile(place);
      } finally {
        window.define = define;
      }
    });
  } catch {
    return undefined;
  }
  return window.Plotly;
}

/**
 * Draws the figures of one id in the notebook's page they are in.
 *
 * Plotly is taken from the page; else from the notebook server's own files, whose base URL the page tells; else from
 * node_modules beside the page (a notebook exported to disk). Never from a network of others. Without it the figure
 * stays as it is: words and a table.
 */
export function drawNotebookFigures(id: string): void {
  if (window.Plotly) {
    draw(window.Plotly, id);
    return;
  }
  window.klabPlotly ||= loadPlotly();
  window.klabPlotly.then((plotly) => {
    if (plotly) draw(plotly, id);
  });
}
