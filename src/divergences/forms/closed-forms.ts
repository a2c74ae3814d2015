// The table of pairs. A row p ‖ q stands with its model q: what is known of a family, and every formula for a divergence
// from another family to it, is in facts/<family>-facts.ts. Two kinds of rows are not written there but follow from
// facts: q by moments (`model`), and two generalized gammas (`generalizedGamma`).

import type { ClosedForm } from "./closed-form";
import { allFacts } from "./facts/all-facts";
import { tableOfPairs } from "./table-of-pairs";

export type { ClosedForm } from "./closed-form";
export type { TransportForm } from "./transport/transport-form";

/**
 * The pairs of families whose relative entropy `kl` knows by formula: name of p, name of q, the formula in words and
 * in TeX, its source, and the code; and, where there are formulas for W₁ and W₂, those likewise. Pairs whose supports make the answer Infinity need no row.
 *
 * @example
 * closedForms.some((form) => form.p === "gamma" && form.q === "weibull"); // true
 */
export const closedForms: readonly ClosedForm[] = tableOfPairs(allFacts);
