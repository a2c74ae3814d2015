import { buildControls } from "./build-controls";
import type { CheckedResult } from "./check-result";
import type { Values } from "./control";
import type { ExplorerSpec } from "./explorer-markup";
import { explorerWords } from "./explorer-words";
import { figureParts } from "./figure-markup";
import { rewriteTable } from "./rewrite-table";
import { WorkerQueue } from "./worker-queue";

/** How an explorer reaches what the page has. */
export interface ExplorerHost {
  readonly id: string;
  /** Where controls and readout go. */
  readonly place: HTMLElement;
  /** The figure's element: its figcaption, its table and what stands for the picture are kept true. */
  readonly figure: HTMLElement;
  /** What is drawn on; it is named by the figure's alt text. */
  readonly plot: HTMLElement;
  /** What the figcaption says. */
  readonly caption: "title" | "alt";
  readonly spec: ExplorerSpec;
  /** The text of the browser bundle. */
  library(): Promise<string>;
  /** Draws; the readout is the figure's title. */
  draw(data: readonly object[], layout: object): Promise<unknown>;
}

/** A layout's title as plain text. */
function titleOf(layout: { readonly title?: unknown }): string {
  const { title } = layout;
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  return typeof text === "string"
    ? text
        .replace(/<sub>KL<\/sub>|<[^>]*>/g, "")
        .replace(/&lt;/g, "<")
        .trim()
    : "";
}

/** The words around the figure say what it shows now. Only the readout is announced. */
function retell(host: ExplorerHost, title: string, { alt, table }: CheckedResult): void {
  const { figure, plot } = host;
  const caption = figure.querySelector(figureParts.caption);
  const words = host.caption === "alt" ? alt : title && `图：${title}`;
  if (caption && words) caption.textContent = words;
  if (alt) {
    plot.setAttribute("aria-label", alt);
    for (const still of figure.querySelectorAll(figureParts.stillWords)) still.textContent = alt;
  }
  const shown = figure.querySelector<HTMLTableElement>(figureParts.table);
  if (table && shown) rewriteTable(shown, table);
}

/** Gives a figure its controls: what they say goes to a Worker, whose checked answer is drawn. */
export function mountExplorer(host: ExplorerHost): void {
  const { id, spec, place } = host;
  const words = explorerWords[spec.locale];
  const form = document.createElement("div");
  form.setAttribute("role", "group");
  form.setAttribute("aria-label", words.controls);
  const readout = document.createElement("output");
  readout.setAttribute("aria-live", "polite");
  readout.style.cssText = "display:block;min-height:1.5em;font-weight:600";
  const say = (text: string): void => {
    readout.textContent = text;
  };
  const queue = new WorkerQueue({
    place,
    source: spec.source,
    words,
    library: () => host.library(),
    draw: async (result) => {
      const { data = [], layout = {} } = result;
      await host.draw(data, layout);
      const title = titleOf(layout);
      say(title);
      retell(host, title, result);
    },
    say,
    unavailable: () => {
      form.remove();
      say(words.noLibrary);
    },
  });
  let latest: Values | undefined;
  const changed = (values: Values): void => {
    const isWaiting = latest !== undefined;
    latest = values;
    if (isWaiting) return;
    // At most one request a picture of the screen.
    requestAnimationFrame(() => {
      if (latest) queue.request(latest);
      latest = undefined;
    });
  };
  // The same explorer may be in a page twice.
  window.klabExplorers = (window.klabExplorers ?? 0) + 1;
  buildControls(form, spec.controls, `klab-${id}-${window.klabExplorers}`, changed);
  place.append(form, readout);
}
