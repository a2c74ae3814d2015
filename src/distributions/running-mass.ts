import { gaussKronrod, type Panel } from "../math/integrals/gauss-kronrod";
import { meanOnSegment } from "../math/mean-on-segment";

type Density = (v: number) => number;

/** Beside the mass further out a panel is cut until its error is no more than this. */
const tailError = 1e-13;
/** Less is next to underflow, where nothing is known well. */
const least = 1e-285;
/** Panels that the two tails may take besides. */
const mostCuts = 4000;
const deepest = 16;

/** The mass of a density below and above every v, from panels on which it is as good as a polynomial. */
export class RunningMass {
  readonly #f: Density;
  readonly #panels: readonly Panel[];
  /** The mass below each panel, and from each panel on. */
  readonly #below: readonly number[];
  readonly #above: readonly number[];

  /** @param panels ascending, without gaps; cut further here, so that each tail is known beside itself */
  constructor(f: Density, panels: readonly Panel[]) {
    this.#f = f;
    const cut = cutTails(f, panels);
    const [below, above] = [[0], [0]];
    for (const { value } of cut) below.push(below[below.length - 1] + value);
    for (const { value } of [...cut].reverse()) above.push(above[above.length - 1] + value);
    this.#panels = cut;
    this.#below = below;
    this.#above = above.reverse();
  }

  get total(): number {
    return this.#above[0];
  }

  below(v: number): number {
    const panels = this.#panels;
    if (!(v > panels[0].low)) return 0;
    if (v >= panels[panels.length - 1].high) return this.total;
    const i = this.#panelOf(v);
    return Math.min(this.total, this.#below[i] + this.#part(panels[i].low, v));
  }

  above(v: number): number {
    const panels = this.#panels;
    if (!(v > panels[0].low)) return this.total;
    if (v >= panels[panels.length - 1].high) return 0;
    const i = this.#panelOf(v);
    return Math.min(this.total, this.#above[i + 1] + this.#part(v, panels[i].high));
  }

  /** The v below which `mass` lies. */
  placeBelow(mass: number): number {
    const i = firstIndex(this.#panels.length, (j) => this.#below[j + 1] >= mass);
    return this.#place(this.#panels[i], mass - this.#below[i], 1);
  }

  /** The v above which `mass` lies. */
  placeAbove(mass: number): number {
    const i = firstIndex(this.#panels.length, (j) => this.#above[j + 1] <= mass);
    return this.#place(this.#panels[i], mass - this.#above[i + 1], -1);
  }

  #panelOf(v: number): number {
    return firstIndex(this.#panels.length, (j) => this.#panels[j].high > v);
  }

  #part(a: number, b: number): number {
    return Math.max(0, gaussKronrod(this.#f, a, b).value);
  }

  /** The v at which a panel has the mass wanted on one side of it: Newton's steps between bounds. */
  #place(panel: Panel, wanted: number, side: 1 | -1): number {
    const from = side > 0 ? panel.low : panel.high;
    if (!(wanted > 0)) return from;
    const width = panel.high - panel.low;
    let [near, far] = [0, width];
    // Distances t from the end; f may be 0 or infinite on parts, where Newton gives way to bisection.
    const inward = (t: number): number => this.#f(from + side * t);
    const massTo = (t: number): number =>
      side > 0 ? this.#part(from, from + t) : this.#part(from - t, from);
    let t = width * Math.min(1, wanted / panel.value);
    let mass = massTo(t);
    for (let step = 0; step < 80; step++) {
      const excess = mass - wanted;
      if (Math.abs(excess) <= 1e-16 * wanted) break;
      if (excess < 0) near = t;
      else far = t;
      const newton = t - excess / inward(t);
      const inside = newton > near && newton < far && step % 16 !== 15;
      const next = inside ? newton : near + (far - near) / 2;
      const move = next - t;
      if (from + side * next === from + side * t || next <= near || next >= far) break;
      const isShort = Math.abs(move) < width / 8;
      mass = isShort ? mass + move * meanOnSegment(inward, t, move) : massTo(next);
      t = next;
    }
    return from + side * t;
  }
}

/** The first of n indices at which a condition holds that goes on to hold; else the last. */
function firstIndex(n: number, holds: (i: number) => boolean): number {
  let [left, right] = [0, n - 1];
  while (left < right) {
    const middle = (left + right) >> 1;
    if (holds(middle)) right = middle;
    else left = middle + 1;
  }
  return left;
}

function cutTails(f: Density, panels: readonly Panel[]): Panel[] {
  const total = panels.reduce((sum, { value }) => sum + value, 0);
  let [split, sum] = [0, 0];
  while (split < panels.length && sum < total / 2) sum += panels[split++].value;
  let left = mostCuts;
  const side = (from: readonly Panel[], order: 1 | -1): Panel[] => {
    const done: Panel[] = [];
    let mass = 0;
    const visit = (panel: Panel, depth: number): void => {
      const { low, high, value, error, rounding } = panel;
      const middle = low + (high - low) / 2;
      const fine = error <= Math.max(tailError * (mass + value), 4 * rounding);
      if (
        fine ||
        value < least ||
        depth === deepest ||
        left <= 0 ||
        !(low < middle && middle < high)
      ) {
        done.push(panel);
        mass += value;
        return;
      }
      left--;
      const halves = [gaussKronrod(f, low, middle), gaussKronrod(f, middle, high)];
      for (const half of order > 0 ? halves : halves.reverse()) visit(half, depth + 1);
    };
    for (const panel of from) visit(panel, 0);
    return done;
  };
  const lower = side(panels.slice(0, split), 1);
  const upper = side(panels.slice(split).reverse(), -1);
  return [...lower, ...upper.reverse()];
}
