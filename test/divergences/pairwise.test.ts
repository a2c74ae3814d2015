import { describe, expect, it } from "vitest";
import {
  kl,
  normal,
  pairwise,
  quadratureKl,
  renyi,
  rowwise,
  seeded,
  totalVariation,
} from "../../src";
import { relativeError } from "../support/reference";

function rows(count: number, length: number, seed: number): number[][] {
  const next = seeded(seed);
  return Array.from({ length: count }, () => {
    const v = Array.from({ length }, () => next() ** 3 + 1e-12);
    const sum = v.reduce((a, b) => a + b, 0);
    return v.map((x) => x / sum);
  });
}

describe("pairwise and rowwise", () => {
  it("give the measure of each pair, rows first", () => {
    const [a, b] = [rows(7, 40, 1), rows(5, 40, 2)];
    const matrix = pairwise(kl, a, b);
    expect(matrix.length).toBe(7);
    for (let i = 0; i < 7; i++) {
      for (let j = 0; j < 5; j++) {
        expect(relativeError(matrix[i][j], kl(a[i], b[j]))).toBeLessThan(1e-12);
      }
    }
    expect(pairwise((p, q) => renyi(p, q, { order: 2 }), a, b)[2][3]).toBe(
      renyi(a[2], b[3], { order: 2 }),
    );
    expect(rowwise(totalVariation, a.slice(0, 5), b)[4]).toBe(totalVariation(a[4], b[4]));
  });

  it("of rows alone has an exact diagonal of 0, also among rows that are nearly equal", () => {
    const [p] = rows(1, 200, 3);
    const next = seeded(4);
    const all = Array.from({ length: 20 }, (_, k) => {
      const v = p.map((x) => x * (1 + 10 ** -(k / 2) * (next() - 0.5)));
      const sum = v.reduce((a, b) => a + b, 0);
      return Float64Array.from(v, (x) => x / sum);
    });
    const matrix = pairwise(kl, all);
    for (const [i, row] of matrix.entries()) {
      expect(row[i]).toBe(0);
      for (const [j, value] of row.entries()) {
        const want = kl(all[i], all[j]);
        if (want > 1e-12) expect(relativeError(value, want)).toBeLessThan(1e-10);
        expect(value).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it("keep zeros and infinities", () => {
    const all = [
      [0.5, 0.5, 0],
      [0.25, 0.25, 0.5],
      [1, 0, 0],
    ];
    const many = [...all, ...rows(40, 3, 9)];
    const matrix = pairwise(kl, many);
    for (const [i, row] of matrix.entries()) {
      for (const [j, value] of row.entries()) {
        expect(relativeError(value, kl(many[i], many[j]))).toBeLessThan(1e-12);
      }
    }
    expect(matrix[1][0]).toBe(Number.POSITIVE_INFINITY);
  });

  it("name the row that is wrong", () => {
    expect(() =>
      pairwise(kl, [
        [0.5, 0.5],
        [0.5, 0.6],
      ]),
    ).toThrow(/pairwise: (rows|others)\[1\]/);
    expect(() => pairwise(kl, [[0.5, 0.5]], [[0.5, -0.5]])).toThrow(/others\[0\]\[1\] is -0.5/);
    expect(() => pairwise(kl, [[0.5, 0.5]], [[1]])).toThrow(TypeError);
    expect(() => pairwise(kl, [[0.5, 0.5], [1]])).toThrow(/rows\[1\]|others\[1\]/);
    expect(() => pairwise("kl" as never, [[1]])).toThrow(/measure must be a function/);
    expect(() => pairwise(kl, 3 as never)).toThrow(TypeError);
    expect(() => pairwise(kl, [3] as never)).toThrow(/rows\[0\]/);
    expect(() => rowwise(kl, [[1]], [[1], [1]])).toThrow(/P has 1 rows but Q has 2/);
  });
});

describe("functions that take no options", () => {
  it("refuse what would be ignored in silence", () => {
    const call = (f: unknown, ...given: unknown[]) =>
      (f as (...all: unknown[]) => unknown)(...given);
    const rows = [[0.5, 0.5]];
    for (const ignored of [
      () => call(pairwise, kl, rows, rows, { normalize: true }),
      () => call(rowwise, kl, rows, rows, { base: 2 }),
      () => call(quadratureKl, normal(0, 1), normal(1, 1), { base: 2 }),
      () => call(pairwise, kl, rows, rows, 5),
    ]) {
      expect(ignored).toThrow(TypeError);
      expect(ignored).toThrow(/没有选项.* \/ .*no options/);
    }
  });
});
