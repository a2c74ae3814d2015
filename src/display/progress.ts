import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import { interruptCheck } from "../words/interrupt-check";
import { callable, checkedLater, list } from "../words/option-kinds";
import { type DisplayAdapter, deliver, kernelAdapters } from "./adapters";

/** How `progress` shows itself. */
export interface ProgressOptions {
  /** Where the line is shown, first that accepts; default: tslab, Deno. */
  readonly adapters?: readonly DisplayAdapter[];
  /** A clock in milliseconds. */
  readonly now?: () => number;
  readonly locale?: "zh-CN" | "en";
}

/** What `progress` returns: the same items, seen one by one. */
export interface Progress<T> extends Iterable<T>, AsyncIterable<T> {}

// Quicker than a reader's eye is no use, and each message costs the kernel a millisecond.
const interval = 100;
const width = 24;
let bars = 0;

/**
 * The items of `source`, one by one, with a line in the cell that says how far the loop is and how long it
 * will still take.
 *
 * The line is updated in place; its last state holds no times, so that a notebook run again is the same. A loop
 * left early says where, and so does one that awaits, when its cell is interrupted: it ends at the next item, by an
 * error. Outside a notebook nothing is shown.
 *
 * @param source an iterable, an async iterable, or a total n for 0 … n − 1
 * @param label what is going on
 * @param options `adapters`, `now`, `locale`
 * @throws RangeError if a total is no integer ≥ 0; TypeError if `source` cannot be iterated
 *
 * @example
 * [...progress(3, "计数")]; // [0, 1, 2]
 * [...progress(["甲", "乙"])]; // ["甲", "乙"]
 */
export function progress<T = number>(
  source: Iterable<T> | AsyncIterable<T> | number,
  label: string = "",
  options: ProgressOptions = {},
): Progress<T> {
  checkOptions("progress", options, {
    adapters: list(callable),
    now: callable,
    locale: checkedLater,
  });
  if (typeof label !== "string") {
    throw shapeError(
      "progress",
      `label 应为文字，给的是 ${label === null ? "null" : typeof label}`,
      `label must be a text, got ${label === null ? "null" : typeof label}`,
    );
  }
  const items = typeof source === "number" ? (count(source) as Iterable<T>) : source;
  const total = totalOf(source);
  if (!isIterable(items) && !isAsyncIterable(items)) {
    throw new TypeError(
      "progress: source 应可迭代，或是次数 / source must be iterable, or a number of rounds",
    );
  }
  return {
    *[Symbol.iterator](): Iterator<T> {
      if (!isIterable(items)) {
        throw new TypeError("progress: 异步来源请用 for await / use for await for an async source");
      }
      const line = new ProgressLine(label, total, options);
      try {
        for (const item of items) {
          yield item;
          line.tick();
        }
        line.complete();
      } finally {
        line.close();
      }
    },
    async *[Symbol.asyncIterator](): AsyncIterator<T> {
      const line = new ProgressLine(label, total, options);
      try {
        for await (const item of items) {
          yield item;
          line.tick();
        }
        line.complete();
      } finally {
        line.close();
      }
    },
  };
}

/** One line of text in a cell, replaced as the count goes up. */
class ProgressLine {
  readonly #adapters: readonly DisplayAdapter[];
  readonly #now: () => number;
  readonly #check = interruptCheck("progress");
  readonly #displayId: string;
  readonly #start: number;
  #shownAt: number;
  #done = 0;
  #shown = false;
  #whole = false;

  constructor(
    readonly label: string,
    readonly total: number | undefined,
    readonly options: ProgressOptions,
  ) {
    this.#adapters = options.adapters ?? kernelAdapters();
    this.#now = options.now ?? Date.now;
    this.#start = this.#now();
    this.#shownAt = this.#start;
    // Apart within one kernel and between two runs of it; an output of an old run is never updated.
    this.#displayId = `klab-progress-${this.#start.toString(36)}-${bars++}`;
    this.#show(this.#text());
  }

  tick(): void {
    this.#done++;
    this.#check();
    const now = this.#now();
    if (now - this.#shownAt < interval) return;
    this.#shownAt = now;
    this.#show(this.#text(now));
  }

  complete(): void {
    this.#whole = true;
  }

  close(): void {
    const zh = this.options.locale !== "en";
    const end = this.#whole ? (zh ? "完成" : "done") : zh ? "中止" : "stopped";
    this.#show(`${this.#text()} ${end}`);
  }

  #show(text: string): void {
    const update = this.#shown;
    this.#shown = deliver(
      { data: { "text/plain": text }, displayId: this.#displayId, update },
      this.#adapters,
    );
  }

  #text(now?: number): string {
    const { label, total } = this;
    const head = label ? `${label} ` : "";
    const left = now === undefined ? "" : this.#timeText(now);
    if (!total) return `${head}${this.#done}${left}`;
    const filled = Math.round((width * this.#done) / total);
    const bar = "█".repeat(filled) + "░".repeat(width - filled);
    return `${head}${bar} ${this.#done}/${total}${left}`;
  }

  #timeText(now: number): string {
    const zh = this.options.locale !== "en";
    const elapsed = (now - this.#start) / 1000;
    const { total } = this;
    if (!total || this.#done === 0) return `${zh ? "，已用" : ", elapsed"} ${seconds(elapsed)}`;
    return `${zh ? "，还需" : ", left"} ${seconds((elapsed / this.#done) * (total - this.#done))}`;
  }
}

function* count(total: number): Generator<number> {
  for (let i = 0; i < total; i++) yield i;
}

function totalOf(source: unknown): number | undefined {
  if (typeof source === "number") {
    if (Number.isSafeInteger(source) && source >= 0) return source;
    throw new RangeError(
      `progress: 次数是 ${source}，应为 ≥ 0 的整数 / the number of rounds is ${source}; give an integer ≥ 0`,
    );
  }
  const { length, size } = (source ?? {}) as { length?: unknown; size?: unknown };
  return typeof length === "number" ? length : typeof size === "number" ? size : undefined;
}

const isIterable = (value: unknown): value is Iterable<never> =>
  typeof (value as Iterable<never> | null)?.[Symbol.iterator] === "function";

const isAsyncIterable = (value: unknown): value is AsyncIterable<never> =>
  typeof (value as AsyncIterable<never> | null)?.[Symbol.asyncIterator] === "function";

const seconds = (value: number): string =>
  value < 90 ? `${value.toFixed(value < 10 ? 1 : 0)} s` : `${Math.round(value / 60)} min`;
