"""ln P(X <= x) and ln P(X > x) of the families where one underflows or the other is 1 to rounding, by mpmath.

Usage: tails.py OUT.json. Every double is taken exactly. A row has the family, its parameters, x and both logarithms.
"""
import json
import sys
from mpmath import mp, mpf, log, exp, pi, atan, expm1, log1p, gammainc, betainc, erfc, sqrt, quad, besseli, cos

mp.dps = 60
M = mpf
DEEP = 900  # digits in which 1 - p is taken, p as small as 1e-300


def regular_gamma(a, x, upper):
    return gammainc(a, x, mp.inf, regularized=True) if upper else gammainc(a, 0, x, regularized=True)


def beta_tail(a, b, x, upper):
    return betainc(b, a, 0, 1 - x, regularized=True) if upper else betainc(a, b, 0, x, regularized=True)


def phi(z):
    return erfc(-z / sqrt(M(2))) / 2


def student(n, z):
    half = betainc(n / 2, M(1) / 2, 0, n / (n + z * z), regularized=True) / 2
    return (half, 1 - half) if z < 0 else (1 - half, half)


def von_mises(m, k, x):
    f = lambda t: exp(k * (cos(t - m) - 1))
    cut = lambda a, b: [a + (b - a) * M(2) ** -j for j in range(12, 0, -1)]
    lower = quad(f, [-pi] + [t for t in (m - 1, m, m + 1) if -pi < t < x] + [x])
    upper = quad(f, [x] + cut(x, pi) + [pi])
    return lower / (lower + upper), upper / (lower + upper)


def continuous_bernoulli(p, x):
    slope = log(p) - log(1 - p)
    return expm1(slope * x) / expm1(slope), (exp(slope) - exp(slope * x)) / expm1(slope)


tails = {
    'normal': lambda m, s, x: (phi((x - m) / s), phi((m - x) / s)),
    'logNormal': lambda m, s, x: (phi((log(x) - m) / s), phi((m - log(x)) / s)),
    'halfNormal': lambda s, x: (1 - erfc(x / s / sqrt(M(2))), erfc(x / s / sqrt(M(2)))),
    'exponential': lambda r, x: (-expm1(-r * x), exp(-r * x)),
    'weibull': lambda k, s, x: (-expm1(-(x / s) ** k), exp(-(x / s) ** k)),
    'rayleigh': lambda s, x: (-expm1(-(x / s) ** 2 / 2), exp(-(x / s) ** 2 / 2)),
    'pareto': lambda s, a, x: (1 - (s / x) ** a, (s / x) ** a),
    'laplace': lambda m, s, x: (exp((x - m) / s) / 2, 1 - exp((x - m) / s) / 2) if x < m else (1 - exp((m - x) / s) / 2, exp((m - x) / s) / 2),
    'logistic': lambda m, s, x: (1 / (1 + exp((m - x) / s)), 1 / (1 + exp((x - m) / s))),
    'gumbel': lambda m, s, x: (exp(-exp((m - x) / s)), -expm1(-exp((m - x) / s))),
    'cauchy': lambda m, s, x: (mp.atan2(s, m - x) / pi, mp.atan2(s, x - m) / pi),
    'studentT': lambda n, m, s, x: student(n, (x - m) / s),
    'gamma': lambda k, r, x: (regular_gamma(k, r * x, False), regular_gamma(k, r * x, True)),
    'chiSquared': lambda k, x: (regular_gamma(k / 2, x / 2, False), regular_gamma(k / 2, x / 2, True)),
    'inverseGamma': lambda k, b, x: (regular_gamma(k, b / x, True), regular_gamma(k, b / x, False)),
    'beta': lambda a, b, x: (beta_tail(a, b, x, False), beta_tail(a, b, x, True)),
    'continuousBernoulli': continuous_bernoulli,
    'vonMises': von_mises,
    'poisson': lambda r, k: (regular_gamma(k + 1, r, True), regular_gamma(k + 1, r, False)),
    'binomial': lambda n, p, k: (beta_tail(n - k, k + 1, 1 - p, False), beta_tail(n - k, k + 1, 1 - p, True)),
    'geometric': lambda p, k: (1 - (1 - p) ** (k + 1), (1 - p) ** (k + 1)),
    'negativeBinomial': lambda r, p, k: (beta_tail(r, k + 1, p, False), beta_tail(r, k + 1, p, True)),
    'uniform': lambda a, b, x: ((x - a) / (b - a), (b - x) / (b - a)),
}


rows = [
    ('normal', 0, 1, -40), ('normal', 3, 0.5, 40), ('normal', 0, 1, 9), ('normal', -1e308, 1e307, -1.7e308), ('logNormal', 0, 0.5, 1e-12), ('logNormal', 0, 0.5, 1e12),
    ('halfNormal', 2, 90), ('halfNormal', 2, 1e-250), ('exponential', 2, 1000), ('exponential', 1e-200, 1e-200), ('weibull', 3, 2, 30), ('weibull', 3, 2, 1e-120),
    ('rayleigh', 0.5, 40), ('rayleigh', 0.5, 1e-180), ('pareto', 2, 7, 1e60), ('pareto', 2, 7, 2.0000000001), ('laplace', 1, 2, -2000), ('laplace', 1, 2, 90), ('laplace', -1e308, 1e307, 1.7e308),
    ('logistic', 1, 2, -3000), ('logistic', 1, 2, 90), ('logistic', -1e308, 1e307, 1.7e308), ('gumbel', 1, 2, -12), ('gumbel', 1, 2, 2000), ('gumbel', 1, 2, 80),
    ('cauchy', 1, 2, -1e300), ('cauchy', 1, 2, 1e17), ('cauchy', 1e308, 1e-5, -1e308), ('studentT', 30, 0, 1, -1e20), ('studentT', 2.5, 1, 3, 1e150), ('studentT', 0.7, 0, 1e-9, 1e305), ('studentT', 1e6, 0, 1, -45),
    ('gamma', 3, 1, 2000), ('gamma', 300, 2, 1e-3), ('gamma', 1e-10, 1, 0.5), ('gamma', 0.3, 2, 3e-300), ('chiSquared', 5, 3000), ('chiSquared', 1e-8, 0.5), ('chiSquared', 0.5, 1e-90),
    ('inverseGamma', 3, 2, 1e-3), ('inverseGamma', 3, 2, 1e120), ('inverseGamma', 0.0489, 0.5, 1e300), ('inverseGamma', 1e-7, 0.5, 2.5),
    ('beta', 1.512e-7, 0.5, 0.25), ('beta', 0.5, 1.512e-7, 0.75), ('beta', 3e-12, 2.5, 0.4), ('beta', 2.5, 1e-9, 0.125), ('beta', 300, 2, 1e-5), ('beta', 2, 300, 0.984375), ('beta', 40, 1e-3, 1e-9),
    ('continuousBernoulli', 1e-250, 0.75), ('continuousBernoulli', 0.999, 1e-200), ('continuousBernoulli', 0.25, 0.984375),
    ('vonMises', 0, 730, 0.355), ('vonMises', 0, 730, -0.5), ('vonMises', 1, 300, 2.5), ('vonMises', -0.5, 2000, 0.25), ('vonMises', 0, 3, 3),
    ('poisson', 0.001, 200), ('poisson', 900, 20), ('poisson', 3, 27), ('binomial', 1000, 0.3, 999), ('binomial', 1000, 0.3, 1), ('binomial', 40, 1e-9, 0), ('geometric', 0.3, 4000), ('geometric', 1e-12, 0),
    ('negativeBinomial', 2, 0.5, 2000), ('negativeBinomial', 1e-9, 0.5, 0), ('negativeBinomial', 300, 0.01, 100), ('uniform', -1.5e308, 1.5e308, -1e308), ('uniform', 1, 3, 1.0000000001),
]

if __name__ == '__main__':
    out = []
    for family, *numbers in rows:
        mp.dps = 60 if family == 'vonMises' else DEEP
        lower, upper = tails[family](*[M(value) for value in numbers])
        lower, upper = (log1p(-upper), log(upper)) if upper < lower else (log(lower), log1p(-lower))
        out.append(dict(family=family, parameters=numbers[:-1], x=numbers[-1], logCdf=mp.nstr(lower, 20), logSurvival=mp.nstr(upper, 20)))
    json.dump(out, open(sys.argv[1], 'w'), indent=0)
    print(len(out), 'rows')
