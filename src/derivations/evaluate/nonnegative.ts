import { isJoint } from "../joints/joint";
import { isLineDistribution } from "../joints/line-distribution";
import type { Term } from "../language/term";
import { insideDefinition, type Site } from "./context";
import { isArray } from "./resolve";

/** True where a term cannot be negative whatever its variables are, so that its logarithm may be taken apart. */
export function isNonnegative(term: Term, site: Site): boolean {
  const of = (t: Term): boolean => isNonnegative(t, site);
  switch (term.kind) {
    case "number":
      return term.value >= 0;
    case "name": {
      const value = site.context.scope.get(term.name);
      if (site.bindings.has(term.name)) return false;
      return term.name === "m" || term.name === "π" || (typeof value === "number" && value >= 0);
    }
    case "call": {
      const definition = site.context.definitions.get(term.name);
      if (definition)
        return isNonnegative(definition.body, insideDefinition(site, term.name, new Map()));
      const value = site.context.scope.get(term.name);
      if (value === undefined) return false;
      if (typeof value === "function") return term.given.length > 0;
      return (
        isLineDistribution(value) || isJoint(value) || (typeof value !== "number" && isArray(value))
      );
    }
    case "elementary":
      return ["exp", "sqrt", "abs", "sigmoid", "softplus"].includes(term.name);
    case "measure":
    case "divergence":
      return true;
    case "binary":
      if (term.operator === "-") return false;
      if (term.operator === "^") return of(term.left);
      return of(term.left) && of(term.right);
    case "extreme":
      return term.terms.every(of);
    case "fold":
    case "supportFold":
    case "expectation":
      return of(term.body);
    default:
      return false;
  }
}
