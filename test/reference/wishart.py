"""Wishart distributions by mpmath, 40 digits: python wishart.py wishart.json (needs mpmath; densities and entropies are looked at beside scipy's)."""

import json
import sys

from mpmath import mp, mpf, matrix, det, inverse, log, loggamma, psi, pi
from scipy.stats import wishart

mp.dps = 40

ONE = [[1.5]]
EYE = [[1.0, 0.0], [0.0, 1.0]]
TILTED = [[2.0, 1.2], [1.2, 1.0]]
LOPSIDED = [[100.0, 0.05], [0.05, 0.001]]
THREE = [[2.0, 0.5, -0.3], [0.5, 1.0, 0.2], [-0.3, 0.2, 0.7]]
OTHER = [[1.0, -0.4, 0.1], [-0.4, 3.0, 0.0], [0.1, 0.0, 0.2]]
NEAR = [[2.0, 1.2 + 2.0**-30], [1.2 + 2.0**-30, 1.0]]
POINTS = {1: [[0.7]], 2: [[3.0, -0.5], [-0.5, 2.0]], 3: [[4.0, 1.0, 0.5], [1.0, 2.0, -0.25], [0.5, -0.25, 1.0]]}

MEMBERS = [(3.5, ONE), (1.2, EYE), (5, TILTED), (7.25, LOPSIDED), (4, THREE), (2.001, OTHER), (1e6, TILTED)]
PAIRS = [
    ((3.5, ONE), (2, [[0.25]])),
    ((5, TILTED), (1.2, EYE)),
    ((1.2, EYE), (5, TILTED)),
    ((7.25, LOPSIDED), (5, TILTED)),
    ((5, TILTED), (7.25, LOPSIDED)),
    ((4, THREE), (2.001, OTHER)),
    ((2.001, OTHER), (40, THREE)),
    ((5, TILTED), (5, NEAR)),
    ((5, TILTED), (5 + 2.0**-20, TILTED)),
    ((1e6, TILTED), (1e6 + 1, TILTED)),
    ((1e6, TILTED), (1e6, NEAR)),
]


def log_gamma_d(d, a):
    return d * (d - 1) * log(pi) / 4 + sum(loggamma(a - mpf(i) / 2) for i in range(d))


def psi_d(d, a):
    return sum(psi(0, a - mpf(i) / 2) for i in range(d))


def exact(v):
    return matrix([[mpf(x) for x in row] for row in v])


def trace(a):
    return sum(a[i, i] for i in range(a.rows))


def log_prob(n, v, x):
    d, n, v, x = len(v), mpf(n), exact(v), exact(x)
    return ((n - d - 1) * log(det(x)) - trace(inverse(v) * x) - n * d * log(2) - n * log(det(v))) / 2 - log_gamma_d(d, n / 2)


def entropy(n, v):
    d, n, v = len(v), mpf(n), exact(v)
    return (
        (d + 1) * log(det(v)) / 2
        + mpf(d * (d + 1)) / 2 * log(2)
        + log_gamma_d(d, n / 2)
        - (n - d - 1) / 2 * psi_d(d, n / 2)
        + n * d / 2
    )


def kl(p, q):
    (n, v), (m, w) = p, q
    d, n, m, v, w = len(v), mpf(n), mpf(m), exact(v), exact(w)
    ratio = inverse(w) * v
    return (
        (n * (trace(ratio) - d) - m * log(det(ratio)) + (n - m) * psi_d(d, n / 2)) / 2
        + log_gamma_d(d, m / 2)
        - log_gamma_d(d, n / 2)
    )


def close(a, b):
    assert abs(a - b) <= 1e-9 * max(1, abs(b)), (a, b)
    return float(b)


members = []
for n, v in MEMBERS:
    d = len(v)
    x = POINTS[d]
    theirs = wishart(n, v)
    members.append(
        {
            "df": n,
            "scale": v,
            "x": x,
            "logProb": close(theirs.logpdf(x), log_prob(n, v, x)),
            "entropy": close(theirs.entropy(), entropy(n, v)) if n < 1e5 else float(entropy(n, v)),
        }
    )
pairs = [{"p": p, "q": q, "kl": float(kl(p, q))} for p, q in PAIRS]
with open(sys.argv[1], "w") as out:
    json.dump({"members": members, "pairs": pairs}, out, indent=1)
    out.write("\n")
