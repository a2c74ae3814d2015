import type { ExtremeTerm } from "../language/term";
import { freeNames } from "../language/walk";
import type { Site } from "./context";

/** True for max(θ, f(θ)) over a parameter of the world: the greatest value of f, not the greater of two numbers. */
export function isOverParameter({ terms }: ExtremeTerm, site: Site): boolean {
  const [name, body] = terms;
  return (
    terms.length === 2 &&
    name.kind === "name" &&
    site.context.grid.has(name.name) &&
    !site.bindings.has(name.name) &&
    freeNames(body).has(name.name)
  );
}
