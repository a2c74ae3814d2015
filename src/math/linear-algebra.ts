/** A square matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** The lower triangular L with L Lᵀ = A, or undefined where A is not positive definite. */
export function cholesky(a: Matrix): number[][] | undefined {
  const n = a.length;
  const l = a.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i][j];
      for (let k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
      if (i > j) l[i][j] = sum / l[j][j];
      else if (sum > 0) l[i][i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return l;
}

/** The x with L x = b, L lower triangular. */
export function solveLower(l: Matrix, b: readonly number[]): number[] {
  const x: number[] = [];
  for (let i = 0; i < b.length; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= l[i][k] * x[k];
    x.push(sum / l[i][i]);
  }
  return x;
}

/** (L Lᵀ)⁻¹, L lower triangular. */
export function inverseOfRoot(l: Matrix): number[][] {
  const columns = l.map((_, j) =>
    solveLower(
      l,
      l.map((__, i) => (i === j ? 1 : 0)),
    ),
  );
  return columns.map((a) => columns.map((b) => a.reduce((sum, x, i) => sum + x * b[i], 0)));
}

/** L⁻¹ A L⁻ᵀ for a symmetric A. */
export function whiten(l: Matrix, a: Matrix): number[][] {
  const half = a.map((row) => solveLower(l, row)); // rows of A L⁻ᵀ, A being symmetric
  const columns = a.map((_, j) =>
    solveLower(
      l,
      half.map((row) => row[j]),
    ),
  );
  return a.map((_, i) => columns.map((column) => column[i]));
}

/** A symmetric matrix as V diag(values) Vᵀ. */
export interface SymmetricEigen {
  readonly values: readonly number[];
  /** V by rows: column k is the unit eigenvector of `values[k]`. */
  readonly vectors: Matrix;
}

/**
 * Eigenvalues, each to rounding of the greatest, and orthonormal eigenvectors of a symmetric matrix, by Jacobi's
 * rotations; in no particular order.
 *
 * Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed. (2013), section 8.5.
 */
export function symmetricEigen(a: Matrix): SymmetricEigen {
  const m = a.map((row) => [...row]);
  const n = m.length;
  const vectors = m.map((_, i) => m.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off += m[i][j] ** 2;
    if (off === 0) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(m, vectors, p, q);
  }
  return { values: m.map((row, i) => row[i]), vectors };
}

/** The eigenvalues of a symmetric matrix, each to rounding of the greatest. */
export function symmetricEigenvalues(a: Matrix): readonly number[] {
  return symmetricEigen(a).values;
}

/** Vᵀ A V. */
export function congruence(v: Matrix, a: Matrix): number[][] {
  const half = a.map((row) => v.map((_, j) => sumOfProducts(row, v, j))); // A V
  return v.map((_, i) => v.map((_, j) => half.reduce((sum, row, k) => sum + v[k][i] * row[j], 0)));
}

/** Aᵀ. */
export function transposed(a: Matrix): number[][] {
  return a.map((_, i) => a.map((row) => row[i]));
}

function sumOfProducts(row: readonly number[], v: Matrix, j: number): number {
  return row.reduce((sum, value, k) => sum + value * v[k][j], 0);
}

function rotate(m: number[][], vectors: number[][], p: number, q: number): void {
  const apq = m[p][q];
  if (apq === 0) return;
  const scale = Math.abs(m[p][p]) + Math.abs(m[q][q]);
  if (Math.abs(apq) < 1e-20 * scale) {
    m[p][q] = m[q][p] = 0;
    return;
  }
  const theta = (m[q][q] - m[p][p]) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < m.length; k++) {
    const [kp, kq] = [m[k][p], m[k][q]];
    m[k][p] = c * kp - s * kq;
    m[k][q] = s * kp + c * kq;
  }
  for (let k = 0; k < m.length; k++) {
    const [pk, qk] = [m[p][k], m[q][k]];
    m[p][k] = c * pk - s * qk;
    m[q][k] = s * pk + c * qk;
  }
  m[p][q] = m[q][p] = 0;
  for (const row of vectors) {
    const [vp, vq] = [row[p], row[q]];
    row[p] = c * vp - s * vq;
    row[q] = s * vp + c * vq;
  }
}
