import { brentMaximum } from "../../math/brent-maximum";
import type { BinaryTerm, Term } from "../language/term";
import { children, isBinder, workedOut } from "../language/walk";
import { cellsOf } from "./cells-of";
import { type Cell, logAbsOf, type Num, numberOf, type Site } from "./context";
import { containsUnfolded, unfold } from "./unfold";

/** Where, along a variable, an integrand may rise: what a quadrature would otherwise step over. */
export interface Peaks {
  /** Marks round each peak between two ends; `weight` is the logarithm of what the integrand is multiplied by. */
  marks(low: number, high: number, weight?: (x: number) => number): readonly number[];
}

const none: Peaks = { marks: () => [] };

// Powers of ten in quarters, either side of 0: whatever rises smoothly from far is seen from one of them.
const ladder = Array.from({ length: 37 }, (_, i) => 10 ** (i / 4 - 3));
const rungs: readonly number[] = [...ladder.map((x) => -x).reverse(), 0, ...ladder];

const mostPeaks = 4;
// A peak e⁻⁵⁰ times as high as the highest is none.
const lowest = 50;
// Where the logarithm has fallen by this, a peak is as wide as its marks say.
const drop = 0.5;

/**
 * Looks for peaks of a term that holds more than densities of its variable: exp(−(x − 50)²/0.02), or N(2 | z) along z.
 *
 * @param cell what the variable is bound to at `site`
 * @param isGuided true where a distribution tells where the mass lies, so that only what rises steeply is looked for
 */
export function compilePeaks(body: Term, cell: Cell, site: Site, isGuided: boolean): Peaks {
  const depends = (term: Term, at: Site): boolean => cellsOf(term, at).includes(cell);
  if (!mayRise(body, site, depends, isGuided)) return none;
  const centres = compileCentres(body, cell, site, depends);
  const log = logAbsOf(body, site);
  return {
    marks(low, high, weight = () => 0) {
      const height = (x: number): number => {
        cell.value = x;
        const value = log() + weight(x);
        return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
      };
      return findPeaks(height, low, high, centres());
    },
  };
}

/** What has a line of its own, and peaks on it. */
const isWorkedOut = (term: Term): boolean => isBinder(term) || workedOut.has(term.kind);

type Depends = (term: Term, site: Site) => boolean;

/** True where a term of the variable is neither a density of it, nor algebra. */
function mayRise(body: Term, site: Site, depends: Depends, isGuided: boolean): boolean {
  let isSteep = false;
  const visit = (typed: Term, typedAt: Site): void => {
    const { term, site: here } = unfold(typed, typedAt);
    if (!depends(term, here) || isSteep) return;
    // Whatever rises steeply, its logarithm does not.
    if (term.kind === "elementary" && term.name === "log") return;
    if (term.kind === "elementary" && term.name === "exp") isSteep = true;
    if (term.kind === "binary" && term.operator === "^" && depends(term.right, here))
      isSteep = true;
    if (term.kind === "call") {
      if (term.given.some((given) => depends(given, here))) isSteep = true;
      if (term.values.some((value) => unfold(value, here).term.kind !== "name")) isSteep = true;
    }
    // What is worked out inside has its own peaks.
    if (!isWorkedOut(term)) for (const child of children(term)) visit(child, here);
  };
  visit(body, site);
  if (isSteep) return true;
  const holds = (test: (t: Term) => boolean): boolean => containsUnfolded(body, site, test);
  const { scope } = site.context;
  const isDensity = (t: Term): boolean =>
    t.kind === "call" && (typeof scope.get(t.name) !== "function" || t.given.length > 0);
  // Nothing guides but functions of the world; what would cost an integral at each place is not scanned for that.
  return !isGuided && !holds(isDensity) && holds((t) => t.kind === "call") && !holds(isWorkedOut);
}

/** The zeros of what is linear in the variable, and what a density with the variable as parameter is taken at. */
function compileCentres(
  body: Term,
  cell: Cell,
  site: Site,
  depends: Depends,
): () => readonly number[] {
  const sources: (() => number | undefined)[] = [];
  const visit = (typed: Term, typedAt: Site): void => {
    const { term, site: here } = unfold(typed, typedAt);
    if (!depends(term, here)) return;
    if (term.kind === "binary" && (term.operator === "+" || term.operator === "-")) {
      sources.push(zeroOf(term, cell, here));
    }
    if (term.kind === "call" && term.given.some((given) => depends(given, here))) {
      for (const value of term.values) {
        if (value.kind === "blank" || depends(value, here)) continue;
        sources.push(numberOf(value, here));
      }
    }
    if (!isWorkedOut(term)) for (const child of children(term)) visit(child, here);
  };
  visit(body, site);
  return () => sources.flatMap((source) => source() ?? []);
}

function zeroOf(term: BinaryTerm, cell: Cell, site: Site): () => number | undefined {
  const value: Num = numberOf(term, site);
  const at = (x: number): number => {
    cell.value = x;
    return value();
  };
  return () => {
    const [a, b, c] = [at(0), at(1), at(2)];
    const slope = b - a;
    const isLinear = Math.abs(c - b - slope) <= 1e-9 * (Math.abs(slope) + Math.abs(a));
    return isLinear && slope !== 0 ? -a / slope : undefined;
  };
}

function findPeaks(
  height: (x: number) => number,
  low: number,
  high: number,
  centres: readonly number[],
): readonly number[] {
  const ends = [low, high].filter(Number.isFinite);
  const span = ends.length === 2 ? high - low : 0;
  const own = Array.from({ length: span > 0 ? 31 : 0 }, (_, i) => low + (span * (i + 1)) / 32);
  const points = [...new Set([...rungs, ...own, ...centres])]
    .filter((x) => x > low && x < high)
    .sort((a, b) => a - b);
  const heights = points.map(height);
  const top = Math.max(...heights.filter((h) => h < Number.POSITIVE_INFINITY));
  if (!Number.isFinite(top)) return [];
  const isPeak = (i: number): boolean =>
    Number.isFinite(heights[i]) &&
    heights[i] >= (heights[i - 1] ?? Number.NEGATIVE_INFINITY) &&
    heights[i] > (heights[i + 1] ?? Number.NEGATIVE_INFINITY);
  const summits = points
    .flatMap((at, i) => {
      if (!isPeak(i)) return [];
      const [left, right] = [points[i - 1] ?? at, points[i + 1] ?? at];
      if (!(left < right)) return [];
      const tolerance = 1e-12 * (right - left);
      return [
        brentMaximum(height, {
          low: left,
          high: right,
          start: at,
          startValue: heights[i],
          tolerance,
        }),
      ];
    })
    .sort((a, b) => b.value - a.value);
  return summits
    .slice(0, mostPeaks)
    .filter(({ value }) => value > summits[0].value - lowest)
    .flatMap(({ at, value }) => around(height, at, value));
}

/** Marks where the logarithm has fallen a little, and further out. */
function around(height: (x: number) => number, at: number, top: number): readonly number[] {
  const unit = Math.max(Math.abs(at), 1);
  let width = 1e-15 * unit;
  const hasFallen = (d: number): boolean =>
    height(at + d) < top - drop && height(at - d) < top - drop;
  while (width < 1e6 * unit && !hasFallen(width)) width *= 4;
  if (!(width < 1e6 * unit)) return [at];
  return [0, 0.25, 1, 3, 8].flatMap((k) => (k === 0 ? [at] : [at - k * width, at + k * width]));
}
