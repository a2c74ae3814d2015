import { invertCdf } from "../math/invert-cdf";
import type { Prng } from "../math/random";
import { checkArgument } from "../words/check-argument";
import { shapeError, valueError } from "../words/errors";
import { Described } from "./described";
import type { Distribution } from "./distribution";
import { invertSurvival } from "./invert-survival";
import { logTail } from "./log-tail";
import { checkSurvivalLevel } from "./parameters";

const levels = [1e-14, 1e-9, 1e-4, 0.02, 0.2, 0.5, 0.8, 0.98, 0.9999, 1 - 1e-9, 1 - 1e-14];

/** What all one-dimensional families share: prob, survival, sampling by the quantile. */
export abstract class Family extends Described implements Distribution {
  abstract readonly kind: "continuous" | "discrete";
  abstract readonly support: readonly [low: number, high: number];
  abstract readonly mean: number;
  abstract readonly variance: number;
  abstract readonly entropy: number;
  abstract logProb(x: number): number;
  abstract cdf(x: number): number;
  abstract quantile(u: number): number;

  get dimension(): number {
    return 1;
  }

  get kinks(): readonly number[] {
    return [];
  }

  get landmarks(): readonly number[] {
    return levels.map((u) => this.quantile(u));
  }

  prob(x: number): number {
    return Math.exp(this.logProb(x));
  }

  survival(x: number): number {
    return 1 - this.cdf(x);
  }

  logCdf(x: number): number {
    const lower = this.cdf(x);
    if (lower === 0 && this.kind === "continuous") return logTail(this, x, "lower");
    return lower < 0.5 ? Math.log(lower) : Math.log1p(-this.survival(x));
  }

  logSurvival(x: number): number {
    const upper = this.survival(x);
    if (upper === 0 && this.kind === "continuous") return logTail(this, x, "upper");
    return upper < 0.5 ? Math.log(upper) : Math.log1p(-this.cdf(x));
  }

  survivalQuantile(v: number): number {
    checkSurvivalLevel(this.family, v);
    return invertSurvival(this, v);
  }

  sample(n: number, prng: Prng): number[] {
    checkDraws(this.family, n, prng);
    return Array.from({ length: n }, () => this.draw(prng));
  }

  /** One value; families with a quicker way than the quantile override it. */
  draw(prng: Prng): number {
    return this.quantile(openUniform(prng));
  }

  /** The quantile where there is no formula for it. */
  protected invertedCdf(u: number, start: number, scale: number): number {
    return invertCdf(this, u, start, scale);
  }
}

/** How often a draw may be refused; no generator of random numbers comes near it. */
const mostTries = 10_000;

/**
 * A draw from the open interval (0, 1), so that no quantile is infinite.
 *
 * @throws RangeError for a prng that gives anything but numbers in [0, 1), or zeros only
 */
export function openUniform(prng: Prng): number {
  for (let tries = 0; tries < 100; tries++) {
    const u = prng();
    if (u > 0 && u < 1) return u;
    if (u !== 0) throw badPrng(`${u}`);
  }
  throw badPrng("0, 0, 0, …");
}

/**
 * The first accepted of many tries.
 *
 * @param attempt gives undefined for a draw that is refused
 * @throws RangeError where every one is refused: prng is not random
 */
export function firstAccepted(attempt: () => number | undefined): number {
  for (let tries = 0; tries < mostTries; tries++) {
    const x = attempt();
    if (x !== undefined) return x;
  }
  throw badPrng("…");
}

function badPrng(given: string): RangeError {
  return valueError(
    "sample",
    `prng 给出 ${given}，应为 [0, 1) 中的随机数，例如 seeded(0)`,
    `prng gives ${given}, not random numbers in [0, 1); give for example seeded(0)`,
  );
}

/** Throws where `sample` cannot draw. */
export function checkDraws(family: string, n: number, prng: Prng): void {
  const caller = `${family}.sample`;
  checkArgument(caller, "n", n, "number");
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
