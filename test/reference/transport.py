"""Reference values of W1 and W2 in 60-digit arithmetic (mpmath). Usage: transport.py SEED OUT.json

Every double is taken exactly. On the line W_k^k = E|f(Z) - g(Z)|^k over a common Z, integrated numerically; of normal
distributions in several dimensions by the matrix formula, as it is written. Nearly equal pairs are among them.
"""
import json
import random
import sys
from mpmath import mp, mpf, quad, exp, log, sqrt, pi, inf, gamma, matrix, eigsy, diag, nstr, findroot, loggamma

mp.dps = 60
M = mpf
seed, out = int(sys.argv[1]), sys.argv[2]
R = random.Random(seed)

normal = (lambda z: exp(-z * z / 2) / sqrt(2 * pi), [-inf, -12, -4, 0, 4, 12, inf])
exponential = (lambda z: exp(-z), [0, M(1) / 1000, 1, 5, 20, 60, inf])
half = (lambda z: exp(-z * z / 2) * sqrt(2 / pi), [0, 1, 4, 12, 40])
laplace = (lambda z: exp(-abs(z)) / 2, [-inf, -60, -20, -4, 0, 4, 20, 60, inf])
logistic = (lambda z: exp(-abs(z)) / (1 + exp(-abs(z))) ** 2, [-inf, -60, -20, -4, 0, 4, 20, 60, inf])
gumbel = (lambda z: exp(-z - exp(-z)), [-6, -3, 0, 3, 10, 40, 150, inf])
unit = (lambda z: M(1), [0, 1])


def gamma_density(k):
    k = M(k)
    # In t with x = t^16: a shape below 1 leaves no pole.
    return lambda t: exp((16 * k - 1) * log(t) - t ** 16 - loggamma(k)) * 16


def student(df):
    df = M(df)
    c = gamma((df + 1) / 2) / gamma(df / 2) / sqrt(df * pi)
    # In t with z = sinh t: the power tail falls exponentially.
    return lambda t: c * (1 + mp.sinh(t) ** 2 / df) ** (-(df + 1) / 2) * mp.cosh(t)


def of(family, a):
    """The base variable and the map from it."""
    a = [M(x) for x in a]
    if family in ('normal', 'laplace', 'logistic', 'gumbel'):
        return {'normal': normal, 'laplace': laplace, 'logistic': logistic, 'gumbel': gumbel}[family], lambda z: a[0] + a[1] * z
    if family == 'uniform':
        return unit, lambda z: a[0] + (a[1] - a[0]) * z
    if family == 'studentT':
        return (student(a[0]), [-inf, -40, -10, -3, 0, 3, 10, 40, inf]), lambda t: a[1] + a[2] * mp.sinh(t)
    if family == 'exponential':
        return exponential, lambda z: z / a[0]
    if family == 'weibull':
        return exponential, lambda z: a[1] * z ** (1 / a[0])
    if family == 'rayleigh':
        return exponential, lambda z: a[0] * sqrt(2 * z)
    if family == 'halfNormal':
        return half, lambda z: a[0] * z
    if family == 'pareto':
        return exponential, lambda z: a[0] * exp(z / a[1])
    if family == 'logNormal':
        return normal, lambda z: exp(a[0] + a[1] * z)
    points = [0, M(1) / 2, 1, M(13) / 10, M(16) / 10, 2]
    if family == 'gamma':
        return (gamma_density(a[0]), points), lambda t: t ** 16 / a[1]
    if family == 'chiSquared':
        return (gamma_density(a[0] / 2), points), lambda t: 2 * t ** 16
    if family == 'inverseGamma':
        return (gamma_density(a[0]), points), lambda t: a[1] / t ** 16


def distance(p, q, order):
    (density, points), f = of(p[0], p[1:])
    _, g = of(q[0], q[1:])
    gap = lambda z: abs(f(z) - g(z)) ** order * density(z)
    # Where the maps cross |f - g| has a kink: find it.
    finite = [x for x in points if abs(x) < 1000]
    lo, hi = (finite[0] if points[0] != -inf else -200), (finite[-1] if points[-1] != inf else 400)
    steps = [lo + (hi - lo) * M(i) / 4000 for i in range(1, 4000)]
    kinks = []
    if order == 1:
        for x, y in zip(steps, steps[1:]):
            u, v = f(x) - g(x), f(y) - g(y)
            if v == 0:
                kinks.append(y)
            elif u * v < 0:
                kinks.append(findroot(lambda z: f(z) - g(z), (x, y), solver='anderson'))
    total = quad(gap, sorted(points + kinks))
    return total if order == 1 else sqrt(total)


def root(a):
    values, vectors = eigsy(a)
    return vectors * diag([sqrt(abs(x)) for x in values]) * vectors.T


def bures(m, a, n, b):
    a, b = matrix(a), matrix(b)
    ra = root(a)
    cross = root(ra * b * ra)
    trace = sum(a[i, i] + b[i, i] - 2 * cross[i, i] for i in range(len(m)))
    return sqrt(sum((M(x) - M(y)) ** 2 for x, y in zip(m, n)) + trace)


lines = []


def add(p, q, orders=(1, 2)):
    lines.append(dict(p=p, q=q, **{'w%d' % k: nstr(distance(p, q, k), 25) for k in orders}))


near = lambda x, e: x * (1 + e)
for p, q in [(['normal', -1.3, 0.4], ['normal', 2, 3]), (['normal', 1e6, 1], ['normal', 1e6 + 0.5, 1.25]), (['laplace', -0.6, 0.3], ['laplace', 0.4, 2]),
             (['logistic', -2, 0.6], ['logistic', 1, 2.5]), (['gumbel', -1, 0.5], ['gumbel', 1, 2]), (['gumbel', 1, 2], ['gumbel', 0.5, 0.25]),
             (['uniform', 0.2, 0.4], ['uniform', -2, 9]), (['uniform', 0, 1], ['uniform', 3, 3.5]), (['studentT', 4, 0.5, 1], ['studentT', 4, -1, 2.5]),
             (['studentT', 2.5, 0, 1], ['studentT', 2.5, 0.1, 3]), (['exponential', 0.4], ['exponential', 3]), (['weibull', 0.8, 0.6], ['weibull', 0.8, 2]),
             (['rayleigh', 0.5], ['rayleigh', 3]), (['halfNormal', 0.3], ['halfNormal', 4]), (['pareto', 0.1, 2.7], ['pareto', 0.9, 7]),
             (['pareto', 1, 3], ['pareto', 1.1, 9]), (['gamma', 0.7, 0.5], ['gamma', 0.7, 4]), (['gamma', 12, 0.5], ['gamma', 12, 0.4]),
             (['inverseGamma', 5.5, 9], ['inverseGamma', 5.5, 2])]:
    add(p, q)
    e = 2.0 ** -R.randint(18, 34)
    add(p, [p[0], *p[1:-1], near(p[-1], e)] if p[0] != 'gamma' else [p[0], p[1], near(p[2], e)])
    if len(p) > 2 and p[0] not in ('weibull', 'gamma', 'inverseGamma', 'studentT', 'uniform'):
        add(p, [p[0], near(p[1], -e), near(p[2], 2 * e)])
add(['logNormal', -0.5, 0.3], ['logNormal', 0.6, 0.9], (2,))
add(['logNormal', -0.5, 0.3], ['logNormal', near(-0.5, 1e-9), near(0.3, 3e-9)], (2,))

several = []


def covariance(n, spread):
    a = [[R.gauss(0, 1) for _ in range(n)] for _ in range(n)]
    s = [10 ** R.uniform(-spread, spread) for _ in range(n)]
    c = [[sum(a[i][k] * a[j][k] for k in range(n)) * s[i] * s[j] for j in range(n)] for i in range(n)]
    return [[c[max(i, j)][min(i, j)] for j in range(n)] for i in range(n)]


def add_matrix(m, a, n, b):
    several.append(dict(p=[m, a], q=[n, b], w2=nstr(bures(m, a, n, b), 25)))


for n in (1, 2, 3, 5):
    for spread in (0, 1, 3):
        a, b = covariance(n, spread), covariance(n, spread)
        m = [R.gauss(0, 1) for _ in range(n)]
        add_matrix(m, a, [R.gauss(0, 1) for _ in range(n)], b)
        add_matrix(m, a, m, b)
        for e in (1e-3, 1e-6, 1e-9):
            c = [[0.0] * n for _ in range(n)]
            for i in range(n):
                for j in range(i + 1):
                    # Of the size of the rounding-free scale √(aᵢᵢ aⱼⱼ), so that it stays positive definite.
                    c[i][j] = c[j][i] = a[i][j] + e * R.uniform(-1, 1) * (a[i][i] * a[j][j]) ** 0.5 * (1 if i == j else 0.1)
            add_matrix(m, a, m, c)

json.dump(dict(about=__doc__.strip().split('\n'), seed=seed, line=lines, several=several), open(out, 'w'), indent=0)
print(len(lines), 'pairs on the line,', len(several), 'in several dimensions')
