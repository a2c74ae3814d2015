"""Values of the special functions of src/math in 60-digit arithmetic (mpmath). Usage: special.py OUT.json
Every double is taken exactly; each function is computed from its definition, not from the formula in the code."""
import json, random, sys
from mpmath import (mp, mpf, log, exp, erfc, erf, expm1, e1, gammainc, betainc, loggamma, psi, besseli, sinh, coth,
                    pi, sqrt, quad, inf, gamma, beta as betafn, ncdf, erfinv, nstr)

mp.dps = 60
R = random.Random(5)
rows = {}

def put(name, f, *points):
    for args in points:
        args = args if isinstance(args, tuple) else (args,)
        value = f(*[mpf(x) for x in args])
        rows.setdefault(name, []).append([list(args), nstr(value, 25)])

def spread(low, high, count):
    """Doubles spread evenly on a logarithmic scale."""
    return [float(10 ** R.uniform(low, high)) for _ in range(count)]

def with_dps(digits, f):
    def g(*args):
        with mp.workdps(digits): return f(*args)
    return g

put("erfc", erfc, -26.5, -6.0, -1.0, -0.3, -1e-12, 1e-300, 0.46, 0.5, 0.999, 1.0, 1.0000001, 1.5, 2.0, 5.0, 12.3, 20.0, 26.5)
put("erf", erf, -3.0, -1e-9, 1e-300, 1e-17, 0.1, 0.4769, 0.9999999, 1.0, 1.7, 3.9, 6.5)
put("log1pmx", with_dps(400, lambda x: log(1 + x) - x), -0.9999999, -0.51, -0.3, -0.05, -1e-5, -1e-160, 1e-150, 1e-9, 0.02, 0.2, 0.33, 0.49, 0.5, 1.0, 40.0, 1e17)
put("expm1mx", with_dps(400, lambda x: expm1(x) - x), -700.0, -3.0, -0.5, -0.1, -1e-8, -1e-150, 1e-150, 1e-10, 1e-3, 0.09, 0.3, 0.7, 1.5, 20.0, 700.0)
put("exponentialIntegral", e1, 1e-300, 1e-17, 0.01, 0.37, 0.999, 1.0, 1.001, 2.0, 7.5, 45.0, 700.0)
put("logGamma", loggamma, *(spread(-300, -1, 4) + [0.3, 0.5, 0.99999999, 1.00000001, 1.4616321449683623, 1.999999, 2.0000001, 3.7, 9.999, 10.0, 10.001, 171.5, 1e5, 1e15, 1e300]))
put("digamma", lambda x: psi(0, x), 1e-200, 1e-5, 0.3, 1.0, 1.4616321449683623, 2.5, 9.99, 10.01, 1e3, 1e12)
put("trigamma", lambda x: psi(1, x), 1e-100, 1e-5, 0.3, 1.0, 2.5, 14.99, 15.0, 15.01, 1e3, 1e12)
put("logGammaHalfStep", with_dps(90, lambda x: loggamma(x + mpf(1) / 2) - loggamma(x)), 1e-8, 0.3, 1.0, 4.4, 9.9, 11.0, 1e4, 1e9, 1e15)
put("logBeta", with_dps(90, lambda a, b: loggamma(a) + loggamma(b) - loggamma(a + b)), (0.5, 0.5), (1e-10, 3.0), (2.0, 3.0), (9.5, 11.0), (0.3, 1e6), (1e8, 1e8), (1e15, 2.5))
binet = with_dps(120, lambda x: loggamma(x) - (x - mpf(1) / 2) * log(x) + x - log(2 * pi) / 2)
put("binet", binet, 1e-10, 0.1, 0.5, 1.0, 3.3, 9.999, 10.0, 50.0, 1e4, 1e10)
slope = with_dps(120, lambda x: psi(0, x) - log(x) + 1 / (2 * x))
put("binetSlope", slope, 1e-5, 0.1, 0.5, 1.0, 3.3, 9.999, 10.0, 50.0, 1e4, 1e10)
near = [(3.0, 3.0 * (1 + 1e-9)), (1.0, 1.0000000000000002), (0.2, 0.2000001), (25.0, 25.0001), (1e6, 1000000.001), (1e12, 1.0000001e12)]
far = [(0.01, 5.0), (5.0, 0.01), (2.0, 8.0), (9.5, 10.5), (1e-8, 1.0), (300.0, 2.0), (1e10, 1e3)]
put("logGammaBregman", with_dps(150, lambda x, y: loggamma(x) - loggamma(y) - (x - y) * psi(0, y)), *(near + far))
put("binetBregman", with_dps(150, lambda x, y: binet(x) - binet(y) - (x - y) * slope(y)), *(near[:4] + far[:6]))
put("quotientBregman", with_dps(150, lambda x, y: x / y - 1 - log(x / y)), *(near + far))
log_i0 = lambda x: log(besseli(0, x))
ratio = lambda x: besseli(1, x) / besseli(0, x)
kappas = [1e-8, 0.01, 0.5, 2.0, 10.0, 19.99, 20.0, 20.01, 75.0, 1e3, 1e6]
put("logScaledI0", with_dps(80, lambda k: log_i0(k) - k), *kappas)
put("besselRatio", with_dps(80, ratio), *kappas)
put("besselRest", with_dps(250, lambda k: 1 - ratio(k)), *kappas[1:], 30.0, 1e9, 1e17, 1e18, 1e100)
put("logBesselBregman", with_dps(120, lambda x, y: log_i0(x) - log_i0(y) - (x - y) * ratio(y)), (1.0, 2.0), (2.0, 2.0000001), (0.0, 3.0), (19.0, 21.0), (40.0, 40.00001), (500.0, 30.0), (1e-3, 2e-3), (5.0, 80.0))
lsc = lambda z: log(sinh(z) / z)
zs = [1e-8, 0.01, 0.3, 1.0, 1.7, 3.1, 3.2, 8.0, 30.0, 400.0, 1e5]
put("logSinhc", with_dps(90, lsc), *zs)
put("logSinhcSlope", with_dps(90, lambda z: coth(z) - 1 / z), *zs)
put("logSinhcCurvature", with_dps(90, lambda z: 1 / z ** 2 - 1 / sinh(z) ** 2), *zs)
put("logSinhcBregman", with_dps(150, lambda x, y: lsc(x) - lsc(y) - (x - y) * (coth(y) - 1 / y)), (0.3, 0.1), (1.0, 1.0000001), (-2.0, 3.0), (5.0, 4.999999), (20.0, 0.4), (300.0, 310.0), (0.001, 0.002))
put("gammaP", lambda a, x: gammainc(a, 0, x, regularized=True), (0.01, 1e-5), (0.5, 0.1), (1.0, 1.0), (3.0, 0.01), (10.0, 25.0), (100.0, 80.0), (1e4, 9900.0), (1e6, 1000500.0))
put("gammaQ", lambda a, x: gammainc(a, x, inf, regularized=True), (0.01, 3.0), (0.5, 0.1), (1.0, 40.0), (3.0, 30.0), (10.0, 25.0), (100.0, 180.0), (1e4, 10400.0), (1e6, 1000500.0))
put("poissonKernel", with_dps(90, lambda a, x: exp(a * log(x) - x - loggamma(a + 1))), (0.0, 2.0), (0.3, 1e-9), (5.0, 5.0), (7.5, 60.0), (1e4, 1e4), (1e10, 10000100000.0))
def beta_lower(a, b, x): return betainc(a, b, 0, x, regularized=True)
def beta_upper(a, b, x): return betainc(a, b, x, 1, regularized=True)
cells = [(0.5, 0.5, 0.1), (2.0, 1.0, 0.5), (0.05, 3.0, 1e-20), (8.0, 3.0, 0.9), (40.0, 60.0, 0.3), (500.0, 400.0, 0.6), (1e4, 1e4, 0.51), (3.0, 1e5, 1e-4)]
put("betaLower", beta_lower, *cells)
put("betaUpper", with_dps(90, beta_upper), *cells)
put("logBetaKernel", with_dps(90, lambda a, b, x, y: a * log(x) + b * log(y) - log(betafn(a, b))), (2.0, 3.0, 0.25, 0.75), (0.5, 0.5, 1e-10, 1 - 1e-10), (1e6, 2e6, 0.375, 0.625), (0.3, 1e8, 2.0 ** -30, 1 - 2.0 ** -30), (2.0, 1e300, 0.5, 0.5), (40.0, 60.0, 0.5, 0.5))
put("normalCdf", with_dps(80, lambda z: erfc(-z / sqrt(mpf(2))) / 2), -38.0, -12.0, -3.0, -0.674, -1e-10, 0.0, 0.5, 2.0, 8.0)
put("normalQuantile", with_dps(400, lambda u: mp.findroot(lambda z: log(erfc(-z / sqrt(mpf(2))) / 2) - log(u), -sqrt(-2 * log(u)) * mpf("0.9") if u < mpf("0.1") else mpf(0))), 1e-300, 1e-100, 1e-20, 1e-5, 0.02, 0.025, 0.3, 0.5000001, 0.8, 0.975, 0.9999)
def power(p, q, d, order):
    if order == 1: return p * log(p / q) - p + q
    if order == 0: return q * log(q / p) - q + p
    return (p ** order * q ** (1 - order) - order * p - (1 - order) * q) / (order * (order - 1))
pairs = [(0.3, 0.7), (0.5, 0.5000001), (0.25, 0.2500000000001), (1e-12, 0.9), (0.9, 1e-12), (0.1, 0.12)]
put("powerTerm", with_dps(150, power), *[(p, q, p - q, o) for p, q in pairs for o in (-1.5, 0.0, 0.3, 0.5, 1.0, 1.0001, 2.0, 5.0)])
put("relativeEntropyTerm", with_dps(150, lambda p, q, d: p * log(p / q) - p + q), *[(p, q, p - q) for p, q in pairs + [(1.0, 1e-320), (4.0, 2.22e-308), (1e-310, 1e-5), (3.0, 1.9999), (0.6, 0.4)]])
put("atanhRest", with_dps(90, lambda z: mp.atanh(sqrt(z)) / sqrt(z) - 1), 1e-20, 1e-6, 0.001, 0.01, 0.0399)
put("logRatio", with_dps(90, lambda p, q: log(p / q)), (1e300, 1e-300), (1e-320, 1e300), (0.1, 0.3), (0.5, 0.5000000000000001), (7.0, 2.0))
put("nearLogRatio", with_dps(90, lambda p, q, d: log(p / q)), *[(p, q, p - q) for p, q in [(0.5, 0.5000000000000001), (0.3, 0.3000001), (1.0, 0.8), (0.1, 0.9), (1e-300, 1e300)]])
tau = 2 * pi * mp.e
put("gammaNegentropy", with_dps(120, lambda a: log(tau * a) / 2 - (a + loggamma(a) + (1 - a) * psi(0, a))), 0.05, 0.5, 1.0, 3.3, 40.0, 1e4, 1e9)
put("inverseGammaNegentropy", with_dps(120, lambda a: log(tau / ((a - 1) ** 2 * (a - 2))) / 2 - (a + loggamma(a) - (1 + a) * psi(0, a))), 2.000000000001, 2.0000001, 2.001, 2.5, 4.0, 30.0, 1e4, 1e8)
put("betaNegentropy", with_dps(120, lambda a, b: log(tau * a * b / ((a + b) ** 2 * (a + b + 1))) / 2 - (log(betafn(a, b)) - (a - 1) * psi(0, a) - (b - 1) * psi(0, b) + (a + b - 2) * psi(0, a + b))), (0.3, 0.4), (1.0, 1.0), (2.0, 5.0), (9.99, 9.99), (10.0, 10.0), (30.0, 40.0), (12.0, 1e6), (1e3, 1e3), (1e5, 1e5), (1e5, 100001.0), (1e8, 1e8))
put("studentTExcessEntropy", with_dps(120, lambda nu: (nu + 1) / 2 * (psi(0, (nu + 1) / 2) - psi(0, nu / 2)) + log(sqrt(nu) * betafn(nu / 2, mpf(1) / 2)) - log(tau) / 2), 0.3, 1.0, 2.5, 10.0, 100.0, 1e5, 1e9)

put("erfcx", with_dps(80, lambda x: exp(x * x) * erfc(x)), 1.0, 1.0001, 3.0, 10.0, 26.0, 1e3, 1e8)
log_cdf = with_dps(500, lambda z: log(erfc(-z / sqrt(mpf(2))) / 2))
put("normalLogCdf", log_cdf, -1e4, -40.0, -12.0, -2.0, -1.999999, -0.5, 0.0, 0.3, 3.0, 8.0)
put("millsRatio", with_dps(80, lambda z: erfc(-z / sqrt(mpf(2))) / 2 * sqrt(2 * pi) * exp(z * z / 2)), -2.0, -5.0, -38.0, -1e3, -1e9)
def two_sided(alpha):
    f = lambda z: exp(-z * z / 2) / sqrt(2 * pi) * sum((1 + s * erf(alpha * z / sqrt(mpf(2)))) * log(1 + s * erf(alpha * z / sqrt(mpf(2)))) if s * erf(alpha * z / sqrt(mpf(2))) > -1 else mpf(0) for s in (1, -1))
    ends = sorted(set([mpf(0), mpf(1), mpf(4), mpf(9), mpf(30)] + [k / alpha for k in (1, 4, 9) if k / alpha < 30]))
    return quad(f, ends)
put("skewNormalToNormal", with_dps(40, two_sided), 0.01, 0.3, 1.0, 2.7, 20.0, 500.0)
put("skewNormalNegentropy", with_dps(40, lambda a: two_sided(a) + log(1 - 2 / pi * a * a / (1 + a * a)) / 2), 0.05, 0.2, 0.39, 0.41, 1.0, 2.7, 20.0, 500.0)
def tail(h, a):
    w = 1 / (h * h * (1 + a))
    f = lambda s: exp(-s * a / (1 + a) - s * s * w / (2 * (1 + a))) / (1 + (a + w * s) ** 2)
    whole = quad(f, [0, mpf(1) / 4, 1, 2, 4, 7, 11, 16, 25, 40, 80, 160, inf])
    return log(whole * w / pi) - h * h * (1 + a * a) / 2
put("skewNormalLogTail", with_dps(50, tail), (0.05, 1.0), (0.4, 0.0), (1.0, 0.5), (2.0, 3.0), (0.1, 40.0), (6.0, 10.0), (30.0, 2.0), (1.0, 1000.0))

with open(sys.argv[1], "w") as file:
    file.write("{\n" + ",\n".join(f'"{name}": {json.dumps(values)}' for name, values in rows.items()) + "\n}\n")
