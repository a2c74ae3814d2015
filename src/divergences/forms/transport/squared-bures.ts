import { congruence, type Matrix, symmetricEigen, transposed } from "../../../math/linear-algebra";

/**
 * The squared Bures distance tr(A + B − 2 (A^½ B A^½)^½) of two covariances.
 *
 * Far apart as it is written. Near each other that would cancel, so there, in the basis where A is diag(λ): with
 * M = (A^½ B A^½)^½ and X = M − A, which solves A X + X A + X² = A^½ (B − A) A^½, it is Σ Xᵢⱼ²/λⱼ, the cost
 * tr((T − I) A (T − I)) of the map T = A^(−½) M A^(−½) that carries one normal distribution to the other.
 */
export function squaredBures(a: Matrix, b: Matrix): number {
  const trace = (m: Matrix): number => m.reduce((sum, row, i) => sum + row[i], 0);
  const unit = 2 ** Math.floor(Math.log2(Math.max(trace(a), trace(b))));
  const scaled = (m: Matrix): number[][] => m.map((row) => row.map((value) => value / unit));
  const [first, second] = [scaled(a), scaled(b)];
  const { values, vectors } = symmetricEigen(first);
  const lambda = values.map((value) => Math.max(value, Number.MIN_VALUE));
  const change = congruence(
    vectors,
    first.map((row, i) => row.map((value, j) => second[i][j] - value)),
  );
  const rooted = (m: Matrix): number[][] =>
    m.map((row, i) => row.map((value, j) => Math.sqrt(lambda[i]) * Math.sqrt(lambda[j]) * value));
  const product = rooted(congruence(vectors, second));
  const root = symmetricEigen(product);
  const mu = root.values.map((value) => Math.sqrt(Math.max(0, value)));
  const sum = trace(first) + trace(second);
  const far = sum - 2 * mu.reduce((total, value) => total + value, 0);
  if (far > 0.01 * sum) return far * unit;
  const x = rootDifference(lambda, rooted(change), mu, root.vectors);
  const cost = x.reduce(
    (total, row, i) =>
      total +
      row.reduce((part, value, j) => part + (value / lambda[i] + value / lambda[j]) * value, 0) / 2,
    0,
  );
  return cost * unit;
}

/** X with Λ X + X Λ + X² = E, from the rough M = V diag(μ) Vᵀ = Λ + X, by Newton's steps on what is left. */
function rootDifference(
  lambda: readonly number[],
  e: Matrix,
  mu: readonly number[],
  v: Matrix,
): number[][] {
  const rough = congruence(
    transposed(v),
    mu.map((value, i) => mu.map((_, j) => (i === j ? value : 0))),
  );
  let x = rough.map((row, i) => row.map((value, j) => value - (i === j ? lambda[i] : 0)));
  for (let step = 0; step < 4; step++) {
    const left = e.map((row, i) =>
      row.map((value, j) => {
        const square = x[i].reduce((sum, entry, k) => sum + entry * x[k][j], 0);
        return value - (lambda[i] + lambda[j]) * x[i][j] - square;
      }),
    );
    // M D + D M = left, in the basis where M is diagonal.
    const turned = congruence(v, left).map((row, i) =>
      row.map((value, j) => value / (mu[i] + mu[j])),
    );
    const correction = congruence(transposed(v), turned);
    x = x.map((row, i) => row.map((value, j) => value + correction[i][j]));
  }
  return x;
}
