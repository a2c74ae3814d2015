import { categorical } from "../distributions/categorical";
import type { Distribution } from "../distributions/distribution";
import { Family } from "../distributions/family";
import { type MassTable, massTable } from "../distributions/mass-table";
import { checkLevel } from "../distributions/parameters";
import { fine, integrateLine } from "./evaluate/measure";

/** p(a | b) for a continuous a: its logarithm straight from Bayes, so that far tails keep their digits. */
class Posterior extends Family {
  readonly #own: Distribution;
  readonly #log: (a: number) => number;
  #table: MassTable | undefined;

  constructor(own: Distribution, log: (a: number) => number) {
    super();
    this.#own = own;
    this.#log = log;
  }

  get family(): "posterior" {
    return "posterior";
  }

  get parameters(): Readonly<Record<string, unknown>> {
    return { prior: String(this.#own) };
  }

  get kind(): "continuous" {
    return "continuous";
  }

  get support(): readonly [number, number] {
    return this.#own.support;
  }

  override get kinks(): readonly number[] {
    return this.#own.kinks;
  }

  logProb(x: number): number {
    return this.#log(x);
  }

  cdf(x: number): number {
    return this.#massTable().cdf(x);
  }

  quantile(u: number): number {
    checkLevel("posterior", u);
    return this.#massTable().quantile(u);
  }

  get mean(): number {
    return this.#expect((x) => x);
  }

  get variance(): number {
    const { mean } = this;
    return this.#expect((x) => (x - mean) ** 2);
  }

  get entropy(): number {
    return this.#expect((x) => -this.#log(x));
  }

  #expect(f: (x: number) => number): number {
    const [low, high] = this.support;
    const term = (x: number, logJacobian: number): number => {
      const weight = Math.exp(this.#log(x) + logJacobian);
      return weight === 0 ? 0 : weight * f(x);
    };
    return integrateLine(term, low, high, [this], fine).value;
  }

  #massTable(): MassTable {
    const own = this.#own;
    const marks = [...own.kinks, ...[0.02, 0.5, 0.98].map((u) => own.quantile(u))];
    this.#table ??= massTable((x) => this.prob(x), this.support[0], this.support[1], marks);
    return this.#table;
  }
}

/** p(a | b) = p(a) p(b | a)/p(b), by Bayes. */
export function conditionalOf(
  own: Distribution,
  given: (value: number) => Distribution,
  value: number,
  logEvidence: number,
): Distribution {
  const log = (a: number): number => {
    const prior = own.logProb(a);
    return prior === Number.NEGATIVE_INFINITY
      ? prior
      : prior + given(a).logProb(value) - logEvidence;
  };
  if (own.kind === "continuous") return new Posterior(own, log);
  const [low, high] = own.support;
  // Beyond this the prior is 0 in doubles, or the table would not fit.
  const last = Math.min(high, own.quantile(1 - 1e-16), low + 1e6);
  const probs = Array.from({ length: last + 1 }, (_, a) => (a < low ? 0 : Math.exp(log(a))));
  const total = probs.reduce((sum, p) => sum + p, 0);
  return categorical(probs.map((p) => p / total));
}
