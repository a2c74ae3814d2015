import type { ClosedForm } from "./closed-form";
import type { Facts } from "./facts/facts";
import { generalizedGammaRow } from "./generalized-gamma-row";

/**
 * The row p ‖ q: the one that the facts of q write out, else what follows from what is known of p and q. A row that is
 * written, since it knows its pair better, stands for the one that would follow.
 */
export function rowBetween(p: Facts, q: Facts): ClosedForm | undefined {
  return q.rows?.find((row) => row.p === p.family) ?? followingRow(p, q);
}

/** The row that follows from facts, were none written. */
export function followingRow(p: Facts, q: Facts): ClosedForm | undefined {
  return generalizedGammaRow(p, q) ?? (p === q ? undefined : q.model?.(p));
}
