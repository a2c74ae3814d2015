import { unpack } from "../unpack";
import { checkMessage } from "./check-message";
import type { LiveFailure, LiveOutput, ToLive } from "./live-messages";
import { LiveSandbox } from "./live-sandbox";

/** A cell of the page, as what runs it sees it. */
export interface RunnableCell {
  /** Its place in the notebook, from 1, as text. */
  readonly position: string;
  readonly isTraining: boolean;
  /** Whether a reader sees it. */
  readonly isShown: boolean;
  source(): string;
  /** Whether its code is another than the one that the page came with. */
  isEdited(): boolean;
  waits(): void;
  begins(): void;
  /** Cells before it run first. */
  waitsFor(position: string): void;
  puts(output: LiveOutput): void;
  /** After it ended: of a timer, of a promise that nobody awaited. */
  adds(output: LiveOutput): void;
  ends(failure: LiveFailure | undefined): void;
  stops(reason: "asked" | "too long" | "broken"): void;
}

interface Job {
  readonly cell: RunnableCell;
  /** Runs for the sake of a later one: what it puts out stands in the page already. */
  readonly isQuiet: boolean;
  readonly whose: RunnableCell;
  /** Whether the cells that have to run before it have been looked for. */
  readonly isPlanned: boolean;
}

/** Waiting for a Worker takes as long as reading the library does. */
const startTime = 15_000;

/** Whether a script of the page is there, and its text. */
export const packedText = async (id: string): Promise<string | undefined> =>
  document.getElementById(id) ? unpack(id) : undefined;

/**
 * Runs the cells of a page in one Worker, one at a time, each after those before it that have not run as they stand.
 *
 * A Worker that says nothing for `patience` seconds is ended; what cells left in it goes, and comes back when they are
 * run again.
 */
export class LiveSession {
  readonly #cells: readonly RunnableCell[];
  readonly #sandbox: LiveSandbox;
  readonly #patience: () => number;
  /** What each cell was when it ran in the Worker that lives. */
  #ran = new Map<RunnableCell, string>();
  /** Trainings that were asked for: only those run again by themselves. */
  readonly #trained = new Set<RunnableCell>();
  /** Code that did not end: it does not run again for the sake of other cells. */
  readonly #stuck = new Map<RunnableCell, string>();
  /** What was asked last of what a cell needs. */
  #planned: { readonly asked: string; readonly needed: readonly unknown[] } | undefined;
  /** The cell that ended last in the Worker that lives. */
  #last: RunnableCell | undefined;
  /** The cell whose run ended last, where it was run for its own sake: it may still put something out. */
  #ended: RunnableCell | undefined;
  #queue: Job[] = [];
  #running: Job | undefined;
  /** The Worker that lives, or is being started. */
  #started: Promise<void> | undefined;
  /** Whether it has said anything yet. */
  #isHeard = false;
  #id = 0;
  /** Of the run whose outputs are heard; questions have ids, too. */
  #runId = 0;
  #timer: number | undefined;
  readonly #answers = new Map<number, (answer: unknown) => void>();
  readonly #whenIdle: (() => void)[] = [];
  /** What a job's cell was when it began. */
  readonly #sources = new WeakMap<Job, string>();

  constructor(cells: readonly RunnableCell[], page: Document, patience: () => number) {
    this.#cells = cells;
    this.#patience = patience;
    this.#sandbox = new LiveSandbox(page, {
      told: (text) => this.#receive(text),
      broke: () => this.#end("broken"),
    });
  }

  /** Starts the Worker, and has it read the cells, before the first of them is run. */
  async warm(): Promise<void> {
    if (this.#started || this.#running) return;
    const cells = this.#cells.map((one) => ({
      cell: one.position,
      source: one.source(),
      hasRun: false,
    }));
    await this.ask((id) => ({ kind: "plan", id, cells }));
  }

  /** Runs a cell, and first what it may need. */
  run(cell: RunnableCell): void {
    if (this.#queue.some((job) => job.cell === cell && !job.isQuiet)) return;
    if (cell.isTraining) this.#trained.add(cell);
    this.#queue.push({ cell, isQuiet: false, whose: cell, isPlanned: false });
    cell.waits();
    void this.#next();
  }

  /** Whether a cell runs for the sake of one after it, if that needs it. */
  #mayRun(cell: RunnableCell): boolean {
    if (this.#stuck.get(cell) === cell.source()) return false;
    return !cell.isTraining || this.#trained.has(cell);
  }

  #hasRun(cell: RunnableCell): boolean {
    return this.#ran.get(cell) === cell.source();
  }

  /** The cells that have to run before a job's, where any may: the Worker, which reads code, tells which. */
  async #before({ cell }: Job): Promise<Job[]> {
    const earlier = this.#cells
      .slice(0, this.#cells.indexOf(cell))
      .filter((one) => this.#mayRun(one));
    if (earlier.every((one) => this.#hasRun(one))) return [];
    const cells = [...earlier, cell].map((one) => ({
      cell: one.position,
      source: one.source(),
      hasRun: this.#hasRun(one),
    }));
    // Run again as it stands, a cell needs what it needed.
    const asked = JSON.stringify(cells.slice(0, -1)) + cell.source();
    const needed =
      this.#planned?.asked === asked
        ? this.#planned.needed
        : await this.ask((id) => ({ kind: "plan", id, cells }));
    if (!Array.isArray(needed)) return [];
    this.#planned = { asked, needed };
    const wanted = new Set(needed.map(String));
    return earlier
      .filter(({ position }) => wanted.has(position))
      .map((one) => ({ cell: one, isQuiet: !one.isEdited(), whose: cell, isPlanned: true }));
  }

  /** Runs what an output of a cell needs, if it has not run; the output itself stays. */
  async prepare(cell: RunnableCell): Promise<void> {
    if (this.#ran.get(cell) === cell.source()) return;
    this.#queue.push({ cell, isQuiet: true, whose: cell, isPlanned: false });
    void this.#next();
    if (this.#running) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  /** Asks the Worker something that is no cell, after the cells that wait; undefined where it ends before it answers. */
  async ask(question: (id: number) => ToLive): Promise<unknown> {
    const started = this.#start();
    await started;
    // It broke, or was stopped, before it could hear.
    if (this.#started !== started) return undefined;
    const id = ++this.#id;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#tell(question(id));
      if (!this.#running) this.#watch();
    });
  }

  /** Ends what runs; cells that wait do not run. */
  stop(): void {
    this.#end("asked");
  }

  #tell(message: ToLive): void {
    this.#sandbox.tell(JSON.stringify(message));
  }

  /** Whoever comes while a Worker is being started waits for the same one: what it is told before is lost. */
  #start(): Promise<void> {
    this.#started ??= this.#begin();
    return this.#started;
  }

  async #begin(): Promise<void> {
    try {
      window.klabLibrary ??= unpack("klab-packed");
      await this.#sandbox.start(await window.klabLibrary);
    } catch {
      this.#end("broken");
    }
  }

  async #next(): Promise<void> {
    if (this.#running) return;
    const job = this.#queue.shift();
    if (!job) {
      for (const resolve of this.#whenIdle.splice(0)) resolve();
      return;
    }
    this.#running = job;
    const { cell, isQuiet, whose } = job;
    await this.#start();
    if (this.#running !== job) return;
    if (!job.isPlanned) {
      // What an earlier cell left running may keep the Worker from answering.
      this.#watch();
      const before = await this.#before(job);
      if (this.#running !== job) return;
      if (before.length > 0) {
        this.#queue.unshift(...before, { ...job, isPlanned: true });
        this.#running = undefined;
        void this.#next();
        return;
      }
    }
    if (isQuiet) {
      if (whose !== cell && cell.isShown) whose.waitsFor(cell.position);
    } else cell.begins();
    this.#runId = ++this.#id;
    this.#sources.set(job, cell.source());
    this.#watch();
    this.#tell({ kind: "run", id: this.#runId, cell: cell.position, source: cell.source() });
  }

  /** Counts anew from every sign of life, while one is awaited: only a training may be silent. */
  #watch(): void {
    clearTimeout(this.#timer);
    const job = this.#running;
    const isTraining = job?.cell.isTraining && this.#sources.has(job);
    if (isTraining || (!job && this.#answers.size === 0)) return;
    const time = 1000 * this.#patience() + (this.#isHeard ? 0 : startTime);
    this.#timer = window.setTimeout(() => this.#end("too long"), time);
  }

  #receive(text: unknown): void {
    const message = checkMessage(text);
    if (!message) return;
    this.#isHeard = true;
    if (message.kind === "need") {
      const { script } = message;
      void packedText(script).then((found) =>
        this.#tell({ kind: "module", script, ...(found === undefined ? {} : { text: found }) }),
      );
      return;
    }
    if (message.kind === "answer") {
      this.#answers.get(message.id)?.(message.answer);
      this.#answers.delete(message.id);
      this.#watch();
      return;
    }
    const job = this.#running;
    // What an ended Worker still said.
    if (message.id !== this.#runId) return;
    if (!job) {
      if (message.kind === "output") this.#ended?.adds(message.output);
      return;
    }
    this.#watch();
    if (message.kind === "output") {
      if (!job.isQuiet) job.cell.puts(message.output);
      return;
    }
    this.#running = undefined;
    this.#watch();
    const { failure } = message;
    this.#stuck.delete(job.cell);
    this.#last = job.cell;
    this.#ended = job.isQuiet ? undefined : job.cell;
    if (!failure) this.#ran.set(job.cell, this.#sources.get(job) ?? "");
    if (!job.isQuiet || (failure && job.cell.isEdited())) job.cell.ends(failure);
    void this.#next();
  }

  #end(reason: "asked" | "too long" | "broken"): void {
    clearTimeout(this.#timer);
    this.#sandbox.stop();
    this.#started = undefined;
    this.#isHeard = false;
    this.#runId = ++this.#id;
    this.#ran = new Map();
    const jobs = [...(this.#running ? [this.#running] : []), ...this.#queue];
    this.#running = undefined;
    this.#queue = [];
    for (const resolve of this.#whenIdle.splice(0)) resolve();
    for (const resolve of this.#answers.values()) resolve(undefined);
    this.#answers.clear();
    const [first] = jobs;
    if (reason === "too long") {
      // One that had not begun is not to blame: the last that ran left something running.
      const stuck = first && this.#sources.has(first) ? first.cell : this.#last;
      if (stuck) this.#stuck.set(stuck, stuck.source());
    }
    this.#last = undefined;
    this.#ended = undefined;
    const isOwn = !first || first.cell === first.whose;
    const whose = new Set(jobs.map((job) => job.whose));
    // A cell that only ran for another's sake says so itself; the other runs without it.
    if (reason === "too long" && !isOwn) first.cell.stops(reason);
    for (const cell of whose) {
      if (reason === "too long" && (!isOwn || cell !== first?.whose)) this.run(cell);
      else cell.stops(reason);
    }
  }
}
