import { required } from "../../words/required";
import type { Program } from "../compile-program";
import { involves, namesOf } from "../compile-program";
import { type Context, drawSamples } from "../evaluate/context";
import type { Line } from "../read-steps";
import type { Relation, RelationDetail } from "../step";
import { compare, compareSpread, type SidePair } from "./compare";
import { compareLargeNumbers } from "./compare-large-numbers";
import { compareOrder } from "./compare-order";
import { evaluateSide, gridPoints, moveTo, type SideValue } from "./evaluate-side";
import { groupsAlong } from "./groups-along";
import { hasInfiniteVariance } from "./has-infinite-variance";
import { passes, type Trial, worse } from "./verdict";

const redraws = 8;

/** Remembers the sides' values in one world, since each side stands in two relations. */
export type SideCache = Map<string, SideValue>;

/** A relation between two lines of a chain. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly relation: Relation;
  readonly detail?: RelationDetail;
}

/** The lines that are compared, in pairs; definitions stand beside the chain. */
export function linksOf(lines: readonly Line[]): readonly Link[] {
  const links: Link[] = [];
  let left = -1;
  for (const [right, line] of lines.entries()) {
    if (line.defines) continue;
    if (left >= 0 && line.relation)
      links.push({ left, right, relation: line.relation, detail: line.detail });
    left = right;
  }
  return links;
}

/** True where a line's value depends on the draw of a sample. */
export function isRandom(line: Line, context: Context): boolean {
  return [...namesOf(line.term, context)].some((name) => context.samples.has(name));
}

function side(
  program: Program,
  lines: readonly Line[],
  index: number,
  cache: SideCache,
): SideValue {
  const names = namesOf(lines[index].term, program.context);
  const cells = [...program.context.free].filter(([name]) => names.has(name));
  const key = [index, ...cells.map(([, cell]) => cell.value)].join(" ");
  let found = cache.get(key);
  if (!found) cache.set(key, (found = evaluateSide(program, lines, index)));
  return found;
}

/** Tries one relation in one world, at every point of its grid, and gives the most telling trial. */
export function tryLink(
  program: Program,
  lines: readonly Line[],
  { left, right, relation, detail }: Link,
  seed: number,
  cache: SideCache,
): Trial {
  const { context } = program;
  const world = context.world.name;
  const names = new Set([
    ...namesOf(lines[left].term, context),
    ...namesOf(lines[right].term, context),
  ]);
  const points = gridPoints(context, names);
  const random = [isRandom(lines[left], context), isRandom(lines[right], context)] as const;
  if (detail?.order) {
    const valueAt = (index: number): SideValue => evaluateSide(program, lines, index);
    const sides = (): readonly [SideValue, SideValue] => [valueAt(left), valueAt(right)];
    return compareOrder(context, { names, order: detail.order, sides });
  }
  if (relation === "≈" && (random[0] || random[1])) {
    // Three places of the grid are enough for what is one theorem at each.
    const few =
      points.length <= 3
        ? points
        : [0, 0.5, 1].map((u) => points[Math.round(u * (points.length - 1))]);
    let worst: Trial | undefined;
    for (const at of few) {
      moveTo(context, at);
      if ([left, right].some((index) => hasInfiniteVariance(lines[index], context))) {
        const nothing = { left: Number.NaN, right: Number.NaN, gap: Number.NaN, allowed: 0 };
        return { world, at, ...nothing, problem: { kind: "variance" } };
      }
      const sides = { program, lines, left, right, isRandom: random };
      const trial = compareLargeNumbers(sides, seed, { world, at });
      worst = worst ? worse(worst, trial) : trial;
      if (!passes(trial)) break;
    }
    return required(worst, "trial");
  }
  const attempt = (values: SideCache): Trial => {
    const pairAt = (at: (typeof points)[number]): SidePair => {
      moveTo(context, at);
      return {
        left: side(program, lines, left, values),
        right: side(program, lines, right, values),
        at,
      };
    };
    if (relation === "=const" && detail?.about !== undefined) {
      return groupsAlong(detail.about, context, names)
        .map((group) => compareSpread(group.map(pairAt), world))
        .reduce(worse);
    }
    const pairs = points.map(pairAt);
    if (relation === "=const") return compareSpread(pairs, world);
    return pairs
      .map((pair) => compare(relation, pair.left, pair.right, { world, at: pair.at }))
      .reduce(worse);
  };
  const first = attempt(cache);
  const isCostly = [left, right].some((index) =>
    involves(lines[index].term, context, (t) => t.kind === "optimum"),
  );
  if (!passes(first) || isCostly || !(random[0] || random[1])) return first;
  // One draw may happen to obey what the next one breaks.
  let found = first;
  for (let again = 1; again <= redraws && passes(found); again++) {
    drawSamples(context, (seed + 1) * 65_537 + again);
    found = attempt(new Map());
  }
  drawSamples(context, seed);
  return passes(found) ? first : found;
}
