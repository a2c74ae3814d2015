import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import { required } from "../../words/required";
import { isJoint, type Joint } from "../joints/joint";
import { isLineDistribution } from "../joints/line-distribution";
import type { CallTerm, Term } from "../language/term";
import {
  checked,
  compileDistribution,
  compileFamily,
  conditionalSource,
} from "./compile-distribution";
import {
  type Binding,
  type Cell,
  failKind,
  insideDefinition,
  logOf,
  type Num,
  numberOf,
  type Site,
} from "./context";
import { familySource, type JointFamilyCall, jointFamily } from "./joint-family";
import { rangeOf } from "./range-of";
import { isArray, kindOf, unknownName } from "./resolve";
import { captured, isCheap } from "./unfold";

/** The value of P(x), P(x | θ), p(x, z), f(x), L(θ); or its logarithm. */
export function compileCall(term: CallTerm, site: Site, log: boolean): Num {
  const definition = site.context.definitions.get(term.name);
  if (definition && !site.bindings.has(term.name)) return compileDefined(term, site, log);
  const value = site.context.scope.get(term.name);
  if (value === undefined && !site.bindings.has(term.name)) {
    if (term.name === "N" && term.given.length === 2) {
      return density(compileDistribution({ ...term, values: [] }, site), term, site, log);
    }
    const scalar = scalarFunctions.get(term.name);
    if (scalar && term.given.length === 0) return compileFunction(term, scalar, site, log);
  }
  if (value === undefined || site.bindings.has(term.name)) {
    if (!site.bindings.has(term.name) && site.context.samples.has(term.name)) {
      throw failKind(
        site,
        term.at,
        `${term.name} 是样本，下标用方括号：${term.name}[i]`,
        `${term.name} is a sample, its index stands in square brackets: ${term.name}[i]`,
      );
    }
    if (!site.bindings.has(term.name) && !site.context.free.has(term.name)) {
      return unknownName(site, term.name, term.at);
    }
    throw failKind(
      site,
      term.at,
      `${term.name} 是数，不能带括号；相乘要写 *`,
      `${term.name} is a number and takes no brackets; write * to multiply`,
    );
  }
  if (term.given.length > 0 && isPairOfDistributions(term, site)) {
    throw failKind(site, term.at, "散度写成 KL(P ‖ Q)", "a divergence is written KL(P ‖ Q)");
  }
  if (isJoint(value)) return compileJointDensity(term, value, site, log);
  if (typeof value === "function") {
    const family = jointFamily(term, site);
    if (family) return compileFamilyDensity(term, family, site, log);
    if (term.given.length > 0) return density(compileFamily(term, site), term, site, log);
    return compileFunction(term, value as (...values: number[]) => unknown, site, log);
  }
  const fixed: Distribution | undefined = isLineDistribution(value)
    ? value
    : isArray(value)
      ? categorical(value)
      : undefined;
  if (!fixed || term.given.length > 0) {
    const [zh, en] = kindOf(value);
    throw failKind(
      site,
      term.at,
      fixed ? `${term.name} 没有参数，写 ${term.name}(x)` : `${term.name} 是${zh}，不能带括号`,
      fixed ? `${term.name} has no parameters: write ${term.name}(x)` : `${term.name} is ${en}`,
    );
  }
  if (term.values.length !== 1) wrongCount(term, site, 1);
  const x = argument(term.values[0], site);
  return log ? () => fixed.logProb(x()) : () => fixed.prob(x());
}

/** `D(P ‖ Q)`, of two distributions. */
function isPairOfDistributions({ values, given }: CallTerm, site: Site): boolean {
  return [...values, ...given].every((t) => {
    const value = t.kind === "name" && !site.bindings.has(t.name) && site.context.scope.get(t.name);
    return isLineDistribution(value);
  });
}

function wrongCount(term: CallTerm, site: Site, count: number): never {
  const isFamily = typeof site.context.scope.get(term.name) === "function";
  const bar =
    isFamily && term.values.length > count
      ? ["；参数写在竖线后，例如 P_G(x | θ)", "; parameters stand after a bar, as in P_G(x | θ)"]
      : ["", ""];
  throw failKind(
    site,
    term.at,
    `${term.name} 应有 ${count} 个自变量，给了 ${term.values.length} 个${bar[0]}`,
    `${term.name} takes ${count} arguments, got ${term.values.length}${bar[1]}`,
  );
}

function argument(term: Term, site: Site): Num {
  if (term.kind !== "blank") return numberOf(term, site);
  throw failKind(
    site,
    term.at,
    "· 只用在整个分布的位置，例如 KL(P ‖ P_G(· | θ))；这里要写自变量，例如 x",
    "a blank stands only where a whole distribution is meant, as in KL(P ‖ P_G(· | θ)); name the argument",
  );
}

function density(source: () => Distribution, term: CallTerm, site: Site, log: boolean): Num {
  if (term.values.length !== 1) wrongCount(term, site, 1);
  const x = argument(term.values[0], site);
  return log ? () => source().logProb(x()) : () => source().prob(x());
}

function compileFunction(
  term: CallTerm,
  f: (...values: number[]) => unknown,
  site: Site,
  log: boolean,
): Num {
  if (f.length > 0 && f.length !== term.values.length) wrongCount(term, site, f.length);
  const values = term.values.map((value) => argument(value, site));
  const check = (result: unknown): number => {
    if (typeof result === "number") return result;
    throw failKind(
      site,
      term.at,
      isLineDistribution(result)
        ? `${term.name} 是一族分布：密度写成 ${term.name}(x | θ)`
        : `${term.name} 应返回数，返回的是 ${typeof result}`,
      isLineDistribution(result)
        ? `${term.name} is a family: its density is written ${term.name}(x | θ)`
        : `${term.name} must return a number, got ${typeof result}`,
    );
  };
  const [only] = values;
  const call =
    values.length === 1
      ? () => check(f(only()))
      : () => check(f(...values.map((value) => value())));
  return log ? () => Math.log(call()) : call;
}

/** In one dimension a matrix is a number: what formulas for vectors say of it. */
const scalarFunctions: ReadonlyMap<string, (x: number) => number> = new Map([
  ["det", (x: number) => x],
  ["tr", (x: number) => x],
  ["transpose", (x: number) => x],
  ["inv", (x: number) => 1 / x],
]);

/** p(x, z | θ), p(x | z, θ): a density of a family of joint distributions. */
function compileFamilyDensity(
  term: CallTerm,
  family: JointFamilyCall,
  site: Site,
  log: boolean,
): Num {
  if (term.values.length === 1) {
    const source = familySource(term, family, undefined);
    if (source) return density(source, term, site, log);
  }
  if (term.values.length !== 2) wrongCount(term, site, 2);
  const [a, b] = term.values.map((value) => argument(value, site));
  const [first, second] = isTurned(term, family.variables) ? [b, a] : [a, b];
  const logDensity = (): number => family.joint().logProb(first(), second());
  return log ? logDensity : () => Math.exp(logDensity());
}

/** p(z, x) of a joint distribution of x and z: told by the names of the arguments. */
function isTurned(term: CallTerm, variables: readonly [string, string]): boolean {
  const names = term.values.map((value, i) => {
    if (term.names?.[i] !== undefined) return term.names[i];
    return value.kind === "name" || value.kind === "index" ? value.name : "";
  });
  return names[0] === variables[1] || (names[0] !== variables[0] && names[1] === variables[0]);
}

function compileJointDensity(term: CallTerm, joint: Joint, site: Site, log: boolean): Num {
  if (term.given.length > 0) {
    return density(conditionalSource(term, joint, site), term, site, log);
  }
  const names = term.values.map(
    (value, i) =>
      term.names?.[i] ?? (value.kind === "name" || value.kind === "index" ? value.name : ""),
  );
  if (names.length === 1) {
    const wanted = checked(names[0], joint, term, site);
    return density(() => joint.marginal(wanted), term, site, log);
  }
  if (names.length !== 2) wrongCount(term, site, 2);
  const isSwapped = names[0] === joint.variables[1] && names[1] === joint.variables[0];
  const isNamed = isSwapped || names.every((name, i) => name === joint.variables[i]);
  if (!isNamed && names.some((name) => joint.variables.includes(name))) {
    for (const name of names) checked(name, joint, term, site);
  }
  const [a, b] = term.values.map((value) => argument(value, site));
  const [first, second] = isSwapped ? [b, a] : [a, b];
  const logDensity = (): number => joint.logProb(first(), second());
  return log ? logDensity : () => Math.exp(logDensity());
}

function compileDefined(term: CallTerm, site: Site, log: boolean): Num {
  const defined = required(site.context.definitions.get(term.name), term.name);
  const { parameters, body } = defined;
  const given = [...term.values, ...term.given];
  if (parameters.length !== given.length) wrongCount(term, site, parameters.length);
  for (const value of given) if (value.kind === "blank") argument(value, site);
  const bindings = new Map<string, Binding>(captured(parameters, site));
  const moving: (readonly [Cell, Num])[] = [];
  parameters.forEach((name, i) => {
    if (isCheap(given[i], site)) {
      bindings.set(name, { term: given[i], site });
      return;
    }
    // What costs an integral is worked out once, however often the body asks for it.
    const cell: Cell = { value: Number.NaN, range: rangeOf(given[i], site) };
    bindings.set(name, cell);
    moving.push([cell, argument(given[i], site)]);
  });
  const inside = insideDefinition(site, term.name, bindings);
  const evaluate = (log ? logOf : numberOf)(body, inside);
  if (moving.length === 0) return evaluate;
  return () => {
    for (const [cell, value] of moving) cell.value = value();
    return evaluate();
  };
}

/** `L(θ)` used as a name alone, or `θ*`: a definition without parameters. */
export function compileDefinedName(name: string, at: number, site: Site, log: boolean): Num {
  return compileDefined({ kind: "call", name, values: [], given: [], at }, site, log);
}
