import { drawNotebookFigures, unmarkedFigures } from "./draw-notebook-figures";
import { readSpec } from "./explorer-markup";
import { mountExplorer } from "./mount-explorer";
import { firstOf, runFile, serverFiles } from "./notebook-server";
import type { Plotly } from "./plotly";

const file = "node_modules/klab/dist/browser/klab.js";

const places = (base: string | undefined): string[] =>
  base === undefined ? [file, `../${file}`] : [base + file, `${base}dist/browser/klab.js`];

async function read(place: string): Promise<string> {
  const response = await fetch(place, { credentials: "same-origin" });
  if (!response.ok) throw new Error(response.statusText);
  return response.text();
}

/** A page opened from disk may run the scripts beside it, but not read them: this one says the other's text. */
async function runForText(place: string): Promise<string> {
  await runFile(place.replace("klab.js", "klab-text.js"));
  if (window.klabText === undefined) throw new Error("no text");
  return window.klabText;
}

/** The library, from the notebook server's own files or from beside an exported page. */
const loadLibrary = (): Promise<string> =>
  firstOf(places(serverFiles()), location.protocol === "file:" ? runForText : read);

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
      library: () => (window.klabLibrary ||= loadLibrary()),
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
