import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cholesky,
  congruence,
  type Matrix,
  solveLower,
  symmetricEigen,
  symmetricEigenvalues,
  transposed,
  whiten,
} from "../../src/math/linear-algebra";
import { settings } from "../support/arbitraries";

const times = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => transposed(b).map((column) => row.reduce((sum, x, i) => sum + x * column[i], 0)));
const gap = (a: Matrix, b: Matrix): number =>
  Math.max(...a.flatMap((row, i) => row.map((x, j) => Math.abs(x - b[i][j]))));
const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(i === j)));

/** Positive definite: M Mᵀ + I. */
const positive = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc
    .array(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    })
    .map((m) => times(m, transposed(m)).map((row, i) => row.map((x, j) => x + Number(i === j)))),
);

describe("cholesky", () => {
  test("L Lᵀ = A, L lower triangular; L⁻¹ A L⁻ᵀ = I; L x = b is solved", () => {
    fc.assert(
      fc.property(positive, (a) => {
        const l = cholesky(a) ?? [];
        expect(gap(times(l, transposed(l)), a)).toBeLessThan(1e-12);
        expect(l.every((row, i) => row.every((x, j) => j <= i || !x))).toBe(true);
        expect(gap(whiten(l, a), identity(a.length))).toBeLessThan(1e-11);
        const b = a.map((row) => row[0]);
        const x = solveLower(l, b);
        const back = l.map((row, i) => row.slice(0, i + 1).reduce((s, v, j) => s + v * x[j], 0));
        expect(gap([back], [b])).toBeLessThan(1e-12);
      }),
      settings(),
    );
  });

  test("knows what is not positive definite", () => {
    expect(cholesky([[1, 2], [2, 1]])).toBe(undefined); // biome-ignore format: a matrix
    expect(cholesky([[0]])).toBe(undefined);
    expect(cholesky([[-1]])).toBe(undefined);
    expect(cholesky([[1, 1], [1, 1]])).toBe(undefined); // biome-ignore format: a matrix
  });
});

describe("symmetricEigen", () => {
  test("A = V diag(values) Vᵀ with orthonormal V", () => {
    fc.assert(
      fc.property(positive, (a) => {
        const { values, vectors } = symmetricEigen(a);
        const size = Math.max(...values);
        expect(gap(times(transposed(vectors), vectors), identity(a.length))).toBeLessThan(1e-13);
        const diagonal = identity(a.length).map((row, i) => row.map((x) => x * values[i]));
        expect(gap(congruence(vectors, a), diagonal) / size).toBeLessThan(1e-13);
      }),
      settings(),
    );
  });

  test("of known matrices, also with equal and with negative eigenvalues", () => {
    const ascending = (a: Matrix): number[] => [...symmetricEigenvalues(a)].sort((x, y) => x - y);
    const tridiagonal = [2, 2, 2].map((x, i) =>
      [0, 1, 2].map((j) => (i === j ? x : Math.abs(i - j) === 1 ? -1 : 0)),
    );
    const want = [2 - Math.SQRT2, 2, 2 + Math.SQRT2];
    for (const [i, value] of ascending(tridiagonal).entries())
      expect(value).toBeCloseTo(want[i], 14);
    expect(ascending(identity(4))).toEqual([1, 1, 1, 1]);
    expect(ascending([[0, 3], [3, 0]])[0]).toBeCloseTo(-3, 14); // biome-ignore format: a matrix
  });
});
