import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import { isLineDistribution } from "../joints/is-line-distribution";
import { isJoint, type Joint } from "../joints/joint";
import { builtInDistributions } from "../language/lexicon";
import type { CallTerm, Term } from "../language/term";
import { children, isBinder } from "../language/walk";
import { cellsOf } from "./cells-of";
import { compileDistribution, compileFamily, conditionalSource } from "./compile-distribution";
import { bind, type Cell, numberOf, type Site } from "./context";
import { familySource, jointFamily } from "./joint-family";
import { isArray } from "./resolve";
import { unfold } from "./unfold";

/**
 * The distributions whose densities are taken at a variable in a term: they tell a quadrature where the mass lies, and
 * where the kinks are.
 *
 * @param variable the name by which joint distributions know it
 * @param cell what the variable is bound to at `site`
 */
export function compileGuides(
  body: Term,
  variable: string,
  cell: Cell,
  site: Site,
): () => readonly Distribution[] {
  const sources: (() => Distribution)[] = [];
  const seen = new Set<string>();
  /** Variables of binders on the way in: what depends on them cannot guide. */
  const inner = new Set<Cell>([cell]);
  const collect = (typed: Term, typedAt: Site): void => {
    const { term, site: here } = unfold(typed, typedAt);
    if (term.kind === "call" && !here.bindings.has(term.name)) {
      const source = guideOf(term, here, { variable, cell, inner });
      const key = JSON.stringify([term.name, term.given, term.values.length]);
      if (source && !seen.has(key)) {
        seen.add(key);
        sources.push(source);
      }
    }
    if (!isBinder(term)) {
      for (const child of children(term)) collect(child, here);
      return;
    }
    if (here.bindings.get(term.variable) === cell && term.variable === variable) return;
    const own: Cell = { value: Number.NaN };
    inner.add(own);
    const inside = bind(here, term.variable, own);
    for (const child of children(term)) collect(child, child === term.body ? inside : here);
  };
  collect(body, site);
  return () => sources.map((source) => source());
}

interface Wanted {
  readonly variable: string;
  readonly cell: Cell;
  readonly inner: ReadonlySet<Cell>;
}

function guideOf(
  term: CallTerm,
  site: Site,
  { variable, cell, inner }: Wanted,
): (() => Distribution) | undefined {
  const isVariable = (value: Term): boolean => {
    const found = unfold(value, site);
    return found.term.kind === "name" && found.site.bindings.get(found.term.name) === cell;
  };
  if (!term.values.some(isVariable)) return undefined;
  const isOutside = term.given.every((given) =>
    cellsOf(given, site).every((found) => !inner.has(found)),
  );
  const value = site.context.scope.get(term.name);
  if (isLineDistribution(value)) return () => value;
  if (value === undefined && builtInDistributions.get(term.name) === term.given.length)
    return isOutside ? compileDistribution({ ...term, values: [] }, site) : undefined;
  if (value !== undefined && typeof value === "object" && isArray(value)) {
    const table = categorical(value);
    return () => table;
  }
  /** Of p(x, z) along one of the two. */
  const along = ([first, second]: readonly [string, string], get: () => Joint) => {
    if (variable === first) return () => get().marginal(first);
    // p(x, z) along z: the conditional is at hand, the marginal would cost an integral at each of its points.
    const other = term.values.find((t) => t.kind === "name" && t.name === first);
    if (variable !== second || !other) return undefined;
    if (cellsOf(other, site).some((found) => inner.has(found))) return undefined;
    const at = numberOf(other, site);
    return () => get().conditional(second, at());
  };
  if (typeof value === "function" && term.given.length > 0 && isOutside) {
    const family = jointFamily(term, site);
    if (!family) return compileFamily(term, site);
    if (term.values.length === 2) return along(family.variables, family.joint);
    return familySource(term, family, variable);
  }
  if (!isJoint(value)) return undefined;
  const [first, second] = value.variables;
  if (term.values.length === 2 && (variable === first || variable === second))
    return along(value.variables, () => value);
  if (term.given.length > 0) return isOutside ? conditionalSource(term, value, site) : undefined;
  const own = term.names?.[0] ?? variable;
  return value.variables.includes(own) ? () => value.marginal(own) : undefined;
}
