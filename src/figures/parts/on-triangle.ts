import { numberText } from "../../words/number-text";
import type { Trace } from "./figure";
import type { Triple } from "./level-curve";
import { colors } from "./style";

/** The height of the triangle of all distributions of three outcomes; its base is 1. */
export const triangleHeight = Math.sqrt(3) / 2;

/** Where a distribution of three outcomes lies in the triangle of them all. */
export const onTriangle = (p: ArrayLike<number>): { readonly x: number; readonly y: number } => ({
  x: p[1] + p[2] / 2,
  y: p[2] * triangleHeight,
});

const short = (value: number): number => Math.round(value * 1e4) / 1e4;

const drawnAt = (ps: readonly Triple[]): { readonly x: number[]; readonly y: number[] } => ({
  x: ps.map((p) => short(onTriangle(p).x)),
  y: ps.map((p) => short(onTriangle(p).y)),
});

/** A convex part of the triangle, with its edge. */
export function triangleArea(corners: readonly Triple[], fillcolor: string, axes: object): Trace {
  const ring = [...corners, corners[0]];
  return {
    type: "scatter",
    mode: "lines",
    ...drawnAt(ring),
    line: { color: colors.zero, width: 0.8, simplify: false },
    fill: "toself",
    fillcolor,
    hoverinfo: "skip",
    showlegend: false,
    ...axes,
  };
}

/** Values to point at: a grid of distributions, not seen. */
export function triangleSpots(
  name: string,
  unit: string,
  at: (p: readonly number[]) => number,
  axes: object,
): Trace {
  const grid = Array.from({ length: 11 }, (_, i) =>
    Array.from({ length: 11 - i }, (_, j): Triple => [(10 - i - j) / 10, j / 10, i / 10]),
  ).flat();
  return {
    type: "scatter",
    mode: "markers",
    name,
    ...drawnAt(grid),
    customdata: grid.map(
      (p) => `p = (${p.map((pi) => numberText(pi)).join(", ")})<br>${name} = ${numberText(at(p))}`,
    ),
    marker: { color: colors.divergence, size: 14, opacity: 0 },
    hovertemplate: `%{customdata} ${unit}<extra></extra>`,
    showlegend: false,
    ...axes,
  };
}
