import { integrateDensity } from "../../math/integrate-density";
import { shapeError, valueError } from "../../words/errors";
import { Family } from "../family";
import { type MassTable, massTable } from "../mass-table";
import { checkLevel } from "../parameters";

/** Where a density given as a function lives. */
export interface DensityOptions {
  /** Where f is positive; either end may be infinite. */
  readonly support: readonly [low: number, high: number];
  /** Kinks and jumps of f, and any place where a narrow peak stands. */
  readonly kinks?: readonly number[];
  /** True to divide f by its integral; otherwise it must integrate to 1 within 1e-6. */
  readonly normalize?: boolean;
}

/** A density given as a function; made by `density`. */
export class Density extends Family {
  // Parameters
  readonly support: readonly [number, number];
  readonly #kinks: readonly number[];
  readonly #f: (x: number) => number;
  readonly #logScale: number;
  readonly #table: MassTable;

  constructor(
    f: (x: number) => number,
    { support, kinks = [], normalize = false }: DensityOptions,
  ) {
    super();
    this.support = support;
    this.#kinks = kinks;
    this.#f = f;
    const table = massTable((x) => checkedDensity(f, x), support[0], support[1], kinks);
    if (!(table.total > 0 && Number.isFinite(table.total))) {
      throw valueError(
        "density",
        `f 的积分是 ${table.total}，不能归一化；检查 support 与 kinks`,
        `f integrates to ${table.total}, so it cannot be normalised; check support and kinks`,
      );
    }
    if (!normalize && Math.abs(table.total - 1) > 1e-6) {
      throw valueError(
        "density",
        `f 的积分是 ${table.total}，不是 1；写 normalize: true，或在 kinks 里指出尖峰的位置`,
        `f integrates to ${table.total}, not 1; set normalize: true, or name narrow peaks in kinks`,
      );
    }
    this.#logScale = normalize ? Math.log(table.total) : 0;
    this.#table = table;
  }

  get family(): "density" {
    return "density";
  }

  get parameters(): { readonly support: string } {
    return { support: `[${this.support.join(", ")}]` };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  override get kinks(): readonly number[] {
    return this.#kinks;
  }

  // Probabilities
  logProb(x: number): number {
    const [low, high] = this.support;
    if (!(x >= low && x <= high)) return Number.NEGATIVE_INFINITY;
    return Math.log(this.#f(x)) - this.#logScale;
  }

  cdf(x: number): number {
    return this.#table.cdf(x);
  }

  quantile(u: number): number {
    checkLevel("density", u);
    return this.#table.quantile(u);
  }

  // Moments
  get mean(): number {
    return this.#expect((x) => x);
  }

  get variance(): number {
    const { mean } = this;
    return this.#expect((x) => (x - mean) ** 2);
  }

  get entropy(): number {
    return this.#expect((x) => -this.logProb(x));
  }

  #expect(of: (x: number) => number): number {
    const [low, high] = this.support;
    const integrand = (x: number, logJacobian: number): number => {
      const weight = Math.exp(this.logProb(x) + logJacobian);
      return weight === 0 ? 0 : weight * of(x);
    };
    return integrateDensity(integrand, low, high, this.#table.landmarks).value;
  }
}

function checkedDensity(f: (x: number) => number, x: number): number {
  const value = f(x);
  if (value >= 0) return value;
  throw valueError(
    "density",
    `f(${x}) 是 ${value}，密度应 ≥ 0`,
    `f(${x}) is ${value}; a density is ≥ 0`,
  );
}

/**
 * The distribution with density f on an interval, P(X ≤ x) = ∫ f from its low end to x.
 *
 * cdf, quantile, mean, variance and entropy come from adaptive quadrature.
 *
 * @param f the density at x, ≥ 0; called inside the support only
 * @param options `support` [low, high]; `kinks`; `normalize`
 * @throws RangeError if f is negative or NaN somewhere, or does not integrate to 1; TypeError for a bad support
 *
 * @example
 * density((x) => 2 * x, { support: [0, 1] }).mean; // 0.6666666666666666
 *
 * Source: the quadrature is QUADPACK's, R. Piessens et al. (1983).
 */
export function density(f: (x: number) => number, options: DensityOptions): Density {
  if (typeof f !== "function") {
    throw shapeError("density", "f 应为函数", "f must be a function");
  }
  const [low, high] = options?.support ?? [];
  if (!(typeof low === "number" && typeof high === "number" && low < high)) {
    throw shapeError(
      "density",
      "options.support 应为 [下限, 上限]，下限小于上限",
      "options.support must be [low, high] with low < high",
    );
  }
  return new Density(f, options);
}
