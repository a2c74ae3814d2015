import { runLiveFrameScript } from "../scripts/run-live-frame-script";
import { liveWords } from "./live-words";
import type { FromLiveFrame, ToLiveFrame } from "./run-live-frame";

/** The frame's document: nothing may be fetched, embedded, submitted; scripts inline and of blobs only. */
const frameDocument = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' blob: 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'"><title>klab</title><script>${runLiveFrameScript}</script>`;

/** The frame, not seen, in which the Worker of live cells lives: what comes out of it is text. */
export class LiveSandbox {
  readonly #frame: HTMLIFrameElement;
  readonly #page: Document;
  #ready: Promise<void> | undefined;

  constructor(
    page: Document,
    { told, broke }: { readonly told: (text: unknown) => void; readonly broke: () => void },
  ) {
    const frame = page.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.title = liveWords.computation;
    frame.tabIndex = -1;
    frame.style.cssText = "display:none";
    this.#frame = frame;
    this.#page = page;
    addEventListener("message", ({ source, data }: MessageEvent<FromLiveFrame | undefined>) => {
      // A message of nobody has no source, as a frame that is not in the page has no window.
      if (!source || source !== frame.contentWindow || !data) return;
      if (data.live === "told") told(data.text);
      if (data.live === "broken") broke();
    });
  }

  #send(message: ToLiveFrame): void {
    this.#frame.contentWindow?.postMessage(message, "*");
  }

  /** Starts a Worker, in place of the one before. */
  async start(library: string): Promise<void> {
    this.#ready ??= new Promise((resolve) => {
      this.#frame.onload = () => resolve();
      this.#frame.srcdoc = frameDocument;
      this.#page.body.append(this.#frame);
    });
    await this.#ready;
    this.#send({ live: "start", library });
  }

  tell(text: string): void {
    this.#send({ live: "tell", text });
  }

  stop(): void {
    this.#send({ live: "stop" });
  }
}
