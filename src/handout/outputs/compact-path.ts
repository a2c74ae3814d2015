interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels by which a line may be off: a third of what an eye sees at the size that pictures have. */
const tolerance = 0.05;

const decimals = (value: number): number => Math.round(value * 10);

const isKnown = /^M[MLHVZCQ\d\s.,e-]*$/;
const command = /([MLHVZCQ])([^MLHVZCQ]*)/g;
const numbersOf = (text: string): number[] =>
  (text.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);

interface Line {
  readonly points: Point[];
  isClosed: boolean;
}

/** Pixels by which the lines drawn for a curve may be off it. */
const flatness = 0.02;

/** Points along a curve of Bézier's, its start left out. Source: Wang's bound on the distance of a chord, 1984. */
function pointsAlong(controls: readonly Point[]): Point[] {
  const degree = controls.length - 1;
  const bend = Math.max(
    ...controls.slice(2).map(({ x, y }, i) => {
      const [a, b] = [controls[i], controls[i + 1]];
      return Math.hypot(a.x - 2 * b.x + x, a.y - 2 * b.y + y);
    }),
  );
  const count = Math.ceil(Math.sqrt((degree * (degree - 1) * bend) / (8 * flatness)));
  const at = (t: number): Point => {
    let row = controls;
    for (; row.length > 1; ) {
      row = row.slice(1).map(({ x, y }, i) => ({
        x: row[i].x + t * (x - row[i].x),
        y: row[i].y + t * (y - row[i].y),
      }));
    }
    return row[0];
  };
  return Array.from({ length: Math.max(1, count) }, (_, i) => at((i + 1) / Math.max(1, count)));
}

/** The lines of a path, curves as lines along them; undefined for one with arcs, or that breaks off. */
function linesOf(path: string): Line[] | undefined {
  if (!isKnown.test(path)) return undefined;
  const lines: Line[] = [];
  for (const [, letter, text] of path.matchAll(command)) {
    const numbers = numbersOf(text);
    if (letter === "M") lines.push({ points: [], isClosed: false });
    const line = lines.at(-1);
    if (!line) return undefined;
    const last = (): Point | undefined => line.points.at(-1);
    if (letter === "Z") line.isClosed = true;
    else if (letter === "M" || letter === "L") {
      if (numbers.length === 0 || numbers.length % 2 !== 0 || line.isClosed) return undefined;
      for (let i = 0; i < numbers.length; i += 2)
        line.points.push({ x: numbers[i], y: numbers[i + 1] });
    } else if (letter === "C" || letter === "Q") {
      const size = letter === "C" ? 6 : 4;
      if (numbers.length === 0 || numbers.length % size !== 0) return undefined;
      for (let i = 0; i < numbers.length; i += size) {
        const from = last();
        if (!from || line.isClosed) return undefined;
        const controls = [from];
        for (let j = i; j < i + size; j += 2) controls.push({ x: numbers[j], y: numbers[j + 1] });
        line.points.push(...pointsAlong(controls));
      }
    } else {
      for (const value of numbers) {
        const from = last();
        if (!from || line.isClosed) return undefined;
        line.points.push(letter === "H" ? { x: value, y: from.y } : { x: from.x, y: value });
      }
    }
  }
  return lines;
}

function distance({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - from.x, y - from.y);
  const along = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length ** 2));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/** Without the points that lie on the line between their neighbours. Source: Douglas and Peucker, 1973. */
function simplified(points: readonly Point[]): Point[] {
  const kept = new Set([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let far = from;
    let most = tolerance;
    for (let i = from + 1; i < to; i += 1) {
      const off = distance(points[i], points[from], points[to]);
      if (off <= most) continue;
      most = off;
      far = i;
    }
    if (far === from) continue;
    kept.add(far);
    spans.push([from, far], [far, to]);
  }
  return points.filter((_, i) => kept.has(i));
}

/** Tenths as text: 12 is 1.2, -3 is -.3. */
const tenths = (value: number): string => String(value / 10).replace(/^(-?)0\./, "$1.");

/** Numbers as a path takes them: no comma where a sign or a second point parts them. */
function joined(values: readonly number[]): string {
  let text = "";
  for (const value of values) {
    const next = tenths(value);
    const last = /[\d.]*$/.exec(text)?.[0] ?? "";
    const isParted =
      text === "" || next.startsWith("-") || (next.startsWith(".") && last.includes("."));
    text += isParted ? next : ` ${next}`;
  }
  return text;
}

/**
 * A path, drawn the same to a twentieth of a pixel: without points on the line between others, in steps of tenths, its
 * curves as lines. Rounding does not add up: each step starts where the last one ended. A path with arcs is as it was, and
 * so is one that is shorter as it was.
 */
export function compactPath(path: string): string {
  const lines = linesOf(path);
  if (!lines) return path;
  let [x, y] = [0, 0];
  const parts = lines.map(({ points, isClosed }) => {
    const [start, ...rest] = simplified(points);
    const steps: number[] = [];
    [x, y] = [decimals(start.x), decimals(start.y)];
    const head = `M${joined([x, y])}`;
    for (const point of rest) {
      const [toX, toY] = [decimals(point.x), decimals(point.y)];
      if (toX === x && toY === y && rest.length > 1) continue;
      steps.push(toX - x, toY - y);
      [x, y] = [toX, toY];
    }
    return `${head}${steps.length > 0 ? `l${joined(steps)}` : ""}${isClosed ? "z" : ""}`;
  });
  const short = parts.join("");
  return short.length < path.length || !/[CQ]/.test(path) ? short : path;
}
