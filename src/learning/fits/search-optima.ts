import { type AnyDistribution, isMultivariate } from "../../distributions/distribution";
import { valueError } from "../../words/errors";
import { asParts, type FamilyName, type NormalParts } from "./check-fit";
import type { Fit, FitState } from "./fit";
import {
  type BellShape,
  type Bells,
  bellsOf,
  distributionOf,
  type Fitted,
  inUnit,
  numbersOf,
  type RootedNormals,
  scoresOf,
} from "./fit-family";
import type { FitTarget } from "./fit-target";
import type { FitTerm } from "./fit-terms";
import { type Place, quasiNewton, type Slope, settle } from "./quasi-newton";

/** A divergence by which is fitted. */
export interface FitMethod {
  readonly term: FitTerm;
  /** The same of two distributions, to all digits. */
  readonly measure: (p: AnyDistribution, q: AnyDistribution) => number;
  /** Whether of several dimensions it has a formula for two normals. */
  readonly hasFormula: boolean;
  /** The best normal, where there is a formula for it; `parts` of several dimensions. */
  readonly closed?: (
    target: AnyDistribution,
    parts: NormalParts | undefined,
    isDiagonal: boolean,
  ) => Fitted | undefined;
}

/** What a search goes by. */
export interface Search {
  readonly caller: string;
  readonly name: FamilyName;
  readonly given: AnyDistribution;
  readonly target: FitTarget;
  readonly shape: BellShape;
  readonly method: FitMethod;
}

/** Goes down from each start, and tells the optima apart. */
export function searchOptima(
  search: Search,
  {
    begun,
    others,
    closed,
  }: {
    readonly begun: readonly Bells[];
    readonly others: readonly Bells[];
    readonly closed: Fitted | undefined;
  },
): Fit<Fitted> {
  const rough = objectiveOf(search, 1);
  const fine = objectiveOf(search, 2);
  const found: Found[] = [];
  const from = (start: readonly number[], mayTurn: boolean): void => {
    const path = quasiNewton(rough, start);
    const last = path[path.length - 1];
    if (!Number.isFinite(last.value)) return;
    // What others came to as well is known.
    const known = found.find(({ rough: end }) => !isApart(search, end.at, last.at));
    if (known) {
      found.push({ ...known, path });
      return;
    }
    const { place, ways } = settle(fine, { at: last.at, ...fine(last.at) });
    if (ways.length === 0) found.push({ place, path, rough: last });
    else if (mayTurn) {
      for (const sign of [1, -1])
        from(
          place.at.map((x, i) => x + 0.05 * sign * ways[0][i]),
          false,
        );
    }
  };
  // By a formula there is one optimum, and the search only makes the way to it.
  const bells = closed ? [...begun, ...others].slice(0, 1) : [...begun, ...others];
  for (const each of bells) from(numbersOf(each, search.shape), true);
  if (found.length === 0 && !closed) throw everywhereInfinite(search);
  const places = distinct(search, found);
  const state = (place: Place): FitState<Fitted> => stateOf(search, place);
  const optima = closed
    ? [ofFormula(search, closed, fine)]
    : places.map(({ place }) => exactly(search, place));
  const answer: Found | undefined = begun.length > 0 ? found[0] : (places[0] ?? found[0]);
  const best = answer && !closed ? exactly(search, answer.place) : optima[0];
  if (best.divergence === Number.POSITIVE_INFINITY) throw everywhereInfinite(search);
  return { ...best, path: [...(answer?.path ?? []).map(state), best], optima };
}

function objectiveOf(
  { target, shape, method: { term } }: Search,
  level: number,
): (at: readonly number[]) => Slope {
  const out = new Float64Array(4);
  return (at) => {
    const q = bellsOf(at, shape);
    const { points, logP, ofP, ofQ: weightsOfQ } = target.nodes(q, level);
    const { logs, slopes } = scoresOf(q, shape, points);
    const ofQ = weightsOfQ(logs);
    const n = at.length;
    let value = 0;
    let mass = 0;
    const gradient = new Float64Array(n);
    for (let i = 0; i < logs.length; i++) {
      const [p, r] = [ofP[i], ofQ[i]];
      if (p === 0 && r === 0) continue;
      term.write(out, logP[i], logs[i]);
      let weight = 0;
      if (p > 0) {
        value += p * out[0];
        weight += p * out[2];
      }
      if (r > 0) {
        mass += r;
        value += r * out[1];
        weight += r * out[3];
      }
      if (weight !== 0) for (let j = 0; j < n; j++) gradient[j] += weight * slopes[i * n + j];
    }
    // A q so narrow that the nodes lose its mass seems near to any target.
    const isSeen = !term.needs[1] || Math.abs(mass - 1) < 1e-3;
    const isKnown = isSeen && at.every(Number.isFinite) && gradient.every(Number.isFinite);
    return { value: isKnown ? value : Number.POSITIVE_INFINITY, gradient: Array.from(gradient) };
  };
}

function stateOf({ name, target, shape }: Search, { at, value }: Place): FitState<Fitted> {
  const kind = {
    isLine: target.dimension === 1 && name !== "multivariateNormal",
    isMixture: name === "mixture",
  };
  return {
    distribution: distributionOf(bellsOf(at, shape), target, kind),
    divergence: Math.max(0, value),
  };
}

/** With the divergence to all digits, where there is a way to it. */
function exactly(search: Search, place: Place): FitState<Fitted> {
  const state = stateOf(search, place);
  const { given, method } = search;
  const isLine = !isMultivariate(given);
  const isFormula = method.hasFormula && given.family !== "mixture" && search.name !== "mixture";
  return isLine || isFormula ? measured(search, state.distribution) : state;
}

/** The same of a distribution that was not searched for. */
function ofFormula(
  search: Search,
  distribution: Fitted,
  fine: (at: readonly number[]) => Slope,
): FitState<Fitted> {
  const { given, name, shape, target } = search;
  if (!isMultivariate(given) || given.family !== "mixture") return measured(search, distribution);
  const parts = asParts(search.caller, distribution, name) as RootedNormals;
  const { value } = fine(numbersOf(inUnit(parts, target), shape));
  return { distribution, divergence: Math.max(0, value) };
}

const measured = ({ given, method }: Search, distribution: Fitted): FitState<Fitted> => ({
  distribution,
  divergence: method.measure(given, distribution),
});

interface Found {
  readonly place: Place;
  readonly path: readonly Place[];
  /** Where the path ends, before the last digits. */
  readonly rough: Place;
}

/** Each optimum once, the least first; those that tie, by their first mean. */
function distinct(search: Search, found: readonly Found[]): Found[] {
  const rank = ({ place }: Found): number => Math.round(place.value * 1e8);
  const mean = ({ place }: Found): number => bellsOf(place.at, search.shape).means[0][0];
  const sorted = [...found].sort((a, b) => rank(a) - rank(b) || mean(a) - mean(b));
  const kept: Found[] = [];
  for (const each of sorted) {
    const q = bellsOf(each.place.at, search.shape);
    // A component that has gone leaves a fit of fewer, which is no optimum of its own.
    if (kept.length > 0 && Math.min(...q.weights) < 1e-6) continue;
    if (kept.every(({ place }) => isApart(search, place.at, each.place.at))) kept.push(each);
  }
  return kept;
}

/** Whether ½∫|q − r| of two fits is more than a search may be off by. */
function isApart({ shape, target }: Search, a: readonly number[], b: readonly number[]): boolean {
  if (a.every((x, i) => Math.abs(x - b[i]) < 1e-5)) return false;
  if (shape.components === 1) return true;
  const [q, r] = [a, b].map((at) => bellsOf(at, shape));
  const { points, ofP, ofQ } = target.nodes(q, 1);
  const [logQ, logR] = [q, r].map((bells) => scoresOf(bells, shape, points, false).logs);
  const weights = ofQ(logQ).some((w) => w > 0) ? ofQ(logQ) : ofP;
  const gap = weights.reduce(
    (sum, w, i) => sum + w * Math.min(1, Math.abs(Math.expm1(logR[i] - logQ[i]))),
    0,
  );
  return gap > 1e-4;
}

function everywhereInfinite({ caller, name, given }: Search): RangeError {
  return valueError(
    caller,
    `${name} 的每个成员与 ${given} 的散度都是 ∞，没有最好的；请换方向（另一种 fit…），或用 fitJensenShannon`,
    `every member of ${name} has divergence ∞ from ${given}, and none is best; fit the other way round, or by fitJensenShannon`,
  );
}
