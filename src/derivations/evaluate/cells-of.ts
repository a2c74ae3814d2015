import type { Term } from "../language/term";
import { freeNames } from "../language/walk";
import { type Cell, isThunk, type Site } from "./context";

/** Cells that a term's value depends on, through definitions and what they were given. */
export function cellsOf(term: Term, site: Site): Cell[] {
  const cells = new Set<Cell>();
  collect(term, site, cells);
  return [...cells];
}

function collect(term: Term, site: Site, cells: Set<Cell>): void {
  const names = new Set(freeNames(term));
  for (const name of names) {
    const definition = site.context.definitions.get(name);
    if (definition) for (const inner of freeNames(definition.body)) names.add(inner);
  }
  for (const name of names) {
    const binding = site.bindings.get(name) ?? site.context.free.get(name);
    if (!binding) continue;
    if (isThunk(binding)) collect(binding.term, binding.site, cells);
    else cells.add(binding);
  }
}
