/** What can call a check off: an AbortSignal, or anything with its flag. */
export interface Interruption {
  readonly aborted: boolean;
}

/** The time that a process has used, in milliseconds, where that can be asked. */
export type UsedTime = () => number | undefined;

/** Where a machine is busy with other things a check may last so many times its budget, and no longer. */
const patience = 2;

/** The time of a check, and of the part of it that is being done: what the check itself uses, not what others take from it. */
export class Clock {
  readonly #start = Date.now();
  readonly #used: UsedTime;
  readonly #usedAtStart: number | undefined;
  readonly #length: number;
  readonly #signal: Interruption | undefined;
  #partEnd: number;
  #workStart = 0;
  #workLength = Number.POSITIVE_INFINITY;

  constructor(seconds: number, signal?: Interruption, used: UsedTime = processorTime) {
    this.#length = 1000 * seconds;
    this.#partEnd = this.#length;
    this.#signal = signal;
    this.#used = used;
    this.#usedAtStart = used();
  }

  isOver(): boolean {
    // What is used is never more than what has passed, which is cheaper to ask.
    const isLate = Date.now() - this.#start > this.#partEnd && this.#elapsed() > this.#partEnd;
    return isLate || this.isUsedUp() || this.#signal?.aborted === true;
  }

  /** True where what `limit` allows was used: on a busy machine the part may end before. */
  isUsedUp(): boolean {
    if (this.#workLength === Number.POSITIVE_INFINITY) return false;
    return this.#worked() - this.#workStart > this.#workLength;
  }

  /** When a part of what ends at `end` has to end: half of the time is its, all of it where it is the last. */
  half(parts: number, end: number = this.#length): number {
    const now = this.#elapsed();
    return now + Math.max(0, end - now) / (parts > 1 ? 2 : 1);
  }

  /** Gives what comes now the time until `end`. */
  allot(end: number): void {
    this.#partEnd = end;
    this.#workLength = Number.POSITIVE_INFINITY;
  }

  /** Lets what comes now, until the next `allot` or `limit`, use so many seconds, however long others make them last. */
  limit(seconds: number): void {
    this.#workStart = this.#worked();
    this.#workLength = 1000 * seconds;
  }

  /** What was used, where that can be asked, else what has passed. */
  #worked(): number {
    const passed = Date.now() - this.#start;
    const now = this.#used();
    if (now === undefined || this.#usedAtStart === undefined) return passed;
    return Math.min(passed, now - this.#usedAtStart);
  }

  #elapsed(): number {
    return Math.max(this.#worked(), (Date.now() - this.#start) / patience);
  }
}

/** Of Node; elsewhere the time that passes is all there is. */
function processorTime(): number | undefined {
  const { process } = globalThis as {
    process?: { cpuUsage?(): { readonly user: number; readonly system: number } };
  };
  if (typeof process?.cpuUsage !== "function") return undefined;
  try {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return undefined;
  }
}
