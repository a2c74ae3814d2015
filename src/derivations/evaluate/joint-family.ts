import { isJoint, type Joint } from "../joints/joint";
import type { CallTerm, Term } from "../language/term";
import { failKind, type Num, numberOf, type Site } from "./context";
import type { DistributionSource } from "./resolve";

/** A family of joint distributions at the place of a call: p(x, z | θ), p(x | z, θ), p(z | x, θ), p(x | θ). */
export interface JointFamilyCall {
  readonly variables: readonly [string, string];
  readonly joint: () => Joint;
  /** What is given beside the parameters: a variable's value. */
  readonly condition: { readonly name: string | undefined; readonly value: Num } | undefined;
}

/**
 * The joint family that `term` names, if the world's function makes joint distributions.
 *
 * What kind of thing the function makes is seen by calling it once, with the middle of each parameter's range.
 */
export function jointFamily(term: CallTerm, site: Site): JointFamilyCall | undefined {
  const family = site.context.scope.get(term.name);
  if (typeof family !== "function" || term.given.length === 0) return undefined;
  const arity = family.length || 1;
  if (term.given.length < arity) return undefined;
  const tried = probe(term.given.slice(-arity), family as Family, site);
  if (!tried) return undefined;
  const { variables } = tried;
  const isVariable = (given: Term): boolean => variables.includes(nameOf(given) ?? "");
  const named = term.given.filter(isVariable);
  const parameters =
    named.length > 0 ? term.given.filter((t) => !isVariable(t)) : term.given.slice(-arity);
  const conditions = term.given.filter((t) => !parameters.includes(t));
  if (parameters.length !== arity || conditions.length > 1) {
    throw failKind(
      site,
      term.at,
      `${term.name} 有 ${arity} 个参数，变量是 ${variables.join("、")}：写 ${term.name}(${variables[1]} | ${variables[0]}, θ)`,
      `${term.name} takes ${arity} parameters and has the variables ${variables.join(", ")}: write ${term.name}(${variables[1]} | ${variables[0]}, θ)`,
    );
  }
  const numbers = parameters.map((parameter) => numberOf(parameter, site));
  const [condition] = conditions;
  return {
    variables,
    joint: remembered(numbers, family as Family),
    condition: condition && { name: nameOf(condition), value: numberOf(condition, site) },
  };
}

type Family = (...values: number[]) => unknown;

/** x of x and of x[i]. */
const nameOf = (term: Term): string | undefined =>
  term.kind === "name" || term.kind === "index" ? term.name : undefined;

function probe(parameters: readonly Term[], family: Family, site: Site): Joint | undefined {
  const values = parameters.map((parameter) => {
    const points = parameter.kind === "name" ? site.context.grid.get(parameter.name) : undefined;
    if (points) return points[Math.floor(points.length / 2)];
    const value = parameter.kind === "name" ? site.context.scope.get(parameter.name) : undefined;
    return typeof value === "number" ? value : 0.5;
  });
  try {
    const made = family(...values);
    return isJoint(made) ? made : undefined;
  } catch {
    return undefined; // what the values are out of range for will say so itself
  }
}

const most = 64;

function remembered(numbers: readonly Num[], family: Family): () => Joint {
  const cache = new Map<string, Joint>();
  return () => {
    const values = numbers.map((number) => number());
    const key = values.join(" ");
    let found = cache.get(key);
    if (!found) {
      if (cache.size >= most) cache.clear();
      cache.set(key, (found = family(...values) as Joint));
    }
    return found;
  };
}

/** The variable that a call is about: named, an entry of a sample of it, or the one that is not given. */
export function wantedOf(
  call: CallTerm,
  { variables, condition }: JointFamilyCall,
  own: string | undefined,
): string | undefined {
  const named = call.names?.[0] ?? (call.values[0] && nameOf(call.values[0]));
  const candidates = [named, own].filter((name) => name !== undefined && variables.includes(name));
  if (candidates[0] !== undefined) return candidates[0];
  return condition?.name === undefined
    ? undefined
    : variables.find((variable) => variable !== condition.name);
}

/** The distribution of one variable of a joint family; undefined where the whole joint is meant. */
export function familySource(
  call: CallTerm,
  family: JointFamilyCall,
  own: string | undefined,
): DistributionSource | undefined {
  const wanted = wantedOf(call, family, own);
  if (wanted === undefined) return undefined;
  const { condition, joint } = family;
  if (!condition) return () => joint().marginal(wanted);
  return () => joint().conditional(wanted, condition.value());
}
