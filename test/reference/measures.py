"""Reference values of every discrete measure in 60-digit arithmetic (mpmath). Usage: measures.py SEED OUT.json
Every double is taken exactly; values are of the normalised vectors, in nats. By the defining sums, in no clever form."""
import json, random, sys
from mpmath import mp, mpf, log, sqrt, exp, power, inf, nstr, findroot

seed, out = int(sys.argv[1]), sys.argv[2]
R = random.Random(seed)
one = mpf(1)

def norm(v):
    v = [mpf(x) for x in v]
    s = sum(v)
    return [x / s for x in v]

def term(a, b): return mpf(0) if a == 0 else (inf if b == 0 else a * log(a / b))
def kl(A, B): return sum((term(a, b) for a, b in zip(A, B)), mpf(0))
def H(A): return -sum((a * log(a) for a in A if a > 0), mpf(0))

def affinity(A, B, r):
    s = mpf(0)
    for a, b in zip(A, B):
        if a == 0 and b == 0: continue
        if a == 0: s += inf if r < 0 else 0
        elif b == 0: s += inf if r > 1 else 0
        else: s += power(a, r) * power(b, 1 - r)
    return s

def renyi(A, B, r):
    if r == 0:
        s = sum((b for a, b in zip(A, B) if a == 0), mpf(0))
        return inf if all(a == 0 or b == 0 for a, b in zip(A, B)) else -log(1 - s)
    if r == 1: return kl(A, B)
    if r == inf: return max((inf if b == 0 else log(a / b)) for a, b in zip(A, B) if a > 0)
    s = affinity(A, B, r)
    return inf if s == inf or s == 0 else log(s) / (r - 1)

def tsallis(A, B, r):
    if r == 0: return sum((b for a, b in zip(A, B) if a == 0), mpf(0))
    if r == 1: return kl(A, B)
    return (affinity(A, B, r) - 1) / (r - 1)

def alpha(A, B, al):
    if al == -1: return kl(A, B)
    if al == 1: return kl(B, A)
    return 4 / (1 - al ** 2) * (1 - affinity(A, B, (1 - al) / 2))

def chernoff(A, B):
    common = [(a, b) for a, b in zip(A, B) if a > 0 and b > 0]
    if not common: return inf
    g = lambda l: sum(power(a, l) * power(b, 1 - l) for a, b in common)
    slope = lambda l: sum(power(a, l) * power(b, 1 - l) * log(a / b) for a, b in common)
    if all(a == b for a, b in common) and len(common) == len(A): return mpf(0)
    lo, hi = mpf(0), mpf(1)
    if slope(lo) >= 0: return -log(g(lo))
    if slope(hi) <= 0: return -log(g(hi))
    for _ in range(460):
        m = (lo + hi) / 2
        if slope(m) > 0: hi = m
        else: lo = m
    return -log(g((lo + hi) / 2))

def js(members, w):
    M = [sum(wk * A[i] for wk, A in zip(w, members)) for i in range(len(members[0]))]
    return sum(wk * kl(A, M) for wk, A in zip(w, members) if wk > 0)

def wasserstein(A, B, order, at):
    ids = sorted(range(len(at)), key=lambda i: at[i])
    x = [mpf(at[i]) for i in ids]; A = [A[i] for i in ids]; B = [B[i] for i in ids]
    i = j = 0; a, b = A[0], B[0]; cost = mpf(0)
    while i < len(A) and j < len(B):
        m = min(a, b); cost += m * abs(x[i] - x[j]) ** order; a -= m; b -= m
        if a <= 0:
            i += 1
            if i < len(A): a = A[i]
        if b <= 0:
            j += 1
            if j < len(B): b = B[j]
    return cost if order == 1 else sqrt(cost)

orders = [0, 0.25, 0.5, 0.999999, 1, 1.000001, 2, 5, 50]
alphas = [-3, -1, -0.5, 0, 0.5, 0.999999, 1, 3]

def discrete(p, q, third, positions):
    P, Q, T = norm(p), norm(q), norm(third)
    half = [one / 2, one / 2]
    v = dict(kl=kl(P, Q), entropy=H(P), jeffreys=kl(P, Q) + kl(Q, P), jensenShannon=js([P, Q], half),
             jensenShannonDistance=sqrt(js([P, Q], half)),
             weightedJensenShannon=js([P, Q], [mpf(0.25), mpf(0.75)]), threeJensenShannon=js([P, Q, T], [one / 3] * 3),
             totalVariation=sum(abs(a - b) for a, b in zip(P, Q)) / 2,
             squaredHellinger=sum((sqrt(a) - sqrt(b)) ** 2 for a, b in zip(P, Q)) / 2,
             chernoff=chernoff(P, Q), informationGain=kl(Q, P), perplexity=exp(H(P)))
    v['hellinger'] = sqrt(v['squaredHellinger'])
    v['focalKl'] = inf if v['kl'] == inf else (1 - exp(-v['kl'])) ** 2 * v['kl']
    v['crossEntropy'] = inf if v['kl'] == inf else -sum(a * log(b) for a, b in zip(P, Q) if a > 0)
    sq = lambda a, b: mpf(0) if a == b else (inf if b == 0 else (a - b) ** 2 / b)
    v['chiSquaredDivergence'] = sum(sq(a, b) for a, b in zip(P, Q))
    v['neymanChiSquaredDivergence'] = sum(sq(b, a) for a, b in zip(P, Q))
    bc = affinity(P, Q, one / 2)
    v['bhattacharyya'] = inf if bc == 0 else -log(bc)
    for r in orders:
        v['renyi %r' % r] = renyi(P, Q, mpf(r)); v['tsallis %r' % r] = tsallis(P, Q, mpf(r))
    v['renyi Infinity'] = renyi(P, Q, inf)
    for al in alphas: v['alphaDivergence %r' % al] = alpha(P, Q, mpf(al))
    raw = lambda a, b: term(mpf(a), mpf(b)) - mpf(a) + mpf(b)
    v['generalizedKl'] = sum((raw(a, b) for a, b in zip(p, q)), mpf(0))
    for order in (1, 2):
        v['wasserstein %d' % order] = wasserstein(P, Q, order, range(len(p)))
        v['wasserstein %d at' % order] = wasserstein(P, Q, order, positions)
    noise = mpf(10) ** (8 - mp.dps)  # of sums that are 0
    return {k: nstr(mpf(0) if abs(x) < noise else x, 25) for k, x in v.items()}

def tables(t):
    T = [[mpf(x) for x in row] for row in t]; s = sum(sum(r) for r in T)
    T = [[x / s for x in r] for r in T]
    X = [sum(r) for r in T]; Y = [sum(c) for c in zip(*T)]
    mi = sum(term(T[i][j], X[i] * Y[j]) for i in range(len(X)) for j in range(len(Y)))
    flat = [x for r in T for x in r]
    v = dict(jointEntropy=H(flat), conditionalEntropy=H(flat) - H(X), conditionalEntropyOfRows=H(flat) - H(Y), mutualInformation=mi)
    return {k: nstr(x, 25) for k, x in v.items()}

def simplex(n, conc=1.0):
    w = [R.gammavariate(conc, 1) or 5e-324 for _ in range(n)]; s = sum(w); return [x / s for x in w]

cases, joints = [], []
mp.dps = 130
def add(kind, p, q, normalize=False):
    mp.dps = 1000 if "tiny" in kind else 130
    n = len(p)
    third, positions = simplex(n), [round(R.uniform(-5, 5), 3) for _ in range(n)]
    cases.append(dict(kind=kind, p=p, q=q, third=third, positions=positions, normalize=normalize, want=discrete(p, q, third, positions)))
    mp.dps = 130

for n in (2, 3, 10, 100):
    for conc in (1.0, 0.1): add('random', simplex(n, conc), simplex(n, conc))
for n in (2, 5, 40):
    for e in (1e-1, 1e-2, 1e-3, 1e-5, 1e-7, 1e-9, 1e-11):
        q = simplex(n); p = [x * (1 + e * R.uniform(-1, 1)) for x in q]; s = sum(p)
        add('near %g' % e, [x / s for x in p], q)
        add('near %g, proportions' % e, [x * R.choice((3, 3.0)) for x in p], [x * 7 for x in q], True)
    add('counts', [R.randint(0, 9) + (i == 0) for i in range(n)], [R.randint(1, 9) for _ in range(n)], True)
add('zero in p', [0.0, 0.25, 0.75], [0.5, 0.25, 0.25]); add('zero in q', [0.25, 0.5, 0.25], [0.5, 0.5, 0.0])
add('zero in both', [0.0, 0.5, 0.5], [0.0, 0.25, 0.75]); add('disjoint', [0.5, 0.5, 0.0], [0.0, 0.0, 1.0])
add('one outcome', [1.0], [1.0]); add('equal', [0.2, 0.3, 0.5], [0.2, 0.3, 0.5])
add('tiny p', [1.0, 5e-324], [0.5, 0.5]); add('tiny q', [0.5, 0.5], [1.0, 1e-300]); add('tiny both', [1.0, 5e-324], [1.0, 1e-320])
add('tiny sums', [5e-324, 1e-323], [1e-310, 2e-310], True); add('huge sums', [1e308, 1e308, 1.5e308], [1e200, 2e200, 3e200], True)
for e in (1, 1e-3, 1e-6, 1e-9):
    for shape in ((2, 2), (3, 5)):
        x, y = simplex(shape[0]), simplex(shape[1])
        t = [[a * b * (1 + e * R.uniform(-0.9, 0.9)) for b in y] for a in x]; s = sum(map(sum, t))
        t = [[v / s for v in r] for r in t]
        joints.append(dict(kind='dependence %g' % e, joint=t, want=tables(t)))
joints.append(dict(kind='zeros', joint=[[0.5, 0.0], [0.25, 0.25]], want=tables([[0.5, 0.0], [0.25, 0.25]])))
json.dump(dict(about=__doc__.split('\n'), seed=seed, cases=cases, joints=joints), open(out, 'w'))
print(len(cases), 'cases', len(joints), 'joints')
