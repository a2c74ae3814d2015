import type { Distribution } from "../../distributions/distribution";
import { logProbBelow } from "../../distributions/log-prob-below";
import type { Integral } from "../../math/integrals/integrate";
import { type DensityIntegral, integrateDensity } from "../../math/integrals/integrate-density";
import { breakpoints } from "./breakpoints";
import { crossingsOf } from "./crossings";
import { divergesInSilence } from "./diverges-in-silence";
import { endPieces } from "./end-pieces";
import { logBeside } from "./log-beside";
import type { LogTerm } from "./log-term";
import { onOneScale } from "./on-one-scale";
import type { PairIntegral } from "./pair-integral";
import { PairRatio } from "./pair-ratio";
import { type RoundedZero, roundedZero } from "./rounded-zero";

export interface PairOptions {
  /** True for a term with a kink where p = q: the crossings are looked for. */
  readonly crossings?: boolean;
  /** More points between which the integrand is smooth. */
  readonly points?: readonly number[];
}

const { NEGATIVE_INFINITY, POSITIVE_INFINITY, EPSILON } = Number;

/** Of the error, relative to ∫|term|: what is promised, and what is worked for. */
const promised = 1e-10;
const sought = 1e-12;

/** Zeros of a density that rounding may make gaps of, as many as are looked for. */
const mostRounded = 64;

/** Two densities on the line and what integrals over them share: the landmarks are found once. */
export class LinePair {
  readonly p: Distribution;
  readonly q: Distribution;
  #points: readonly number[] | undefined;
  #crossings: readonly number[] | undefined;
  #ratio: PairRatio | undefined;
  readonly #rounded: RoundedZero[] = [];

  /** p and q as they were given, in whose x a witness is told. */
  readonly given: readonly [p: Distribution, q: Distribution];
  readonly #unit: number;

  constructor(p: Distribution, q: Distribution) {
    this.given = [p, q];
    ({ p: this.p, q: this.q, unit: this.#unit } = onOneScale(p, q));
  }

  /** Points between which an integrand of p and q is smooth or nearly so. */
  get points(): readonly number[] {
    this.#points ??= breakpoints(this.p, this.q);
    return this.#points;
  }

  /** ln p − ln q, to the last digits where that is known. */
  get ratio(): PairRatio {
    this.#ratio ??= new PairRatio(this.p, this.q);
    return this.#ratio;
  }

  /** Where p = q. */
  get crossings(): readonly number[] {
    this.#crossings ??= crossingsOf(this, this.points);
    return this.#crossings;
  }

  /** ∫ term dx over where p or q is positive; the value is Infinity where it diverges or the term is infinite. */
  integrate(term: LogTerm, options: PairOptions = {}): PairIntegral {
    const { crossings = false, points: more = [] } = options;
    let points = [...this.points, ...more];
    if (crossings) points = [...points, ...this.crossings];
    // A point at which one of them is 0 by itself is a kink that was not known: then once more with it.
    for (let round = 0; ; round++) {
      const known = this.#rounded.length;
      const zeros: number[] = [];
      const result = this.#over(term, points, zeros);
      if (this.#rounded.length > known && known < mostRounded) {
        round = -1;
        points = [...points, ...this.#rounded.slice(known).map(({ centre }) => centre)];
        continue;
      }
      if (zeros.length === 0 || round === 2 || result.witness !== undefined) return result;
      points = [...points, ...apart(zeros, this.points)];
    }
  }

  /** Both logarithms, next to a zero of one that rounding has widened as the power that it is. */
  #repaired(logP: number, logQ: number, x: number): readonly [number, number] {
    let [a, b] = [logP, logQ];
    for (const { of, centre, near, logAt } of this.#rounded) {
      const distance = Math.abs(x - centre);
      if (!(distance < near)) continue;
      if (of === this.p) a = logAt(distance);
      else b = logAt(distance);
    }
    return [a, b];
  }

  #over(term: LogTerm, points: readonly number[], zeros: number[]): PairIntegral {
    const { p, q } = this;
    let witness: number | undefined;
    const { ratio } = this;
    const scaled = (
      logs: readonly [number, number],
      [x, below]: readonly [number, number?],
      logJacobian: number,
    ): number => {
      const [logP, logQ] = this.#rounded.length > 0 ? this.#repaired(...logs, x) : logs;
      // A node that rounds onto a pole: what lies beside it is judged by its neighbours.
      if (Math.max(logP, logQ) === POSITIVE_INFINITY) return 0;
      const u = ratio.at(x, logP, logQ, below);
      const one = term(logP + logJacobian, logQ + logJacobian, u);
      if (one !== POSITIVE_INFINITY || Math.min(logP, logQ) > NEGATIVE_INFINITY) return one;
      // So far out that the logarithm of the lesser left the doubles before that of the greater.
      if (Math.exp(Math.max(logP, logQ) + logJacobian) === 0) return 0;
      if (witness !== undefined) return 0;
      const isP = logP === NEGATIVE_INFINITY;
      const rounded = this.#rounded.length < mostRounded && roundedZero(isP ? p : q, x, points);
      if (rounded) {
        const isNew = this.#rounded.every(
          ({ of, centre }) => of !== rounded.of || Math.abs(centre - rounded.centre) > rounded.near,
        );
        if (isNew) this.#rounded.push(rounded);
        return 0;
      }
      const beside = logBeside(isP ? p : q, isP ? q : p, x, this.points);
      if (beside === NEGATIVE_INFINITY) {
        witness = x;
        return 0;
      }
      zeros.push(x);
      const [a, b] = isP ? [beside, logQ] : [logP, beside];
      return term(a + logJacobian, b + logJacobian, a - b);
    };
    const noise = this.#noise(term, points);
    const options = { tolerance: sought, scale: noise / sought };
    const direct = (x: number, logJacobian: number): number =>
      scaled([p.logProb(x), q.logProb(x)], [x], logJacobian);
    const pieces = endPieces(p, q).map(({ low, high, mirrored }): DensityIntegral => {
      if (!mirrored) return integrateDensity(direct, low, high, points, options);
      // Over the distance y from the upper end.
      const [logP, logQ] = [logProbBelow(p, high), logProbBelow(q, high)];
      return integrateDensity(
        (y, logJacobian) => scaled([logP(y), logQ(y)], [high - y, y], logJacobian),
        0,
        high - low,
        points.map((x) => high - x),
        options,
      );
    });
    const total = (of: (piece: Integral) => number): number =>
      pieces.reduce((sum, piece) => sum + of(piece), 0);
    const value = total((piece) => piece.value);
    const magnitude = total((piece) => piece.magnitude);
    if (witness !== undefined || value === POSITIVE_INFINITY) {
      const infinite = { value: POSITIVE_INFINITY, error: 0, rounding: 0, magnitude };
      const diverges = witness !== undefined || pieces.some((piece) => piece.diverges);
      return {
        ...infinite,
        converged: true,
        diverges,
        guessed: 0,
        ...(witness === undefined ? {} : { witness: witness * this.#unit }),
      };
    }
    if (divergesInSilence(this, term)) {
      const infinite = { value: POSITIVE_INFINITY, error: 0, rounding: 0, magnitude };
      return { ...infinite, converged: true, diverges: true, guessed: 0 };
    }
    const error = total((piece) => piece.error);
    const guessed = this.#guessed(term, points);
    const rounding = total((piece) => piece.rounding);
    const allowed = 10 * promised * magnitude + 100 * noise;
    // What doubles cannot tell apart is no fault of the integral, as long as it is little.
    const blunt = Math.min(10 * rounding, 1e-3 * magnitude);
    const converged = Number.isFinite(value) && error <= allowed + blunt && guessed <= allowed;
    return { value, error, magnitude, rounding, converged, diverges: false, guessed };
  }

  /** What rounding of the two logarithms makes of the integral, about. */
  #noise(term: LogTerm, unsorted: readonly number[]): number {
    const { p, q } = this;
    const points = [...unsorted].sort((a, b) => a - b);
    let sum = 0;
    for (let i = 1; i < points.length; i++) {
      const x = points[i - 1] + (points[i] - points[i - 1]) / 2;
      const [logP, logQ] = [p.logProb(x), q.logProb(x)];
      if (!Number.isFinite(logP - logQ)) continue;
      const u = this.ratio.at(x, logP, logQ);
      const size = this.ratio.isExact(u) ? Math.abs(u) : 1 + Math.abs(logP) + Math.abs(logQ);
      const off = 4 * EPSILON * size;
      const change = Math.abs(term(logP, logQ - off, u + off) - term(logP, logQ, u));
      if (Number.isFinite(change)) sum += change * (points[i] - points[i - 1]);
    }
    return sum;
  }

  /** The part of ∫ |term| over where a density is continued by a guess. */
  #guessed(term: LogTerm, points: readonly number[]): number {
    const { p, q } = this;
    const guesses = [p, q].filter((d) => d.isGuessAt);
    if (guesses.length === 0) return 0;
    const doubtful = (x: number, logJacobian: number): number => {
      if (!guesses.some((d) => d.isGuessAt?.(x))) return 0;
      const [logP, logQ] = [p.logProb(x), q.logProb(x)];
      return Math.abs(term(logP + logJacobian, logQ + logJacobian, logP - logQ));
    };
    const low = Math.min(p.support[0], q.support[0]);
    const high = Math.max(p.support[1], q.support[1]);
    const { value } = integrateDensity(doubtful, low, high, points, { maxPanels: 300 });
    return value;
  }
}

/** One of the zeros in each gap between landmarks: there may be many where rounding makes a well of one. */
function apart(zeros: readonly number[], points: readonly number[]): number[] {
  const kept = new Map<number, number>();
  for (const x of zeros) kept.set(points.filter((point) => point < x).length, x);
  return [...kept.values()];
}
