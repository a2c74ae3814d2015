import { begun, type FromFrame, type ToFrame } from "./frame-messages";
import { longestResult } from "./longest-result";
import { runExplorerWorkerScript } from "./scripts/run-explorer-worker-script";

const tell = (message: FromFrame): void => parent.postMessage(message, "*");

function startWorker(library: string, source: string, goals: readonly string[]): Worker {
  const list = goals.map((goal) => `(${goal}\n)`).join(",");
  const own = `\n;var klabDraw = (${source}\n);var klabGoals = [${list}];`;
  const parts = [runExplorerWorkerScript, library, own];
  const blob = new Blob(parts, { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(blob));
  worker.onmessage = ({ data }: { readonly data: unknown }) => {
    if (data === begun) return tell({ klab: "begun" });
    // What is no answer is not even copied to the page.
    const isText = typeof data === "string" && data.length <= longestResult;
    tell({ klab: "result", text: isText ? data : "" });
  };
  worker.onerror = (event) => {
    event.preventDefault();
    tell({ klab: "broken", text: String(event.message) });
  };
  return worker;
}

/**
 * Runs in the sandboxed frame between the page and the Worker: starts the Worker, passes texts on, ends it.
 *
 * The frame's origin is opaque and its policy allows no connection; a Worker made of a blob inherits both.
 */
export function runExplorerFrame(): void {
  let worker: Worker | undefined;
  addEventListener("message", ({ source, data }: MessageEvent<ToFrame>) => {
    if (source !== parent) return;
    if (data.klab === "start" || data.klab === "stop") worker?.terminate();
    if (data.klab === "start") worker = startWorker(data.library, data.source, data.goals);
    if (data.klab === "compute") worker?.postMessage(data.text);
  });
  tell({ klab: "ready" });
}
