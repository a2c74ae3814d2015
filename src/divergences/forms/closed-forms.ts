import type { AnyDistribution } from "../../distributions/distribution";
import { byMomentForms } from "./by-moments";
import type { ClosedForm } from "./closed-form";
import { discreteForms } from "./discrete";
import { locationScaleForms } from "./location-scale";
import { multivariateForms } from "./multivariate";
import { otherForms } from "./other-families";
import { positiveForms } from "./positive";
import { toLaplaceForms } from "./to-laplace";
import { toNormalForms } from "./to-normal";
import { transportForms } from "./transport/transport-forms";
import { unitIntervalForms } from "./unit-interval";

export type { ClosedForm } from "./closed-form";
export type { TransportForm } from "./transport/transport-form";

/**
 * The pairs of families whose relative entropy `kl` knows by formula: name of p, name of q, the formula in words and
 * in TeX, its source, and the code; and, where there are formulas for W₁ and W₂, those likewise. Pairs whose supports make the answer Infinity need no row.
 *
 * @example
 * closedForms.some((form) => form.p === "gamma" && form.q === "weibull"); // true
 */
export const closedForms: readonly ClosedForm[] = [
  ...discreteForms,
  ...locationScaleForms,
  ...positiveForms,
  ...unitIntervalForms,
  ...otherForms,
  ...toNormalForms,
  ...toLaplaceForms,
  ...byMomentForms,
  ...multivariateForms,
].map((form) => {
  const wasserstein = transportForms.get(`${form.p} ${form.q}`);
  return wasserstein ? { ...form, wasserstein } : form;
});

const byPair = new Map(closedForms.map((form) => [`${form.p} ${form.q}`, form]));

/** The row for p and q, if there is one that has a formula for their parameters. */
export function closedFormOf(p: AnyDistribution, q: AnyDistribution): ClosedForm | undefined {
  const form = byPair.get(`${p.family} ${q.family}`);
  return form && (form.applies?.(p, q) ?? true) ? form : undefined;
}

/** W of order 1 or 2 by the row for p and q, if there is one with a formula for them. */
export function closedWasserstein(
  p: AnyDistribution,
  q: AnyDistribution,
  order: 1 | 2,
): number | undefined {
  const form = byPair.get(`${p.family} ${q.family}`)?.wasserstein;
  const value = (order === 1 ? form?.first : form?.second)?.(p, q);
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
