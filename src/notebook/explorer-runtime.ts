import { buildControls, type ControlSpec } from "./explorer-controls";
import { checkResult, type CheckedResult } from "./explorer-check";
import { frameDocument } from "./explorer-frame";
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
  check: typeof checkResult,
  frameHtml: string,
  longest: number,
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
  let sent = 0;
  let timer: unknown;
  const say = (text: string): void => {
    readout.textContent = text;
  };
  const tell = (message: object): void => frame.contentWindow?.postMessage(message, "*");
  const stop = (text: string): void => {
    page.clearTimeout(timer);
    tell({ klab: "stop" });
    state = "idle";
    busy = false;
    say(text);
  };
  const request = (): void => {
    if (busy || !latest) return;
    busy = true;
    const values = latest;
    latest = undefined;
    tell({ klab: "compute", text: JSON.stringify({ id: ++sent, values }) });
    // The first answer waits for the library to be read.
    timer = page.setTimeout(
      () => stop(english ? "Took too long and was ended." : "计算太久，已停止。"),
      sent === 1 ? 8000 : 4000,
    );
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
          sent = 0;
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
  const receive = (text: unknown): void => {
    let result: CheckedResult;
    try {
      result = check(text, longest);
    } catch {
      stop(english ? "The function returned no figure." : "函数没有返回可画的图。");
      return;
    }
    if (result.id !== sent) return;
    page.clearTimeout(timer);
    if (result.error !== undefined || !result.data || !result.layout) {
      busy = false;
      say(
        result.error === "too large"
          ? english
            ? "The figure is too large."
            : "图太大，没有画。"
          : (result.error ?? ""),
      );
      if (latest) next();
      return;
    }
    const title = (result.layout as { title?: { text?: unknown } }).title?.text;
    const text1 = typeof title === "string" ? title.replace(/<sub>KL<\/sub>|<[^>]*>/g, "") : "";
    host.draw(result.data, result.layout).then(
      () => {
        say(text1);
        busy = false;
        if (latest) next();
      },
      () => stop(english ? "The figure cannot be drawn." : "这幅图无法绘制。"),
    );
  };
  page.addEventListener(
    "message",
    ({ source, data }: { source: unknown; data: { klab?: string; text?: unknown } }) => {
      if (source !== frame.contentWindow || !data) return;
      if (data.klab === "result") receive(data.text);
      if (data.klab === "broken") stop(english ? "The function does not run." : "函数不能运行。");
    },
  );
  let waiting = false;
  build(form, spec.controls, `klab-${id}`, (values) => {
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
  `globalThis.klabExplorer = (host) => (${String(mount)})(host, ${String(buildControls)}, ${String(checkResult)}, ${JSON.stringify(frameDocument)}, ${longestResult});`,
);
