import { isRecord } from "../words/is-record";
import { buildControls } from "./build-controls";
import type { CheckedResult } from "./check-result";
import type { Values } from "./control";
import { copyText } from "./copy-text";
import type { ExplorerAddress } from "./explorer-address";
import { ExplorerGoals } from "./explorer-goals";
import { ExplorerHandles } from "./explorer-handles";
import type { ExplorerSpec } from "./explorer-markup";
import { explorerWords } from "./explorer-words";
import { figureParts } from "./figure-markup";
import { layoutTitle } from "./look/layout-title";
import { rewriteTable } from "./rewrite-table";
import { type Request, WorkerQueue } from "./worker-queue";

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
  /** The text of the browser bundle, and of what the explorer uses beside it. */
  library(): Promise<string>;
  /** Where the position of the controls is kept, where the page has an address to send. */
  readonly address?: ExplorerAddress;
  /** Draws; what is said is the figure's readout, else its title. */
  draw(data: readonly object[], layout: object): Promise<unknown>;
}

/** The words around the figure say what it shows now. Only the readout is announced. */
function retell(host: ExplorerHost, title: string, { readout, alt, table }: CheckedResult): void {
  const { figure, plot } = host;
  const caption = figure.querySelector(figureParts.caption);
  const told = [title, readout].filter(Boolean).join("　");
  const words = host.caption === "alt" ? alt : told && `图：${told}`;
  if (caption && words) {
    // A numbered figure keeps its number, by which the text names it.
    const number = caption.querySelector(figureParts.number);
    caption.replaceChildren(...(number ? [number, `　${words}`] : [words]));
  }
  if (alt) {
    // Under a caption that says all, the picture's name is short.
    plot.setAttribute("aria-label", host.caption === "alt" ? title || alt : alt);
    for (const still of figure.querySelectorAll(figureParts.stillWords)) still.textContent = alt;
  }
  const shown = figure.querySelector<HTMLTableElement>(figureParts.table);
  if (table && shown) rewriteTable(shown, table);
}

/** The layout with the axes that stay as they are, whatever the controls say. */
function withAxes(layout: object, { axes }: ExplorerSpec): object {
  const known: Readonly<Record<string, unknown>> = { ...layout };
  const fixed = Object.entries(axes ?? {}).flatMap(([key, range]) =>
    isRecord(known[key]) ? [[key, { ...known[key], range, autorange: false }]] : [],
  );
  return { ...known, ...Object.fromEntries(fixed) };
}

function buttonOf(place: HTMLElement, text: string, pressed: () => void): void {
  const button = place.ownerDocument.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.style.minHeight = "2rem";
  button.addEventListener("click", pressed);
  place.append(button);
}

/** How long the hand must rest before a function that can be coarse is asked for all. */
const rest = 200;

/** Gives a figure its controls: what they say goes to a Worker, whose checked answer is drawn. */
export function mountExplorer(host: ExplorerHost): void {
  const { id, spec, place } = host;
  const { controls, goals = [] } = spec;
  const words = explorerWords[spec.locale];
  const document = place.ownerDocument;
  const form = document.createElement("div");
  form.setAttribute("role", "group");
  form.setAttribute("aria-label", words.controls);
  const readout = document.createElement("output");
  readout.setAttribute("aria-live", "polite");
  readout.style.cssText = "display:block;min-height:3.2rem;line-height:1.6rem;font-weight:600";
  const say = (text: string): void => {
    readout.textContent = text;
  };
  const queue = new WorkerQueue({
    place,
    source: spec.source,
    goals: goals.map(({ source }) => source),
    words,
    library: () => host.library(),
    draw: async (result, { silent }) => {
      const { data = [], layout = {} } = result;
      if (!silent) {
        await host.draw(data, withAxes(layout, spec));
      }
      const title = layoutTitle(layout);
      const reached = list.mark(result.goals ?? [], goals).map((text) => words.reached + text);
      if (silent && reached.length === 0) return;
      say([result.readout ?? title, ...reached].join("　"));
      retell(host, title, result);
    },
    say,
    unavailable: () => {
      form.remove();
      handles.remove();
      say(words.noLibrary);
    },
  });
  let latest: Request | undefined;
  let resting: number | undefined;
  const changed = (values: Values, isResting: boolean): void => {
    const isWaiting = latest !== undefined;
    const coarse = spec.coarse === true && !isResting;
    latest = { values, coarse };
    clearTimeout(resting);
    if (coarse) resting = window.setTimeout(() => changed(values, true), rest);
    if (isResting) host.address?.write(values);
    if (isWaiting) return;
    // At most one request a picture of the screen.
    requestAnimationFrame(() => {
      if (latest) queue.request(latest);
      latest = undefined;
    });
  };
  // The same explorer may be in a page twice.
  window.klabExplorers = (window.klabExplorers ?? 0) + 1;
  const prefix = `klab-${id}-${window.klabExplorers}`;
  const panel = buildControls({ place: form, controls, prefix, words, changed, refused: say });
  const first = panel.values();
  const handles = new ExplorerHandles({
    plot: host.plot,
    handles: spec.handles ?? [],
    controls,
    panel,
    words,
  });
  const buttons = document.createElement("div");
  buttons.style.cssText = "display:flex;gap:.75em;align-items:center;min-height:3rem";
  buttonOf(buttons, words.reset, () => panel.set(first, true));
  const { address } = host;
  if (address) {
    buttonOf(buttons, words.link, async () => {
      await copyText(address.write(panel.values()));
      say(words.copied);
    });
  }
  form.append(buttons);
  const list = new ExplorerGoals(form, goals, words);
  place.append(form, readout);
  const asked = address?.read() ?? {};
  if (Object.keys(asked).length > 0) panel.set(asked, true);
  const warm = (): void => queue.warm(panel.values());
  for (const sign of ["pointerenter", "focusin", "touchstart"]) {
    host.figure.addEventListener(sign, warm, { passive: true });
  }
}
