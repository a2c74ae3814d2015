import type { Prng } from "../math/random";
import { shapeError } from "../words/errors";
import { Described } from "./described";
import type { MultivariateDistribution } from "./distribution";
import { checkDraws } from "./family";

/** What the families of several dimensions share. */
export abstract class MultivariateFamily extends Described implements MultivariateDistribution {
  abstract readonly kind: "continuous" | "discrete";
  abstract readonly dimension: number;
  abstract readonly support: readonly (readonly [low: number, high: number])[];
  abstract readonly mean: readonly number[];
  abstract readonly variance: readonly number[];
  abstract readonly entropy: number;

  /** As `logProb`, of a point that has the right length. */
  protected abstract logDensity(x: readonly number[]): number;
  /** One point. */
  abstract draw(prng: Prng): number[];

  logProb(x: readonly number[]): number {
    if (!(x?.length === this.dimension)) {
      const given = x?.length ?? typeof x;
      throw shapeError(
        `${this.family}.logProb`,
        `x 有 ${given} 个坐标，应为 ${this.dimension} 个`,
        `x has ${given} coordinates; give ${this.dimension}`,
      );
    }
    return this.logDensity(x);
  }

  prob(x: readonly number[]): number {
    return Math.exp(this.logProb(x));
  }

  sample(n: number, prng: Prng): number[][] {
    checkDraws(this.family, n, prng);
    return Array.from({ length: n }, () => this.draw(prng));
  }
}
