import type { Distribution } from "../../distributions/distribution";
import type { Joint } from "../joints/joint";
import { integrateLine } from "../lines/integrate-line";
import { sumAround } from "../lines/sum-around";
import type { State } from "./context";
import { tick } from "./tick";

/** The double sum or integral of p·of(ln p, ln q) over both variables: from the joint densities alone. */
function expectation(
  p: Joint,
  of: (logP: number, x: number, y: number) => number,
  state: State,
): number {
  const [first, second] = p.variables;
  const outer = p.marginal(first);
  return over(
    outer,
    (x) =>
      over(
        p.conditional(second, x),
        (y) => {
          tick(state);
          const log = p.logProb(x, y);
          const weight = Math.exp(log);
          return weight === 0 ? 0 : weight * of(log, x, y);
        },
        state,
      ),
    state,
  );
}

function over(d: Distribution, f: (x: number) => number, state: State): number {
  const [low, high] = d.support;
  if (d.kind === "discrete") {
    return sumAround((x) => (d.prob(x) > 0 ? f(x) : 0), low, high, [d]).value;
  }
  const g = (x: number, logJacobian: number): number => {
    if (d.logProb(x) === Number.NEGATIVE_INFINITY) return 0;
    const value = f(x);
    return value === 0 ? 0 : value * Math.exp(logJacobian);
  };
  return integrateLine(g, { low, high, guides: [d] }, state.quality).value;
}

/** D(p ‖ q) of two joint distributions. */
export function jointDivergence(p: Joint, q: Joint, state: State): number {
  return expectation(p, (log, x, y) => log - q.logProb(x, y), state);
}

/** H(p) of a joint distribution. */
export function jointEntropy(p: Joint, state: State): number {
  return expectation(p, (log) => -log, state);
}

/** H of one variable of a joint distribution. */
export function marginalEntropy(d: Distribution, state: State): number {
  return over(
    d,
    (x) => {
      const log = d.logProb(x);
      return log === Number.NEGATIVE_INFINITY ? 0 : -Math.exp(log) * log;
    },
    state,
  );
}
