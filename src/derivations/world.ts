import type { Distribution } from "../distributions/distribution";
import type { Joint } from "./joints/joint";
import type { JointOfMany } from "./joints/joint-of-many";

/**
 * A family such as `(θ) => normal(θ, 1)` or `(θ) => joint({ … })`, or an ordinary function such as `(x) => x * x`.
 */
export type WorldFunction = (...values: number[]) => Distribution | Joint | number;

/** What a name can stand for. */
export type ScopeValue =
  | Distribution
  | Joint
  | JointOfMany
  | WorldFunction
  | number
  | ArrayLike<number>;

/** Independent draws. */
export interface SampleSource {
  /** A name in the scope, or a distribution. */
  readonly from: string | Distribution;
  readonly size: number;
}

/**
 * A concrete case in which a derivation is tried.
 *
 * Names resolve in the world only. Where there is one sample, `m` is its size.
 */
export interface World {
  readonly name: string;
  /** What the names of the expressions stand for. */
  readonly scope: Readonly<Record<string, ScopeValue>>;
  /** Samples, drawn anew for each seed: `{ x: { from: "P_data", size: 400 } }`. */
  readonly sample?: Readonly<Record<string, SampleSource>>;
  /** Values of the free variables; argmax and argmin search between the least and the greatest. */
  readonly grid?: Readonly<Record<string, readonly number[]>>;
  /**
   * True of an extreme case, such as distributions that hardly meet: it is tried on `≥` and `≤` alone, and only where no
   * other world speaks against them. It can refute a bound; what cannot be told in it speaks against nothing. A world that
   * takes more than half a second of work is named as left out; where the check's time was over before, nothing is told.
   */
  readonly isExtreme?: boolean;
}

/** Relations that say how far something goes, which only extreme cases reach. */
export const isBound = (relation: string | undefined): boolean =>
  relation === "≥" || relation === "≤";

/** Worlds without the extreme ones; where there are no others, those are all there is to try. */
export function ordinaryWorlds(worlds: readonly World[]): readonly World[] {
  const ordinary = worlds.filter(({ isExtreme }) => isExtreme !== true);
  return ordinary.length > 0 ? ordinary : worlds;
}
