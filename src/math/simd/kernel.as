// AssemblyScript: compiled by test/math/simd-bytes.mjs to the bytes in kernel-bytes.ts. Not part of the TypeScript build.
// Memory: p at 0, q at 16384 (2048 doubles each), sums of a block at 32768; matrix tiles from 65536.

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
    0.33333333333334453, 0.1999999999898341, 0.1428571455466389, 0.11111079686527435,
    0.09092792455500633, 0.07632108167626277, 0.07634180748455549, 0.6931471805599453,
    4503599627372544.0,
  ],
  16,
);

// @ts-ignore: decorator
@inline
function constant(i: usize): v128 {
  return v128.load64_splat(table + (i << 3));
}

/**
 * p ln(p/q) − p + q of two pairs at once, for normal doubles > 0; c0 … c6 as in relative-entropy-term.ts.
 */
// @ts-ignore: decorator
@inline
function term(
  p: v128, q: v128, c0: v128, c1: v128, c2: v128, c3: v128, c4: v128, c5: v128, c6: v128,
  ln2: v128, bias: v128, half: v128, top: v128, sign: v128, one: v128,
): v128 {
  // 2^k q with p/(2^k q) in [2/3, 3/2]: the bits of a double are nearly its logarithm.
  const bits = i64x2.add(i64x2.sub(p, q), half);
  const near = i64x2.add(q, v128.and(bits, top));
  // k + 2048 in the low bits of 2^52; bias is 2^52 + 2048.
  const k = f64x2.sub(v128.or(i64x2.shr_u(v128.xor(bits, sign), 52), one), bias);
  const d = f64x2.sub(p, near);
  const s = f64x2.div(d, f64x2.add(p, near));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  const low = f64x2.add(c0, f64x2.mul(z, c1));
  const middle = f64x2.add(c2, f64x2.mul(z, c3));
  const high = f64x2.add(c4, f64x2.mul(z, c5));
  const upper = f64x2.add(middle, f64x2.mul(w, f64x2.add(high, f64x2.mul(w, c6))));
  const r = f64x2.mul(z, f64x2.add(low, f64x2.mul(w, upper)));
  const core = f64x2.mul(d, f64x2.add(s, f64x2.add(r, f64x2.mul(s, r))));
  const far = f64x2.add(f64x2.mul(p, f64x2.mul(k, ln2)), f64x2.sub(q, near));
  return f64x2.add(core, far);
}

// @ts-ignore: decorator
@inline
function lanes(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

/** Sums over `count` pairs (a multiple of 4) from pair `start`: Φ, Σp, Σ(q − p), least entry. */
export function sums(start: i32, count: i32): void {
  const c0 = constant(0), c1 = constant(1), c2 = constant(2), c3 = constant(3), c4 = constant(4);
  const c5 = constant(5), c6 = constant(6), ln2 = constant(7), bias = constant(8);
  const half = i64x2.splat(1 << 51);
  const top = i64x2.splat(0xfff0000000000000);
  const sign = i64x2.splat(0x8000000000000000);
  const one = i64x2.splat(0x4330000000000000);
  let phi = splat(0);
  let mass = splat(0);
  let excess = splat(0);
  let least = splat(Infinity);
  let at: usize = (<usize>start) << 3;
  const end: usize = (<usize>(start + count)) << 3;
  for (; at < end; at += 32) {
    const p0 = v128.load(at);
    const p1 = v128.load(at, 16);
    const q0 = v128.load(at + qAt);
    const q1 = v128.load(at + qAt, 16);
    const t0 = term(p0, q0, c0, c1, c2, c3, c4, c5, c6, ln2, bias, half, top, sign, one);
    const t1 = term(p1, q1, c0, c1, c2, c3, c4, c5, c6, ln2, bias, half, top, sign, one);
    phi = f64x2.add(phi, f64x2.add(t0, t1));
    mass = f64x2.add(mass, f64x2.add(p0, p1));
    excess = f64x2.add(excess, f64x2.add(f64x2.sub(q0, p0), f64x2.sub(q1, p1)));
    least = f64x2.pmin(f64x2.pmin(least, f64x2.pmin(p0, p1)), f64x2.pmin(q0, q1));
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
