import { type Kernel, tilesAt } from "./simd-kernel";

/** A matrix as it lies in memory: entry k of row i at i·rowStep + k·depthStep, so that a transpose need not be written out. */
export interface MatrixView {
  readonly data: Float64Array;
  readonly rowStep: number;
  readonly depthStep: number;
}

/** How large a product A·Bᵀ is: A has rows × depth entries, B columns × depth. */
export interface ProductSize {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

// Entries of A, a tile of B and one of C fit into the kernel's memory; the depth is that of `matrixProduct`, whose bits these are.
const rowsPerTile = 32;
const columnsPerTile = 252;
const depthPerTile = 256;
const panel = 12;
/** Where each row's list ends is told in the first 256 bytes. */
const listsAt = tilesAt + 32;
const bAt = listsAt + 2 * rowsPerTile * depthPerTile;

/**
 * Whether A·Bᵀ is faster without A's zeros: of entries here and there, few are not 0. And whether it is the same: a sum that
 * begins at +0 keeps its bits when ±0 is added, but 0·∞ and 0·NaN are NaN, so that B must be finite.
 */
export function isSparse(
  { data: a }: MatrixView,
  { data: b }: MatrixView,
  { rows, columns, depth }: ProductSize,
): boolean {
  if (Math.min(rows, columns, depth) < 16) return false;
  let entries = 0;
  const looks = 256;
  // Steps of the golden ratio fall into line with no row or column.
  for (let i = 1; i <= looks; i++)
    if (a[Math.floor(((i * golden) % 1) * a.length)] !== 0) entries++;
  if (entries > 0.4 * looks) return false;
  for (let i = 0; i < b.length; i++) if (!(Math.abs(b[i]) <= Number.MAX_VALUE)) return false;
  return true;
}

const golden = (Math.sqrt(5) - 1) / 2;

/** A·Bᵀ by the entries of A that are not 0, added to c. */
export function sparseProduct(
  a: MatrixView,
  b: MatrixView,
  { rows, columns, depth }: ProductSize,
  { memory, multiplyEntries }: Kernel,
  c: Float64Array,
): Float64Array {
  const integers = new Int32Array(memory.buffer);
  for (let j = 0; j < columns; j += columnsPerTile) {
    const n = Math.min(columnsPerTile, columns - j);
    const width = Math.ceil(n / panel) * panel;
    for (let k = 0; k < depth; k += depthPerTile) {
      const d = Math.min(depthPerTile, depth - k);
      packPanels(b, { from: j, count: n, at: k, depth: d }, memory);
      for (let i = 0; i < rows; i += rowsPerTile) {
        const m = Math.min(rowsPerTile, rows - i);
        list(a, { from: i, count: m, at: k, depth: d }, memory, integers);
        multiplyEntries(m, width, d, 8 * bAt);
        let from = bAt + width * d;
        for (let x = 0, to = i * columns + j; x < m; x++, to += columns, from += width) {
          for (let y = 0; y < n; y++) c[to + y] += memory[from + y];
        }
      }
    }
  }
  return c;
}

/** Rows from … from + count − 1 of a matrix, their entries at … at + depth − 1. */
interface Tile {
  readonly from: number;
  readonly count: number;
  readonly at: number;
  readonly depth: number;
}

/** Of each row the entries that are not 0, each with the place of its row of B; and where each row's end. */
function list(
  { data, rowStep, depthStep }: MatrixView,
  { from, count, at, depth }: Tile,
  memory: Float64Array,
  integers: Int32Array,
): void {
  let to = listsAt;
  for (let x = 0; x < count; x++) {
    let first = (from + x) * rowStep + at * depthStep;
    for (let k = 0; k < depth; k++, first += depthStep) {
      const value = data[first];
      if (value === 0) continue;
      memory[to] = value;
      integers[2 * to + 2] = 8 * panel * k;
      to += 2;
    }
    integers[2 * tilesAt + x] = 8 * to;
  }
}

/** A tile in panels of 12 rows, each by columns; missing rows are 0. */
function packPanels(
  { data, rowStep, depthStep }: MatrixView,
  { from, count, at, depth }: Tile,
  memory: Float64Array,
): void {
  let to = bAt;
  for (let row = 0; row < count; row += panel) {
    const lanes = Math.min(panel, count - row);
    let first = (from + row) * rowStep + at * depthStep;
    for (let k = 0; k < depth; k++, first += depthStep, to += panel) {
      for (let lane = 0; lane < lanes; lane++) memory[to + lane] = data[first + lane * rowStep];
      for (let lane = lanes; lane < panel; lane++) memory[to + lane] = 0;
    }
  }
}
