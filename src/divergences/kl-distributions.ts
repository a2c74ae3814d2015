import type { Distribution } from "../distributions/distribution";
import { closedFormOf } from "./closed-forms";
import { quadratureOf } from "./quadrature-kl";

/** A relative entropy in nats, and how it was got. */
export interface KlResult {
  readonly value: number;
  /** Estimated absolute error in nats. */
  readonly error: number;
  readonly method: "closedForm" | "quadrature" | "sum" | "support";
  readonly formula?: string;
  readonly tex?: string;
  readonly source?: string;
  /** An x that p allows and q forbids, where that makes the value infinite. */
  readonly witness?: number;
}

/** D(p ‖ q) by the best means there is: a closed form, else a sum or quadrature. */
export function klOfDistributions(caller: string, p: Distribution, q: Distribution): KlResult {
  const form = closedFormOf(p, q);
  if (!form) return quadratureOf(caller, p, q);
  const value = form.kl(p, q);
  const { formula, tex, source } = form;
  return { value, error: Math.abs(value) * 1e-14, method: "closedForm", formula, tex, source };
}
