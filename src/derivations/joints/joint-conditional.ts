import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import { IntegratedFamily } from "./integrated-family";

/** p(a | b) for a continuous a: its logarithm straight from Bayes, so that far tails keep their digits. */
class Posterior extends IntegratedFamily {
  readonly #own: Distribution;
  readonly #log: (a: number) => number;

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

  protected override marks(): readonly number[] {
    const own = this.#own;
    return [...own.kinks, ...[0.02, 0.5, 0.98].map((u) => own.quantile(u))];
  }
}

/** p(a | b) = p(a) p(b | a)/p(b), by Bayes. */
export function jointConditional(
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
