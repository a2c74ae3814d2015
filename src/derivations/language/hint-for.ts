/** What to write instead of a name that the language does not have, by the name as typed; in 中文 and in English. */
const hints: readonly (readonly [pattern: RegExp, zh: string, en: string])[] = [
  [/^e$/, "e 的幂写成 exp(x)", "a power of e is written exp(x)"],
  [
    /^(normal|gaussian|Normal|Gaussian|bernoulli|Bernoulli|Ber|Cat|categorical|uniform|Uniform|Exp|Poisson|Beta|Gamma|Laplace)$/,
    "分布写成 N(μ, σ)（σ 是标准差）、Bern(p)、Poisson(λ)、Exp(λ)、Gamma(a, b)、Unif(a, b)、mix(t, P, Q)；别的在世界的 scope 里给，例如 P: weibull(2, 1)",
    "write N(μ, σ), with the standard deviation, Bern(p), Poisson(λ), Exp(λ), Gamma(a, b), Unif(a, b), mix(t, P, Q); others belong in the world's scope, as in P: weibull(2, 1)",
  ],
  [/^E_/, "期望写成 E(x ~ P, …)", "an expectation is written E(x ~ P, …)"],
  [/^(arg_?)?(max|min)_/, "写成 argmax(θ, …)、argmin(θ, …)", "write argmax(θ, …), argmin(θ, …)"],
  [/^(Sum|sum|Prod|prod|∑|∏)_/, "写成 ∑(i=1, m, …)", "write ∑(i=1, m, …)"],
  [/^(Int|int|∫)_/, "写成 ∫(x, -∞, ∞, …)", "write ∫(x, -∞, ∞, …)"],
  [/^(log_2|lg2|ld)$/, "以 2 为底写成 log2(x)", "the logarithm to base 2 is written log2(x)"],
  [
    /^(log_?\w+|lg)$/,
    "log 是自然对数，log2 以 2 为底；别的底写成 log(x)/log(10)",
    "log is natural, log2 has base 2; any other base is log(x)/log(10)",
  ],
  [/^(D_?KL|DKL|Dkl|KLD|D_kl|RelEnt)$/i, "散度写成 KL(P ‖ Q)", "a divergence is written KL(P ‖ Q)"],
  [
    /^(CE|Hx|crossEntropy|cross_entropy)$/i,
    "交叉熵写成 H(P, Q)",
    "a cross-entropy is written H(P, Q)",
  ],
  [/^(Ent|entropy)$/, "熵写成 H(P)", "an entropy is written H(P)"],
  [
    /^(I|MI|mutualInformation)$/,
    "互信息写成 I(x; z)，x 与 z 是一个联合分布的变量",
    "mutual information is written I(x; z), of two variables of a joint distribution",
  ],
  [/^(JSD|D_JS|JS)$/, "JS散度写成 JS(P, Q)", "the Jensen–Shannon divergence is written JS(P, Q)"],
  [/^(TV|D_TV)$/, "全变差写成 TV(P, Q)", "total variation is written TV(P, Q)"],
  [/^(Var|var|Cov|cov)$/, "方差写成 Var(x ~ P, x)", "a variance is written Var(x ~ P, x)"],
  [
    /^(sin|cos|tan|sinh|cosh|tanh|arctan|erf|floor|sgn|sign|relu)$/,
    "语言里没有这个函数；在世界的 scope 里给，例如 f: (x) => Math.tanh(x)",
    "the language does not have this function; give it in the world's scope, as in f: (x) => Math.tanh(x)",
  ],
  [
    /^(sup|d|grad|Pr|Prob|if)$/,
    "语言里没有它；在世界的 scope 里给函数，导数写成 ∂(θ, …)，分段写成 cases(a, x > 0, b)",
    "the language does not have it; give a function in the world's scope, a derivative is ∂(θ, …), cases are cases(a, x > 0, b)",
  ],
];

/** What was probably meant by a name nobody knows. */
export function hintFor(name: string): readonly [zh: string, en: string] | undefined {
  const found = hints.find(([pattern]) => pattern.test(name));
  return found && [found[1], found[2]];
}
