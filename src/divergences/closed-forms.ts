import type { AnyDistribution } from "../distributions/distribution";
import { byMomentForms } from "./forms/by-moments";
import type { ClosedForm } from "./forms/closed-form";
import { discreteForms } from "./forms/discrete";
import { locationScaleForms } from "./forms/location-scale";
import { multivariateForms } from "./forms/multivariate";
import { otherForms } from "./forms/other-families";
import { positiveForms } from "./forms/positive";
import { toLaplaceForms } from "./forms/to-laplace";
import { toNormalForms } from "./forms/to-normal";
import { unitIntervalForms } from "./forms/unit-interval";

export type { ClosedForm } from "./forms/closed-form";

/**
 * The pairs of families whose relative entropy `kl` knows by formula: name of p, name of q, the formula in words and
 * in TeX, its source, and the code. Pairs whose supports make the answer Infinity need no row.
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
];

const byPair = new Map(closedForms.map((form) => [`${form.p} ${form.q}`, form]));

/** The row for p and q, if there is one that has a formula for their parameters. */
export function closedFormOf(p: AnyDistribution, q: AnyDistribution): ClosedForm | undefined {
  const form = byPair.get(`${p.family} ${q.family}`);
  return form && (form.applies?.(p, q) ?? true) ? form : undefined;
}
