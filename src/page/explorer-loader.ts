import { explorerRuntime } from "./explorer-runtime";
import { plotlyLoader } from "./plotly-loader";

/**
 * Gives the figures of one id their controls, in a notebook's page.
 *
 * The text of a function, run after `plotlyLoader` and the runtime. The library comes from the notebook server's own
 * files, or from beside an exported page; where it cannot be read, the figure stays as drawn.
 */
const loader = (id: string): void => {
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals have no types here
  const page = globalThis as any;
  const { document } = page;
  const server = document.getElementById("jupyter-config-data");
  const base = server ? `${JSON.parse(server.textContent).baseUrl || "/"}files/` : "";
  const file = "node_modules/klab/dist/browser/klab.js";
  const places = server ? [base + file, `${base}dist/browser/klab.js`] : [file, `../${file}`];
  // A page opened from disk may run the scripts beside it, but not read them: this one says the other's text.
  const run = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const place = places.shift();
      if (!place) {
        reject(new Error("klab.js not found"));
        return;
      }
      const script = document.createElement("script");
      script.charset = "utf-8";
      script.src = place.replace("klab.js", "klab-text.js");
      script.onload = () => resolve(page.klabText);
      script.onerror = () => {
        script.remove();
        resolve(run());
      };
      document.head.appendChild(script);
    });
  const read = (): Promise<string> => {
    const place = places.shift();
    if (!place) return Promise.reject(new Error("klab.js not found"));
    const answer = page.fetch(place, { credentials: "same-origin" });
    return answer.then(
      (response: { ok: boolean; text(): Promise<string> }) =>
        response.ok ? response.text() : read(),
      read,
    );
  };
  const library = (): Promise<string> => {
    page.klabLibrary = page.klabLibrary || (page.location.protocol === "file:" ? run() : read());
    return page.klabLibrary;
  };
  Promise.resolve(page.Plotly || page.klabPlotly).then((Plotly) => {
    if (!Plotly) return;
    for (const figure of document.querySelectorAll(
      `[data-klab-figure="${id}"]:not([data-klab-mounted])`,
    )) {
      figure.setAttribute("data-klab-mounted", "");
      const { explorer, config } = JSON.parse(
        figure.querySelector('script[type="application/json"]').textContent,
      );
      const place = document.createElement("div");
      const plot = figure.querySelector("[data-klab-plot]");
      plot.after(place);
      page.klabExplorer({
        id,
        place,
        figure,
        plot,
        caption: "title",
        spec: explorer,
        library,
        draw: (data: object[], layout: object) => Plotly.react(plot, data, layout, config),
      });
    }
  });
};

/** The script that draws the explorers named `id` and gives them controls. */
export function explorerLoader(id: string): string {
  const name = JSON.stringify(id);
  return `${plotlyLoader(id)};\n${explorerRuntime}\n(${String(loader)})(${name})`;
}
