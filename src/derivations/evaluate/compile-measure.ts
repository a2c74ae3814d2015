import type { Distribution } from "../../distributions/distribution";
import { chiSquaredDivergence } from "../../divergences/chi-squared-divergence";
import { fDivergence } from "../../divergences/f-divergence";
import { generators } from "../../divergences/generators";
import { squaredHellinger } from "../../divergences/hellinger";
import { jensenShannon } from "../../divergences/jensen-shannon";
import { renyi } from "../../divergences/renyi";
import { totalVariation } from "../../divergences/total-variation";
import { wasserstein } from "../../divergences/wasserstein";
import type { MeasureTerm } from "../language/term";
import { integrateLine } from "../lines/integrate-line";
import { sumAround } from "../lines/sum-around";
import { cellsOf } from "./cells-of";
import { compileDistribution } from "./compile-distribution";
import {
  type Binding,
  type Cell,
  failKind,
  insideDefinition,
  type Num,
  numberOf,
  type Site,
  type State,
} from "./context";
import { memo } from "./memo";
import { tick } from "./tick";

/** What a measure adds up at each x, of the two densities; for the second opinion. */
const densities: Readonly<Record<string, (p: number, q: number) => number>> = {
  JS: (p, q) => (term(p, (p + q) / 2) + term(q, (p + q) / 2)) / 2,
  TV: (p, q) => Math.abs(p - q) / 2,
  χ2: (p, q) => (q === 0 ? (p === 0 ? 0 : Number.POSITIVE_INFINITY) : (p - q) ** 2 / q),
  H2: (p, q) => (Math.sqrt(p) - Math.sqrt(q)) ** 2 / 2,
};

const term = (p: number, m: number): number => (p === 0 ? 0 : p * Math.log(p / m));

const library: Readonly<Record<string, (p: Distribution, q: Distribution) => number>> = {
  JS: (p, q) => jensenShannon(p, q),
  TV: (p, q) => totalVariation(p, q),
  χ2: (p, q) => chiSquaredDivergence(p, q),
  H2: (p, q) => squaredHellinger(p, q),
  W1: (p, q) => wasserstein(p, q, { order: 1 }),
};

/** JS, TV, χ², squared Hellinger, W₁ and D_f: by the library, and for the second opinion by our own sum or quadrature. */
export function compileMeasure(measure: MeasureTerm, site: Site): Num {
  const getP = compileDistribution(measure.p, site);
  const getQ = compileDistribution(measure.q, site);
  const { state } = site.context;
  const cells = cellsOf(measure, site);
  if (measure.name === "Df") {
    const f = generatorOf(measure, site);
    const exact = Object.hasOwn(generators, measure.generator ?? "");
    return memo(cells, state, () => {
      if (exact && state.quality.name === "fine")
        return fDivergence(getP(), getQ(), generators[measure.generator as "kl"]);
      return summed(getP(), getQ(), (p, q) => (q === 0 ? 0 : q * f(p / q)), state);
    });
  }
  if (measure.order) {
    const order = numberOf(measure.order, site);
    return memo(cells, state, () => {
      const at = order();
      if (!(at >= 0)) return Number.NaN;
      if (state.quality.name === "fine" || at === 1 || !Number.isFinite(at))
        return renyi(getP(), getQ(), { order: at });
      const sum = summed(getP(), getQ(), (p, q) => (p === 0 ? 0 : p ** at * q ** (1 - at)), state);
      return Math.log(sum) / (at - 1);
    });
  }
  const own = densities[measure.name];
  return memo(cells, state, () =>
    state.quality.name === "fine" || !own
      ? library[measure.name](getP(), getQ())
      : summed(getP(), getQ(), own, state),
  );
}

/** f of D_f: a function of the world, one that the chain defines, or one of the library's generators by name. */
function generatorOf({ generator = "", at }: MeasureTerm, site: Site): (u: number) => number {
  const value = site.context.scope.get(generator);
  if (typeof value === "function") return value as (u: number) => number;
  const defined = site.context.definitions.get(generator);
  if (value === undefined && defined?.parameters.length === 1) {
    const cell: Cell = { value: Number.NaN };
    const bindings = new Map<string, Binding>([[defined.parameters[0], cell]]);
    const f = numberOf(defined.body, insideDefinition(site, generator, bindings));
    return (u) => {
      cell.value = u;
      return f();
    };
  }
  if (value === undefined && Object.hasOwn(generators, generator))
    return generators[generator as "kl"].f;
  const names = Object.keys(generators).join(", ");
  throw failKind(
    site,
    at,
    `${generator} 不是生成函数；在世界里给 ${generator}: (u) => …，或写 ${names} 之一`,
    `${generator} is no generator; give ${generator}: (u) => … in the world, or one of ${names}`,
  );
}

/** Σ or ∫ of a function of the two densities. */
function summed(
  p: Distribution,
  q: Distribution,
  of: (p: number, q: number) => number,
  state: State,
): number {
  const low = Math.min(p.support[0], q.support[0]);
  const high = Math.max(p.support[1], q.support[1]);
  if (p.kind === "discrete")
    return sumAround((x) => of(p.prob(x), q.prob(x)), low, high, [p, q]).value;
  const g = (x: number, logJacobian: number): number => {
    tick(state);
    return of(p.prob(x), q.prob(x)) * Math.exp(logJacobian);
  };
  return integrateLine(g, { low, high, guides: [p, q] }, state.quality).value;
}
