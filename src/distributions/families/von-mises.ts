import { besselRatio } from "../../math/bessel";
import type { Prng } from "../../math/random";
import { expectation } from "../expectation";
import { Family } from "../family";
import { type MassTable, massTable } from "../mass-table";
import { checkFinite, checkLevel, checkNonNegative, checkSurvivalLevel } from "../parameters";
import { vonMisesAngle } from "../von-mises-angle";
import { Normal } from "./normal";

/** The von Mises distribution as a value; made by `vonMises`. */
export class VonMises extends Family {
  // Parameters
  readonly location: number;
  readonly concentration: number;
  readonly #logScaledI0: number;
  #table: MassTable | undefined;

  constructor(location: number, concentration: number) {
    super();
    checkFinite("vonMises", "location", location);
    checkNonNegative("vonMises", "concentration", concentration);
    this.location = location;
    this.concentration = concentration;
    this.#logScaledI0 = besselRatio(concentration).logScaledI0;
  }

  get family(): "vonMises" {
    return "vonMises";
  }

  get parameters(): { readonly location: number; readonly concentration: number } {
    return { location: this.location, concentration: this.concentration };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get support(): readonly [number, number] {
    return [-Math.PI, Math.PI];
  }

  /** Around the mode, however narrow it is. */
  override get landmarks(): readonly number[] {
    const spread = 1 / Math.sqrt(this.concentration + 1);
    const offsets = [-8, -4, -2, -1, 0, 1, 2, 4, 8].map((k) => k * spread);
    return offsets.filter((x) => Math.abs(x) < Math.PI).map((x) => wrap(this.location + x));
  }

  // Probabilities
  logProb(x: number): number {
    if (!(x >= -Math.PI && x <= Math.PI)) return Number.NEGATIVE_INFINITY;
    // cos d − 1 = −2 sin²(d/2), so that a large concentration costs no digits.
    const sine = Math.sin((x - this.location) / 2);
    return -2 * this.concentration * sine * sine - Math.log(2 * Math.PI) - this.#logScaledI0;
  }

  get #mass(): Pick<MassTable, "cdf" | "survival" | "quantile" | "survivalQuantile"> {
    if (this.concentration > narrow) return this.#normal;
    this.#table ??= massTable((x) => this.prob(x), -Math.PI, Math.PI, this.landmarks);
    return this.#table;
  }

  get #normal(): Normal {
    return new Normal(wrap(this.location), 1 / Math.sqrt(this.concentration));
  }

  override logCdf(x: number): number {
    const isNormal = this.concentration > narrow && Math.abs(x) < Math.PI;
    return isNormal ? this.#normal.logCdf(x) : super.logCdf(x);
  }

  override logSurvival(x: number): number {
    const isNormal = this.concentration > narrow && Math.abs(x) < Math.PI;
    return isNormal ? this.#normal.logSurvival(x) : super.logSurvival(x);
  }

  cdf(x: number): number {
    return this.#mass.cdf(Math.min(Math.PI, Math.max(-Math.PI, x)));
  }

  override survival(x: number): number {
    return this.#mass.survival(Math.min(Math.PI, Math.max(-Math.PI, x)));
  }

  quantile(u: number): number {
    checkLevel("vonMises", u);
    return this.#mass.quantile(u);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("vonMises", v);
    return this.#mass.survivalQuantile(v);
  }

  override draw(prng: Prng): number {
    return wrap(this.location + vonMisesAngle(this.concentration, prng));
  }

  // Moments
  /**
   * E[X] of the angle as a number in [−π, π], as `cdf` and `sample` have it: near ±π the mass wraps around, and this is
   * far from the mean direction, which is `location` (what SciPy's `vonmises.mean` gives, on [location ± π]).
   */
  get mean(): number {
    return expectation(this, (x) => x);
  }

  /**
   * E[(X − E X)²] of the angle as a number in [−π, π]. SciPy's `vonmises.var` is that of vonMises(0, concentration);
   * the circular variance is 1 − I₁(concentration)/I₀(concentration).
   */
  get variance(): number {
    const { mean } = this;
    return expectation(this, (x) => (x - mean) ** 2);
  }

  get entropy(): number {
    const { rest } = besselRatio(this.concentration);
    return Math.log(2 * Math.PI) + this.#logScaledI0 + this.concentration * rest;
  }
}

/** From here on it is normal to rounding, and doubles near the mode may not tell its parts. */
const narrow = 1e25;

/** The same angle in [−π, π]. */
function wrap(x: number): number {
  if (x >= -Math.PI && x <= Math.PI) return x;
  return x - 2 * Math.PI * Math.round(x / (2 * Math.PI));
}

/**
 * The von Mises distribution of an angle in [−π, π], density e^(concentration·cos(x − location))/(2π I₀).
 *
 * @param location the mean direction in radians, finite
 * @param concentration finite, ≥ 0; 0 gives the uniform distribution on the circle
 * `mean` and `variance` are those of the angle as a number in [−π, π], and depend on where the circle is cut; the mean
 * direction, which does not, is `location`.
 *
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * vonMises(0, 2).prob(0); // 0.5158854120190137
 * vonMises(0, 0).entropy; // 1.8378770664093453
 *
 * Source: K. V. Mardia and P. E. Jupp, Directional Statistics (2000), section 3.5.4.
 */
export function vonMises(location: number, concentration: number): VonMises {
  return new VonMises(location, concentration);
}
