import { frameDocument } from "./frame-document";
import type { FromFrame, ToFrame } from "./frame-messages";

export interface SandboxOptions {
  /** The frame's name for a screen reader. */
  readonly title: string;
  /** Where the frame, which is not seen, is put. */
  readonly place: HTMLElement;
  /** Hears that the function has been called. */
  readonly begun: () => void;
  /** Hears an answer, not checked. */
  readonly answered: (text: unknown) => void;
  /** Hears that the function cannot run. */
  readonly broke: () => void;
}

/** The frame that starts an explorer's Worker: what comes out of it is text. */
export class ExplorerSandbox {
  private readonly frame: HTMLIFrameElement;
  private readonly place: HTMLElement;

  constructor({ title, place, begun, answered, broke }: SandboxOptions) {
    const frame = place.ownerDocument.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.title = title;
    frame.tabIndex = -1;
    frame.style.cssText = "display:none";
    this.frame = frame;
    this.place = place;
    addEventListener("message", ({ source, data }: MessageEvent<FromFrame | undefined>) => {
      // A message of nobody has no source, as a frame that is not in the page has no window.
      if (!source || source !== frame.contentWindow || !data) return;
      if (data.klab === "begun") begun();
      if (data.klab === "result") answered(data.text);
      if (data.klab === "broken") broke();
    });
  }

  private tell(message: ToFrame): void {
    this.frame.contentWindow?.postMessage(message, "*");
  }

  /** Starts a Worker, in place of the one before; it can be asked when `started` is called. */
  start(
    { library, source, goals }: Omit<Extract<ToFrame, { readonly klab: "start" }>, "klab">,
    started: () => void,
  ): void {
    const begin = (): void => {
      this.tell({ klab: "start", library, source, goals });
      started();
    };
    if (this.frame.isConnected) {
      begin();
      return;
    }
    this.frame.onload = begin;
    this.frame.srcdoc = frameDocument;
    this.place.append(this.frame);
  }

  compute(text: string): void {
    this.tell({ klab: "compute", text });
  }

  stop(): void {
    this.tell({ klab: "stop" });
  }
}
