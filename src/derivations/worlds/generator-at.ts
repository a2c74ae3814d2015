import { softplus } from "../../math/sigmoid";
import { described } from "../described-function";

/** A convex function with f(1) = 0, its slope and its conjugate, the greatest t·u − f(u) over u ≥ 0. */
export interface WorldGenerator {
  f(u: number): number;
  slope(u: number): number;
  conjugate(t: number): number;
}

const all: readonly WorldGenerator[] = [
  {
    f: (u) => (u - 1) ** 2,
    slope: (u) => 2 * (u - 1),
    conjugate: (t) => (t > -2 ? t + t ** 2 / 4 : -1),
  },
  {
    f: (u) => (u > 0 ? u * Math.log(u) : u === 0 ? 0 : (u - 1) ** 2),
    slope: (u) => 1 + Math.log(u),
    conjugate: (t) => Math.exp(t - 1),
  },
  {
    f: (u) => Math.exp(u - 1) - u,
    slope: (u) => Math.exp(u - 1) - 1,
    conjugate: (t) => (1 + t > 1 / Math.E ? (1 + t) * Math.log1p(t) : -1 / Math.E),
  },
  {
    f: (u) => (u - 1) ** 4 + 0.5 * (u - 1) ** 2,
    slope: (u) => 4 * (u - 1) ** 3 + (u - 1),
    conjugate: (t) => {
      if (t <= -5) return -1.5;
      const v = rootOf(t);
      return t * (1 + v) - v ** 4 - 0.5 * v ** 2;
    },
  },
];

/** v of 4v³ + v = t, by Cardano: the left side rises everywhere. */
function rootOf(t: number): number {
  const s = Math.sqrt((t / 8) ** 2 + (1 / 12) ** 3);
  return Math.cbrt(t / 8 + s) + Math.cbrt(t / 8 - s);
}

/** The generator of world number `which`; of points that may be negative one that is convex there too. */
export const generatorAt = (which: number, isOfPoints = false): WorldGenerator =>
  isOfPoints ? everywhere[which % everywhere.length] : all[which % all.length];

// u log u has no convex continuation below 0.
const everywhere = all.filter((_, i) => i !== 1);

/** A convex function of any point, which grows no faster than the point: with heavy tails its square has a mean. */
export function convexAt(which: number): (u: number) => number {
  const [f, text] = gently[which % gently.length];
  // A copy: each world describes its own.
  return described(
    (u: number) => f(u),
    (name) => `${name}(x) = ${text}`,
  );
}

const gently: readonly (readonly [f: (u: number) => number, text: string])[] = [
  [(u) => Math.hypot(1, u - 1) - 1, "sqrt(1 + (x - 1)^2) - 1"],
  [(u) => softplus(1.5 * u) - 2.5, "log(1 + exp(1.5*x)) - 2.5"],
  [(u) => Math.hypot(0.5, u) - 0.4 * u - 1.2, "sqrt(0.25 + x^2) - 0.4*x - 1.2"],
  [(u) => softplus(-2 * u) - 0.3, "log(1 + exp(-2*x)) - 0.3"],
];
