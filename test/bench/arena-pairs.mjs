/** Pairs of normal distributions; N(1,4) is mean 1 and variance 4, so normal(1, 2). */
export function arenaPairs({ normal, multivariateNormal }) {
  const same = (n, off = 0) =>
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : off)));
  const at = (n, x = 0) => new Array(n).fill(x);
  return [
    ["N(0,1) ‖ N(1,4), variances", normal(0, 1), normal(1, 2)],
    [
      "2-D, correlation 0.5 ‖ 0",
      multivariateNormal(at(2), same(2, 0.5)),
      multivariateNormal(at(2), same(2)),
    ],
    [
      "2-D, means one sd apart",
      multivariateNormal(at(2), same(2)),
      multivariateNormal([1, 0], same(2)),
    ],
    [
      "10-D, correlation 0 ‖ 0.3, means 0.2 apart",
      multivariateNormal(at(10), same(10)),
      multivariateNormal(at(10, 0.2), same(10, 0.3)),
    ],
  ];
}
