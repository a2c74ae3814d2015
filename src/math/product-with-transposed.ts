import { type Kernel, tilesAt } from "./simd/simd-kernel";

// Tile sizes: a tile of A, one of B and one of C fit into the kernel's memory (832 kB), and into the cache.
const rowsPerTile = 64;
const columnsPerTile = 256;
const depthPerTile = 256;

/** How large a product is: A has rows × depth entries, B columns × depth. */
export interface ProductSize {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

/**
 * A·Bᵀ of matrices stored by rows, by the kernel or, without one, by plain loops.
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
  const { rows, columns, depth } = size;
  const c = new Float64Array(rows * columns);
  if (!kernel) return plainProduct(a, b, size, c);
  const { memory, multiply } = kernel;
  for (let j = 0; j < columns; j += columnsPerTile) {
    const n = Math.min(columnsPerTile, columns - j);
    const width = roundUp(n);
    for (let k = 0; k < depth; k += depthPerTile) {
      const d = Math.min(depthPerTile, depth - k);
      for (let i = 0; i < rows; i += rowsPerTile) {
        const m = Math.min(rowsPerTile, rows - i);
        const height = roundUp(m);
        pack(a, i, m, k, d, depth, memory, tilesAt);
        // B lies after A, so it is packed again only when A's tile has another height.
        const bAt = tilesAt + height * d;
        if (i === 0 || height !== rowsPerTile) pack(b, j, n, k, d, depth, memory, bAt);
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

const roundUp = (n: number): number => Math.ceil(n / 4) * 4;

/** Rows `from` … of a matrix in panels of four, each by columns; missing rows are 0. */
function pack(
  matrix: Float64Array,
  from: number,
  count: number,
  at: number,
  depth: number,
  stride: number,
  memory: Float64Array,
  to: number,
): void {
  for (let panel = 0; panel < count; panel += 4) {
    const lanes = Math.min(4, count - panel);
    const first = (from + panel) * stride + at;
    let target = to + panel * depth;
    if (lanes === 4) {
      const [second, third, fourth] = [first + stride, first + 2 * stride, first + 3 * stride];
      for (let k = 0; k < depth; k++, target += 4) {
        memory[target] = matrix[first + k];
        memory[target + 1] = matrix[second + k];
        memory[target + 2] = matrix[third + k];
        memory[target + 3] = matrix[fourth + k];
      }
    } else {
      for (let k = 0; k < depth; k++, target += 4) {
        for (let lane = 0; lane < 4; lane++) {
          memory[target + lane] = lane < lanes ? matrix[first + lane * stride + k] : 0;
        }
      }
    }
  }
}

function plainProduct(
  a: Float64Array,
  b: Float64Array,
  { rows, columns, depth }: ProductSize,
  c: Float64Array,
): Float64Array {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < depth; k++) sum += a[i * depth + k] * b[j * depth + k];
      c[i * columns + j] = sum;
    }
  }
  return c;
}
