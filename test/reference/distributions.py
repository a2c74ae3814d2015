"""Reference values for every family in 40-digit arithmetic (mpmath), by numeric integration and sums, no closed forms.

Usage: distributions.py OUT.json. What OUT.json has already is kept, the rest is added. Every double is taken exactly; logarithms are natural.
"families": log density, cdf, mean, variance and entropy. "pairs": relative entropies that reference.json lacks:
near-equal members of a family, and pairs of different families.
"""
import json
import os
import sys
from mpmath import mp, mpf, quad, log, exp, loggamma, pi, sqrt, inf, cosh, besseli, cos, erfc, beta as betafn, nsum

mp.dps = 40
M = mpf
FAR = M(10) ** 4


def logistic(m, s):
    return lambda x: -log(s) - 2 * log(2 * cosh((x - m) / (2 * s)))


def continuous_bernoulli(p):
    c = log(2) if p == M(1) / 2 else log(abs((log(1 - p) - log(p)) / (1 - 2 * p)))
    return lambda x, y=None: x * log(p) + (1 - x) * log(1 - p) + c


def triangular(a, c, b):
    # An end of the support has density 0, and a mode there the greatest.
    side = lambda x: (x - a) / (c - a) if x < c else (b - x) / (b - c) if x > c else M(1)
    return lambda x, y=None: log(2 / (b - a)) + (log(side(x)) if side(x) > 0 else -inf)


def skew_normal(m, s, k):
    return lambda x: log(erfc(-k * (x - m) / s / sqrt(2))) - ((x - m) / s) ** 2 / 2 - log(s) - log(2 * pi) / 2


def spread(m, s):
    return [-inf] + [m + k * s for k in (-40, -12, -5, -2, 0, 2, 5, 12, 40)] + [inf]


def positive(*points):
    return [0] + sorted(M(p) * k for p in points for k in (M(1) / 10**6, M(1) / 1000, M(1) / 20, 1, 4, 12, 40, 200)) + [inf]


continuous = {
    'normal': lambda m, s: (lambda x: -((x - m) / s) ** 2 / 2 - log(s) - log(2 * pi) / 2, spread(m, s)),
    'logNormal': lambda m, s: (lambda x: -((log(x) - m) / s) ** 2 / 2 - log(s) - log(x) - log(2 * pi) / 2,
                               [0] + [exp(m + k * s) for k in (-30, -8, -3, -1, 0, 1, 3, 8, 30)] + [inf]),
    'uniform': lambda a, b: (lambda x, y=None: -log(b - a), [a, b]),
    'exponential': lambda r: (lambda x: log(r) - r * x, positive(1 / r)),
    'gamma': lambda k, r: (lambda x: k * log(r) - loggamma(k) + (k - 1) * log(x) - r * x,
                           positive(k / r) if k < 20 else [0] + [(k + j * sqrt(k)) / r for j in (-10, -4, -1, 0, 1, 4, 10, 30) if k + j * sqrt(k) > 0] + [inf]),
    'inverseGamma': lambda k, b: (lambda x: k * log(b) - loggamma(k) - (k + 1) * log(x) - b / x, positive(b / (k + 1))),
    'beta': lambda a, b: (lambda x, y=None: (a - 1) * log(x) + (b - 1) * log(1 - x if y is None else y) - log(betafn(a, b)),
                          [0, M(1) / 10**6, M(1) / 1000, M(1) / 20, a / (a + b) if M(1) / 20 < a / (a + b) < 1 - M(1) / 20 else M(1) / 2, 1 - M(1) / 20, 1 - M(1) / 1000, 1 - M(1) / 10**6, 1]),
    'laplace': lambda m, s: (lambda x: -abs(x - m) / s - log(2 * s), spread(m, s)),
    'cauchy': lambda m, s: (lambda x: -log(pi * s * (1 + ((x - m) / s) ** 2)), [-inf] + [m + j * s for j in (-FAR, -100, -5, 0, 5, 100, FAR)] + [inf]),
    'logistic': lambda m, s: (logistic(m, s), spread(m, s)),
    'gumbel': lambda m, s: (lambda x: -(x - m) / s - exp(-(x - m) / s) - log(s), [m + j * s for j in (-6, -4, -2, 0, 2, 5, 12, 40)] + [inf]),
    'weibull': lambda k, s: (lambda x: log(k / s) + (k - 1) * log(x / s) - (x / s) ** k, positive(s)),
    'pareto': lambda s, a: (lambda x: log(a) + a * log(s) - (a + 1) * log(x), [s, 2 * s, 10 * s, 1000 * s, 10**6 * s, inf]),
    'studentT': lambda n, m, s: (lambda x: loggamma((n + 1) / 2) - loggamma(n / 2) - log(n * pi) / 2 - log(s) - (n + 1) / 2 * log(1 + ((x - m) / s) ** 2 / n),
                                 [-inf] + [m + j * s for j in (-FAR, -100, -5, 0, 5, 100, FAR)] + [inf]),
    'halfNormal': lambda s: (lambda x: log(2) / 2 - log(pi) / 2 - log(s) - (x / s) ** 2 / 2, [0, s, 5 * s, 15 * s, 50 * s]),
    'rayleigh': lambda s: (lambda x: log(x) - 2 * log(s) - (x / s) ** 2 / 2, [0, s / 1000, s, 5 * s, 15 * s, 50 * s]),
    'vonMises': lambda m, k: (lambda x: k * cos(x - m) - log(2 * pi * besseli(0, k)), [-pi, m - 1 / sqrt(1 + k), m, m + 1 / sqrt(1 + k), pi]),
    'triangular': lambda a, c, b: (triangular(a, c, b), sorted({a, c, b})),
    'skewNormal': lambda m, s, k: (skew_normal(m, s, k), [-inf] + sorted({m + j * s for j in (-40, -12, -5, -2, 0, 2, 5, 12, 40)} | {m + j * s / (1 + abs(k)) for j in (-12, -3, -1, 1, 3, 12)}) + [inf]),
    'continuousBernoulli': lambda p: (continuous_bernoulli(p), [0, M(1) / 2, 1]),
}
continuous['chiSquared'] = lambda k: continuous['gamma'](k / 2, M(1) / 2)


def binom(n, k):
    return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)


discrete = {
    'bernoulli': lambda p: (lambda k: log(p) if k == 1 else log(1 - p), 1),
    'binomial': lambda n, p: (lambda k: binom(n, k) + k * log(p) + (n - k) * log(1 - p), int(n)),
    'geometric': lambda p: (lambda k: log(p) + k * log(1 - p), None),
    'poisson': lambda r: (lambda k: k * log(r) - r - loggamma(k + 1), None),
    'negativeBinomial': lambda r, p: (lambda k: loggamma(k + r) - loggamma(k + 1) - loggamma(r) + r * log(p) + k * log(1 - p), None),
}


def terms(lp, top):
    k, lost = 0, 0
    while lost < 30 and (top is None or k <= top):
        a = lp(k)
        yield k, a
        lost = lost + 1 if exp(a) < M(10) ** -38 and k > 3 else 0
        k += 1


def integral(f, points):
    return quad(f, points, maxdegree=9)


def masked(lp, f):
    def g(x):
        a = lp(x)
        return exp(a) * f(x, a) if a > -1000 else M(0)
    return g


def describe(name, args, has_mean=True, has_variance=True):
    exact = [M(a) for a in args]
    row = dict(family=name, parameters=list(args))
    if name in discrete:
        lp, top = discrete[name](*exact)
        listed = list(terms(lp, top))
        mean = sum(exp(a) * k for k, a in listed)
        xs = sorted({k for k in (0, 1, int(mean), int(mean) + 2) if top is None or k <= top})
        row.update(x=xs, logProb=[lp(x) for x in xs], cdf=[sum(exp(a) for k, a in listed if k <= x) for x in xs])
        row.update(mean=mean, variance=sum(exp(a) * (k - mean) ** 2 for k, a in listed), entropy=-sum(exp(a) * a for k, a in listed))
    else:
        lp, points = continuous[name](*exact)
        inner = [p for p in points if abs(p) != inf]
        middle = inner[len(inner) // 2] if len(inner) > 2 else (inner[0] + inner[-1]) / 2
        low, high = max(inner[0], middle - 3), min(inner[-1], middle + 3)
        xs = [float(low + (high - low) * t) for t in (M(1) / 8, M(1) / 2, M(7) / 8)]
        cut = lambda x: [p for p in points if p < x] + [M(x)]
        row.update(x=xs, logProb=[lp(M(x)) for x in xs], cdf=[integral(masked(lp, lambda t, a: 1), cut(x)) for x in xs])
        if has_mean:
            mean = row['mean'] = integral(masked(lp, lambda t, a: t), points)
            if has_variance:
                row['variance'] = integral(masked(lp, lambda t, a: (t - mean) ** 2), points)
        row['entropy'] = -integral(masked(lp, lambda t, a: a), points)
    return {k: ([mp.nstr(v, 17) for v in value] if k in ('logProb', 'cdf') else mp.nstr(value, 17) if isinstance(value, mpf) else value) for k, value in row.items()}


families = [
    ('bernoulli', 0.3), ('bernoulli', 0.999), ('binomial', 7, 0.3), ('binomial', 300, 0.02), ('geometric', 0.3), ('geometric', 0.95),
    ('poisson', 0.2), ('poisson', 80.5), ('negativeBinomial', 2.5, 0.4), ('negativeBinomial', 0.3, 0.7),
    ('normal', 3, 2), ('normal', -1, 0.01), ('logNormal', 0.3, 0.7), ('logNormal', -1, 0.1), ('uniform', -1, 3), ('uniform', 10, 10.5),
    ('exponential', 2.5), ('exponential', 0.01), ('gamma', 0.3, 2), ('gamma', 300, 2), ('inverseGamma', 3.5, 2), ('inverseGamma', 30, 5),
    ('beta', 1.4, 1.7), ('beta', 12, 3), ('chiSquared', 2.5), ('chiSquared', 7.5), ('laplace', 1, 2), ('laplace', -3, 0.1),
    ('cauchy', 1, 2), ('cauchy', -3, 0.1), ('logistic', 1, 2), ('logistic', -3, 0.1), ('gumbel', 1, 2), ('gumbel', -3, 0.1),
    ('weibull', 0.7, 2), ('weibull', 4, 0.5), ('pareto', 1.5, 5.2), ('pareto', 0.2, 0.8), ('studentT', 7.5, 1, 2), ('studentT', 0.7, -3, 0.1),
    ('halfNormal', 2), ('halfNormal', 0.05), ('rayleigh', 2), ('rayleigh', 0.05), ('vonMises', 0.7, 2.5), ('vonMises', -2, 40),
    ('continuousBernoulli', 0.2), ('continuousBernoulli', 0.999),
    ('triangular', -1, 0.5, 4), ('triangular', 2, 2, 2.5), ('triangular', -3, 1, 1),
    ('skewNormal', 1, 2, 3), ('skewNormal', -3, 0.1, -0.4), ('skewNormal', 0, 1, 40), ('skewNormal', 0, 1, 0.03125),
]
momentless = {('cauchy', 1, 2), ('cauchy', -3, 0.1), ('pareto', 0.2, 0.8), ('studentT', 0.7, -3, 0.1)}


def kl(pn, pa, qn, qa):
    A, B = [M(a) for a in pa], [M(a) for a in qa]
    if pn in discrete:
        lp, top = discrete[pn](*A)
        lq, _ = discrete[qn](*B)
        return sum(exp(a) * (a - lq(k)) for k, a in terms(lp, top))
    lp, points = continuous[pn](*A)
    lq, other = continuous[qn](*B)
    low, high = points[0], points[-1]
    points = sorted(set(points) | {x for x in other if low < x < high})
    if pn in ('beta', 'continuousBernoulli') and qn in ('beta', 'continuousBernoulli', 'uniform'):
        # Powers at both ends: x = t^16 from the left, 1 - x = t^16 from the right.
        g = lambda x, y: exp(lp(x, y)) * (lp(x, y) - lq(x, y))
        top = (M(1) / 2) ** (M(1) / 16)
        left = integral(lambda t: g(t ** 16, 1 - t ** 16) * 16 * t ** 15, [0, top / 2, top])
        return left + integral(lambda t: g(1 - t ** 16, t ** 16) * 16 * t ** 15, [0, top / 2, top])
    if pn in ('gamma', 'chiSquared') and points[0] == 0 and A[0] < 1:
        g = lambda x: exp(lp(x)) * (lp(x) - lq(x))
        edge = points[2]
        left = integral(lambda t: g(t ** 16) * 16 * t ** 15, [0, (edge ** (M(1) / 16)) / 2, edge ** (M(1) / 16)])
        return left + integral(masked(lp, lambda t, a: a - lq(t)), [x for x in points if x >= edge])
    # p ln(p/q) - p + q would be smoother, but q's integral over p's support is not 1 in general.
    return integral(masked(lp, lambda t, a: a - lq(t)), points)


d = [2.0 ** -10, 2.0 ** -20]
near = [(n, tuple(a)) for n, *a in families if n not in ('uniform', 'pareto', 'triangular', 'skewNormal')]
near += [('beta', (0.4, 0.7)), ('chiSquared', (0.5,))]
pairs = []
for n, a in near:
    for e in d:
        b = list(a)
        b[-1] = b[-1] * (1 + e) if not (n in ('bernoulli', 'continuousBernoulli') and b[-1] > 0.99) else b[-1] * (1 - e)
        pairs.append((n, a, n, tuple(b)))
        if len(a) == 2 and n not in ('binomial', 'negativeBinomial', 'logistic'):
            c = list(b)
            c[0] = a[0] * (1 + 2 * e)
            pairs.append((n, a, n, tuple(c)))
P = {
    'exponential': (1.7,), 'gamma': (2.3, 1.4), 'chiSquared': (3.3,), 'inverseGamma': (4.5, 2.1), 'beta': (2.4, 1.7), 'continuousBernoulli': (0.2,),
    'normal': (0.4, 1.3), 'logNormal': (0.2, 0.5), 'laplace': (0.3, 0.8), 'logistic': (0.5, 0.7), 'gumbel': (-0.2, 0.9), 'weibull': (1.6, 1.2),
    'pareto': (1.2, 6.5), 'studentT': (7.5, 0.3, 0.8), 'halfNormal': (1.4,), 'rayleigh': (0.9,), 'uniform': (0.2, 0.7),
    'triangular': (0.2, 0.3, 0.8), 'skewNormal': (0.4, 1.3, -2.5),
}
Q = {
    'exponential': (0.6,), 'gamma': (1.6, 0.9), 'chiSquared': (2.6,), 'inverseGamma': (2.2, 1.3), 'beta': (1.3, 2.2), 'continuousBernoulli': (0.7,),
    'normal': (-0.3, 1.9), 'logNormal': (-0.4, 1.1), 'laplace': (0.7, 1.6), 'logistic': (-0.4, 1.2), 'gumbel': (0.3, 1.4), 'weibull': (1.3, 2.1),
    'pareto': (0.1, 1.3), 'halfNormal': (2.2,), 'rayleigh': (1.7,), 'uniform': (-0.5, 1.5),
    'triangular': (0.1, 0.6, 0.9), 'skewNormal': (-0.3, 1.9, 1.5),
}
kinds = dict(real={'normal', 'laplace', 'logistic', 'gumbel', 'studentT', 'skewNormal'},
             positive={'exponential', 'gamma', 'chiSquared', 'inverseGamma', 'logNormal', 'weibull', 'halfNormal', 'rayleigh'},
             unit={'beta', 'continuousBernoulli', 'uniform', 'triangular'})


def covers(p, q):
    if q in kinds['real']:
        return True
    if q in kinds['positive']:
        return p in kinds['positive'] | kinds['unit'] | {'pareto'}
    if q in ('beta', 'continuousBernoulli'):
        return p in kinds['unit']
    if q == 'uniform':
        return p in kinds['unit']
    if q == 'triangular':
        return p == 'uniform'
    return q == 'pareto' and p in ('pareto', 'uniform', 'triangular')


diverges = {('logNormal', 'gumbel')}
for p in P:
    for q in Q:
        heavy = p in ('pareto', 'studentT', 'inverseGamma', 'logNormal')
        if covers(p, q) and p != q and not (q == 'inverseGamma' and p in ('exponential', 'halfNormal', 'continuousBernoulli', 'rayleigh')):
            if q == 'gumbel' and p in ('laplace', 'logistic', 'studentT'):
                if p == 'studentT':
                    continue
            pairs.append((p, P[p], q, Q[q]))
pairs += [('triangular', (5.5, 5.501, 5.502), q, Q[q]) for q in ('gamma', 'weibull', 'inverseGamma', 'gumbel', 'laplace')]
pairs += [('skewNormal', (0.25, 1.5, k), 'normal', (0.5, 1.75)) for k in (0.0625, -0.25, 0.5, 30)]


def safe(pn, pa, qn, qa):
    value = kl(pn, pa, qn, qa)
    return dict(p=[pn, *pa], q=[qn, *qa], kl=mp.nstr(value, 17))


if __name__ == '__main__':
    from multiprocessing import Pool
    path = sys.argv[1]
    known = json.load(open(path)) if os.path.exists(path) else dict(families=[], pairs=[])
    done = {(row['family'], *row['parameters']) for row in known['families']}
    paired = {(tuple(row['p']), tuple(row['q'])) for row in known['pairs']}
    missing = [(n, *a) for n, *a in families if (n, *a) not in done]
    unpaired = [pair for pair in pairs if ((pair[0], *pair[1]), (pair[2], *pair[3])) not in paired]
    with Pool(2) as pool:
        described = pool.starmap(describe, [(n, a, (n, *a) not in momentless, (n, *a) not in momentless) for n, *a in missing])
        measured = pool.starmap(safe, unpaired)
    known['families'] += described
    known['pairs'] += measured
    json.dump(known, open(path, 'w'), indent=0)
    print(len(described), 'families', len(measured), 'pairs added')
