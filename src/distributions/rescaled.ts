import type { Prng } from "../math/random";
import { Described } from "./described";
import type { Distribution } from "./distribution";

/** A continuous distribution in another unit of length: X/unit, for X from the base. */
export class Rescaled extends Described implements Distribution {
  readonly base: Distribution;
  readonly unit: number;
  readonly components?: readonly Distribution[];
  readonly weights?: readonly number[];
  readonly logProbBelowEnd?: (y: number) => number;
  readonly isGuessAt?: (x: number) => boolean;
  readonly survival?: (x: number) => number;
  readonly logCdf?: (x: number) => number;
  readonly logSurvival?: (x: number) => number;
  readonly survivalQuantile?: (v: number) => number;
  readonly #logUnit: number;

  constructor(base: Distribution, unit: number) {
    super();
    this.base = base;
    this.unit = unit;
    this.#logUnit = Math.log(unit);
    const { components, weights } = base as Pick<Rescaled, "components" | "weights">;
    if (weights) this.weights = weights;
    if (components) this.components = components.map((part) => new Rescaled(part, unit));
    // What the base lacks must be seen to be lacking.
    const below = base.logProbBelowEnd?.bind(base);
    if (below) this.logProbBelowEnd = (y) => below(y * unit) + this.#logUnit;
    const inverse = base.survivalQuantile?.bind(base);
    if (inverse) this.survivalQuantile = (v) => inverse(v) / unit;
    this.isGuessAt = inUnit(base.isGuessAt?.bind(base), unit);
    this.survival = inUnit(base.survival?.bind(base), unit);
    this.logCdf = inUnit(base.logCdf?.bind(base), unit);
    this.logSurvival = inUnit(base.logSurvival?.bind(base), unit);
  }

  get family(): string {
    return this.base.family;
  }

  get parameters(): Readonly<Record<string, unknown>> {
    return { base: this.base, unit: this.unit };
  }

  get kind(): "continuous" | "discrete" {
    return this.base.kind;
  }

  get dimension(): number {
    return 1;
  }

  get support(): readonly [number, number] {
    const [low, high] = this.base.support;
    return [low / this.unit, high / this.unit];
  }

  get kinks(): readonly number[] {
    return this.base.kinks.map((x) => x / this.unit);
  }

  get landmarks(): readonly number[] | undefined {
    return this.base.landmarks?.map((x) => x / this.unit);
  }

  logProb(x: number): number {
    return this.base.logProb(x * this.unit) + this.#logUnit;
  }

  prob(x: number): number {
    return Math.exp(this.logProb(x));
  }

  cdf(x: number): number {
    return this.base.cdf(x * this.unit);
  }

  quantile(u: number): number {
    return this.base.quantile(u) / this.unit;
  }

  get mean(): number {
    return this.base.mean / this.unit;
  }

  get variance(): number {
    return this.base.variance / this.unit / this.unit;
  }

  get entropy(): number {
    return this.base.entropy - this.#logUnit;
  }

  sample(n: number, prng: Prng): number[] {
    return this.base.sample(n, prng).map((x) => x / this.unit);
  }

  /** Messages name what the caller gave. */
  override toString(): string {
    return String(this.base);
  }
}

function inUnit<T>(
  f: ((x: number) => T) | undefined,
  unit: number,
): ((x: number) => T) | undefined {
  return f && ((x) => f(x * unit));
}
