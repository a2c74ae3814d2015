/** A tensor, as far as a tape knows it. */
interface Kept {
  readonly record: { readonly tapes: readonly Tape[] } | undefined;
  forget(): void;
}

/**
 * What was made while one derivative was under way: it knows what to let go of at its end, also of what the value does not
 * depend on, and where f threw.
 */
export class Tape {
  readonly #made: Kept[] = [];
  #isOpen = true;

  get isOpen(): boolean {
    return this.#isOpen;
  }

  keep(made: Kept): void {
    this.#made.push(made);
  }

  /** Nobody differentiates by these variables any more; what another derivative needs as well stays as it is. */
  end(): void {
    this.#isOpen = false;
    for (const each of this.#made.splice(0)) {
      if (!each.record?.tapes.some(({ isOpen }) => isOpen)) each.forget();
    }
  }
}

/** The tapes of all derivatives that are under way for one of these. */
export function tapesOf(parents: readonly Kept[]): readonly Tape[] {
  let found: readonly Tape[] = [];
  for (const { record } of parents) {
    if (!record || record.tapes === found) continue;
    found = found.length === 0 ? record.tapes : [...new Set([...found, ...record.tapes])];
  }
  return found;
}
