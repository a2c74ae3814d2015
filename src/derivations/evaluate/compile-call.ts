import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import { isLineDistribution } from "../joints/is-line-distribution";
import { isJoint } from "../joints/joint";
import { isJointOfMany } from "../joints/joint-of-many";
import type { CallTerm } from "../language/term";
import { argument, wrongCount } from "./call-arguments";
import { compileDefined } from "./compile-defined";
import { compileDensity, compileFamilyDensity, compileJointDensity } from "./compile-density";
import { compileDistribution, compileFamily } from "./compile-distribution";
import { compileFunction, scalarFunctions } from "./compile-function";
import { compileTableEntry } from "./compile-table";
import { failKind, type Num, type Site } from "./context";
import { jointFamily } from "./joint-family";
import { isArray, kindOf, unknownName } from "./resolve";

/** The value of P(x), P(x | θ), p(x, z), f(x), L(θ); or its logarithm. */
export function compileCall(term: CallTerm, site: Site, log: boolean): Num {
  const definition = site.context.definitions.get(term.name);
  if (definition && !site.bindings.has(term.name)) return compileDefined(term, site, log);
  const value = site.context.scope.get(term.name);
  if (value === undefined && !site.bindings.has(term.name)) {
    if (term.name === "N" && term.given.length === 2) {
      return compileDensity(compileDistribution({ ...term, values: [] }, site), term, site, log);
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
  if (isJointOfMany(value)) return compileTableEntry(term, value, site, log);
  if (isJoint(value)) return compileJointDensity(term, value, site, log);
  if (typeof value === "function") {
    const family = jointFamily(term, site);
    if (family) return compileFamilyDensity(term, family, site, log);
    if (term.given.length > 0) return compileDensity(compileFamily(term, site), term, site, log);
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
