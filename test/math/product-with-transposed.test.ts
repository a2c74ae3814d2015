import { describe, expect, test } from "vitest";
import { seeded } from "../../src";
import { productWithTransposed } from "../../src/math/product-with-transposed";
import { simdKernel } from "../../src/math/simd/simd-kernel";

const kernels = [
  ["the SIMD kernel", simdKernel()],
  ["no kernel", undefined],
] as const;

describe.each(kernels)("A·Bᵀ by %s", (_, kernel) => {
  // Sizes within a tile, at its edge and beyond it, and depths of more than one tile.
  test.each([
    [1, 1, 1],
    [3, 5, 2],
    [4, 4, 4],
    [33, 65, 130],
    [70, 9, 600],
    [2, 200, 1030],
  ])("of %d × %d rows of %d", (rows, columns, depth) => {
    const next = seeded(rows * 1000 + depth);
    const draw = (n: number): Float64Array => Float64Array.from({ length: n }, () => next() - 0.5);
    const [a, b] = [draw(rows * depth), draw(columns * depth)];
    const c = productWithTransposed(a, b, { rows, columns, depth }, kernel);
    expect(c.length).toBe(rows * columns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let want = 0;
        for (let k = 0; k < depth; k++) want += a[i * depth + k] * b[j * depth + k];
        expect(Math.abs(c[i * columns + j] - want)).toBeLessThan(1e-15 * depth);
      }
    }
  });

  test("of nothing is nothing", () => {
    const none = new Float64Array(0);
    expect(
      productWithTransposed(none, none, { rows: 0, columns: 0, depth: 3 }, kernel).length,
    ).toBe(0);
  });
});
