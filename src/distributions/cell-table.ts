import { gaussKronrod, type Panel } from "../math/integrals/gauss-kronrod";

/** The inverse of a running mass, cell by cell. */
export interface CellTable {
  /** The v below which the share u of the mass lies. */
  at(u: number): number;
}

const mostCells = 60_000;
/** Of the whole mass, to which a cell's cubic is right in its middle. */
const exactTo = 1e-10;

/** Panels cut until the running mass is a cubic on each cell, found again by an index and Newton's steps on the cubic. */
export function cellTable(f: (v: number) => number, panels: readonly Panel[]): CellTable {
  const total = panels.reduce((sum, { value }) => sum + value, 0);
  const ends: number[] = [];
  const masses: number[] = [];
  const densities: number[] = [];
  const add = (low: number, high: number, mass: number, depth: number): void => {
    if (!(mass > 0)) return;
    const middle = low + (high - low) / 2;
    const left = gaussKronrod(f, low, middle).value;
    const cubic = mass / 2 + ((high - low) / 8) * (f(low) - f(high));
    const fits = Math.abs(cubic - left) <= exactTo * total;
    const whole = fits || depth > 40 || ends.length > mostCells || middle <= low || middle >= high;
    if (!whole) {
      add(low, middle, left, depth + 1);
      add(middle, high, mass - left, depth + 1);
      return;
    }
    ends.push(low, high);
    masses.push(mass);
    densities.push(f(low), f(high));
  };
  for (const { low, high, value } of panels) add(low, high, value, 0);
  const running = new Float64Array(masses.length + 1);
  for (const [i, mass] of masses.entries()) running[i + 1] = running[i] + mass;
  const counted = running[masses.length];
  const index = new Int32Array(2 * masses.length + 1);
  for (let i = 0, cell = 0; i < index.length; i++) {
    while (cell < masses.length - 1 && running[cell + 1] < (i / (index.length - 1)) * counted)
      cell++;
    index[i] = cell;
  }
  return {
    at(u) {
      const wanted = u * counted;
      let cell = index[Math.min(index.length - 1, Math.floor(u * (index.length - 1)))];
      while (cell < masses.length - 1 && running[cell + 1] < wanted) cell++;
      const [low, high] = [ends[2 * cell], ends[2 * cell + 1]];
      const share = Math.min(1, Math.max(0, (wanted - running[cell]) / masses[cell]));
      const unit = (high - low) / masses[cell];
      const t = onCubic(share, densities[2 * cell] * unit, densities[2 * cell + 1] * unit);
      return low + (high - low) * t;
    },
  };
}

/** t in [0, 1] at which the cubic with values 0 and 1 and slopes a and b at the ends is y. */
function onCubic(y: number, a: number, b: number): number {
  let [left, right] = [0, 1];
  let t = y;
  for (let step = 0; step < 30; step++) {
    const value = t * (a + t * (3 - 2 * a - b + t * (a + b - 2))) - y;
    if (value > 0) right = t;
    else left = t;
    const slope = a + t * (2 * (3 - 2 * a - b) + 3 * t * (a + b - 2));
    const newton = t - value / slope;
    const next = newton > left && newton < right ? newton : (left + right) / 2;
    if (Math.abs(next - t) < 1e-12) return next;
    t = next;
  }
  return t;
}
