/** ln f where f itself is 0 only because it is too small for a double. */
export interface Continuation {
  /** ln f, continued from where it can still be seen; −Infinity where f jumps to 0. */
  readonly log: number;
  /** Whether the continuation foretells what can be seen of f, so that it may count. */
  readonly sure: boolean;
}

/** Below e^faint a value counts as fading: no density that means to stop is so small first. */
const faint = -575; // 1e−250
/** Where ln f is read off to be continued, and to be foretold as a check. */
const levels = [-660, -480, -320, -180] as const;

/** One side from which a zero of f can be looked at. */
interface Edge {
  readonly log: (x: number) => number;
  readonly sure: boolean;
}

const nothing: Continuation = { log: Number.NEGATIVE_INFINITY, sure: true };

/**
 * Tells a density that fades below the doubles from one that jumps to 0, and continues ln f where it fades.
 *
 * ln f is continued as a parabola in x, or, where it is convex, as a power law, through three points of its faint end;
 * a fourth point says how well.
 */
export class FadingTail {
  readonly #logF: (x: number) => number;
  readonly #marks: readonly number[];
  readonly #edges = new Map<string, Edge | undefined>();

  /** @param marks ascending points among which the mass lies */
  constructor(logF: (x: number) => number, marks: readonly number[]) {
    this.#logF = logF;
    this.#marks = marks.filter((x) => logF(x) > faint);
  }

  /** ln f at an x where f gives 0. */
  at(x: number): Continuation {
    const marks = this.#marks;
    const after = marks.findIndex((mark) => mark > x);
    const left = after < 0 ? marks.length - 1 : after - 1;
    const sides = [this.#edge(left, x), after < 0 ? undefined : this.#edge(after, x)];
    let best = nothing;
    for (const edge of sides) {
      const log = edge ? edge.log(x) : Number.NEGATIVE_INFINITY;
      if (edge && log > best.log) best = { log, sure: edge.sure };
    }
    return best;
  }

  /** The end of what can be seen from a mark towards x; undefined where f jumps there. */
  #edge(index: number, x: number): Edge | undefined {
    const mark = this.#marks[index];
    if (mark === undefined) return undefined;
    const key = `${index} ${x < mark}`;
    if (!this.#edges.has(key)) this.#edges.set(key, fadingEdge(this.#logF, mark, x));
    return this.#edges.get(key);
  }
}

function fadingEdge(logF: (x: number) => number, mark: number, zero: number): Edge | undefined {
  const end = crossing(logF, mark, zero, Number.NEGATIVE_INFINITY);
  if (end === undefined || !(logF(end - (end - mark) * 1e-3) < faint)) return undefined;
  const xs: number[] = [];
  for (const level of levels) {
    const x = crossing(logF, mark, end, level);
    if (x !== undefined) xs.push(x);
  }
  if (new Set(xs).size < levels.length) return undefined;
  const ys = xs.map(logF);
  const inX = parabola(xs.slice(0, 3), ys);
  const away = (x: number): number => Math.log(Math.abs(x - mark));
  const inLog = parabola(xs.slice(0, 3).map(away), ys);
  const log = inX.bend > 0 ? (x: number) => inLog.at(away(x)) : (x: number) => inX.at(x);
  // No continuation rises again: beyond the end it is at most what was seen last.
  const sure = Math.abs(log(xs[3]) - ys[3]) < 1e-8 * Math.abs(ys[3]);
  return { log: (x) => Math.min(log(x), ys[0]), sure };
}

/** The last point from a towards b at which ln f is above the level, by bisection. */
function crossing(
  logF: (x: number) => number,
  a: number,
  b: number,
  level: number,
): number | undefined {
  let [inside, outside] = [a, b];
  if (!(logF(inside) > level)) return undefined;
  for (let step = 0; step < 1200; step++) {
    const middle = inside + (outside - inside) / 2;
    if (middle === inside || middle === outside) break;
    if (logF(middle) > level) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** The parabola through three points. */
function parabola(
  [x0, x1, x2]: readonly number[],
  [y0, y1, y2]: readonly number[],
): { readonly bend: number; at(x: number): number } {
  const first = (y1 - y0) / (x1 - x0);
  const curvature = ((y2 - y1) / (x2 - x1) - first) / (x2 - x0);
  const bend = Math.abs(curvature) * (x2 - x0) ** 2 > 1e-9 ? curvature : 0; // less is rounding
  return { bend, at: (x) => y0 + (x - x0) * (first + bend * (x - x1)) };
}
