import type { LiveOutput } from "../live-messages";

/** Characters that a cell may put out: what a page shows without being held up. */
export const mostOutput = 1_000_000;

/** Characters of figures, tables and other displays, and how many of them. */
const mostDisplayed = 20_000_000;
export const mostDisplays = 500;

/** How long printed text is held back, so that a loop that prints does not send a message a line. */
const interval = 50;

/** Outputs of the running cell on their way to the page: text is gathered, all is counted. */
export class OutputSink {
  #pending: { name: "stdout" | "stderr"; text: string } | undefined;
  #sentAt = 0;
  #length = 0;
  #displayed = 0;
  #displays = 0;
  #isAwaited = false;

  constructor(
    private readonly send: (output: LiveOutput) => void,
    private readonly now: () => number,
    /** Does something after so many milliseconds: what a timer prints last is held back by nothing after it. */
    private readonly after: (milliseconds: number, act: () => void) => void = () => {},
  ) {}

  /** A new cell begins. */
  reset(): void {
    this.flush();
    this.#length = 0;
    this.#displayed = 0;
    this.#displays = 0;
    this.#sentAt = this.now();
  }

  /** @throws RangeError when the cell has put out too much */
  write(name: "stdout" | "stderr", text: string): void {
    this.#count(text.length);
    if (this.#pending?.name !== name) this.flush();
    this.#pending = { name, text: (this.#pending?.text ?? "") + text };
    if (this.now() - this.#sentAt >= interval) this.flush();
    if (!this.#pending || this.#isAwaited) return;
    this.#isAwaited = true;
    this.after(interval, () => {
      this.#isAwaited = false;
      this.flush();
    });
  }

  /** @throws RangeError when the cell has displayed too much; what takes the place of another is no further display */
  display(output: LiveOutput & { readonly kind: "display" }): void {
    this.flush();
    if (!output.update) {
      this.#displays += 1;
      this.#displayed += JSON.stringify(output.data).length;
    }
    if (this.#displays > mostDisplays || this.#displayed > mostDisplayed) {
      throw new RangeError(
        `显示的内容超过${mostDisplays}项或${mostDisplayed}个字符，已停止 / stopped: more than ${mostDisplays} displays or ${mostDisplayed} characters of them`,
      );
    }
    this.send(output);
    this.#sentAt = this.now();
  }

  flush(): void {
    if (!this.#pending) return;
    this.send({ kind: "stream", ...this.#pending });
    this.#pending = undefined;
    this.#sentAt = this.now();
  }

  #count(length: number): void {
    this.#length += length;
    if (this.#length <= mostOutput) return;
    throw new RangeError(
      `输出超过${mostOutput}个字符，已停止 / stopped: more than ${mostOutput} characters of output`,
    );
  }
}
