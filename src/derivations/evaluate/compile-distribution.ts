import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import { independentVariables } from "../joints/independent-variables";
import { isLineDistribution } from "../joints/is-line-distribution";
import { isJoint, type Joint } from "../joints/joint";
import { isJointOfMany } from "../joints/joint-of-many";
import { builtInDistributions } from "../language/lexicon";
import type { BinaryTerm, CallTerm, Term } from "../language/term";
import { compileBuiltIn, compileMixture, holdsDistribution } from "./compile-mixture";
import { compileTableSource } from "./compile-table";
import { failKind, numberOf, type Site } from "./context";
import { familySource, jointFamily } from "./joint-family";
import { type DistributionSource, isArray, kindOf, unknownName } from "./resolve";

/** What a term in the place of a distribution stands for: of one variable, or of two. */
export type Source =
  | { readonly joint: undefined; readonly get: DistributionSource }
  | { readonly joint: Joint; readonly get?: undefined };

/**
 * Compiles a term in the place of a distribution.
 *
 * @param variable the name under which a value is drawn; it picks the marginal of a joint distribution
 */
export function compileDistribution(term: Term, site: Site, variable?: string): DistributionSource {
  const source = compileSource(term, site, variable);
  if (source.get) return source.get;
  const [first, second] = source.joint.variables;
  throw failKind(
    site,
    term.at,
    `这里只能是一个变量的分布：写 p(${first})、p(${second} | ${first}) 之一`,
    `a distribution of one variable belongs here: p(${first}), p(${second} | ${first}) …`,
  );
}

export function compileSource(term: Term, site: Site, variable?: string): Source {
  if (term.kind === "binary" && isProduct(term, site)) {
    const [p, q] = [term.left, term.right].map((side) => compileDistribution(side, site));
    return { joint: independentVariables(namesOf(term), p(), q()) };
  }
  if (term.kind === "binary") {
    return { joint: undefined, get: compileMixture(term, site, compileDistribution) };
  }
  if (term.kind !== "name" && term.kind !== "call") {
    throw failKind(site, term.at, "这里应是分布", "a distribution belongs here");
  }
  const value = site.context.scope.get(term.name);
  if (value === undefined && term.kind === "call" && builtInDistributions.has(term.name)) {
    return { joint: undefined, get: compileBuiltIn(term, site, compileDistribution) };
  }
  if (site.bindings.has(term.name) || value === undefined) {
    if (site.bindings.has(term.name) || site.context.free.has(term.name)) {
      throw failKind(site, term.at, `${term.name} 是数，不是分布`, `${term.name} is a number`);
    }
    return unknownName(site, term.name, term.at);
  }
  if (isJointOfMany(value))
    return { joint: undefined, get: compileTableSource(term, value, site, variable) };
  if (isJoint(value)) return compileJoint(term, value, site, variable);
  const given = term.kind === "call" ? term.given : [];
  if (typeof value === "function") {
    const family = term.kind === "call" ? jointFamily(term, site) : undefined;
    if (family && term.kind === "call") {
      const get = familySource(term, family, variable);
      if (get) return { joint: undefined, get };
      throw failKind(
        site,
        term.at,
        `${term.name} 的变量是 ${family.variables.join("、")}，写明是哪一个的分布`,
        `${term.name} has the variables ${family.variables.join(", ")}; say which one is meant`,
      );
    }
    if (given.length > 0) return { joint: undefined, get: compileFamily(term as CallTerm, site) };
    throw failKind(
      site,
      term.at,
      `${term.name} 是一族分布，要写参数，例如 ${term.name}(· | θ)`,
      `${term.name} is a family: give its parameters, as in ${term.name}(· | θ)`,
    );
  }
  const fixed = isLineDistribution(value) ? value : isArray(value) ? categorical(value) : undefined;
  if (!fixed || given.length > 0) {
    const [zh, en] = kindOf(value);
    throw failKind(
      site,
      term.at,
      fixed ? `${term.name} 没有参数` : `${term.name} 是${zh}，这里应是分布`,
      fixed ? `${term.name} has no parameters` : `${term.name} is ${en}, not a distribution`,
    );
  }
  return { joint: undefined, get: () => fixed };
}

/** P·Q of two distributions: of two variables that know nothing of each other. */
const isProduct = ({ operator, left, right }: BinaryTerm, site: Site): boolean =>
  operator === "*" && holdsDistribution(left, site) && holdsDistribution(right, site);

/** x and y of p(x)·p(y); variables that have no name are numbered. */
function namesOf({ left, right }: BinaryTerm): readonly [string, string] {
  const [first, second] = [left, right].map((side, i) => {
    const value = side.kind === "call" ? side.values[0] : undefined;
    return value?.kind === "name" ? value.name : String(i + 1);
  });
  return [first, second];
}

/** P_G(· | θ): the family is called again only when a parameter has changed. */
export function compileFamily(term: CallTerm, site: Site): DistributionSource {
  const family = site.context.scope.get(term.name) as (...values: number[]) => unknown;
  const parameters = term.given.map((parameter) => numberOf(parameter, site));
  if (family.length > 0 && family.length !== parameters.length) {
    throw failKind(
      site,
      term.at,
      `${term.name} 有 ${family.length} 个参数，给了 ${parameters.length} 个`,
      `${term.name} takes ${family.length} parameters, got ${parameters.length}`,
    );
  }
  const make = (values: readonly number[]): Distribution => {
    const made = family(...values);
    if (isLineDistribution(made)) return made;
    throw failKind(
      site,
      term.at,
      `${term.name} 应返回分布，返回的是 ${typeof made}`,
      `${term.name} must return a distribution, got ${typeof made}`,
    );
  };
  let last: Distribution | undefined;
  if (parameters.length === 1) {
    const [parameter] = parameters;
    let at = Number.NaN;
    return () => {
      const value = parameter();
      if (value !== at || !last) {
        last = make([value]);
        at = value;
      }
      return last;
    };
  }
  let seen: number[] = [];
  return () => {
    const values = parameters.map((parameter) => parameter());
    if (!last || values.some((value, i) => value !== seen[i])) {
      last = make(values);
      seen = values;
    }
    return last;
  };
}

function compileJoint(
  term: Term & { readonly name: string },
  joint: Joint,
  site: Site,
  variable: string | undefined,
): Source {
  const call = term.kind === "call" ? term : undefined;
  const named = (call?.values ?? []).flatMap((t) => (t.kind === "name" ? [t.name] : []));
  const own = variable && joint.variables.includes(variable) ? variable : undefined;
  if (!call || call.given.length === 0) {
    const wanted = named.length === 0 ? own : named.length === 1 ? named[0] : undefined;
    if (wanted === undefined) {
      // P(x, y, z) is not a distribution of x and y.
      for (const [i, name] of named.entries())
        if (named.length > 1) checked(call?.names?.[i] ?? name, joint, term, site);
      return { joint };
    }
    return { joint: undefined, get: () => joint.marginal(checked(wanted, joint, term, site)) };
  }
  const get = conditionalSource(call, joint, site, own);
  return { joint: undefined, get };
}

/** p(z | x), p(· | x): the name after the bar, or before it, tells which variable is given. */
export function conditionalSource(
  call: CallTerm,
  joint: Joint,
  site: Site,
  own?: string,
): DistributionSource {
  const [given] = call.given;
  const [value] = call.values;
  const other = (name: string): string | undefined => joint.variables.find((v) => v !== name);
  const named = call.names?.[0];
  const isNamed = named !== undefined && joint.variables.includes(named);
  const typed = value?.kind === "index" ? value.name : value?.kind === "name" ? value.name : "";
  const before = isNamed ? named : joint.variables.includes(typed) ? typed : own;
  const after =
    given?.kind === "name" && joint.variables.includes(given.name) ? given.name : undefined;
  const wanted = before ?? (after && other(after));
  if (!wanted || wanted === after || call.given.length !== 1 || call.values.length !== 1) {
    const [a, b] = joint.variables;
    throw failKind(
      site,
      call.at,
      `${call.name} 的变量是 ${a}、${b}，条件分布写成 ${call.name}(${a} | ${b})`,
      `${call.name} has the variables ${a} and ${b}: write ${call.name}(${a} | ${b})`,
    );
  }
  const at = numberOf(given, site);
  return () => joint.conditional(wanted, at());
}

export function checked(
  name: string,
  joint: Joint,
  term: { readonly name: string; readonly at: number },
  site: Site,
): string {
  if (joint.variables.includes(name)) return name;
  const [a, b] = joint.variables;
  throw failKind(
    site,
    term.at,
    `${term.name} 的变量是 ${a} 与 ${b}，没有 ${name}`,
    `${term.name} has the variables ${a} and ${b}, not ${name}`,
  );
}
