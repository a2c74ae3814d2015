/**
 * A k-d tree of n points with d coordinates in one typed array, for distances to the k-th nearest neighbour.
 *
 * Leaves hold up to 12 points, stored by coordinates in the order of the tree, so that a query walks memory forwards.
 *
 * Source: J. L. Bentley, Multidimensional binary search trees used for associative searching (1975).
 */
export class KDTree {
  readonly #points: Float64Array;
  readonly #n: number;
  readonly #d: number;
  /** The splitting coordinate and value of each inner node, in heap order; dimension −1 at leaves. */
  readonly #dimension: Int8Array;
  readonly #split: Float64Array;
  // State of the running query; fields, since closures would cost more than the search.
  readonly #query: Float64Array;
  readonly #best: Float64Array;
  readonly #offset: Float64Array;
  #k = 1;

  /** @param points n·d coordinates by rows; taken over and reordered */
  constructor(points: Float64Array, d: number) {
    this.#points = points;
    this.#d = d;
    this.#n = points.length / d;
    let size = 1;
    while (this.#n / size > leafSize) size *= 2;
    this.#dimension = new Int8Array(2 * size).fill(-1);
    this.#split = new Float64Array(2 * size);
    this.#query = new Float64Array(d);
    this.#offset = new Float64Array(d);
    this.#best = new Float64Array(maxNeighbours);
    this.#build(1, 0, this.#n);
  }

  /** The coordinates in the order of the tree: queries in that order find memory warm. */
  get points(): Float64Array {
    return this.#points;
  }

  #build(node: number, from: number, to: number): void {
    if (to - from <= leafSize || 2 * node + 1 >= this.#split.length) return;
    const dimension = this.#widest(from, to);
    const middle = (from + to) >> 1;
    this.#select(from, to - 1, middle, dimension);
    this.#dimension[node] = dimension;
    this.#split[node] = this.#points[middle * this.#d + dimension]!;
    this.#build(2 * node, from, middle);
    this.#build(2 * node + 1, middle, to);
  }

  #widest(from: number, to: number): number {
    const d = this.#d;
    let [best, most] = [0, -1];
    for (let j = 0; j < d; j++) {
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (let i = from * d + j; i < to * d; i += d) {
        const x = this.#points[i]!;
        if (x < low) low = x;
        if (x > high) high = x;
      }
      if (high - low > most) [best, most] = [j, high - low];
    }
    return best;
  }

  /** Hoare's selection: the point of rank `rank` by one coordinate comes to its place. */
  #select(from: number, to: number, rank: number, dimension: number): void {
    const d = this.#d;
    let [left, right] = [from, to];
    while (left < right) {
      const pivot = this.#points[((left + right) >> 1) * d + dimension]!;
      let [i, j] = [left, right];
      while (i <= j) {
        while (this.#points[i * d + dimension]! < pivot) i++;
        while (this.#points[j * d + dimension]! > pivot) j--;
        if (i <= j) this.#swap(i++, j--);
      }
      if (rank <= j) right = j;
      else if (rank >= i) left = i;
      else return;
    }
  }

  #swap(a: number, b: number): void {
    const d = this.#d;
    for (let j = 0; j < d; j++) {
      const x = this.#points[a * d + j]!;
      this.#points[a * d + j] = this.#points[b * d + j]!;
      this.#points[b * d + j] = x;
    }
  }

  /**
   * The Euclidean distance from row `row` of `queries` to its k-th nearest point.
   *
   * @param k at most 64 and n
   */
  distance(queries: Float64Array, row: number, k: number): number {
    const d = this.#d;
    for (let j = 0; j < d; j++) this.#query[j] = queries[row * d + j]!;
    this.#k = k;
    this.#best.fill(Number.POSITIVE_INFINITY, 0, k);
    this.#offset.fill(0);
    this.#search(1, 0, this.#n, 0);
    return Math.sqrt(this.#best[k - 1]!);
  }

  /** `gap` is the squared distance of the query to the box of the node. */
  #search(node: number, from: number, to: number, gap: number): void {
    const dimension = node < this.#dimension.length ? this.#dimension[node]! : -1;
    if (dimension < 0) {
      this.#scan(from, to);
      return;
    }
    const middle = (from + to) >> 1;
    const across = this.#query[dimension]! - this.#split[node]!;
    const old = this.#offset[dimension]!;
    const far = gap - old * old + across * across;
    if (across < 0) this.#search(2 * node, from, middle, gap);
    else this.#search(2 * node + 1, middle, to, gap);
    if (far >= this.#best[this.#k - 1]!) return;
    this.#offset[dimension] = across;
    if (across < 0) this.#search(2 * node + 1, middle, to, far);
    else this.#search(2 * node, from, middle, far);
    this.#offset[dimension] = old;
  }

  #scan(from: number, to: number): void {
    const d = this.#d;
    const points = this.#points;
    const query = this.#query;
    const best = this.#best;
    const last = this.#k - 1;
    let worst = best[last]!;
    for (let i = from; i < to; i++) {
      let sum = 0;
      for (let j = 0, at = i * d; j < d && sum < worst; j++, at++) {
        const x = points[at]! - query[j]!;
        sum += x * x;
      }
      if (sum >= worst) continue;
      let place = last;
      while (place > 0 && best[place - 1]! > sum) {
        best[place] = best[place - 1]!;
        place--;
      }
      best[place] = sum;
      worst = best[last]!;
    }
  }
}

const leafSize = 12;

/** The largest k that `KDTree` looks for. */
export const maxNeighbours = 64;
