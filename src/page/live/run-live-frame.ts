import { longestMessage } from "./check-message";

/** What a page tells the frame of its live cells. */
export type ToLiveFrame =
  | { readonly live: "start"; readonly library: string }
  | { readonly live: "tell"; readonly text: string }
  | { readonly live: "stop" };

/** What the frame tells its page. */
export type FromLiveFrame =
  | { readonly live: "told"; readonly text: string }
  | { readonly live: "broken" };

const tell = (message: FromLiveFrame): void => parent.postMessage(message, "*");

function startWorker(library: string): Worker {
  const blob = new Blob([library, ";\nklabLive();"], { type: "text/javascript" });
  const url = URL.createObjectURL(blob);
  const worker = new Worker(url);
  worker.onmessage = ({ data }: { readonly data: unknown }) => {
    // What is no message is not even copied to the page.
    if (typeof data === "string" && data.length <= longestMessage)
      tell({ live: "told", text: data });
  };
  worker.onerror = (event) => {
    event.preventDefault();
    tell({ live: "broken" });
  };
  return worker;
}

/**
 * Runs in the sandboxed frame between the page and the Worker of its cells: starts the Worker, passes texts on, ends it.
 *
 * The frame's origin is opaque and its policy allows no connection; a Worker made of a blob inherits both.
 */
export function runLiveFrame(): void {
  let worker: Worker | undefined;
  addEventListener("message", ({ source, data }: MessageEvent<ToLiveFrame>) => {
    if (source !== parent) return;
    if (data.live === "start" || data.live === "stop") worker?.terminate();
    if (data.live === "start") worker = startWorker(data.library);
    if (data.live === "tell") worker?.postMessage(data.text);
  });
}
