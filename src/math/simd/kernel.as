// AssemblyScript: compiled by src/project/simd-bytes.mjs to the bytes in kernel-bytes.ts. Not part of the TypeScript build.
// Memory: p at 0, q at 16384 (2048 doubles each), sums of a block at 32768, constants behind; matrix tiles from 65536.

const qAt: usize = 16384;
const sumsAt: usize = 32768;
const matrixA: usize = 65536;

// @ts-ignore: decorator
@inline
function splat(x: f64): v128 {
  return f64x2.splat(x);
}

// Constants are read from memory before a loop: as immediates they would be built anew in each round.
const table: usize = memory.data<f64>(
  [
    0.6666666666666891, 0.3999999999796682, 0.2857142910932778, 0.2222215937305487,
    0.18185584911001265, 0.15264216335252553, 0.15268361496911098, 0.6931471805599453,
    1572864.0,
  ],
  16,
);
const masks: usize = memory.data<u64>([0x0008000000000000, 0xfff0000000000000], 16);

// @ts-ignore: decorator
@inline
function constant(i: usize): v128 {
  return v128.load64_splat(table + (i << 3));
}

// @ts-ignore: decorator
@inline
function lanes(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

/**
 * Sums over `count` pairs (a multiple of 4) from pair `start`: Φ, Σp, Σ(q − p), least entry.
 *
 * For normal p, q > 0 let n = 2^k q with p/n in [2/3, 3/2], d = p − n and s = d/(p + n). Then
 * p ln(p/q) − p + q = (d s + p (2 (atanh s − s) + k ln 2)) + (q − n). Where p ≈ q all n are q: nothing cancels.
 */
export function sums(start: i32, count: i32): void {
  // Twice the coefficients of atanhRest in relative-entropy-term.ts.
  const c0 = constant(0), c1 = constant(1), c2 = constant(2), c3 = constant(3), c4 = constant(4);
  const c5 = constant(5), c6 = constant(6), ln2 = constant(7), magic = constant(8);
  const half = v128.load64_splat(masks);
  const top = v128.load64_splat(masks, 8);
  let phi = splat(0);
  let excess = splat(0);
  let mass = splat(0);
  let least = splat(Infinity);
  let at: usize = (<usize>start) << 3;
  const end: usize = (<usize>(start + count)) << 3;
  for (; at < end; at += 16) {
    const p = v128.load(at);
    const q = v128.load(at + qAt);
    // The bits of a double are nearly its logarithm: k, at the place of the exponent, is the rounded difference.
    const exponent = v128.and(i64x2.add(i64x2.sub(p, q), half), top);
    const near = i64x2.add(q, exponent);
    // In 1.5 · 2^20, the bits from the 32nd on count ones; the lower ones are 0 here.
    const k = f64x2.sub(i64x2.add(i32x4.shr_s(exponent, 20), magic), magic);
    const d = f64x2.sub(p, near);
    const s = f64x2.div(d, f64x2.add(p, near));
    const z = f64x2.mul(s, s);
    let r = f64x2.add(f64x2.mul(c6, z), c5);
    r = f64x2.add(f64x2.mul(r, z), c4);
    r = f64x2.add(f64x2.mul(r, z), c3);
    r = f64x2.add(f64x2.mul(r, z), c2);
    r = f64x2.add(f64x2.mul(r, z), c1);
    r = f64x2.add(f64x2.mul(r, z), c0);
    const logarithm = f64x2.add(f64x2.mul(f64x2.mul(r, z), s), f64x2.mul(k, ln2));
    const bracket = f64x2.add(f64x2.mul(d, s), f64x2.mul(p, logarithm));
    phi = f64x2.add(phi, f64x2.add(bracket, f64x2.sub(q, near)));
    excess = f64x2.add(excess, f64x2.sub(q, p));
    mass = f64x2.add(mass, p);
    least = f64x2.pmin(f64x2.pmin(least, p), q);
  }
  store<f64>(sumsAt, lanes(phi));
  store<f64>(sumsAt, lanes(mass), 8);
  store<f64>(sumsAt, lanes(excess), 16);
  store<f64>(sumsAt, min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1)), 24);
}

/**
 * C = A·B of packed tiles: A is `rows`/4 panels of depth × 4, B `columns`/4 panels of depth × 4, C rows × columns.
 * All three lie one after the other from byte 65536.
 */
export function multiply(rows: i32, columns: i32, depth: i32): void {
  const panel: usize = (<usize>depth) << 5;
  const b0: usize = matrixA + (<usize>(rows >> 2)) * panel;
  const c0: usize = b0 + (<usize>(columns >> 2)) * panel;
  const stride: usize = (<usize>columns) << 3;
  for (let j: usize = 0; j < <usize>(columns >> 2); j++) {
    for (let i: usize = 0; i < <usize>(rows >> 2); i++) {
      let a: usize = matrixA + i * panel;
      let b: usize = b0 + j * panel;
      const end: usize = a + panel;
      let c00 = splat(0), c01 = splat(0), c10 = splat(0), c11 = splat(0);
      let c20 = splat(0), c21 = splat(0), c30 = splat(0), c31 = splat(0);
      for (; a < end; a += 32, b += 32) {
        const left = v128.load(b);
        const right = v128.load(b, 16);
        let x = v128.load64_splat(a);
        c00 = f64x2.add(c00, f64x2.mul(x, left));
        c01 = f64x2.add(c01, f64x2.mul(x, right));
        x = v128.load64_splat(a, 8);
        c10 = f64x2.add(c10, f64x2.mul(x, left));
        c11 = f64x2.add(c11, f64x2.mul(x, right));
        x = v128.load64_splat(a, 16);
        c20 = f64x2.add(c20, f64x2.mul(x, left));
        c21 = f64x2.add(c21, f64x2.mul(x, right));
        x = v128.load64_splat(a, 24);
        c30 = f64x2.add(c30, f64x2.mul(x, left));
        c31 = f64x2.add(c31, f64x2.mul(x, right));
      }
      const c: usize = c0 + (i << 2) * stride + (j << 5);
      v128.store(c, c00);
      v128.store(c, c01, 16);
      v128.store(c + stride, c10);
      v128.store(c + stride, c11, 16);
      v128.store(c + 2 * stride, c20);
      v128.store(c + 2 * stride, c21, 16);
      v128.store(c + 3 * stride, c30);
      v128.store(c + 3 * stride, c31, 16);
    }
  }
}

/**
 * C = A·B, where A is mostly zeros: of each of its `rows` rows only the entries that are not. 12 columns of B at a time.
 *
 * From byte 65536, the address where each row's list ends; from 65792, entries with 96 k behind each, k its row of B; at
 * `b0` columns/12 panels of depth × 12 of B; then C, rows × columns.
 */
export function multiplyEntries(rows: i32, columns: i32, depth: i32, b0: usize): void {
  const panel: usize = (<usize>depth) * 96;
  const stride: usize = (<usize>columns) << 3;
  let to: usize = b0 + (<usize>(columns / 12)) * panel;
  for (const end: usize = to + stride; to < end; to += 96, b0 += panel) {
    let a: usize = matrixA + 256;
    let c: usize = to;
    for (let i: usize = 0; i < <usize>rows; i++, c += stride) {
      const last: usize = load<u32>(matrixA + (i << 2));
      let c0 = splat(0), c1 = splat(0), c2 = splat(0), c3 = splat(0);
      let c4 = splat(0), c5 = splat(0);
      for (; a < last; a += 16) {
        const x = v128.load64_splat(a);
        const b: usize = b0 + load<u32>(a, 8);
        c0 = f64x2.add(c0, f64x2.mul(x, v128.load(b)));
        c1 = f64x2.add(c1, f64x2.mul(x, v128.load(b, 16)));
        c2 = f64x2.add(c2, f64x2.mul(x, v128.load(b, 32)));
        c3 = f64x2.add(c3, f64x2.mul(x, v128.load(b, 48)));
        c4 = f64x2.add(c4, f64x2.mul(x, v128.load(b, 64)));
        c5 = f64x2.add(c5, f64x2.mul(x, v128.load(b, 80)));
      }
      v128.store(c, c0);
      v128.store(c, c1, 16);
      v128.store(c, c2, 32);
      v128.store(c, c3, 48);
      v128.store(c, c4, 64);
      v128.store(c, c5, 80);
    }
  }
}

function note(out: usize, least: v128, row: i32, column: i32): usize {
  let bits = i32x4.bitmask(v128.not(least));
  while (bits) {
    store<i32>(out, (row << 16) | (column + ctz(bits)));
    out += 4;
    bits &= bits - 1;
  }
  return out;
}

/**
 * Notes the pairs of packed single-precision tiles with c + x·y < t, or NaN, as row · 65536 + column, and counts them.
 *
 * From byte 65536: `rows`/4 panels of depth × 4 of x; `rows` bounds t; `columns`/8 panels of 8 constants c and depth × 8
 * of y; the pairs.
 */
export function pairsBelow(rows: i32, columns: i32, depth: i32): i32 {
  const panelA: usize = (<usize>depth) << 4;
  const t0: usize = matrixA + (<usize>(rows >> 2)) * panelA;
  const b0: usize = t0 + ((<usize>rows) << 2);
  const panelB: usize = (<usize>(depth + 1)) << 5;
  const out0: usize = b0 + (<usize>(columns >> 3)) * panelB;
  let out: usize = out0;
  for (let j: i32 = 0; j < columns >> 3; j++) {
    const bj: usize = b0 + (<usize>j) * panelB;
    for (let i: i32 = 0; i < rows >> 2; i++) {
      let a: usize = matrixA + (<usize>i) * panelA;
      const end: usize = a + panelA;
      let b: usize = bj;
      let left = v128.load(b);
      let right = v128.load(b, 16);
      let c00 = left, c10 = left, c20 = left, c30 = left;
      let c01 = right, c11 = right, c21 = right, c31 = right;
      for (; a < end; a += 16) {
        b += 32;
        left = v128.load(b);
        right = v128.load(b, 16);
        let x = v128.load32_splat(a);
        c00 = f32x4.add(c00, f32x4.mul(x, left));
        c01 = f32x4.add(c01, f32x4.mul(x, right));
        x = v128.load32_splat(a, 4);
        c10 = f32x4.add(c10, f32x4.mul(x, left));
        c11 = f32x4.add(c11, f32x4.mul(x, right));
        x = v128.load32_splat(a, 8);
        c20 = f32x4.add(c20, f32x4.mul(x, left));
        c21 = f32x4.add(c21, f32x4.mul(x, right));
        x = v128.load32_splat(a, 12);
        c30 = f32x4.add(c30, f32x4.mul(x, left));
        c31 = f32x4.add(c31, f32x4.mul(x, right));
      }
      const t: usize = t0 + ((<usize>i) << 4);
      let bound = v128.load32_splat(t);
      c00 = f32x4.ge(c00, bound);
      c01 = f32x4.ge(c01, bound);
      bound = v128.load32_splat(t, 4);
      c10 = f32x4.ge(c10, bound);
      c11 = f32x4.ge(c11, bound);
      bound = v128.load32_splat(t, 8);
      c20 = f32x4.ge(c20, bound);
      c21 = f32x4.ge(c21, bound);
      bound = v128.load32_splat(t, 12);
      c30 = f32x4.ge(c30, bound);
      c31 = f32x4.ge(c31, bound);
      const none = v128.and(
        v128.and(v128.and(c00, c01), v128.and(c10, c11)),
        v128.and(v128.and(c20, c21), v128.and(c30, c31)),
      );
      if (i32x4.all_true(none)) continue;
      const row = i << 2;
      const column = j << 3;
      out = note(out, c00, row, column);
      out = note(out, c01, row, column + 4);
      out = note(out, c10, row + 1, column);
      out = note(out, c11, row + 1, column + 4);
      out = note(out, c20, row + 2, column);
      out = note(out, c21, row + 2, column + 4);
      out = note(out, c30, row + 3, column);
      out = note(out, c31, row + 3, column + 4);
    }
  }
  return <i32>((out - out0) >> 2);
}
