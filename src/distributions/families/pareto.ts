import { Family } from "../family";
import { checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";

/** The Pareto distribution as a value; made by `pareto`. */
export class Pareto extends Family {
  // Parameters
  readonly scale: number;
  readonly shape: number;
  constructor(scale: number, shape: number) {
    super();
    checkPositive("pareto", "scale", scale);
    checkPositive("pareto", "shape", shape);
    this.scale = scale;
    this.shape = shape;
  }

  get family(): "pareto" {
    return "pareto";
  }

  get parameters(): { readonly scale: number; readonly shape: number } {
    return { scale: this.scale, shape: this.shape };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get support(): readonly [number, number] {
    return [this.scale, Number.POSITIVE_INFINITY];
  }

  // Probabilities
  logProb(x: number): number {
    if (!(x >= this.scale)) return Number.NEGATIVE_INFINITY;
    if (x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
    return Math.log(this.shape) - Math.log(x) - this.shape * logQuotient(x, this.scale);
  }

  cdf(x: number): number {
    return x <= this.scale ? 0 : -Math.expm1(-this.shape * logQuotient(x, this.scale));
  }

  override survival(x: number): number {
    return x <= this.scale ? 1 : Math.exp(-this.shape * logQuotient(x, this.scale));
  }

  override logSurvival(x: number): number {
    return x <= this.scale ? 0 : -this.shape * logQuotient(x, this.scale);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("pareto", v);
    return this.scale * Math.exp(-Math.log(v) / this.shape);
  }

  quantile(u: number): number {
    checkLevel("pareto", u);
    return this.scale * Math.exp(-Math.log1p(-u) / this.shape);
  }

  // Moments
  get mean(): number {
    const { scale, shape } = this;
    return shape > 1 ? (shape * scale) / (shape - 1) : Number.POSITIVE_INFINITY;
  }

  get variance(): number {
    const { scale, shape } = this;
    if (shape <= 2) return shape > 1 ? Number.POSITIVE_INFINITY : Number.NaN;
    return ((scale / (shape - 1)) ** 2 * shape) / (shape - 2);
  }

  get entropy(): number {
    return 1 + 1 / this.shape + Math.log(this.scale) - Math.log(this.shape);
  }
}

/** ln(x/m) for x ≥ m, from the difference where they are near. */
function logQuotient(x: number, m: number): number {
  return x < 2 * m ? Math.log1p((x - m) / m) : Math.log(x) - Math.log(m);
}

/**
 * The Pareto distribution, P(X > x) = (scale/x)^shape for x ≥ scale.
 *
 * @param scale the least value, finite, > 0
 * @param shape the power of the tail, finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * pareto(1, 3).mean; // 1.5
 * pareto(1, 2).cdf(2); // 0.75
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 20.
 */
export function pareto(scale: number, shape: number): Pareto {
  return new Pareto(scale, shape);
}
