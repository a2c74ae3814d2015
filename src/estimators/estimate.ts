import { jsonReady } from "../words/json-ready";
import { infinityText, shortNumber } from "../words/number-text";

const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** What a reader must know before using an estimate. */
export interface EstimateNote {
  readonly kind: "lowerBound" | "sharedPoints" | "ties";
  readonly text: string;
}

/** What an estimate is made of. */
export interface EstimateParts {
  readonly value: number;
  /** NaN where the method knows none. */
  readonly standardError: number;
  /** 95 % confidence. */
  readonly interval: readonly [low: number, high: number];
  readonly method: string;
  /** Why it may be worth less than it looks; empty where nothing was noticed. */
  readonly notes?: readonly EstimateNote[];
}

/** A number estimated from samples, with how far it may be off; it may be negative where the truth is not. */
export interface Estimate extends EstimateParts {
  readonly notes: readonly EstimateNote[];
}

/** A number estimated from samples, with how far it may be off; it may be negative where the truth is not. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns every member of EstimateParts
export class Estimate {
  constructor({ value, standardError, interval, method, notes = [] }: EstimateParts) {
    Object.assign(this, { value, standardError, interval, method, notes });
  }

  /**
   * For JSON.stringify, which knows no ∞: "∞" instead. What was not computed is null; an infinite value has no standard
   * error, which is then left out.
   */
  toJSON(): unknown {
    const { standardError, ...others } = this;
    const hasNone = Number.isNaN(standardError) && !Number.isFinite(this.value);
    return jsonReady(hasNone ? others : { ...this });
  }

  /**
   * "0.123 ± 0.004 (method)" with the half width of the 95 % interval; the interval itself where its sides differ; then
   * the notes.
   */
  toString(): string {
    const [low, high] = this.interval;
    const half = (high - low) / 2;
    const digits = (x: number): string => infinityText(x) ?? shortNumber(x, 3);
    const lean = Math.abs(high + low - 2 * this.value);
    const isEven =
      Number.isFinite(half) && lean <= 1e-6 * half + 4 * Number.EPSILON * Math.abs(this.value);
    const spread = isEven ? ` ± ${digits(half)}` : `, 95% [${digits(low)}, ${digits(high)}]`;
    const shown = Number.isNaN(half) ? "" : spread;
    const value = infinityText(this.value) ?? shortNumber(this.value);
    return [`${value}${shown} (${this.method})`, ...this.notes.map((note) => note.text)].join("\n");
  }

  [inspect](): string {
    return this.toString();
  }
}

/** The standard normal quantile of 97.5 %. */
export const z95 = 1.959963984540054;

/** An estimate whose error is about normal; an infinite value has no other in its interval. */
export function normalEstimate(value: number, standardError: number, method: string): Estimate {
  const half = Number.isFinite(value) ? z95 * standardError : 0;
  return new Estimate({ value, standardError, interval: [value - half, value + half], method });
}

/** A normal estimate whose interval also reaches as far as the bias may have shifted it, to the side where the truth then is. */
export function biasedEstimate(
  value: number,
  standardError: number,
  bias: number,
  method: string,
): Estimate {
  const half = z95 * standardError;
  const interval = [value - half - Math.max(0, bias), value + half + Math.max(0, -bias)] as const;
  return new Estimate({ value, standardError, interval, method });
}
