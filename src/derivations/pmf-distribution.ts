import { Family } from "../distributions/family";
import { checkLevel } from "../distributions/parameters";
import { checkEntries, checkTotal, checkVector, type Pmf } from "../divergences/pmf";

/** Probabilities of 0, 1, 2 … as a distribution: an array in the place of one. */
class PmfDistribution extends Family {
  readonly #probs: readonly number[];
  readonly #logs: readonly number[];

  constructor(probs: readonly number[]) {
    super();
    this.#probs = probs;
    this.#logs = probs.map(Math.log);
  }

  get family(): "pmf" {
    return "pmf";
  }

  get parameters(): { readonly probs: string } {
    return { probs: `[${this.#probs.join(", ")}]` };
  }

  get kind(): "discrete" {
    return "discrete";
  }

  get support(): readonly [number, number] {
    const first = this.#probs.findIndex((p) => p > 0);
    let last = this.#probs.length - 1;
    while (this.#probs[last] === 0) last--;
    return [first, last];
  }

  logProb(x: number): number {
    return this.#logs[x] ?? Number.NEGATIVE_INFINITY;
  }

  override prob(x: number): number {
    return this.#probs[x] ?? 0;
  }

  cdf(x: number): number {
    let sum = 0;
    for (let i = 0; i < this.#probs.length && i <= x; i++) sum += this.#probs[i]!;
    return Math.min(1, sum);
  }

  quantile(u: number): number {
    checkLevel("pmf", u);
    const [first, last] = this.support;
    let sum = 0;
    for (let i = first; i < last; i++) if ((sum += this.#probs[i]!) >= u) return i;
    return last;
  }

  get mean(): number {
    return this.#probs.reduce((sum, p, i) => sum + p * i, 0);
  }

  get variance(): number {
    const { mean } = this;
    return this.#probs.reduce((sum, p, i) => sum + p * (i - mean) ** 2, 0);
  }

  get entropy(): number {
    return this.#probs.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
  }
}

/** @throws RangeError or TypeError where `probs` are no probabilities */
export function pmfDistribution(probs: Pmf): Family {
  checkVector("derivation", "p", probs);
  checkEntries("derivation", "p", probs);
  const list = Array.from(probs);
  checkTotal(
    "derivation",
    "p",
    probs,
    list.reduce((sum, p) => sum + p, 0),
  );
  return new PmfDistribution(list);
}
