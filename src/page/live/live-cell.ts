import { CodeEditor } from "./code-editor";
import type { LiveFailure, LiveOutput } from "./live-messages";
import type { RunnableCell } from "./live-session";
import { liveWords, timeText } from "./live-words";
import { readableResults } from "./readable-results";
import { type ResultPage, showFailure, showResult } from "./show-results";
import { type SmallChoice, smallChoice } from "./small-choice";

/** What a cell of the page asks of the page. */
export interface LiveCellHost extends Omit<ResultPage, "exercise"> {
  readonly run: (cell: LiveCell) => void;
  readonly stop: () => void;
  readonly changed: (cell: LiveCell) => void;
  /** The fields of an exercise that a cell ends with. */
  readonly fields: (cell: LiveCell, blanks: readonly number[]) => HTMLElement;
}

/** A code cell of the page: its editor, its buttons, its outputs. */
export class LiveCell implements RunnableCell {
  readonly position: string;
  readonly isTraining: boolean;
  readonly isShown = true;
  /** The code that the page came with. */
  readonly original: string;
  readonly #element: HTMLElement;
  readonly #host: LiveCellHost;
  readonly #editor: CodeEditor;
  readonly #runButton: HTMLButtonElement;
  readonly #small: SmallChoice | undefined;
  readonly #resetButton: HTMLButtonElement;
  readonly #status: HTMLElement;
  readonly #outputs: HTMLElement;
  readonly #recorded: readonly Node[];
  readonly #resultsPage: ResultPage;
  #results: LiveOutput[] = [];
  #late: { readonly output: LiveOutput; readonly element: HTMLElement } | undefined;
  #begunAt = 0;
  #isBusy = false;

  constructor(element: HTMLElement, host: LiveCellHost) {
    const { page } = host;
    const { cell = "", live } = element.dataset;
    this.#element = element;
    this.#host = host;
    this.position = cell;
    this.isTraining = live === "training";
    const code = element.querySelector<HTMLElement>(".input code") as HTMLElement;
    this.original = code.textContent ?? "";
    this.#editor = new CodeEditor({
      code,
      label: liveWords.code(cell),
      changed: () => this.#edited(),
      run: () => this.#run(false),
    });
    const button = (text: string, act: () => void): HTMLButtonElement => {
      const made = page.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.addEventListener("click", act);
      return made;
    };
    this.#runButton = button(liveWords.run, () => (this.#isBusy ? host.stop() : this.#run(false)));
    this.#runButton.className = "run";
    this.#small = smallChoice(element, page, () => this.#run(true));
    this.#resetButton = button(liveWords.reset, () => this.reset());
    this.#resetButton.hidden = true;
    this.#status = page.createElement("span");
    this.#status.setAttribute("role", "status");
    const bar = page.createElement("div");
    bar.className = "live-bar";
    const small = this.#small ? [this.#small.button] : [];
    bar.append(this.#runButton, ...small, this.#resetButton, this.#status);
    for (const text of [this.isTraining ? liveWords.training : "", this.#small?.note ?? ""]) {
      if (text === "") continue;
      const note = page.createElement("p");
      note.className = "note";
      note.textContent = text;
      bar.append(note);
    }
    const input = element.querySelector(".input");
    // From the code the keyboard comes to 运行 first.
    input?.insertBefore(bar, input.querySelector(":scope > .copy"));
    const outputs = element.querySelector<HTMLElement>(".outputs") ?? page.createElement("div");
    if (!outputs.isConnected) {
      outputs.className = "outputs";
      outputs.hidden = true;
      element.append(outputs);
    }
    this.#outputs = outputs;
    const exercise = (blanks: readonly number[]): HTMLElement => host.fields(this, blanks);
    this.#resultsPage = { ...host, exercise };
    const blanks = (element.dataset.blanks ?? "").split(" ").filter(Boolean).map(Number);
    if (blanks.length > 0) outputs.append(exercise(blanks));
    this.#recorded = [...outputs.childNodes];
  }

  /** The code as it stands in the page. */
  get text(): string {
    return this.#editor.text;
  }

  source(): string {
    return this.#small?.code(this.text) ?? this.text;
  }

  isEdited(): boolean {
    return this.text !== this.original;
  }

  #run(isSmall: boolean): void {
    const problem = isSmall ? this.#small?.problem(this.text) : undefined;
    if (problem !== undefined) {
      this.#say(problem);
      return;
    }
    if (this.#small) this.#small.isOn = isSmall;
    this.#host.run(this);
    // The button that was pressed is gone while the cell runs.
    if (isSmall) this.#runButton.focus();
  }

  /** Puts code of a saved page or an earlier visit in place. */
  restore(text: string): void {
    this.#editor.text = text;
    this.#edited();
  }

  /** The code and the outputs that the page came with. */
  reset(): void {
    this.#editor.text = this.original;
    if (this.#small) this.#small.isOn = false;
    this.#outputs.replaceChildren(...this.#recorded);
    this.#outputs.hidden = this.#recorded.length === 0;
    this.#results = [];
    this.#edited();
    this.#say("");
    this.#runButton.focus();
  }

  #edited(): void {
    const isEdited = this.isEdited();
    this.#resetButton.hidden = !isEdited && this.#results.length === 0;
    this.#element.classList.toggle("edited", isEdited);
    const isOutdated = isEdited && this.#results.length === 0 && this.#recorded.length > 0;
    this.#say(isOutdated ? liveWords.outdated : isEdited ? liveWords.edited : "");
    this.#host.changed(this);
  }

  #say(text: string): void {
    // On paper, too: there the rest of the bar is not.
    this.#element.classList.toggle("outdated", text === liveWords.outdated);
    this.#status.textContent = text;
  }

  #busy(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#runButton.textContent = isBusy ? liveWords.stop : liveWords.run;
    if (this.#small) this.#small.button.hidden = isBusy;
    this.#element.classList.toggle("running", isBusy);
  }

  waits(): void {
    this.#busy(true);
    this.#say(liveWords.waiting);
  }

  waitsFor(position: string): void {
    this.#say(liveWords.before(position));
  }

  begins(): void {
    this.#busy(true);
    this.#editor.mark(undefined);
    this.#say(liveWords.running);
    this.#results = [];
    this.#begunAt = performance.now();
    this.#outputs.replaceChildren();
    this.#element.querySelector(".never-ran")?.remove();
  }

  puts(output: LiveOutput): void {
    const last = this.#results.at(-1);
    const place =
      output.kind === "display" && output.update
        ? this.#results.findIndex(
            (one) => one.kind === "display" && one.displayId === output.displayId,
          )
        : -1;
    if (place >= 0) this.#results[place] = output;
    else if (output.kind === "stream" && last?.kind === "stream" && last.name === output.name) {
      this.#results[this.#results.length - 1] = { ...last, text: last.text + output.text };
    } else this.#results.push(output);
    // While it runs, text shows as it comes; figures are drawn once, at the end.
    const words = this.#results.filter(
      (one) => one.kind === "stream" || Object.keys(one.data).join() === "text/plain",
    );
    const shown = words.map((one) =>
      one.kind === "stream"
        ? one
        : ({ ...one, data: { "text/plain": one.data["text/plain"] } } as const),
    );
    this.#show(shown);
  }

  adds(output: LiveOutput): void {
    const last = this.#late;
    const isMore =
      output.kind === "stream" &&
      last?.output.kind === "stream" &&
      last.output.name === output.name &&
      last.element === this.#outputs.lastElementChild;
    const whole = isMore ? { ...output, text: last.output.text + output.text } : output;
    const element = showResult(whole, this.#resultsPage);
    if (!element) return;
    if (isMore) last.element.replaceWith(element);
    else this.#outputs.append(element);
    this.#late = { output: whole, element };
    this.#outputs.hidden = false;
  }

  #show(outputs: readonly LiveOutput[]): void {
    const elements = outputs.flatMap((output) => showResult(output, this.#resultsPage) ?? []);
    this.#outputs.hidden = elements.length === 0;
    this.#outputs.replaceChildren(...elements);
  }

  ends(failure: LiveFailure | undefined): void {
    this.#busy(false);
    this.#show(readableResults(this.#results));
    this.#outputs.closest("details")?.setAttribute("open", "");
    this.#resetButton.hidden = false;
    const time = performance.now() - this.#begunAt;
    const done = this.#small?.isOn ? liveWords.doneSmall : liveWords.done;
    this.#say(failure ? liveWords.failed : done(timeText(time)));
    if (failure) {
      const block = showFailure(failure, this.#host.page, (line) => this.#editor.goTo(line));
      this.#outputs.append(block);
      this.#outputs.hidden = false;
      this.#editor.mark(failure.line);
      this.#say(
        failure.line === undefined
          ? liveWords.failed
          : `${liveWords.failed}，${liveWords.failedAt(failure.line)}`,
      );
    }
    const detail = { outputs: this.#results, failure, time };
    this.#element.dispatchEvent(new CustomEvent("klab-ran", { bubbles: true, detail }));
  }

  stops(reason: "asked" | "too long" | "broken"): void {
    this.#busy(false);
    const seconds = Number(this.#host.page.body.dataset.patience ?? 5);
    const text = {
      asked: liveWords.stopped,
      "too long": liveWords.tooLong(seconds),
      broken: liveWords.broken,
    }[reason];
    this.#say(text);
    this.#resetButton.hidden = !this.isEdited() && this.#results.length === 0;
    const detail = { outputs: this.#results, stopped: reason };
    this.#element.dispatchEvent(new CustomEvent("klab-ran", { bubbles: true, detail }));
  }
}
