import type { LiveOutput } from "../live-messages";

/** Characters that a cell may put out: what a page shows without being held up. */
export const mostOutput = 1_000_000;

/** How long printed text is held back, so that a loop that prints does not send a message a line. */
const interval = 50;

/** Outputs of the running cell on their way to the page: text is gathered, all is counted. */
export class OutputSink {
  #pending: { name: "stdout" | "stderr"; text: string } | undefined;
  #sentAt = 0;
  #length = 0;

  constructor(
    private readonly send: (output: LiveOutput) => void,
    private readonly now: () => number,
  ) {}

  /** A new cell begins. */
  reset(): void {
    this.flush();
    this.#length = 0;
    this.#sentAt = this.now();
  }

  /** @throws RangeError when the cell has put out too much */
  write(name: "stdout" | "stderr", text: string): void {
    this.#count(text.length);
    if (this.#pending?.name !== name) this.flush();
    this.#pending = { name, text: (this.#pending?.text ?? "") + text };
    if (this.now() - this.#sentAt >= interval) this.flush();
  }

  display(output: LiveOutput): void {
    this.flush();
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
