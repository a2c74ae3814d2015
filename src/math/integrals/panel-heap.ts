import type { Panel } from "./gauss-kronrod";

export interface HeapEntry {
  readonly panel: Panel;
  /** How many bisections in a row have not reduced the error. */
  readonly stalls: number;
}

/** Panels in order of their error, with running totals that tell when to stop. */
export class PanelHeap {
  readonly #entries: HeapEntry[] = [];
  /** Σ error of the panels inside, up to rounding. */
  error = 0;
  /** Σ magnitude of all panels ever pushed whose parents were popped: an estimate of ∫|f|. */
  magnitude = 0;

  get size(): number {
    return this.#entries.length;
  }

  entries(): readonly HeapEntry[] {
    return this.#entries;
  }

  push(entry: HeapEntry): void {
    const entries = this.#entries;
    this.error += entry.panel.error;
    this.magnitude += entry.panel.magnitude;
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (entries[parent].panel.error >= entry.panel.error) break;
      entries[at] = entries[parent];
      at = parent;
    }
    entries[at] = entry;
  }

  /** Removes and returns the entry with the largest error; the heap must not be empty. */
  pop(): HeapEntry {
    const entries = this.#entries;
    const top = entries[0];
    const last = entries.pop() ?? top;
    this.error = Math.max(0, this.error - top.panel.error);
    this.magnitude -= top.panel.magnitude;
    if (entries.length > 0) this.#sink(last);
    return top;
  }

  #sink(entry: HeapEntry): void {
    const entries = this.#entries;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= entries.length) break;
      const right = child + 1;
      if (right < entries.length && entries[right].panel.error > entries[child].panel.error) {
        child = right;
      }
      if (entries[child].panel.error <= entry.panel.error) break;
      entries[at] = entries[child];
      at = child;
    }
    entries[at] = entry;
  }
}
