/** What can call a check off: an AbortSignal, or anything with its flag. */
export interface Interruption {
  readonly aborted: boolean;
}

/** The time of a check, and of the part of it that is being done. */
export class Clock {
  readonly #end: number;
  readonly #signal: Interruption | undefined;
  #partEnd: number;

  constructor(seconds: number, signal?: Interruption) {
    this.#end = Date.now() + 1000 * seconds;
    this.#partEnd = this.#end;
    this.#signal = signal;
  }

  isOver(): boolean {
    return Date.now() > this.#partEnd || this.#signal?.aborted === true;
  }

  /** When a part of what ends at `end` has to end: half of the time is its, all of it where it is the last. */
  half(parts: number, end: number = this.#end): number {
    const now = Date.now();
    return now + Math.max(0, end - now) / (parts > 1 ? 2 : 1);
  }

  /** Gives what comes now the time until `end`. */
  allot(end: number): void {
    this.#partEnd = end;
  }
}
