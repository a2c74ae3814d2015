import { type Kernel, tilesAt } from "./simd/simd-kernel";
import { isSparse, type MatrixView, type ProductSize, sparseProduct } from "./simd/sparse-product";

// Tile sizes: a tile of A, one of B and one of C fit into the kernel's memory (832 kB), and into the cache.
const rowsPerTile = 64;
const columnsPerTile = 256;
const depthPerTile = 256;

/**
 * A·Bᵀ, Σₖ aᵢₖ bⱼₖ, by the kernel or, without one, by plain loops that give the same bits: both sum each entry in the order of k, over
 * 256 at a time, and add these sums. Zeros of a sparse A are passed over: where B is finite, they add nothing to any bit.
 *
 * @returns rows × columns, by rows
 */
export function matrixProduct(
  a: MatrixView,
  b: MatrixView,
  size: ProductSize,
  kernel: Kernel | undefined,
): Float64Array {
  const { rows, columns, depth } = size;
  const c = new Float64Array(rows * columns);
  if (!kernel) return plainProduct(a, b, size, c);
  if (isSparse(a, b, size)) return sparseProduct(a, b, size, kernel, c);
  const { memory, multiply } = kernel;
  for (let j = 0; j < columns; j += columnsPerTile) {
    const n = Math.min(columnsPerTile, columns - j);
    const width = roundUp(n);
    for (let k = 0; k < depth; k += depthPerTile) {
      const d = Math.min(depthPerTile, depth - k);
      for (let i = 0; i < rows; i += rowsPerTile) {
        const m = Math.min(rowsPerTile, rows - i);
        const height = roundUp(m);
        pack(a, { from: i, count: m, at: k, depth: d }, memory, tilesAt);
        // B lies after A, so it is packed again only when A's tile has another height.
        const bAt = tilesAt + height * d;
        if (i === 0 || height !== rowsPerTile) {
          pack(b, { from: j, count: n, at: k, depth: d }, memory, bAt);
        }
        multiply(height, width, d);
        const cAt = bAt + width * d;
        for (let x = 0; x < m; x++) {
          const from = cAt + x * width;
          const to = (i + x) * columns + j;
          for (let y = 0; y < n; y++) c[to + y] += memory[from + y];
        }
      }
    }
  }
  return c;
}

/**
 * A·Bᵀ of matrices stored by rows, by the kernel or, without one, by plain loops that give the same bits.
 *
 * @param a, b stored by rows
 * @returns rows × columns
 */
export function productWithTransposed(
  a: Float64Array,
  b: Float64Array,
  size: ProductSize,
  kernel: Kernel | undefined,
): Float64Array {
  const byRows = (data: Float64Array) => ({ data, rowStep: size.depth, depthStep: 1 });
  return matrixProduct(byRows(a), byRows(b), size, kernel);
}

const roundUp = (n: number): number => Math.ceil(n / 4) * 4;

/** Rows from … from + count − 1 of a matrix, their entries at … at + depth − 1. */
interface Tile {
  readonly from: number;
  readonly count: number;
  readonly at: number;
  readonly depth: number;
}

/** A tile in panels of four rows, each by columns; missing rows are 0. */
function pack(
  { data, rowStep, depthStep }: MatrixView,
  { from, count, at, depth }: Tile,
  memory: Float64Array,
  to: number,
): void {
  for (let panel = 0; panel < count; panel += 4) {
    const lanes = Math.min(4, count - panel);
    let first = (from + panel) * rowStep + at * depthStep;
    let target = to + panel * depth;
    if (lanes === 4) {
      for (let k = 0; k < depth; k++, target += 4, first += depthStep) {
        memory[target] = data[first];
        memory[target + 1] = data[first + rowStep];
        memory[target + 2] = data[first + 2 * rowStep];
        memory[target + 3] = data[first + 3 * rowStep];
      }
    } else {
      for (let k = 0; k < depth; k++, target += 4, first += depthStep) {
        for (let lane = 0; lane < 4; lane++) {
          memory[target + lane] = lane < lanes ? data[first + lane * rowStep] : 0;
        }
      }
    }
  }
}

function plainProduct(
  a: MatrixView,
  b: MatrixView,
  size: ProductSize,
  c: Float64Array,
): Float64Array {
  const { rows, columns, depth } = size;
  const left = byRows(a, rows, depth);
  const right = byRows(b, columns, depth);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let total = 0;
      for (let start = 0; start < depth; start += depthPerTile) {
        const end = Math.min(depth, start + depthPerTile);
        let sum = 0;
        for (let k = start; k < end; k++) sum += left[i * depth + k] * right[j * depth + k];
        total += sum;
      }
      c[i * columns + j] = total;
    }
  }
  return c;
}

/** The matrix written out by rows, where it does not lie so already. */
function byRows(
  { data, rowStep, depthStep }: MatrixView,
  rows: number,
  depth: number,
): Float64Array {
  if (depthStep === 1 && rowStep === depth) return data;
  const out = new Float64Array(rows * depth);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let k = 0; k < depth; k++) out[at++] = data[i * rowStep + k * depthStep];
  }
  return out;
}
