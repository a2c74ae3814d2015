import type { Term } from "../language/term";
import { children, isBinder, workedOut } from "../language/walk";
import { type Binding, insideDefinition, isThunk, type Site } from "./context";

/** A term and where it stands: what its names mean depends on the place. */
export interface Located {
  readonly term: Term;
  readonly site: Site;
}

/**
 * What a term is short for: the body of a definition with the arguments in it, so that its structure can be seen. The
 * term itself where it is short for nothing, or where an argument is too costly to be evaluated at each of its places.
 */
export function unfold(term: Term, site: Site): Located {
  let found: Located = { term, site };
  for (;;) {
    const next = unfoldOnce(found);
    if (!next) return found;
    found = next;
  }
}

function unfoldOnce({ term, site }: Located): Located | undefined {
  if (term.kind !== "name" && term.kind !== "call") return undefined;
  const binding = site.bindings.get(term.name);
  if (binding) return term.kind === "name" && isThunk(binding) ? binding : undefined;
  const definition = site.context.definitions.get(term.name);
  if (!definition) return undefined;
  const values = term.kind === "call" ? [...term.values, ...term.given] : [];
  const { parameters, body } = definition;
  if (parameters.length !== values.length) return undefined;
  if (!values.every((value) => isCheap(value, site))) return undefined;
  const bindings = new Map<string, Binding>([
    ...captured(parameters, site),
    ...parameters.map((name, i) => [name, { term: values[i], site }] as const),
  ]);
  return { term: body, site: insideDefinition(site, term.name, bindings) };
}

/** `L := … θ …` is short for what it stands for, so that argmax(θ, L) moves the θ in it. */
export function captured(
  parameters: readonly string[],
  { bindings, context }: Site,
): readonly (readonly [string, Binding])[] {
  if (parameters.length > 0) return [];
  return [...bindings].filter(([name]) => context.grid.has(name));
}

const isCostly = (term: Term): boolean => isBinder(term) || workedOut.has(term.kind);

/** True where no sum, integral or divergence has to be worked out for a value: it may be asked for in several places. */
export function isCheap(term: Term, site: Site): boolean {
  if (term.kind === "blank") return false;
  return !containsUnfolded(term, site, isCostly);
}

/** True where a term, or what stands behind its names, holds one that satisfies the test. */
export function containsUnfolded(term: Term, site: Site, test: (t: Term) => boolean): boolean {
  if (test(term)) return true;
  if (children(term).some((child) => containsUnfolded(child, site, test))) return true;
  if (term.kind !== "name" && term.kind !== "call") return false;
  const binding = site.bindings.get(term.name);
  if (binding) return isThunk(binding) && containsUnfolded(binding.term, binding.site, test);
  const definition = site.context.definitions.get(term.name);
  if (!definition) return false;
  return containsUnfolded(definition.body, insideDefinition(site, term.name, new Map()), test);
}

/** True where two terms are written alike and their names mean the same: they have one value. */
export function isSame(a: Located, b: Located): boolean {
  const [x, y] = [unfold(a.term, a.site), unfold(b.term, b.site)];
  if (x.term.kind !== y.term.kind) return false;
  const [one, two] = [x.term, y.term];
  if ("name" in one && "name" in two) {
    if (one.name !== two.name) return false;
    if (x.site.bindings.get(one.name) !== y.site.bindings.get(two.name)) return false;
  }
  if (one.kind === "number" && two.kind === "number") return one.value === two.value;
  if ("operator" in one && "operator" in two && one.operator !== two.operator) return false;
  // What binds a variable may call it by another name; such terms are not looked into.
  if (isBinder(one)) return one === two && x.site.bindings === y.site.bindings;
  const [first, second] = [children(one), children(two)];
  if (one.kind === "call" && two.kind === "call" && one.given.length !== two.given.length) {
    return false;
  }
  return (
    first.length === second.length &&
    first.every((t, i) => isSame({ term: t, site: x.site }, { term: second[i], site: y.site }))
  );
}
