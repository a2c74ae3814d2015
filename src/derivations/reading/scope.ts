/** What a letter is bound to where it is read. */
export type Binding =
  /** Counts 1 … n: x_i is x[i]. */
  | { readonly kind: "index"; readonly last?: string }
  /** Runs over the values of a distribution: x_i is the value itself. */
  | { readonly kind: "value"; readonly index?: string }
  | { readonly kind: "variable" };

/** The binders around a place, innermost last. */
export class Scope {
  #last(isWanted: (entry: readonly [name: string, binding: Binding]) => boolean) {
    return [...this.#names].reverse().find(isWanted);
  }

  readonly #names: readonly (readonly [name: string, binding: Binding])[];

  constructor(names: readonly (readonly [name: string, binding: Binding])[] = []) {
    this.#names = names;
  }

  with(name: string, binding: Binding): Scope {
    return new Scope([...this.#names, [name, binding]]);
  }

  find(name: string): Binding | undefined {
    return this.#last(([known]) => known === name)?.[1];
  }

  /** How far an index counts. */
  lastOf(name: string): string | undefined {
    const binding = this.find(name);
    return binding?.kind === "index" ? binding.last : undefined;
  }

  isIndex(name: string): boolean {
    return this.find(name)?.kind === "index";
  }

  /** The value that x_i stands for, where a sum over values was written with an index. */
  valueOf(index: string, base: string): string | undefined {
    const isIts = ([name, binding]: readonly [string, Binding]): boolean =>
      binding.kind === "value" && binding.index === index && name === base.toLowerCase();
    return this.#last(isIts)?.[0];
  }

  /** The innermost variable that densities may be taken at. */
  get variable(): string | undefined {
    return this.#last(([, { kind }]) => kind !== "index")?.[0];
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }
}
