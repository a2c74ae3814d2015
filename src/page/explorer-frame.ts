import { longestResult, workerPrelude } from "./explorer-worker";
import { contentSafe } from "./script-text";

/**
 * Runs in the sandboxed frame between the page and the Worker: starts the Worker, passes texts on, ends it.
 *
 * The text of a function. The frame's origin is opaque and its policy allows no connection; a Worker made of a blob
 * inherits both.
 */
const frame = (prelude: string, longest: number): void => {
  // biome-ignore lint/suspicious/noExplicitAny: a page's globals have no types here
  const page = globalThis as any;
  let worker: { postMessage(text: string): void; terminate(): void } | undefined;
  const tell = (message: object): void => page.parent.postMessage(message, "*");
  const start = (library: string, source: string): void => {
    const parts = [prelude, library, `\n;var klabDraw = (${source}\n);`];
    const blob = new page.Blob(parts, { type: "text/javascript" });
    const next = new page.Worker(page.URL.createObjectURL(blob));
    next.onmessage = ({ data }: { data: unknown }) => {
      // What is no answer is not even copied to the page.
      const isText = typeof data === "string" && data.length <= longest;
      tell({ klab: "result", text: isText ? data : "" });
    };
    next.onerror = (event: { message: string; preventDefault(): void }) => {
      event.preventDefault();
      tell({ klab: "broken", text: String(event.message) });
    };
    worker = next;
  };
  page.addEventListener(
    "message",
    (event: {
      source: unknown;
      data: { klab: string; library: string; source: string; text: string };
    }) => {
      if (event.source !== page.parent) return;
      const { klab, library, source, text } = event.data;
      if (klab === "start" || klab === "stop") worker?.terminate();
      if (klab === "start") start(library, source);
      if (klab === "compute") worker?.postMessage(text);
    },
  );
  tell({ klab: "ready" });
};

/** The one script of the frame. A page with a policy of its own has to allow it by its hash. */
export const frameScript: string = contentSafe(
  `(${String(frame)})(${JSON.stringify(workerPrelude)},${longestResult});`,
);

/** The frame's document: nothing may be fetched, embedded, submitted; scripts inline and Workers of blobs only. */
export const frameDocument: string = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; worker-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'"><title>klab</title><script>${frameScript}</script>`;
