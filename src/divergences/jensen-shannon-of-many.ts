import type { AnyDistribution } from "../distributions/distribution";
import { CompensatedSum } from "../math/compensated-sum";
import { relativeEntropyTerm } from "../math/relative-entropy-term";
import { shapeError } from "../words/errors";
import { distributionPair } from "./distribution-pair";
import { LinePair } from "./lines/line-pair";
import { separableOfDistributions } from "./lines/separable-of-distributions";
import { normalizedPair } from "./vectors/normalized-pair";
import { checkEntries, checkSameLength, checkVector, type Pmf } from "./vectors/pmf";
import { weights as checkedWeights } from "./vectors/weights";

/** Σ wₖ D(pₖ ‖ m), m = Σ wⱼ pⱼ, in nats; every difference pₖ − m is made of differences, not of m. */
export function jensenShannonOfMany(
  caller: string,
  members: readonly (Pmf | AnyDistribution)[],
  weights: Pmf | undefined,
  normalize: boolean | undefined,
): number {
  const w = shares(caller, weights, members.length);
  const first = members[0];
  const pair = distributionPair(caller, first, members[1]);
  if (pair) {
    if (members.length === 2) {
      return separableOfDistributions(caller, new LinePair(pair.p, pair.q), {
        term: twoTerm(w[0], w[1]),
      });
    }
    throw shapeError(
      caller,
      "others 只用于概率数组；分布请两两比较",
      "others is for arrays of probabilities; compare distributions in pairs",
    );
  }
  checkVector(caller, "p", first);
  checkEntries(caller, "p", first);
  // pₖ − p₀ of each member, on the scale of p₀ normalised.
  const base = new Float64Array(first.length);
  const moves = members.map((member, k) => {
    const difference = new Float64Array(first.length);
    const name = k < 2 ? ["p", "q"][k] : `others[${k - 2}]`;
    checkVector(caller, name, member);
    checkSameLength(caller, first, member, ["p", name]);
    normalizedPair(caller, first, member, { normalize, names: ["p", name] }).forEach(
      (a, _b, d, i) => {
        base[i] = a;
        difference[i] = k === 0 ? 0 : -d;
      },
    );
    return difference;
  });
  const sum = new CompensatedSum();
  for (let i = 0; i < base.length; i++) {
    let shift = 0; // m − p₀
    for (let k = 0; k < moves.length; k++) shift += w[k] * moves[k][i];
    const mean = base[i] + shift;
    for (let k = 0; k < moves.length; k++) {
      const move = moves[k][i];
      if (w[k] > 0) sum.add(w[k] * termOf(base[i] + move, mean, move - shift));
    }
  }
  return sum.total;
}

/** Rounding may leave a mean of 0 beside an entry that is not. */
const termOf = (p: number, mean: number, d: number): number =>
  mean > 0 ? relativeEntropyTerm(Math.max(0, p), mean, d) : 0;

const twoTerm =
  (first: number, second: number) =>
  (p: number, q: number, d: number): number => {
    const mean = first * p + second * q;
    if (mean === 0) return 0;
    const left = first > 0 ? first * relativeEntropyTerm(p, mean, second * d) : 0;
    return second > 0 ? left + second * relativeEntropyTerm(q, mean, -first * d) : left;
  };

const shareArray = { zh: "权重的数组", en: "an array of weights" };

function shares(caller: string, weights: Pmf | undefined, count: number): readonly number[] {
  if (weights === undefined) return new Array<number>(count).fill(1 / count);
  const { values, total } = checkedWeights(caller, "weights", weights, false, shareArray);
  if (values.length !== count) {
    throw shapeError(
      caller,
      `weights 有 ${values.length} 项，而要比较的分布有 ${count} 个`,
      `weights has ${values.length} entries for ${count} distributions`,
    );
  }
  return Array.from(values, (x) => x / total.high);
}
