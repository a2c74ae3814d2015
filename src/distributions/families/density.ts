import type { Prng } from "../../math/random";
import { checkOptions } from "../../words/check-options";
import { shapeError, valueError } from "../../words/errors";
import { checkedLater, finiteNumber, flag, list } from "../../words/option-kinds";
import { checkedDensity, checkedLogDensity } from "../checked-density";
import { expectation } from "../expectation";
import { FadingTail } from "../fading-tail";
import { Family, openUniform } from "../family";
import { greatestSeen, type MassTable, massTable } from "../mass-table";
import { checkLevel, checkSurvivalLevel } from "../parameters";

/** Where a density given as a function lives. */
export interface DensityOptions {
  /** Where f is positive; either end may be infinite. */
  readonly support: readonly [low: number, high: number];
  /** Kinks and jumps of f, and any place where a narrow peak stands. */
  readonly kinks?: readonly number[];
  /** True to divide f by its integral; otherwise it must integrate to 1 within 1e-6. */
  readonly normalize?: boolean;
  /** True if f gives ln of the density (−Infinity for 0): nothing then underflows far out. Default false. */
  readonly log?: boolean;
}

/** A density given as a function; made by `density`. */
export class Density extends Family {
  // Parameters
  readonly support: readonly [number, number];
  readonly #kinks: readonly number[];
  /** ln f as given, −Infinity where f is 0. */
  readonly #logF: (x: number) => number;
  readonly #logScale: number;
  readonly #table: MassTable;
  /** Of an f that may underflow; ln f itself says where it is 0. */
  readonly #tail: FadingTail | undefined;

  constructor(f: (x: number) => number, options: DensityOptions) {
    super();
    const { support, kinks = [], normalize = false, log = false } = options;
    const [low, high] = support;
    this.support = support;
    this.#kinks = kinks;
    const checked = log ? checkedLogDensity(f) : checkedDensity(f);
    // Far from 1, ln f is shifted before it is exponentiated.
    const shift = log ? greatestSeen(checked, low, high, kinks) : 0;
    const table = massTable(log ? (x) => Math.exp(checked(x) - shift) : checked, low, high, kinks);
    const logTotal = Math.log(table.total) + shift;
    const total = Math.exp(logTotal);
    if (!Number.isFinite(logTotal)) {
      throw valueError(
        "density",
        `f 的积分是 ${total}，不能归一化；检查 support 与 kinks`,
        `f integrates to ${total}, so it cannot be normalised; check support and kinks`,
      );
    }
    if (!normalize && !(Math.abs(total - 1) <= 1e-6)) {
      throw valueError(
        "density",
        `f 的积分是 ${total}，不是 1；写 normalize: true，或在 kinks 里指出尖峰的位置`,
        `f integrates to ${total}, not 1; set normalize: true, or name narrow peaks in kinks`,
      );
    }
    this.#logScale = normalize ? logTotal : 0;
    this.#table = table;
    this.#logF = log ? checked : (x) => Math.log(checked(x));
    this.#tail = log ? undefined : new FadingTail(this.#logF, table.landmarks);
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
    const log = this.#logF(x);
    const seen = log > Number.NEGATIVE_INFINITY || !this.#tail ? log : this.#tail.at(x).log;
    return seen - this.#logScale;
  }

  /** Whether logProb(x) is a guess, because f has faded below the doubles in a way that is hard to continue. */
  isGuessAt(x: number): boolean {
    const [low, high] = this.support;
    if (!this.#tail || !(x >= low && x <= high)) return false;
    return this.#logF(x) === Number.NEGATIVE_INFINITY && !this.#tail.at(x).sure;
  }

  cdf(x: number): number {
    return this.#table.cdf(x);
  }

  override survival(x: number): number {
    return this.#table.survival(x);
  }

  override get landmarks(): readonly number[] {
    return this.#table.landmarks;
  }

  quantile(u: number): number {
    checkLevel("density", u);
    return this.#table.quantile(u);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("density", v);
    return this.#table.survivalQuantile(v);
  }

  override draw(prng: Prng): number {
    return this.#table.quickQuantile(openUniform(prng));
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

  #expect(f: (x: number) => number): number {
    return expectation(this, f, { maxPanels: 20_000 });
  }
}

/**
 * The distribution with density f on an interval, P(X ≤ x) = ∫ f from its low end to x.
 *
 * cdf, quantile, mean, variance and entropy come from adaptive quadrature. An f that jumps to 0 has no mass there; one
 * that fades below 1e-250 is taken to go on, and ∞ is not answered for what only underflows. Better give ln f.
 *
 * @param f the density at x, ≥ 0, or with `log` its logarithm; called inside the support only
 * @param options `support` [low, high]; `kinks`; `normalize`; `log`
 * @throws RangeError if f is negative or NaN somewhere, or does not integrate to 1; TypeError for a bad support
 *
 * @example
 * density((x) => 2 * x, { support: [0, 1] }).mean; // 0.6666666666666666
 * density((x) => -x, { support: [0, Infinity], log: true }).logProb(1000); // -1000
 *
 * Source: the quadrature is QUADPACK's, R. Piessens et al. (1983).
 */
export function density(f: (x: number) => number, options: DensityOptions): Density {
  if (typeof f !== "function") {
    throw shapeError("density", "f 应为函数", "f must be a function");
  }
  checkOptions("density", options ?? {}, {
    support: checkedLater,
    kinks: list(finiteNumber),
    normalize: flag,
    log: flag,
  });
  const support: unknown = options?.support;
  const [low, high]: unknown[] = Array.isArray(support) ? support : [];
  if (!(typeof low === "number" && typeof high === "number" && low < high)) {
    throw shapeError(
      "density",
      "options.support 应为 [下限, 上限]，下限小于上限",
      "options.support must be [low, high] with low < high",
    );
  }
  return new Density(f, options);
}
