import type { AnyDistribution, Distribution } from "../../../distributions/distribution";
import type { Deviation } from "../absolute-deviation";
import type { ClosedForm } from "../closed-form";
import type { GeneralizedGamma } from "../generalized-gamma-kl";
import type { LogRatio } from "../log-ratio";
import type { Moments } from "../moments";

/** The least set that holds every member of a family; "interval" is any bounded one. */
export type Domain = "line" | "halfLine" | "unit" | "interval";

/** A family as generalized gammas. */
export interface Membership<D> {
  readonly of: (d: D) => GeneralizedGamma;
  /** Shape k, power m and scale a in TeX, with % for the side. */
  readonly tex: readonly [shape: string, power: string, scale: string];
  /** The member proportional to p^w q^(1−w): null where that cannot be normalised, undefined where it is no member. */
  readonly geometricMean: (p: D, q: D, w: number) => D | null | undefined;
}

/** What is known of one family, besides what its members answer themselves; absent is unknown. */
export interface FactsOf<D extends AnyDistribution> {
  readonly family: D["family"];
  readonly domain?: Domain;
  /** ln p(x) as text in the parameters, up to a term free of them; for derivatives. */
  readonly logDensityText?: (x: string, parameters: Readonly<Record<string, string>>) => string;
  /** ln p(x) − ln q(x) without cancellation; undefined for parameters that have no such way. */
  readonly logRatio?: (p: D, q: D) => LogRatio | undefined;
  /** H(p) in nats, differential. */
  readonly entropyTex?: string;
  /** ½ ln(2πe·variance) − H, where subtracting would cancel: families with nearly normal members. */
  readonly negentropy?: (d: D) => number;
  /** Expectations, for D(p ‖ q) = −E[ln q(X)] − H(p). */
  readonly moments?: Moments;
  /** E|X − m|. */
  readonly deviation?: Deviation<D & Distribution>;
  readonly generalizedGamma?: Membership<D>;
  /** D(p ‖ this) for a p of another family of which enough is known; undefined where it is not. Written rows go before. */
  readonly model?: (p: Facts) => ClosedForm | undefined;
  /** Rows of the table of pairs with this family as the model q, each written out. */
  readonly rows?: readonly ClosedForm[];
}

export type Facts = FactsOf<AnyDistribution>;

/** Facts as they are written, in terms of the family's own class. */
export function facts<D extends AnyDistribution>(known: FactsOf<D>): Facts {
  return known as unknown as Facts;
}
