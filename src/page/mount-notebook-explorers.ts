import { drawNotebookFigures, unmarkedFigures } from "./draw-notebook-figures";
import { type ExplorerSpec, readSpec } from "./explorer-markup";
import { mountExplorer } from "./mount-explorer";
import { firstOf, runFile, serverFiles } from "./notebook-server";
import type { Plotly } from "./plotly";

/** Beside a notebook whose project has klab, or in klab's own project. */
function places(name: string, base: string | undefined): string[] {
  const own = `dist/browser/${name}.js`;
  const file = `node_modules/klab/${own}`;
  return base === undefined ? [file, `../${file}`] : [base + file, base + own];
}

async function read(place: string): Promise<string> {
  const response = await fetch(place, { credentials: "same-origin" });
  if (!response.ok) throw new Error(response.statusText);
  return response.text();
}

/** A page opened from disk may run the scripts beside it, but not read them: this one says the other's text. */
const runForText =
  (told: () => string | undefined) =>
  async (place: string): Promise<string> => {
    await runFile(place);
    const text = told();
    if (text === undefined) throw new Error("no text");
    return text;
  };

/** The library, from the notebook server's own files or from beside an exported page. */
const loadLibrary = (): Promise<string> =>
  location.protocol === "file:"
    ? firstOf(
        places("klab-text", serverFiles()),
        runForText(() => window.klabText),
      )
    : firstOf(places("klab", serverFiles()), read);

/** What learns, likewise. */
const loadLearning = (): Promise<string> =>
  location.protocol === "file:"
    ? firstOf(
        places("klab-learn-text", serverFiles()),
        runForText(() => window.klabLearnText),
      )
    : firstOf(places("klab-learn-all", serverFiles()), read);

async function libraryFor({ use }: ExplorerSpec): Promise<string> {
  window.klabLibrary ||= loadLibrary();
  if (!use) return window.klabLibrary;
  window.klabLearning ||= loadLearning();
  return (await window.klabLibrary) + (await window.klabLearning);
}

function mount(plotly: Plotly, id: string): void {
  for (const { figure, plot, json } of unmarkedFigures(id, "data-klab-mounted")) {
    const spec = readSpec(json.explorer);
    if (!spec) continue;
    const place = document.createElement("div");
    plot.after(place);
    mountExplorer({
      id,
      place,
      figure,
      plot,
      caption: "title",
      spec,
      library: () => libraryFor(spec),
      draw: (data, layout) => plotly.react(plot, data, layout, json.config ?? {}),
    });
  }
}

/**
 * Draws the figures of one id in a notebook's page and gives them their controls; where plotly or the library cannot
 * be read, the figure stays as it is.
 */
export async function mountNotebookExplorers(id: string): Promise<void> {
  drawNotebookFigures(id);
  const plotly = window.Plotly ?? (await window.klabPlotly);
  if (plotly) mount(plotly, id);
}
