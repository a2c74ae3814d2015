import { type AnyDistribution, isDistribution } from "../distributions/distribution";
import { klOfDistributions } from "../divergences/lines/kl-of-distributions";
import { type Prng, seeded } from "../math/random";
import { checkOptions, oneOf } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";
import { storable } from "../words/json-ready";
import { checkedLater, count, generator, list } from "../words/option-kinds";
import { type EstimateKlOptions, estimateKl, type KlMethod } from "./estimate-kl";
import type { Samples } from "./samples";

/** Options of `estimatorArena`. */
export interface ArenaOptions {
  /** Samples of each side; default 1000. */
  readonly n?: number;
  /** How often each method tries, at least twice; default 100. */
  readonly repeats?: number;
  /** Default all five. */
  readonly methods?: readonly KlMethod[];
  /** What the methods are given besides. */
  readonly options?: EstimateKlOptions;
  readonly prng?: Prng;
}

/** How one method did against the known answer. */
export interface ArenaRow {
  readonly method: KlMethod;
  readonly truth: number;
  /** Mean estimate less the truth. */
  readonly bias: number;
  /** Standard deviation of the estimates. */
  readonly spread: number;
  /** The share of 95 % intervals that hold the truth. */
  readonly coverage: number;
}

const allMethods: readonly KlMethod[] = [
  "nearestNeighbours",
  "histogram",
  "kde",
  "classifier",
  "donskerVaradhan",
];

/**
 * Lets estimators compete on a known answer, D(p ‖ q): bias, spread and coverage of the intervals over repeated
 * samples, in nats.
 *
 * @param p, q distributions whose relative entropy `kl` can compute
 * @param options `n`, `repeats`, `methods`, `options`, `prng`
 * @throws TypeError unless p and q are distributions; RangeError where D(p ‖ q) is ∞, or as `kl` and `estimateKl`
 *
 * @example
 * estimatorArena(normal(0, 1), normal(1, 2), { n: 50, repeats: 3, methods: ["histogram"] }).length; // 1
 */
export function estimatorArena(
  p: AnyDistribution,
  q: AnyDistribution,
  options: ArenaOptions = {},
): ArenaRow[] {
  const caller = "estimatorArena";
  if (!isDistribution(p) || !isDistribution(q)) {
    throw shapeError(
      caller,
      "p 与 q 应为分布，例如 normal(0, 1)",
      "p and q must be distributions, for example normal(0, 1)",
    );
  }
  checkOptions(caller, options, {
    n: count(2, 10_000_000),
    repeats: count(2, 1_000_000),
    methods: list(oneOf(...allMethods), 1),
    options: checkedLater,
    prng: generator,
  });
  const { n = 1000, repeats = 100, methods = allMethods, prng = seeded(0) } = options;
  const truth = klOfDistributions(caller, p, q).value;
  if (truth === Number.POSITIVE_INFINITY) {
    throw valueError(
      caller,
      "D(p‖q) 是 ∞，估计与它的距离无从比较；请换一个不排除 p 的 q",
      "D(p‖q) is ∞, and no estimate is nearer to it than another; take a q that does not rule out p",
    );
  }
  const tries = methods.map(() => [] as { value: number; covers: boolean }[]);
  for (let i = 0; i < repeats; i++) {
    const [xs, ys]: Samples[] = [p.sample(n, prng), q.sample(n, prng)];
    for (const [j, method] of methods.entries()) {
      const { value, interval } = estimateKl(xs, ys, { prng, ...options.options, method });
      tries[j].push({ value, covers: interval[0] <= truth && truth <= interval[1] });
    }
  }
  return methods.map((method, j) => {
    const results = tries[j];
    const mean = results.reduce((sum, { value }) => sum + value, 0) / repeats;
    const square = results.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
    const coverage = results.filter(({ covers }) => covers).length / repeats;
    return storable({
      method,
      truth,
      bias: mean - truth,
      spread: Math.sqrt(square / (repeats - 1)),
      coverage,
    });
  });
}
