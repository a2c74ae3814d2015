import { shapeError, valueError } from "../math/errors";
import type { Prng } from "../math/random";
import { type Distribution, distributionBrand } from "./distribution";

const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** What all one-dimensional families share: the brand, printing, prob, sampling by the quantile. */
export abstract class Family implements Distribution {
  get [distributionBrand](): true {
    return true;
  }

  abstract readonly family: string;
  abstract readonly kind: "continuous" | "discrete";
  abstract readonly support: readonly [low: number, high: number];
  abstract readonly mean: number;
  abstract readonly variance: number;
  abstract readonly entropy: number;
  abstract logProb(x: number): number;
  abstract cdf(x: number): number;
  abstract quantile(u: number): number;

  /** Names and values in the order of the factory. */
  abstract get parameters(): Readonly<Record<string, unknown>>;

  get dimension(): number {
    return 1;
  }

  get kinks(): readonly number[] {
    return [];
  }

  prob(x: number): number {
    return Math.exp(this.logProb(x));
  }

  sample(n: number, prng: Prng): number[] {
    checkDraws(this.family, n, prng);
    return Array.from({ length: n }, () => this.draw(prng));
  }

  /** One value; families with a quicker way than the quantile override it. */
  protected draw(prng: Prng): number {
    return this.quantile(openUniform(prng));
  }

  toString(): string {
    const list = Object.entries(this.parameters).map(([name, value]) => `${name}=${value}`);
    return `${this.family}(${list.join(", ")})`;
  }

  [inspect](): string {
    return this.toString();
  }
}

/** A draw from the open interval (0, 1), so that no quantile is infinite. */
export function openUniform(prng: Prng): number {
  for (;;) {
    const u = prng();
    if (u > 0) return u;
  }
}

/** Throws where `sample` cannot draw. */
export function checkDraws(family: string, n: number, prng: Prng): void {
  const caller = `${family}.sample`;
  if (!(Number.isSafeInteger(n) && n >= 0)) {
    throw valueError(caller, `n 是 ${n}，应为 ≥ 0 的整数`, `n is ${n}; give an integer ≥ 0`);
  }
  if (typeof prng !== "function") {
    throw shapeError(
      caller,
      "prng 应为函数，例如 seeded(0)",
      "prng must be a function; give for example seeded(0)",
    );
  }
}
