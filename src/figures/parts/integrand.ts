import type { Distribution } from "../../distributions/distribution";
import { shapeError } from "../../words/errors";
import type { Trace } from "./figure";
import { colors, line, translucent } from "./style";

/** p log(p/q) over a grid, with the areas that it encloses above and below the axis. */
export interface Integrand {
  readonly values: readonly number[];
  readonly positive: readonly number[];
  readonly negative: readonly number[];
  /** Areas by the trapezium rule, in the unit of `scale`; the second is ≤ 0. */
  readonly plus: number;
  readonly minus: number;
}

/** @param scale nats in one unit */
export function integrandOf(
  P: Distribution,
  Q: Distribution,
  x: readonly number[],
  scale: number,
): Integrand {
  const values = x.map((xi) => {
    const p = P.prob(xi);
    return p === 0 ? 0 : (p * (P.logProb(xi) - Q.logProb(xi))) / scale;
  });
  const positive = values.map((value) => Math.max(0, value));
  const negative = values.map((value) => Math.min(0, value));
  const [plus, minus] = [positive, negative].map((y) => trapezoid(x, y));
  return { values, positive, negative, plus, minus };
}

function trapezoid(x: readonly number[], y: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < x.length; i++) sum += ((y[i] + y[i - 1]) / 2) * (x[i] - x[i - 1]);
  return sum;
}

/** Whether the areas that are drawn are all of D: the trapezoids' own error stays below a hundredth. */
export const isWhole = ({ plus, minus }: Integrand, divergence: number): boolean =>
  divergence < Infinity && Math.abs(plus + minus - divergence) <= 0.01 * divergence + 1e-3;

/** Where nearly all of P lies, so that the drawn area is D; and the middle of Q, so that it is seen. */
export const rangeOfPair = (P: Distribution, Q: Distribution): [number, number] => [
  Math.min(P.quantile(1e-6), Q.quantile(0.005)),
  Math.max(P.quantile(1 - 1e-6), Q.quantile(0.995)),
];

/** The area under one sign of an integrand. */
export const signedArea = (
  name: string,
  x: readonly number[],
  y: readonly (number | null)[],
  isAbove: boolean,
  more: Readonly<Record<string, unknown>>,
): Trace =>
  line(name, x, y, colors.divergence, {
    width: 1.2,
    fill: "tozeroy",
    fillcolor: translucent(colors.divergence, isAbove ? 0.45 : 0.15),
    hovertemplate: `x = %{x:.3g}<br>${name} = %{y:.4g}<extra></extra>`,
    showlegend: false,
    ...more,
  });

/** Where a curve is farthest from 0. */
export const farthest = (y: readonly number[]): number =>
  y.reduce((best, value, i) => (Math.abs(value) > Math.abs(y[best]) ? i : best), 0);

/** @throws TypeError unless both are continuous distributions on the line */
export function checkDensities(caller: string, pair: Readonly<Record<string, Distribution>>): void {
  for (const [name, distribution] of Object.entries(pair)) {
    if (distribution?.kind === "continuous" && distribution.dimension === 1) continue;
    throw shapeError(
      caller,
      `${name} 应为一维连续分布，例如 normal(0, 1)；概率向量请用 pmfPair`,
      `${name} must be a continuous one-dimensional distribution, for example normal(0, 1); use pmfPair for probability vectors`,
    );
  }
}
