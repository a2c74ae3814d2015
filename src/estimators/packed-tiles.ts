import { type Kernel, tilesAt } from "../math/simd/simd-kernel";
import { evenRows, type Points } from "./samples";

/** Where the parts of a tile lie in the kernel's memory, counted in single-precision numbers. */
export interface TilePlan {
  readonly floats: Float32Array;
  readonly rows: number;
  readonly columns: number;
  readonly queriesAt: number;
  readonly boundsAt: number;
  readonly pointsAt: number;
  readonly pairsAt: number;
}

const rows = 64;
const mostColumns = 256;
const leastColumns = 32;

/** Undefined where there are so many dimensions that no tile fits. */
export function tilePlan(d: number, kernel: Kernel): TilePlan | undefined {
  const floats = new Float32Array(kernel.memory.buffer);
  const queriesAt = 2 * tilesAt;
  const boundsAt = queriesAt + rows * d;
  const pointsAt = boundsAt + rows;
  const room = Math.floor((floats.length - pointsAt) / (d + 1 + rows) / 8) * 8;
  const columns = Math.min(mostColumns, room);
  if (columns < leastColumns) return undefined;
  return {
    floats,
    rows,
    columns,
    queriesAt,
    boundsAt,
    pointsAt,
    pairsAt: pointsAt + columns * (d + 1),
  };
}

/** Queries x and points y in single precision, in the order in which `pairsBelow` reads them. */
export interface PackedTiles {
  readonly queryTile: (from: number) => Float32Array;
  readonly pointTile: (from: number) => Float32Array;
  /** What ‖y‖²/2 − x·y is below, as the kernel computes it, wherever ‖x − y‖² < square. */
  readonly bound: (query: number, square: number) => number;
}

/** Beyond this, scaled, a row is compared in double precision with all. */
const farAway = 1e15;
/** Roundings of single precision below the least normal number, times a coordinate that is not far away. */
const underflow = 1e-29;

/**
 * Both sets of rows less a middle and over a scale (a power of 2), so that ordinary coordinates are about 1.
 *
 * With u = 2^−24, rounding the entries, their products and sums shifts ‖y‖²/2 − x·y by less than (d + 6)u(‖x‖² + ‖y‖²);
 * bounds allow for twice as much. Medians make middle and scale, so that one outlier cannot spoil the precision of all.
 *
 * @returns undefined where squares of distances leave the range of doubles
 */
export function packedTiles(
  points: Points,
  queries: Points,
  { rows, columns }: TilePlan,
): PackedTiles | undefined {
  const { d } = points;
  const { middle, scale } = middleAndScale(points);
  if (!(scale > 1e-140 && scale < 1e140)) return undefined;
  const relative = 2 * (d + 8) * 2 ** -24;
  const x = packed(queries, 4, rows, 0);
  const y = packed(points, 8, columns, 1);

  /** Panels of `lanes` rows by columns, after `extra` for constants, and the squared norms; far rows are left 0. */
  function packed({ values, n }: Points, lanes: number, tile: number, extra: number) {
    const size = Math.ceil(n / tile) * tile;
    const data = new Float32Array(size * (d + extra));
    const norms = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      const at = Math.floor(i / lanes) * lanes * (d + extra) + (i % lanes);
      const sign = extra ? -1 : 1;
      let isFar = false;
      for (let j = 0; i < n && j < d; j++) {
        const coordinate = (values[i * d + j] - middle[j]) / scale;
        if (!(Math.abs(coordinate) < farAway)) isFar = true;
        norms[i] += coordinate * coordinate;
        data[at + (j + extra) * lanes] = sign * coordinate;
      }
      if (isFar) {
        norms[i] = Number.POSITIVE_INFINITY;
        for (let j = 0; j < d; j++) data[at + (j + extra) * lanes] = 0;
      }
      // A far point is below every bound, one that only fills a tile below none.
      if (extra && i >= n) data[at] = Number.POSITIVE_INFINITY;
      else if (extra) data[at] = isFar ? Number.NEGATIVE_INFINITY : (0.5 - relative) * norms[i];
    }
    return { data, norms };
  }

  return {
    queryTile: (from) => x.data.subarray(from * d, (from + rows) * d),
    pointTile: (from) => y.data.subarray(from * (d + 1), (from + columns) * (d + 1)),
    bound: (query, square) => {
      const norm = x.norms[query];
      if (norm === Number.POSITIVE_INFINITY) return norm;
      const scaled = square / scale / scale;
      return (scaled - norm) / 2 + relative * (norm + scaled) + d * underflow;
    },
  };
}

/** How many rows the medians are taken from. */
const sampled = 501;

function middleAndScale(points: Points): { middle: Float64Array; scale: number } {
  const { d } = points;
  const { values, n } = evenRows(points, sampled);
  const middle = new Float64Array(d);
  const column = new Float64Array(n);
  for (let j = 0; j < d; j++) {
    for (let i = 0; i < n; i++) column[i] = values[i * d + j];
    middle[j] = column.sort()[n >> 1];
  }
  const gaps = values.map((value, at) => Math.abs(value - middle[at % d])).filter((gap) => gap > 0);
  const typical = gaps.length > 0 ? gaps.sort()[gaps.length >> 1] : 1;
  return { middle, scale: 2 ** Math.round(Math.log2(typical)) };
}
