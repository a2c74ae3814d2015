import type { WorldFunction } from "./world";

/** Under which a function of a world that klab made keeps how a reader writes it, by the name it has there. */
const descriptionKey: unique symbol = Symbol.for("klab.derivation.description");

type Describe = (name: string) => string;

/** The function, with words for it: its source says nothing to a reader where it uses what stands round it. */
export function described<F extends WorldFunction>(f: F, describe: Describe): F {
  return Object.defineProperty(f, descriptionKey, { value: describe });
}

/** The words for a function that has some. */
export function descriptionOf(f: WorldFunction, name: string): string | undefined {
  const { [descriptionKey]: describe } = f as { readonly [descriptionKey]?: Describe };
  return describe?.(name);
}
