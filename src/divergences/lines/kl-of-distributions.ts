import {
  type AnyDistribution,
  type Distribution,
  isMultivariate,
} from "../../distributions/distribution";
import type { Independent } from "../../distributions/families/independent";
import { inPlainUnits } from "../../distributions/in-plain-units";
import { widthByParameters } from "../../distributions/remade";
import { shapeError, valueError } from "../../words/errors";
import { closedFormOf } from "../forms/closed-form-of";
import { isIndependent } from "./is-independent";
import { klByQuadrature } from "./kl-by-quadrature";
import type { KlResult } from "./kl-result";
import { outsideSupport } from "./outside-support";

const infinite = { value: Number.POSITIVE_INFINITY, error: 0, method: "support" } as const;

/** D(p ‖ q) by the best means there is: ∞ by support, a closed form, else a sum or quadrature. */
export function klOfDistributions(
  caller: string,
  p: AnyDistribution,
  q: AnyDistribution,
): KlResult {
  if (isMultivariate(p) !== isMultivariate(q) || p.dimension !== q.dimension) {
    throw shapeError(
      caller,
      `p 有 ${p.dimension} 个坐标而 q 有 ${q.dimension} 个；两者应在同一空间`,
      `p has ${p.dimension} coordinates but q has ${q.dimension}; both must live in the same space`,
    );
  }
  if (p.kind !== q.kind && !isIndependent(p)) return infinite;
  if (!isMultivariate(p) && !isMultivariate(q)) {
    const witness = outsideSupport(p, q);
    if (witness !== undefined) return { ...infinite, witness };
  }
  const known = closedKl(p, q);
  if (known) return known;
  if (isIndependent(p) && isIndependent(q)) return sumOfComponents(caller, p, q);
  if (isMultivariate(p) || isMultivariate(q)) {
    throw valueError(
      caller,
      `${p.family} 与 ${q.family} 是多维的，没有闭式；请用 monteCarloKl(p, q, { prng: seeded(0) })`,
      `${p.family} and ${q.family} have several dimensions and no closed form; use monteCarloKl(p, q, { prng: seeded(0) })`,
    );
  }
  return klByQuadrature(caller, p, q);
}

function closedKl(own: AnyDistribution, other: AnyDistribution): KlResult | undefined {
  const form = closedFormOf(own, other);
  if (!form) return undefined;
  const { p, q } = inPlainUnits(own, other);
  const value = form.kl(p, q);
  if (Number.isNaN(value)) return undefined; // an overflow on the way; the integral may still do
  if (value === Number.POSITIVE_INFINITY && isFarNarrower(p, q)) return undefined;
  const { formula, tex, source } = form;
  // A formula for two families is a difference of entropies, each rounded.
  const scale = p.family === q.family ? 0 : Math.abs(p.entropy);
  const error = value === Number.POSITIVE_INFINITY ? 0 : 1e-14 * value + 1e-15 * scale;
  return { value: Math.max(0, value), error, method: "closedForm", formula, tex, source };
}

/** Of scales so far apart that a formula may have lost the smaller one. */
function isFarNarrower(p: AnyDistribution, q: AnyDistribution): boolean {
  if (isMultivariate(p) || isMultivariate(q)) return false;
  const [own, other] = [widthByParameters(p), widthByParameters(q)];
  return own !== undefined && other !== undefined && own < 1e-100 * other;
}

/** Relative entropies of independent coordinates add. */
function sumOfComponents(caller: string, p: Independent, q: Independent): KlResult {
  const parts = p.components.map((component: Distribution, i) =>
    klOfDistributions(caller, component, q.components[i]),
  );
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  if (value === Number.POSITIVE_INFINITY) return infinite;
  const closed = parts.every(({ method }) => method === "closedForm");
  return {
    value,
    error: parts.reduce((sum, part) => sum + part.error, 0),
    method: closed ? "closedForm" : "quadrature",
    formula: "Σᵢ D(pᵢ ‖ qᵢ)",
    tex: String.raw`\sum_i D(p_i\,\|\,q_i)`,
    source: "T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), (2.67)",
  };
}
