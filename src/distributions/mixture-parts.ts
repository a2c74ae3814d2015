import { shapeError } from "../words/errors";
import { type AnyDistribution, isDistribution } from "./distribution";
import { checkedWeights } from "./parameters";

/** Weights > 0 that sum to 1, and as many components of one kind and dimension. */
export interface CheckedMixture<D> {
  readonly weights: readonly number[];
  readonly components: readonly D[];
  readonly kind: "continuous" | "discrete";
}

/** Throws unless weights and components make a mixture. */
export function checkedMixture<D extends AnyDistribution>(
  given: ArrayLike<number>,
  components: readonly D[],
): CheckedMixture<D> {
  const weights = checkedWeights("mixture", "weights", given);
  if (components?.length !== weights.length) {
    throw shapeError(
      "mixture",
      `weights 有 ${weights.length} 项而 components 有 ${components?.length} 项`,
      `weights has ${weights.length} entries but components has ${components?.length}`,
    );
  }
  const first = components[0];
  for (const [i, component] of components.entries()) {
    const fits =
      isDistribution(component) &&
      component.kind === first.kind &&
      component.dimension === first.dimension;
    if (fits) continue;
    throw shapeError(
      "mixture",
      `components[${i}] 应为分布，且与第一个同为连续或离散、同维`,
      `components[${i}] must be a distribution, continuous or discrete and of the dimension as the first`,
    );
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const kept = weights.flatMap((weight, i) => (weight > 0 ? [i] : []));
  return {
    weights: kept.map((i) => weights[i] / total),
    components: kept.map((i) => components[i]),
    kind: first.kind,
  };
}

/** The component that u in (0, 1) falls to. */
export function pickComponent(weights: readonly number[], u: number): number {
  let left = u;
  for (const [i, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return i;
  }
  return weights.length - 1;
}
