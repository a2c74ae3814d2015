import { type CheckedResult, checkResult } from "./explorer-check";
import { buildControls, type ControlSpec } from "./explorer-controls";
import { frameDocument } from "./explorer-frame";
import { tooMuchToDraw } from "./explorer-limits";
import { rewriteTable } from "./explorer-words";
import { longestResult } from "./explorer-worker";
import { contentSafe } from "./script-text";

/** What the page tells of an explorer. */
export interface ExplorerSpec {
  readonly controls: Readonly<Record<string, ControlSpec>>;
  readonly source: string;
  readonly locale: "zh-CN" | "en";
}

/** How an explorer reaches what the page has. */
export interface ExplorerHost {
  readonly id: string;
  /** Where controls and readout go. */
  readonly place: unknown;
  /** The figure's element: its figcaption, its table and what stands for the picture are kept true. */
  readonly figure: unknown;
  /** What is drawn on; it is named by the figure's alt text. */
  readonly plot: unknown;
  /** What the figcaption says. */
  readonly caption: "title" | "alt";
  readonly spec: ExplorerSpec;
  /** The text of the browser bundle. */
  library(): Promise<string>;
  /** Draws; the readout is the figure's title. */
  draw(data: readonly object[], layout: object): Promise<unknown>;
}

/**
 * Controls of one explorer: values go to its Worker, one request at a time and the latest only; a checked answer is
 * drawn. A Worker that does not answer is ended, and the next change starts another.
 *
 * The text of a function.
 */
const mount = (
  host: ExplorerHost,
  build: typeof buildControls,
  check: (text: unknown) => CheckedResult,
  rewrite: typeof rewriteTable,
  frameHtml: string,
): void => {
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals have no types here
  const page = globalThis as any;
  const { id, spec } = host;
  // biome-ignore lint/suspicious/noExplicitAny: elements have no types here
  const place = host.place as any;
  const english = spec.locale === "en";
  const document = place.ownerDocument;
  const form = document.createElement("div");
  form.setAttribute("role", "group");
  form.setAttribute("aria-label", english ? "Controls" : "控件");
  const readout = document.createElement("output");
  readout.setAttribute("aria-live", "polite");
  readout.style.cssText = "display:block;min-height:1.5em;font-weight:600";
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = english ? "Computation" : "计算";
  frame.tabIndex = -1;
  frame.style.cssText = "display:none";
  let state: "idle" | "starting" | "ready" = "idle";
  let busy = false;
  let latest: object | undefined;
  /** Counts on when a Worker is replaced, so that a late answer of the last is not taken for the next one's. */
  let sent = 0;
  let fresh = true;
  let timer: unknown;
  let rest: unknown;
  const say = (text: string): void => {
    readout.textContent = text;
  };
  const tell = (message: object): void => frame.contentWindow?.postMessage(message, "*");
  const end = (): void => {
    page.clearTimeout(timer);
    page.clearTimeout(rest);
    tell({ klab: "stop" });
    state = "idle";
    busy = false;
  };
  const stop = (text: string): void => {
    end();
    say(text);
  };
  const request = (): void => {
    if (busy || !latest) return;
    busy = true;
    page.clearTimeout(rest);
    const values = latest;
    latest = undefined;
    tell({ klab: "compute", text: JSON.stringify({ id: ++sent, values }) });
    // The first answer waits for the library to be read.
    timer = page.setTimeout(
      () => stop(english ? "Took too long and was ended." : "计算太久，已停止。"),
      fresh ? 8000 : 4000,
    );
    fresh = false;
  };
  const next = (): void => {
    if (state === "ready") request();
    else if (state === "idle") start();
  };
  const start = (): void => {
    state = "starting";
    host.library().then(
      (library) => {
        const begin = (): void => {
          tell({ klab: "start", library, source: spec.source });
          fresh = true;
          state = "ready";
          request();
        };
        if (frame.isConnected) begin();
        else {
          frame.onload = begin;
          frame.srcdoc = frameHtml;
          place.append(frame);
        }
      },
      () => {
        form.remove();
        say(
          english
            ? "Controls need klab's files beside the page."
            : "这里找不到klab的文件，控件不能用。",
        );
      },
    );
  };
  /** Nothing to compute: a Worker left alone is ended too, whatever it is busy with. */
  const settle = (): void => {
    busy = false;
    if (latest) next();
    else rest = page.setTimeout(end, 20_000);
  };
  /** The words around the figure say what it shows now. Only the readout is announced. */
  const retell = (title: string, { alt, table }: CheckedResult): void => {
    // biome-ignore lint/suspicious/noExplicitAny: elements have no types here
    const [figure, plot] = [host.figure, host.plot] as any[];
    const caption = figure.querySelector("figcaption");
    const words = host.caption === "alt" ? alt : title && `图：${title}`;
    if (caption && words) caption.textContent = words;
    if (alt) {
      plot.setAttribute("aria-label", alt);
      for (const still of figure.querySelectorAll("p[data-klab-still]")) still.textContent = alt;
    }
    const shown = figure.querySelector("details table");
    if (table && shown) rewrite(shown, table);
  };
  const receive = (text: unknown): void => {
    if (!busy) return;
    let result: CheckedResult;
    try {
      result = check(text);
    } catch {
      stop(english ? "The function returned no figure." : "函数没有返回可画的图。");
      return;
    }
    if (result.id !== sent) return;
    page.clearTimeout(timer);
    if (result.error !== undefined || !result.data || !result.layout) {
      say(
        result.error === "too large"
          ? english
            ? "The figure is too large."
            : "图太大，没有画。"
          : (result.error ?? ""),
      );
      settle();
      return;
    }
    const written = (result.layout as { title?: { text?: unknown } | string }).title;
    const text1 = typeof written === "string" ? written : written?.text;
    const title =
      typeof text1 === "string"
        ? text1
            .replace(/<sub>KL<\/sub>|<[^>]*>/g, "")
            .replace(/&lt;/g, "<")
            .trim()
        : "";
    // Plotly throws at once over some figures, and later over others.
    Promise.resolve()
      .then(() => host.draw(result.data ?? [], result.layout ?? {}))
      .then(() => {
        say(title);
        retell(title, result);
        settle();
      })
      .catch(() => stop(english ? "The figure cannot be drawn." : "这幅图无法绘制。"));
  };
  page.addEventListener(
    "message",
    ({ source, data }: { source: unknown; data: { klab?: string; text?: unknown } }) => {
      // A message of nobody has no source, as a frame that is not in the page has no window.
      if (!source || source !== frame.contentWindow || !data) return;
      if (data.klab === "result") receive(data.text);
      if (data.klab === "broken") stop(english ? "The function does not run." : "函数不能运行。");
    },
  );
  let waiting = false;
  // The same explorer may be in a page twice.
  page.klabExplorers = (page.klabExplorers || 0) + 1;
  build(form, spec.controls, `klab-${id}-${page.klabExplorers}`, (values) => {
    latest = values;
    if (waiting) return;
    waiting = true;
    // At most one request a picture of the screen.
    page.requestAnimationFrame(() => {
      waiting = false;
      next();
    });
  });
  place.append(form, readout);
};

/** Defines the global function `klabExplorer(host)`, which brings an explorer to life. */
export const explorerRuntime: string = contentSafe(
  `globalThis.klabExplorer = (host) => (${String(mount)})(host, ${String(buildControls)}, (text) => (${String(checkResult)})(text, ${longestResult}, ${String(tooMuchToDraw)}), ${String(rewriteTable)}, ${JSON.stringify(frameDocument)});`,
);
