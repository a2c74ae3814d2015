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
