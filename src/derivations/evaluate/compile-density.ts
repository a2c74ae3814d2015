import type { Distribution } from "../../distributions/distribution";
import type { Joint } from "../joints/joint";
import type { CallTerm } from "../language/term";
import { argument, wrongCount } from "./call-arguments";
import { checked, conditionalSource } from "./compile-distribution";
import type { Num, Site } from "./context";
import { familySource, type JointFamilyCall } from "./joint-family";

/** The density of a distribution that may change with θ; or its logarithm. */
export function compileDensity(
  source: () => Distribution,
  term: CallTerm,
  site: Site,
  log: boolean,
): Num {
  if (term.values.length !== 1) wrongCount(term, site, 1);
  const x = argument(term.values[0], site);
  return log ? () => source().logProb(x()) : () => source().prob(x());
}

/** p(x, z | θ), p(x | z, θ): a density of a family of joint distributions. */
export function compileFamilyDensity(
  term: CallTerm,
  family: JointFamilyCall,
  site: Site,
  log: boolean,
): Num {
  if (term.values.length === 1) {
    const source = familySource(term, family, undefined);
    if (source) return compileDensity(source, term, site, log);
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

/** p(x, z), p(x), p(x | z) of a joint distribution, told apart by the names of the arguments. */
export function compileJointDensity(term: CallTerm, joint: Joint, site: Site, log: boolean): Num {
  if (term.given.length > 0) {
    return compileDensity(conditionalSource(term, joint, site), term, site, log);
  }
  const names = term.values.map(
    (value, i) =>
      term.names?.[i] ?? (value.kind === "name" || value.kind === "index" ? value.name : ""),
  );
  if (names.length === 1) {
    const wanted = checked(names[0], joint, term, site);
    return compileDensity(() => joint.marginal(wanted), term, site, log);
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
