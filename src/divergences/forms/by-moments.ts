import type { AnyDistribution, Distribution } from "../../distributions/distribution";
import { type ClosedForm, row } from "./closed-form";
import type { Domain, Facts } from "./facts/facts";
import type { MomentName, Moments } from "./moments";
import { gilWithEntropies } from "./sources";

/** Gives an expectation of p by name. */
export type Expect = (name: MomentName, argument?: number) => number;

/** −E[ln q(X)] of a model q in terms of expectations of X. */
export interface MomentModel<Q extends AnyDistribution> {
  readonly needs: readonly MomentName[];
  readonly crossEntropy: (q: Q, expect: Expect) => number;
  readonly formula: string;
  readonly tex: string;
}

const momentWords: Readonly<Record<MomentName, string>> = {
  mean: String.raw`\operatorname{E}X`,
  meanLog: String.raw`\operatorname{E}\ln X`,
  varianceOfLog: String.raw`\operatorname{Var}\ln X`,
  meanLogComplement: String.raw`\operatorname{E}\ln(1-X)`,
  exponential: String.raw`\operatorname{E}e^{tX}`,
  power: String.raw`\operatorname{E}X^k`,
};

/** What lies within what: D(p ‖ q) is ∞ where p may leave the domain of q, and needs no row. */
const within: Readonly<Record<Domain, readonly Domain[]>> = {
  line: ["line", "halfLine", "unit", "interval"],
  halfLine: ["halfLine", "unit", "interval"],
  unit: ["unit", "interval"],
  interval: ["interval"],
};

/**
 * The rows of a model q whose logarithm asks only for expectations: D(p ‖ q) = −E[ln q(X)] − H(p) for every other
 * family p on its domain of which those, and the entropy, are known by formula.
 */
export function byMoments<Q extends Distribution>(
  q: Q["family"],
  domain: Domain,
  model: MomentModel<Q>,
): (p: Facts) => ClosedForm | undefined {
  return ({ family, domain: from, entropyTex, moments = {} }) => {
    const known = from !== undefined && within[domain].includes(from) && entropyTex !== undefined;
    if (!known || !model.needs.every((need) => moments[need])) return undefined;
    const listed = model.needs.map((need) => `${momentWords[need]}=${moments[need]?.tex}`);
    return row<Distribution, Q>(family, q, {
      kl: (p, given) => model.crossEntropy(given, expectationsOf(p, moments)) - p.entropy,
      formula: model.formula,
      tex: [model.tex, ...listed, `H(p)=${entropyTex}`].join(String.raw`,\quad `),
      source: gilWithEntropies,
    });
  };
}

function expectationsOf(p: Distribution, moments: Moments): Expect {
  return (need, argument = 0) => moments[need]?.value(p, argument) ?? Number.NaN;
}
