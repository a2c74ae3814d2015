import { describe, expect, test } from "vitest";
import { seeded } from "../../src";
import { matrixProduct, productWithTransposed } from "../../src/math/product-with-transposed";
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

describe("the kernel and the plain loops", () => {
  const next = seeded(7);
  const draw = (n: number): Float64Array => Float64Array.from({ length: n }, () => next() - 0.5);
  const upTo = (most: number): number => 1 + Math.floor(next() * most);

  test("give the same bits, however the matrices lie", () => {
    const kernel = simdKernel();
    const depths = [
      1,
      2,
      255,
      256,
      257,
      512,
      513,
      1000,
      ...Array.from({ length: 30 }, () => upTo(1000)),
    ];
    for (const depth of depths) {
      const [rows, columns] = [upTo(90), upTo(300)];
      const [a, b] = [draw(rows * depth), draw(columns * depth)];
      const views = (data: Float64Array, n: number) => [
        { data, rowStep: depth, depthStep: 1 },
        { data, rowStep: 1, depthStep: n },
      ];
      const left = views(a, rows)[next() < 0.5 ? 0 : 1];
      const right = views(b, columns)[next() < 0.5 ? 0 : 1];
      const size = { rows, columns, depth };
      expect(matrixProduct(left, right, size, kernel)).toEqual(
        matrixProduct(left, right, size, undefined),
      );
    }
  });

  test("a transpose need not be written out: the steps say how a matrix lies", () => {
    const [a, b] = [Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, 0, 2)];
    const transposed = { data: a, rowStep: 1, depthStep: 2 }; // of 3 × 2
    const row = { data: b, rowStep: 3, depthStep: 1 };
    const size = { rows: 2, columns: 1, depth: 3 };
    expect(matrixProduct(transposed, row, size, undefined)).toEqual(Float64Array.of(11, 14));
  });
});
