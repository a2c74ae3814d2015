import type { Distribution } from "../distributions/distribution";
import { Family } from "../distributions/family";
import { massTable, type MassTable } from "../distributions/mass-table";
import { checkLevel } from "../distributions/parameters";
import { fine, integrateLine, sumIntegers } from "./evaluate/measure";

/** ∫ p(a) p(b | a) da, or the sum over a, as a distribution of b. */
class Marginal extends Family {
  readonly support: readonly [number, number];
  readonly kind: "continuous" | "discrete";
  readonly #own: Distribution;
  readonly #given: (value: number) => Distribution;
  readonly #weights: readonly (readonly [log: number, of: Distribution])[] | undefined;
  #table: MassTable | undefined;

  constructor(own: Distribution, given: (value: number) => Distribution) {
    super();
    this.#own = own;
    this.#given = given;
    const [low, high] = own.support;
    const middle = given(own.quantile(0.5));
    this.kind = middle.kind;
    if (own.kind === "discrete" && high - low < 256) {
      this.#weights = Array.from({ length: high - low + 1 }, (_, i) => low + i)
        .map((value) => [own.logProb(value), given(value)] as const)
        .filter(([log]) => log > Number.NEGATIVE_INFINITY);
    }
    const parts = this.#weights?.map(([, of]) => of) ?? [middle];
    this.support = [
      Math.min(...parts.map((part) => part.support[0])),
      Math.max(...parts.map((part) => part.support[1])),
    ];
  }

  get family(): "marginal" {
    return "marginal";
  }

  get parameters(): Readonly<Record<string, unknown>> {
    return { of: String(this.#own) };
  }

  override get kinks(): readonly number[] {
    return (this.#weights ?? []).flatMap(([, of]) => [
      ...of.kinks,
      ...of.support.filter(Number.isFinite),
      of.quantile(0.5),
    ]);
  }

  logProb(x: number): number {
    if (this.#weights) {
      const logs = this.#weights.map(([log, of]) => log + of.logProb(x));
      const top = Math.max(...logs);
      if (top === Number.NEGATIVE_INFINITY) return top;
      return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
    }
    const own = this.#own;
    const term = (a: number, logJacobian: number): number =>
      Math.exp(own.logProb(a) + this.#given(a).logProb(x) + logJacobian);
    return Math.log(
      own.kind === "discrete"
        ? sumIntegers((a) => term(a, 0), own.support[0], own.support[1], [own]).value
        : integrateLine(term, own.support[0], own.support[1], [own], fine).value,
    );
  }

  cdf(x: number): number {
    if (this.#weights) return this.#mix((of) => of.cdf(x));
    return this.#massTable().cdf(x);
  }

  quantile(u: number): number {
    checkLevel("marginal", u);
    if (!this.#weights) return this.#massTable().quantile(u);
    const ends = this.#weights.map(([, of]) => of.quantile(u));
    let [low, high] = [Math.min(...ends), Math.max(...ends)];
    if (this.kind === "discrete") {
      while (low < high && this.cdf(low) < u) low++;
      return low;
    }
    for (let step = 0; step < 80 && low < high; step++) {
      const middle = (low + high) / 2;
      if (middle <= low || middle >= high) break;
      if (this.cdf(middle) < u) low = middle;
      else high = middle;
    }
    return high;
  }

  get mean(): number {
    return this.#mix((of) => of.mean);
  }

  get variance(): number {
    const { mean } = this;
    return this.#mix((of) => of.variance + (of.mean - mean) ** 2);
  }

  get entropy(): number {
    const [low, high] = this.support;
    const term = (x: number, logJacobian: number): number => {
      const log = this.logProb(x);
      const weight = Math.exp(log + logJacobian);
      return weight === 0 ? 0 : -weight * log;
    };
    return this.kind === "discrete"
      ? sumIntegers((x) => term(x, 0), low, high, [this]).value
      : integrateLine(term, low, high, [this], fine).value;
  }

  #mix(value: (of: Distribution) => number): number {
    if (!this.#weights) return Number.NaN;
    return this.#weights.reduce((sum, [log, of]) => sum + Math.exp(log) * value(of), 0);
  }

  #massTable(): MassTable {
    this.#table ??= massTable((x) => this.prob(x), this.support[0], this.support[1], []);
    return this.#table;
  }
}

export function marginalOf(
  own: Distribution,
  given: (value: number) => Distribution,
): Distribution {
  return new Marginal(own, given);
}
