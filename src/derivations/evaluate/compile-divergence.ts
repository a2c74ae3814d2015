import type { Distribution } from "../../distributions/distribution";
import { entropy } from "../../divergences/entropy";
import { kl } from "../../divergences/kl";
import { IntegratedFamily } from "../joints/integrated-family";
import { isJoint, type Joint } from "../joints/joint";
import type { DivergenceTerm, EntropyTerm, Term } from "../language/term";
import { integrateLine } from "../lines/integrate-line";
import { sumAround } from "../lines/sum-around";
import { cellsOf } from "./cells-of";
import { compileSource, type Source } from "./compile-distribution";
import { compileInformation, jointOf, tableOf } from "./compile-information";
import { failKind, type Num, type Site, type State } from "./context";
import { jointDivergence, jointEntropy } from "./joint-measures";
import { memo } from "./memo";
import { tick } from "./tick";

/** KL(p ‖ q): by the library, and for the second opinion by our own sum or quadrature of its definition. */
export function compileDivergence(term: DivergenceTerm, site: Site): Num {
  const p = compileSource(term.p, site);
  const q = compileSource(term.q, site);
  const { state } = site.context;
  if (!p.get || !q.get) {
    const [first, second] = joints(term, p, q, site);
    return memo([], state, () => jointDivergence(first, second, state));
  }
  const [getP, getQ] = [p.get, q.get];
  return memo(cellsOf(term, site), state, () =>
    state.quality.name === "fine"
      ? libraryKl(getP(), getQ(), state)
      : expectation(getP(), getQ(), (a, b) => a - b, state),
  );
}

/** The library's value; where its quadrature does not settle, which it says by an error, ours. */
function libraryKl(p: Distribution, q: Distribution, state: State): number {
  // What is itself an integral at each place takes long, and only here the clock is looked at.
  const isCostly = p instanceof IntegratedFamily || q instanceof IntegratedFamily;
  if (isCostly) return expectation(p, q, (a, b) => a - b, state);
  try {
    return kl(p, q);
  } catch (error) {
    if (error instanceof RangeError) return expectation(p, q, (a, b) => a - b, state);
    throw error;
  }
}

/** H(p), or H(p, q). */
export function compileEntropy(term: EntropyTerm, site: Site): Num {
  const variables = variablesOf(term, site);
  if (variables) {
    const { at } = term;
    return compileInformation(
      { kind: "information", measure: "H", values: variables, given: [], at },
      site,
    );
  }
  const p = compileSource(term.p, site);
  const q = term.q ? compileSource(term.q, site) : undefined;
  const { state } = site.context;
  if (!p.get || (q && !q.get)) {
    const [first] = joints(term, p, q ?? p, site);
    if (q) {
      throw failKind(site, term.at, "H(p, q) 只对一个变量", "H(p, q) takes one variable");
    }
    return memo([], state, () => jointEntropy(first, state));
  }
  const getP = p.get;
  const getQ = q?.get;
  return memo(cellsOf(term, site), state, () => {
    const of = getP();
    if (getQ) return expectation(of, getQ(), (_, b) => -b, state);
    return state.quality.name === "fine" ? entropy(of) : expectation(of, of, (a) => -a, state);
  });
}

/** x and z of H(x), H(x, z), where these are no distributions but variables of the world's joint. */
function variablesOf({ p, q }: EntropyTerm, site: Site): readonly string[] | undefined {
  const names = (q ? [p, q] : [p]).map((side) => (side.kind === "name" ? side.name : ""));
  const isKnown = (name: string): boolean => {
    const value = site.context.scope.get(name);
    return value !== undefined && typeof value !== "number";
  };
  if (names.includes("") || names.some(isKnown)) return undefined;
  return jointOf(names, site) || tableOf(names, site) ? names : undefined;
}

/** E over p of a function of ln p and ln q. */
function expectation(
  p: Distribution,
  q: Distribution,
  of: (logP: number, logQ: number) => number,
  state: State,
): number {
  if (p.kind !== q.kind) return Number.POSITIVE_INFINITY;
  const g = (x: number, logJacobian: number): number => {
    tick(state);
    const log = p.logProb(x);
    const weight = Math.exp(log + logJacobian);
    return weight === 0 ? 0 : weight * of(log, q.logProb(x));
  };
  const [low, high] = p.support;
  return p.kind === "discrete"
    ? sumAround((x) => g(x, 0), low, high, [p]).value
    : integrateLine(g, { low, high, guides: [p, q] }, state.quality).value;
}

function joints(term: Term, p: Source, q: Source, site: Site): readonly [Joint, Joint] {
  const [first, second] = [p.joint, q.joint];
  if (first && second && isJoint(first) && isJoint(second)) {
    // The variables of P·Q have numbers where nothing names them.
    const isNumbered = (name: string): boolean => /^\d$/.test(name);
    const same = first.variables.every(
      (name, i) =>
        name === second.variables[i] || isNumbered(name) || isNumbered(second.variables[i]),
    );
    const swapped = first.variables.every((name, i) => name === second.variables[1 - i]);
    if (same) return [first, second];
    if (swapped) return [first, transposed(second)];
  }
  throw failKind(
    site,
    term.at,
    "两边应是同样变量的分布",
    "both sides must be distributions of the same variables",
  );
}

function transposed(joint: Joint): Joint {
  const [a, b] = joint.variables;
  return { ...joint, variables: [b, a], logProb: (x, y) => joint.logProb(y, x) };
}
