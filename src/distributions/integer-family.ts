import type { Tails } from "../math/incomplete-beta";
import { bellIntegral } from "../math/integrals/bell-integral";
import type { Prng } from "../math/random";
import type { Distribution } from "./distribution";
import { sumOver } from "./expectation";
import { checkDraws, Family, openUniform } from "./family";
import { firstAtLeast } from "./first-at-least";
import { integerQuantile, integerSurvivalQuantile } from "./first-integer";
import { checkLevel, checkSurvivalLevel } from "./parameters";

const largestTable = 65536;
/** Of the variance; narrower bells are summed. */
const widest = 1e8;

/** What the families on the integers share: whole arguments, quantiles by search, draws by a table. */
export abstract class IntegerFamily extends Family {
  /** ln P(X = k) for an integer k inside the support. */
  protected abstract logMass(k: number): number;
  /** P(X ≤ k) and P(X > k) for an integer k inside the support, k below its end. */
  protected abstract tails(k: number): Tails;

  /** The logarithms of `tails`; families whose tails may underflow override it. */
  protected logTails(k: number): Tails {
    const { lower, upper } = this.tails(k);
    return {
      lower: lower < 0.5 ? Math.log(lower) : Math.log1p(-upper),
      upper: upper < 0.5 ? Math.log(upper) : Math.log1p(-lower),
    };
  }

  get kind(): "discrete" {
    return "discrete";
  }

  logProb(x: number): number {
    const [low, high] = this.support;
    if (!(Number.isInteger(x) && x >= low && x <= high)) return Number.NEGATIVE_INFINITY;
    return this.logMass(x);
  }

  cdf(x: number): number {
    const k = Math.floor(x);
    const [low, high] = this.support;
    if (k >= high) return 1;
    return k >= low ? this.tails(k).lower : Number.isNaN(x) ? x : 0;
  }

  override survival(x: number): number {
    const k = Math.floor(x);
    const [low, high] = this.support;
    if (k >= high) return 0;
    return k >= low ? this.tails(k).upper : Number.isNaN(x) ? x : 1;
  }

  override logCdf(x: number): number {
    const k = Math.floor(x);
    const [low, high] = this.support;
    if (k >= high) return 0;
    return k >= low ? this.logTails(k).lower : Number.isNaN(x) ? x : Number.NEGATIVE_INFINITY;
  }

  override logSurvival(x: number): number {
    const k = Math.floor(x);
    const [low, high] = this.support;
    if (k >= high) return Number.NEGATIVE_INFINITY;
    return k >= low ? this.logTails(k).upper : Number.isNaN(x) ? x : 0;
  }

  quantile(u: number): number {
    checkLevel(this.family, u);
    return integerQuantile(this, u, this.mean);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel(this.family, v);
    return integerSurvivalQuantile(this, v, this.mean);
  }

  /** By a table of the distribution function where that is quicker than inverting it. */
  override sample(n: number, prng: Prng): number[] {
    checkDraws(this.family, n, prng);
    const first = this.quantile(1e-12);
    const size = this.quantile(1 - 1e-12) - first + 1;
    if (!(size <= largestTable && size < 64 * n)) {
      return Array.from({ length: n }, () => this.draw(prng));
    }
    const below = this.survival(first - 1) === 1 ? 0 : this.cdf(first - 1);
    const table = runningMass(this, first, size);
    return Array.from({ length: n }, () => {
      const u = openUniform(prng);
      if (u <= below || u > table[size - 1]) return this.quantile(u);
      return first + firstAtLeast(table, u);
    });
  }

  /** −Σ p ln p, term by term, or as an integral where p is a bell over very many integers. */
  get entropy(): number {
    const { variance, mean } = this;
    if (variance > widest) {
      // Narrower than doubles near it can tell, and so as good as normal.
      if (Math.sqrt(variance) < 2 ** -48 * mean) return (1 + Math.log(2 * Math.PI * variance)) / 2;
      const [low, high] = this.support;
      const log = (k: number): number => this.logMass(k);
      const bell = {
        log,
        peak: mean,
        width: Math.sqrt(variance),
        ends: [low, high],
      } as const;
      const integral = bellIntegral(bell, (k) => -log(k) * Math.exp(log(k)));
      if (integral !== undefined) return integral;
    }
    return sumOver(this, (k) => {
      const logMass = this.logMass(k);
      return logMass === Number.NEGATIVE_INFINITY ? 0 : -logMass * Math.exp(logMass);
    });
  }
}

/** P(X ≤ k) for `size` integers k from the first on, by adding: the tails would take much longer. */
export function runningMass(d: Distribution, first: number, size: number): Float64Array {
  const table = new Float64Array(size);
  let sum = d.cdf(first);
  for (let i = 0; i < size; i++) {
    if (i > 0) sum += d.prob(first + i);
    table[i] = sum;
  }
  return table;
}
