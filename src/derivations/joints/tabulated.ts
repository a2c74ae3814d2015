// Nodes of a panel, and how often it has to be asked for before a table pays.
const degree = 20;
const worthATable = 24;
// Panels that do not fit are halved so many times, then worked out place by place.
const deepest = 6;
const accuracy = 4e-13;
const mostKnown = 16_384;

interface Panel {
  readonly low: number;
  readonly high: number;
  readonly depth: number;
  asked: number;
  /** Values at the Chebyshev nodes, where they describe the function. */
  values?: Float64Array;
  halves?: readonly [Panel, Panel];
  isRough?: boolean;
}

const nodes = Array.from({ length: degree + 1 }, (_, k) => Math.cos((Math.PI * k) / degree));

/**
 * A costly smooth function, tabulated where it is asked for often: on panels of one width, by the polynomial through
 * its values at 21 Chebyshev nodes, each table tried against the function at three other places before it is used.
 *
 * Source: J.-P. Berrut and L. N. Trefethen, Barycentric Lagrange interpolation (2004).
 */
export class Tabulated {
  readonly #f: (x: number) => number;
  readonly #origin: number;
  readonly #width: number;
  readonly #panels = new Map<number, Panel>();
  readonly #known = new Map<number, number>();

  constructor(f: (x: number) => number, origin: number, width: number) {
    this.#f = f;
    this.#origin = origin;
    this.#width = width;
  }

  at(x: number): number {
    const known = this.#known.get(x);
    if (known !== undefined) return known;
    const index = Math.floor((x - this.#origin) / this.#width);
    if (!Number.isSafeInteger(index)) return this.#direct(x);
    let panel = this.#panels.get(index);
    if (!panel) {
      const low = this.#origin + index * this.#width;
      panel = { low, high: low + this.#width, depth: 0, asked: 0 };
      this.#panels.set(index, panel);
    }
    while (panel.halves) panel = panel.halves[x < panel.halves[0].high ? 0 : 1];
    if (panel.values) return interpolate(panel, panel.values, x);
    panel.asked++;
    if (panel.isRough || panel.asked < worthATable) return this.#direct(x);
    this.#tabulate(panel);
    return this.at(x);
  }

  #direct(x: number): number {
    const value = this.#f(x);
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(x, value);
    return value;
  }

  #tabulate(panel: Panel): void {
    const { low, high, depth } = panel;
    const values = Float64Array.from(nodes, (t) => this.#f(place(panel, t)));
    const isFit = [-0.83, 0.21, 0.71].every((t) => {
      const x = place(panel, t);
      const value = this.#f(x);
      return (
        Math.abs(interpolate(panel, values, x) - value) <= accuracy * Math.max(1, Math.abs(value))
      );
    });
    if (isFit) panel.values = values;
    else if (depth >= deepest) panel.isRough = true;
    else {
      const middle = (low + high) / 2;
      const half = { depth: depth + 1, asked: worthATable / 2 };
      panel.halves = [
        { low, high: middle, ...half },
        { low: middle, high, ...half },
      ];
    }
  }
}

const place = ({ low, high }: Panel, t: number): number =>
  (low + high) / 2 + ((high - low) / 2) * t;

function interpolate(panel: Panel, values: Float64Array, x: number): number {
  let above = 0;
  let below = 0;
  for (let k = 0; k <= degree; k++) {
    const apart = x - place(panel, nodes[k]);
    if (apart === 0) return values[k];
    const weight = (k % 2 === 0 ? 1 : -1) * (k === 0 || k === degree ? 0.5 : 1);
    above += (weight / apart) * values[k];
    below += weight / apart;
  }
  return above / below;
}
