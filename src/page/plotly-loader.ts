/**
 * Draws the figures of one id in the page they are in.
 *
 * Runs in a browser, as the text of a function: no names from outside, no syntax a front end's old bundler
 * would trip over. Plotly is taken from the page; else from the notebook server's own files, whose base URL
 * the page tells; else from node_modules beside the page (a notebook exported to disk). Never from a network
 * of others. Without it the figure stays as it is: words and a table.
 */
const loader = (id: string): void => {
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals have no types here
  const page = globalThis as any;
  const document = page.document;
  const draw = (Plotly: { newPlot(...parts: unknown[]): Promise<unknown> }): void => {
    for (const figure of document.querySelectorAll(
      `[data-klab-figure="${id}"]:not([data-klab-drawn])`,
    )) {
      figure.setAttribute("data-klab-drawn", "");
      const { data, layout, config, frames } = JSON.parse(
        figure.querySelector('script[type="application/json"]').textContent,
      );
      const place = figure.querySelector("[data-klab-plot]");
      Plotly.newPlot(place, { data, layout, config, frames }).then(
        () => {
          place.setAttribute("role", "group");
          for (const still of figure.querySelectorAll("[data-klab-still]")) {
            place.setAttribute("aria-label", still.alt || still.textContent);
            still.hidden = true;
          }
        },
        () => figure.removeAttribute("data-klab-drawn"),
      );
    }
  };
  if (page.Plotly) {
    draw(page.Plotly);
    return;
  }
  const server = document.getElementById("jupyter-config-data");
  const file = "node_modules/plotly.js-dist/plotly.js";
  const base = server ? `${JSON.parse(server.textContent).baseUrl || "/"}files/` : "";
  const places = server ? [base + file] : [file, `../${file}`];
  page.klabPlotly =
    page.klabPlotly ||
    new Promise((resolve) => {
      const next = (): void => {
        const src = places.shift();
        if (!src) {
          resolve(null);
          return;
        }
        const script = document.createElement("script");
        // An AMD loader in the page would take plotly for one of its own modules.
        const { define } = page;
        page.define = undefined;
        script.src = src;
        script.onload = () => {
          page.define = define;
          resolve(page.Plotly);
        };
        script.onerror = () => {
          page.define = define;
          script.remove();
          next();
        };
        document.head.appendChild(script);
      };
      next();
    });
  page.klabPlotly.then((Plotly: Parameters<typeof draw>[0] | null) => {
    if (Plotly) draw(Plotly);
  });
};

/** The script that brings the figures named `id` to life. */
export function plotlyLoader(id: string): string {
  return `(${String(loader)})(${JSON.stringify(id)})`;
}
