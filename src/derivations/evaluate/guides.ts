import type { Distribution } from "../../distributions/distribution";
import { isJoint } from "../joints/joint";
import { isLineDistribution } from "../joints/line-distribution";
import type { CallTerm, Term } from "../language/term";
import { children, freeNames, isBinder } from "../language/walk";
import { compileFamily, conditionalSource } from "./compile-distribution";
import { numberOf, type Site } from "./context";

/**
 * The distributions whose densities are taken at `variable` in a term: they tell a quadrature where the mass lies,
 * and where the kinks are.
 */
export function compileGuides(
  body: Term,
  variable: string,
  site: Site,
): () => readonly Distribution[] {
  const sources: (() => Distribution)[] = [];
  const seen = new Set<string>();
  const collect = (term: Term, bound: ReadonlySet<string>): void => {
    if (term.kind === "call" && !bound.has(term.name)) {
      const source = guideOf(term, variable, bound, site);
      const key = JSON.stringify([term.name, term.given, term.values.length]);
      if (source && !seen.has(key)) {
        seen.add(key);
        sources.push(source);
      }
    }
    const inner = isBinder(term) ? new Set([...bound, term.variable]) : bound;
    if (isBinder(term) && term.variable === variable) return;
    for (const child of children(term)) collect(child, inner);
  };
  collect(body, new Set([variable]));
  return () => sources.map((source) => source());
}

function guideOf(
  term: CallTerm,
  variable: string,
  bound: ReadonlySet<string>,
  site: Site,
): (() => Distribution) | undefined {
  const isAtVariable = term.values.some(
    (value) => value.kind === "name" && value.name === variable,
  );
  const definition = site.context.definitions.get(term.name);
  if (definition) {
    // A definition of the variable: look into its body under the parameter's name.
    const index = term.values.findIndex((v) => v.kind === "name" && v.name === variable);
    const parameter = definition.parameters[index];
    if (parameter === undefined || definition.parameters.length > 1) return undefined;
    const inner = compileGuides(definition.body, parameter, { ...site, bindings: new Map() });
    return inner().length > 0 ? () => inner()[0] : undefined;
  }
  if (!isAtVariable) return undefined;
  const outside = term.given.every((given) =>
    [...freeNames(given)].every((name) => !bound.has(name)),
  );
  const value = site.context.scope.get(term.name);
  if (isLineDistribution(value)) return () => value;
  if (typeof value === "function" && term.given.length > 0 && outside) {
    return compileFamily(term, site);
  }
  if (!isJoint(value)) return undefined;
  const [first, second] = value.variables;
  if (term.values.length === 2 && variable === second) {
    // p(x, z) along z: the conditional is at hand, the marginal would cost an integral at each of its points.
    const other = term.values.find((t) => t.kind === "name" && t.name === first);
    if (!other || bound.has(first)) return undefined;
    const at = numberOf(other, site);
    return () => value.conditional(second, at());
  }
  if (term.given.length > 0) return outside ? conditionalSource(term, value, site) : undefined;
  return value.variables.includes(variable) ? () => value.marginal(variable) : undefined;
}
