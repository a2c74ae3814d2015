import { type MixtureOf, mixture } from "../../distributions/families/mixture";
import {
  type MultivariateNormal,
  multivariateNormal,
} from "../../distributions/families/multivariate-normal";
import type { Wishart } from "../../distributions/families/wishart";
import { seeded } from "../../math/random";
import { checkOptions } from "../../words/check-options";
import { shapeError, valueError } from "../../words/errors";
import { count, integer, positive } from "../../words/option-kinds";
import { asTensor } from "../tensors/as-tensor";
import { shapeText, type TensorLike } from "../tensors/tensor";
import { firstShares } from "./first-shares";
import {
  elboOf,
  expectationStep,
  expectedCovariance,
  maximizationStep,
  type Posterior,
  type Prior,
} from "./mixture-posterior";
import { mixturePrior } from "./mixture-prior";

/** How a mixture is learned. */
export interface VariationalMixtureOptions {
  /** How many normals at most; those that the rows do not need vanish. */
  readonly components: number;
  /** 0 unless said: where the searches begin follows from it. */
  readonly seed?: number;
  /** How many searches, of which the one with the greatest ELBO counts: 3 unless said. */
  readonly starts?: number;
  /** At most so many steps a search, 2000 unless said. */
  readonly steps?: number;
  /** Of the Dirichlet prior of weights, 1e-3 unless said: less lets more components vanish. */
  readonly concentration?: number;
  /** How many rows the prior of a mean counts for, 0.01 unless said. */
  readonly meanPrecision?: number;
  /** How wide a component is before rows are seen, beside the rows' standard deviations: 0.1 unless said. */
  readonly spread?: number;
}

/** What is known of a mixture after its rows: expected parameters, the posterior, and the bound. */
export interface VariationalMixture {
  /** Expected, of the components that are left, the greatest first; they sum to 1. */
  readonly weights: readonly number[];
  readonly means: readonly (readonly number[])[];
  /** Inverses of the expected precisions. */
  readonly covariances: readonly (readonly (readonly number[])[])[];
  /** The bound on ln p(rows), in nats. */
  readonly elbo: number;
  /** The bound after each step: it never falls. To leave a component out and settle again counts as one. */
  readonly elbos: readonly number[];
  /** For each row, how likely it is of each component. */
  readonly responsibilities: readonly (readonly number[])[];
  /** The mixture of these normals. */
  readonly distribution: MixtureOf<MultivariateNormal>;
  /** Of all components, also those that have vanished, whose posterior is the prior. */
  readonly posterior: {
    /** Of the Dirichlet distribution of the weights. */
    readonly alpha: readonly number[];
    readonly precisions: readonly Wishart[];
    readonly means: readonly (readonly number[])[];
    readonly meanPrecisions: readonly number[];
  };
}

/**
 * A mixture of normals with all its unknowns as distributions, by variational Bayes: q(Z) q(π) Π q(μₖ, Λₖ) with Dirichlet and
 * normal–Wishart posteriors, in turn, until the bound stands still.
 *
 * ELBO = Σₙ ln Σₖ e^(E ln πₖ + E ln N(xₙ; μₖ, Λₖ⁻¹)) − D(q(π)‖p(π)) − Σₖ D(q(μₖ, Λₖ)‖p(μₖ, Λₖ)) ≤ ln p(rows), in nats, each D by its
 * row of `closedForms`. A component whose rows others explain as well falls back to its prior, and is left out.
 *
 * @param rows n × d, or n numbers
 * @param options `components`, `seed`, `starts`, `steps`, `concentration`, `meanPrecision`, `spread`
 * @throws RangeError for numbers that are not finite, a column without spread, or options out of range; TypeError for shapes
 *
 * @example
 * variationalMixture([-5.1, -4.9, -5, -5.2, 4.9, 5, 5.1, 5.3], { components: 4 }).weights.length; // 2
 *
 * Source: H. Attias, A variational Bayesian framework for graphical models (2000); C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 10.2.
 */
export function variationalMixture(
  rows: TensorLike,
  options: VariationalMixtureOptions,
): VariationalMixture {
  const caller = "variationalMixture";
  checkOptions(caller, options, {
    components: count(1, 1000),
    seed: integer,
    starts: count(1),
    steps: count(1),
    concentration: positive,
    meanPrecision: positive,
    spread: positive,
  });
  count(1, 1000)(caller, "components", options?.components);
  const { components, seed = 0, starts = 3, steps = 2000 } = options;
  const { concentration = 1e-3, meanPrecision = 0.01, spread = 0.1 } = options;
  const data = checkedRows(caller, rows);
  const prior = mixturePrior(caller, data, { concentration, meanPrecision, spread });
  const prng = seeded(seed);
  let best: Search | undefined;
  for (let start = 0; start < starts; start++) {
    const found = searched(data, prior, firstShares(data, components, prng), steps);
    if (!best || boundOf(found) > boundOf(best)) best = found;
  }
  return described(withFewer(data, prior, best as Search, steps));
}

type Rows = readonly (readonly number[])[];

interface Search {
  readonly posterior: Posterior;
  readonly shares: readonly (readonly number[])[];
  readonly elbos: readonly number[];
}

/** Less than half a row: its posterior is nearly the prior. */
const gone = 0.5;

const boundOf = ({ elbos }: Search): number => elbos[elbos.length - 1];

function searched(data: Rows, prior: Prior, first: Rows, steps: number): Search {
  let shares = first;
  const elbos: number[] = [];
  for (;;) {
    const posterior = maximizationStep(data, shares, prior);
    const { shares: next, evidence } = expectationStep(data, posterior);
    elbos.push(elboOf(posterior, prior, evidence));
    shares = next;
    const n = elbos.length;
    const isStill = n > 1 && elbos[n - 1] - elbos[n - 2] < 1e-10 * Math.abs(elbos[n - 1]);
    if (isStill || n >= steps) return { posterior, shares, elbos };
  }
}

/** A few rows may hold a component that would not be missed: leaves out what the bound is greater without. */
function withFewer(data: Rows, prior: Prior, search: Search, steps: number): Search {
  const { parts } = search.posterior;
  const left = parts.map((_, k) => k).filter((k) => parts[k].rows > gone);
  if (left.length < 2) return search;
  for (const k of left.sort((a, b) => parts[a].rows - parts[b].rows)) {
    const shares = search.shares.map((row) => {
      const rest = 1 - row[k];
      // A row that was of this component alone goes to all others alike.
      return row.map((share, i) =>
        i === k ? 0 : rest > 1e-12 ? share / rest : 1 / (row.length - 1),
      );
    });
    const found = searched(data, prior, shares, steps);
    if (boundOf(found) > boundOf(search)) {
      const elbos = [...search.elbos, boundOf(found)];
      return withFewer(data, prior, { ...found, elbos }, steps);
    }
  }
  return search;
}

function described({ posterior, shares, elbos }: Search): VariationalMixture {
  const { alpha, parts } = posterior;
  const order = parts
    .map((_, k) => k)
    .filter((k) => parts[k].rows > gone)
    .sort((a, b) => alpha[b] - alpha[a]);
  const total = order.reduce((sum, k) => sum + alpha[k], 0);
  const kept = order.map((k) => parts[k]);
  const expected = order.map((k) => alpha[k] / total);
  const covariances = kept.map(expectedCovariance);
  return {
    weights: expected,
    means: kept.map(({ mean }) => mean),
    covariances,
    elbo: elbos[elbos.length - 1],
    elbos,
    responsibilities: shares.map((row) => order.map((k) => row[k])),
    distribution: mixture(
      expected,
      kept.map(({ mean }, i) => multivariateNormal(mean, covariances[i])),
    ),
    posterior: {
      alpha,
      precisions: parts.map(({ precision }) => precision),
      means: parts.map(({ mean }) => mean),
      meanPrecisions: parts.map(({ meanPrecision }) => meanPrecision),
    },
  };
}

function checkedRows(caller: string, rows: TensorLike): number[][] {
  const { data, shape } = asTensor(caller, "rows", rows);
  const d = shape[1] ?? 1;
  if (shape.length < 1 || shape.length > 2) {
    const given = shapeText(shape);
    throw shapeError(
      caller,
      `rows 的形状是 ${given}，应为 [行数, 列数] 或一列数`,
      `rows has shape ${given}; give n × d numbers, or n`,
    );
  }
  const wrong = data.findIndex((x) => !Number.isFinite(x));
  if (wrong >= 0) {
    const place = `rows[${Math.floor(wrong / d)}][${wrong % d}]`;
    throw valueError(
      caller,
      `${place} 是 ${data[wrong]}，应为有限的数`,
      `${place} is ${data[wrong]}; give finite numbers`,
    );
  }
  return Array.from({ length: data.length / d }, (_, i) =>
    Array.from(data.subarray(i * d, (i + 1) * d)),
  );
}
