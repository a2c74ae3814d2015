import type { Pmf } from "../divergences/vectors/pmf";

/** How a library computes what it calls KL: its documented rule, in its own arithmetic. */
export interface ConventionRule {
  readonly library: string;
  readonly call: string;
  readonly unit: "nat" | "bit";
  readonly value: (p: Pmf, q: Pmf) => number;
  /** Why it may differ from D(p ‖ q) in nats. */
  readonly zh: string;
  readonly en: string;
}

const { log, LN2 } = Math;
const total = (v: Pmf): number => Array.from(v).reduce((a, b) => a + b, 0);
const divided = (v: Pmf): number[] => Array.from(v, (x) => x / total(v));
const sum = (p: Pmf, term: (a: number, i: number) => number): number =>
  Array.from(p).reduce((s, a, i) => s + term(a, i), 0);
const inf = Number.POSITIVE_INFINITY;

/** a ln(a/b) with 0 at a = 0 and ∞ at b = 0 < a; like SciPy's by log1p where near, by two logarithms where far. */
function relEntr(a: number, b: number): number {
  if (a === 0) return 0;
  if (b === 0) return inf;
  const ratio = a / b;
  if (ratio > 0.5 && ratio < 2) return a * Math.log1p((a - b) / b);
  return ratio > 2 ** -1022 && ratio < inf ? a * log(ratio) : a * (log(a) - log(b));
}
const relSum = (p: Pmf, q: Pmf): number => sum(p, (a, i) => relEntr(a, q[i]));
/** torch: target·(ln target − input), and 0·(…) left as it is where input is −∞. */
const torchSum = (input: Pmf, target: Pmf): number =>
  sum(target, (t, i) => (t === 0 ? 0 : t * log(t)) - t * input[i]);
/** torch's Categorical: logarithms of probabilities clamped to [ε, 1 − ε]. */
const { EPSILON } = Number;
const clamped = (x: number): number => log(Math.min(1 - EPSILON, Math.max(EPSILON, x)));
const torchTerm = (a: number, b: number): number =>
  a === 0 ? 0 : b === 0 ? inf : a * (clamped(a) - clamped(b));
const logs = (v: Pmf): number[] => Array.from(v, log);
const clip = (x: number): number => Math.min(1, Math.max(1e-7, x));

export const conventionRules: readonly ConventionRule[] = [
  {
    library: "SciPy",
    call: "scipy.stats.entropy(p, q)",
    unit: "nat",
    value: (p, q) => relSum(divided(p), divided(q)),
    zh: "不声不响地先归一化；p ≈ q 时逐项相消，可为负",
    en: "normalises without a word; terms cancel when p ≈ q, and the sum may be negative",
  },
  {
    library: "SciPy",
    call: "scipy.special.rel_entr(p, q).sum()",
    unit: "nat",
    value: relSum,
    zh: "不归一化：和不为 1 时不是散度",
    en: "does not normalise: no divergence unless both sum to 1",
  },
  {
    library: "SciPy",
    call: "scipy.special.kl_div(p, q).sum()",
    unit: "nat",
    value: (p, q) => sum(p, (a, i) => (a === 0 ? q[i] : a * log(a / q[i]) - a + q[i])),
    zh: "每项多 −p + q（广义 KL）；和相等时总和相同，单项不同",
    en: "adds −p + q to each term (generalised KL): same total for equal sums, other terms",
  },
  {
    library: "PyTorch",
    call: 'F.kl_div(q.log(), p, reduction="sum")',
    unit: "nat",
    value: (p, q) => torchSum(logs(q), p),
    zh: "参数次序相反：先写 ln q，后写 p；p 与 q 同为 0 处是 NaN",
    en: "arguments in the other order: ln q first, then p; NaN where p and q are both 0",
  },
  {
    library: "PyTorch",
    call: "F.kl_div(q.log(), p)",
    unit: "nat",
    value: (p, q) => torchSum(logs(q), p) / p.length,
    zh: '默认 reduction="mean"：除以元素个数，不是散度',
    en: 'default reduction="mean" divides by the number of elements: no divergence',
  },
  {
    library: "PyTorch",
    call: 'F.kl_div(q.log()[None], p[None], reduction="batchmean")',
    unit: "nat",
    value: (p, q) => torchSum(logs(q), p),
    zh: "除以第一维的长度：要先加批次维，否则又除以了元素个数",
    en: "divides by the first dimension: without a batch dimension that is the number of elements",
  },
  {
    library: "PyTorch",
    call: 'F.kl_div(p.log(), q, reduction="sum")',
    unit: "nat",
    value: (p, q) => torchSum(logs(p), q),
    zh: "把 p 写在前面，得到的是反方向 D(q‖p)",
    en: "with p first it is the other direction, D(q‖p)",
  },
  {
    library: "PyTorch",
    call: 'F.kl_div(q, p, reduction="sum")',
    unit: "nat",
    value: (p, q) => torchSum(q, p),
    zh: "忘了取对数：把概率当作了对数概率",
    en: "the logarithm is forgotten: probabilities are taken for log-probabilities",
  },
  {
    library: "PyTorch",
    call: "kl_divergence(Categorical(p), Categorical(q))",
    unit: "nat",
    value: (p, q) => {
      const other = divided(q);
      return sum(divided(p), (a, i) => torchTerm(a, other[i]));
    },
    zh: "先归一化；次序与数学一致；取对数前把概率截到 [ε, 1 − ε]，双精度 ε = 2.2e-16",
    en: "normalises; the order is that of mathematics; clamps to [ε, 1 − ε] before logarithms, ε = 2.2e-16 in double precision",
  },
  {
    library: "Keras",
    call: "keras.losses.kl_divergence(p, q)",
    unit: "nat",
    value: (p, q) => sum(p, (a, i) => clip(a) * log(clip(a) / clip(q[i]))),
    zh: "把两者都截到 [1e-7, 1]：∞ 变成有限，0 处也有贡献；不归一化",
    en: "clips both to [1e-7, 1]: ∞ becomes finite, zeros contribute; does not normalise",
  },
  {
    library: "mathjs",
    call: "math.kldivergence(p, q)",
    unit: "nat",
    value: (p, q) => {
      const [a, b] = [divided(p), divided(q)];
      return sum(a, (x, i) => x * log(x / b[i]));
    },
    zh: "先归一化；p 有 0 就是 NaN（0·ln 0）；参数名写作 (q, p)，算的是 D(前‖后)",
    en: "normalises; NaN where p has a 0 (0·ln 0); its parameters are named (q, p), yet it is D(first‖second)",
  },
  {
    library: "philentropy (R)",
    call: "KL(rbind(p, q))",
    unit: "bit",
    value: (p, q) =>
      sum(p, (a, i) => (a === 0 ? 0 : a * (log(a / (q[i] === 0 ? 1e-5 : q[i])) / LN2))),
    zh: "默认以 2 为底；q 的 0 换成 1e-5，∞ 变成有限，甚至为负",
    en: "base 2 by default; a 0 in q becomes 1e-5, so that ∞ is finite, even negative",
  },
  {
    library: "dit",
    call: "kullback_leibler_divergence(P, Q)",
    unit: "bit",
    value: (p, q) => relSum(p, q) / LN2,
    zh: "以 2 为底；分布须已归一化",
    en: "base 2; the distributions must be normalised",
  },
];
