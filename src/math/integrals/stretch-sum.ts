import { CompensatedSum } from "../compensated-sum";

/** Fewer integers are added one by one. */
const short = 256;
/**
 * A sum over stretches of integers: one by one, or of a smooth term by Romberg's extrapolation of the sums over every
 * h-th integer to h = 1.
 */
export class StretchSum {
  readonly #term: (k: number) => number;
  readonly #smooth: boolean;
  readonly #sum = new CompensatedSum();
  #left: number;
  error = 0;
  magnitude = 0;
  exhausted = false;

  constructor(term: (k: number) => number, smooth: boolean, mostTerms: number) {
    this.#term = term;
    this.#smooth = smooth;
    this.#left = mostTerms;
  }

  get value(): number {
    return this.#sum.total;
  }

  /** Adds the terms from a to b, both included, in stretches that double away from both ends. */
  between(a: number, b: number): void {
    if (!this.#smooth || b - a < 4 * short) {
      this.#stretch(a, b);
      return;
    }
    const middle = Math.floor(a + (b - a) / 2);
    let from = a;
    for (let length = short; from <= middle; length *= 2) {
      const to = Math.min(middle, from + length - 1);
      this.#stretch(from, to);
      // Beyond 2⁵³ there may be no next integer.
      if (to === middle) break;
      from = to + 1;
    }
    from = b;
    for (let length = short; from > middle; length *= 2) {
      const to = Math.max(middle + 1, from - length + 1);
      this.#stretch(to, from);
      if (to <= middle + 1) break;
      from = to - 1;
    }
  }

  /** Adds the terms beyond a mark, as far as `reach` from it. */
  outwards(mark: number, end: number, sign: 1 | -1, reach: number): void {
    let done = 0;
    const most = Math.min(reach, Math.abs(end - mark));
    for (let length = short; done < most && !this.exhausted; length *= 2) {
      const next = Math.min(most, done + length);
      const [near, far] = [mark + sign * (done + 1), mark + sign * next];
      if (sign > 0) this.#stretch(near, far);
      else this.#stretch(far, near);
      done = next;
    }
  }

  #stretch(a: number, b: number): void {
    if (b < a || this.exhausted) return;
    if (Math.max(Math.abs(a), Math.abs(b)) > Number.MAX_SAFE_INTEGER) {
      this.#vast(a, b);
      return;
    }
    if (!this.#smooth || b - a < short) {
      this.#oneByOne(a, b);
      return;
    }
    const steps = 64 * Math.floor((b - a) / 64);
    const extrapolated = this.#romberg(a, steps);
    if (extrapolated) {
      this.#sum.add(extrapolated.value);
      this.error += extrapolated.error;
      this.magnitude += extrapolated.magnitude;
      this.#oneByOne(a + steps + 1, b);
      return;
    }
    const middle = Math.floor(a + (b - a) / 2);
    this.#stretch(a, middle);
    this.#stretch(middle + 1, b);
  }

  /** Where doubles skip integers, one more or less is nothing beside a stretch. */
  #vast(a: number, b: number): void {
    const size = Math.max(Math.abs(a), Math.abs(b));
    const found = b - a > 1e-12 * size ? this.#romberg(a, b - a) : undefined;
    if (found) {
      this.#sum.add(found.value);
      this.error += found.error;
      this.magnitude += found.magnitude;
      return;
    }
    if (b - a > 1e-9 * size && !this.exhausted) {
      const middle = a + (b - a) / 2;
      this.#stretch(a, middle);
      this.#stretch(middle, b);
      return;
    }
    const value = ((this.#term(a) + this.#term(b)) / 2) * (b - a + 1);
    this.#sum.add(value);
    this.magnitude += Math.abs(value);
    this.error += 1e-9 * Math.abs(value);
  }

  #oneByOne(a: number, b: number): void {
    const count = b - a + 1;
    if (!(count <= this.#left)) {
      this.exhausted = true;
      return;
    }
    this.#left -= Math.max(0, count);
    let magnitude = 0;
    for (let k = a; k <= b; k++) {
      const value = this.#term(k);
      this.#sum.add(value);
      magnitude += Math.abs(value);
    }
    this.magnitude += magnitude;
    this.error += 1e-16 * magnitude;
  }

  /** Σ from a to a + steps, from every h-th term, h = steps/4 … steps/64; undefined where that does not settle. */
  #romberg(
    a: number,
    steps: number,
  ): { readonly value: number; readonly error: number; readonly magnitude: number } | undefined {
    const least = steps / 64;
    if (this.#left < 65) {
      this.exhausted = true;
      return undefined;
    }
    this.#left -= 65;
    const values = Array.from({ length: 65 }, (_, i) => this.#term(a + i * least));
    const ends = (values[0] + values[64]) / 2;
    const row: number[] = [];
    const squares: number[] = [];
    for (let stride = 16; stride >= 1; stride /= 2) {
      let sum = ends;
      for (let i = stride; i < 64; i += stride) sum += values[i];
      row.push(sum * stride * least);
      squares.push((stride * least) ** 2);
    }
    const value = atOne(squares, row) + ends;
    const check = atOne(squares.slice(1), row.slice(1)) + ends;
    let magnitude = 0;
    for (const x of values) magnitude += Math.abs(x);
    magnitude *= least;
    const error = Math.abs(value - check);
    // The difference of two extrapolations is far more than the error of the better; terms are rounded to about 1e-14.
    const allowed = 3e-14 * magnitude + 1e-16 * this.magnitude;
    return error <= allowed ? { value, error: error + 1e-16 * magnitude, magnitude } : undefined;
  }
}

/** The polynomial through the points at 1, by Neville's scheme. */
function atOne(xs: readonly number[], ys: readonly number[]): number {
  const row = [...ys];
  for (let level = 1; level < row.length; level++) {
    for (let i = 0; i + level < row.length; i++) {
      const [x, y] = [xs[i], xs[i + level]];
      row[i] = ((1 - y) * row[i] - (1 - x) * row[i + 1]) / (x - y);
    }
  }
  return row[0];
}
