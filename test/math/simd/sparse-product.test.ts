import { describe, expect, test } from "vitest";
import { seeded } from "../../../src";
import { matrixProduct } from "../../../src/math/product-with-transposed";
import { simdKernel } from "../../../src/math/simd/simd-kernel";
import { isSparse, sparseProduct } from "../../../src/math/simd/sparse-product";

const kernel = simdKernel();
if (!kernel) throw new Error("there is no SIMD here");
const next = seeded(5);
const draw = (n: number, share = 1): Float64Array =>
  Float64Array.from({ length: n }, () => {
    const x = next() - 0.5;
    return next() < share ? x : Math.sign(x) * 0; // zeros of both signs
  });
const upTo = (most: number): number => 1 + Math.floor(next() * most);
const lies = (data: Float64Array, n: number, depth: number) => [
  { data, rowStep: depth, depthStep: 1 },
  { data, rowStep: 1, depthStep: n },
];
const bits = (x: Float64Array): BigUint64Array => new BigUint64Array(x.buffer);

describe("a product without the zeros of A", () => {
  test("has the bits of plain loops, however the matrices lie, at every density", () => {
    for (const share of [0, 0.01, 0.2, 0.5, 1]) {
      for (const depth of [1, 2, 16, 255, 256, 257, 513, upTo(900), upTo(900)]) {
        const [rows, columns] = [upTo(90), upTo(300)];
        const left = lies(draw(rows * depth, share), rows, depth)[upTo(2) - 1];
        const right = lies(draw(columns * depth), columns, depth)[upTo(2) - 1];
        const size = { rows, columns, depth };
        const c = new Float64Array(rows * columns);
        sparseProduct(left, right, size, kernel, c);
        expect(bits(c)).toEqual(bits(matrixProduct(left, right, size, undefined)));
      }
    }
  });

  test.each([Number.NaN, Infinity, -Infinity])(
    "is not taken where B holds %d: 0 times that is NaN",
    (odd) => {
      const size = { rows: 20, columns: 30, depth: 40 };
      const [a] = lies(draw(800, 0.1), 20, 40);
      const b = draw(1200);
      const [right] = lies(b, 30, 40);
      expect(isSparse(a, right, size)).toBe(true);
      b[777] = odd;
      expect(isSparse(a, right, size)).toBe(false);
      expect(matrixProduct(a, right, size, kernel)).toEqual(
        matrixProduct(a, right, size, undefined),
      );
    },
  );

  test("is taken for sparse factors alone, and keeps what A holds that is no number", () => {
    const size = { rows: 64, columns: 64, depth: 64 };
    const [right] = lies(draw(4096), 64, 64);
    const sparse = draw(4096, 0.2);
    expect(isSparse(lies(draw(4096), 64, 64)[0], right, size)).toBe(false);
    expect(isSparse(lies(sparse, 64, 64)[0], right, size)).toBe(true);
    sparse[130] = Number.NaN;
    const c = matrixProduct(lies(sparse, 64, 64)[0], right, size, kernel);
    expect(c.findIndex(Number.isNaN)).toBe(128);
    expect(c.filter(Number.isNaN).length).toBe(64);
  });
});
