import { type CheckedResult, checkResult } from "./check-result";
import type { Values } from "./control";
import { ExplorerSandbox } from "./explorer-sandbox";
import type { ExplorerWords } from "./explorer-words";

export interface WorkerQueueOptions {
  readonly place: HTMLElement;
  readonly source: string;
  /** Functions that tell which goals are reached. */
  readonly goals: readonly string[];
  readonly words: ExplorerWords;
  /** The text of the browser bundle. */
  readonly library: () => Promise<string>;
  /** Draws a checked answer; the next request waits for it. */
  readonly draw: (result: CheckedResult, request: Request) => Promise<void>;
  /** Hears what went wrong, in words. */
  readonly say: (text: string) => void;
  /** Hears that the library cannot be read. */
  readonly unavailable: () => void;
}

/** What is asked of a Worker. */
export interface Request {
  readonly values: Values;
  /** The hand still moves: a function that can be quick now may be. */
  readonly coarse?: boolean;
  /** The answer is not drawn: it is what the page shows. It makes the next ones quick. */
  readonly silent?: boolean;
}

/** A new Worker reads the library before it begins. */
const beginLimit = 8000;
/** From when the function is called: what it allocates meanwhile must not be the end of the tab. */
const limit = 4000;
const restLimit = 20_000;

/**
 * Requests to an explorer's Worker, one at a time and the latest only. A Worker that does not answer is ended, and the
 * next request starts another.
 */
export class WorkerQueue {
  private readonly options: WorkerQueueOptions;
  private readonly sandbox: ExplorerSandbox;
  private state: "idle" | "starting" | "ready" = "idle";
  private busy = false;
  private latest: Request | undefined;
  private asked: Request | undefined;
  /** Counts on when a Worker is replaced, so that a late answer of the last is not taken for the next one's. */
  private sent = 0;
  private fresh = true;
  private timer: number | undefined;
  private rest: number | undefined;

  constructor(options: WorkerQueueOptions) {
    const { place, words } = options;
    this.options = options;
    this.sandbox = new ExplorerSandbox({
      title: words.computation,
      place,
      begun: () => this.begun(),
      answered: (text) => this.receive(text),
      broke: () => this.stop(words.doesNotRun),
    });
  }

  request(request: Request): void {
    this.latest = request;
    this.next();
  }

  /** Starts a Worker before it is needed, so that the first change is drawn at once. */
  warm(values: Values): void {
    if (this.state === "idle" && !this.latest) this.request({ values, silent: true });
  }

  private end(): void {
    clearTimeout(this.timer);
    clearTimeout(this.rest);
    this.sandbox.stop();
    this.state = "idle";
    this.busy = false;
  }

  private stop(text: string): void {
    this.end();
    this.options.say(text);
  }

  private send(): void {
    if (this.busy || !this.latest) return;
    this.busy = true;
    clearTimeout(this.rest);
    const { values, coarse = false } = this.latest;
    this.asked = this.latest;
    this.latest = undefined;
    this.sandbox.compute(JSON.stringify({ id: ++this.sent, values, coarse }));
    this.stopIn(this.fresh ? beginLimit : limit);
    this.fresh = false;
  }

  private stopIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.stop(this.options.words.tookTooLong), milliseconds);
  }

  private begun(): void {
    if (this.busy) this.stopIn(limit);
  }

  private next(): void {
    if (this.state === "ready") this.send();
    else if (this.state === "idle") this.start();
  }

  private start(): void {
    this.state = "starting";
    const { library, source, goals, unavailable } = this.options;
    library().then(
      (text) =>
        this.sandbox.start({ library: text, source, goals }, () => {
          this.fresh = true;
          this.state = "ready";
          this.send();
        }),
      unavailable,
    );
  }

  /** Nothing to compute: a Worker left alone is ended too, whatever it is busy with. */
  private settle(): void {
    this.busy = false;
    if (this.latest) this.next();
    else this.rest = window.setTimeout(() => this.end(), restLimit);
  }

  private receive(text: unknown): void {
    if (!this.busy) return;
    const { words, say, draw } = this.options;
    let result: CheckedResult;
    try {
      result = checkResult(text);
    } catch {
      this.stop(words.noFigure);
      return;
    }
    if (result.id !== this.sent) return;
    clearTimeout(this.timer);
    if (result.error !== undefined || !result.data || !result.layout) {
      if (result.error === "too much memory") {
        this.stop(words.tooMuchMemory); // with all that it holds
        return;
      }
      say(result.error === "too large" ? words.tooLarge : (result.error ?? ""));
      this.settle();
      return;
    }
    // Plotly throws at once over some figures, and later over others.
    const asked = this.asked as Request;
    Promise.resolve(result)
      .then((drawable) => draw(drawable, asked))
      .then(() => this.settle())
      .catch(() => this.stop(words.cannotBeDrawn));
  }
}
