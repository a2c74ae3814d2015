import { stripGlobals } from "../../strip-globals";
import type { ToLive } from "../live-messages";
import { liveModules } from "../live-modules";
import { CellRunner } from "./cell-runner";
import { cellsNeeded } from "./cells-needed";

type Preview = (text: string, locale: string) => object;

interface WorkerEvent {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly message?: string;
  readonly reason?: unknown;
  preventDefault(): void;
}

interface WorkerScope {
  postMessage(text: string): void;
  importScripts(address: string): void;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}

/** What cells find besides the language and the library: clocks and timers. */
const kept =
  `console performance setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone btoa
  crypto`.split(/\s+/);

/**
 * What the Worker of live cells does: takes away every global that cells have no use for, and waits for cells to run.
 *
 * Cells are evaluated as scripts of blobs, which the page's policy allows; it allows no evaluation of text.
 */
export function startLiveWorker(): void {
  const worker = globalThis as unknown as WorkerScope;
  const post = worker.postMessage.bind(worker);
  const listen = worker.addEventListener.bind(worker);
  const load = worker.importScripts.bind(worker);
  const { createObjectURL, revokeObjectURL } = URL;
  const [makeUrl, dropUrl] = [createObjectURL.bind(URL), revokeObjectURL.bind(URL)];
  const { Blob: BlobOf } = globalThis;
  const wait = setTimeout.bind(globalThis);
  const { parse, stringify } = JSON;
  const now = performance.now.bind(performance);
  stripGlobals(worker, [
    ...kept,
    ...Object.values(liveModules).map(({ global }) => global),
    "klabPreview",
    "klabParts",
  ]);

  const runner = new CellRunner({
    scope: worker,
    now,
    after: (milliseconds, act) => void wait(act, milliseconds),
    preview: () => (worker as { readonly klabPreview?: Preview }).klabPreview,
    post: (message) => post(stringify(message)),
    evaluate(text, file) {
      const url = makeUrl(
        new BlobOf([`${text}\n//# sourceURL=${file}`], { type: "text/javascript" }),
      );
      try {
        load(url);
      } finally {
        dropUrl(url);
      }
    },
  });
  // Handled here, neither ends the Worker nor stands in the page's console.
  listen("error", (event) => {
    event.preventDefault();
    runner.stray("UncaughtException", event.error ?? event.message);
  });
  listen("unhandledrejection", (event) => {
    event.preventDefault();
    runner.stray("UnhandledPromiseRejection", event.reason);
  });
  listen("message", ({ data }) => {
    const message = parse(String(data)) as ToLive;
    if (message.kind === "run") void runner.run(message.id, message.cell, message.source);
    else if (message.kind === "module") runner.receive(message.script, message.text);
    else if (message.kind === "plan") {
      post(stringify({ kind: "answer", id: message.id, answer: cellsNeeded(message.cells) }));
    } else runner.answer(message);
  });
}
