"""The Python side of the bench: one JSON request a line, one JSON answer a line.

{"load": [p_file, q_file]} reads doubles; {"run": name, "repeat": n} times a call; {"matrix": file, "rows": m};
the first answer lists the peers that this Python has."""
import json, sys, time

peers, matrix_peers = {}, {}
try:
    import numpy as np
    peers["numpy (p*log(p/q)).sum()"] = lambda p, q: float((p * np.log(p / q)).sum())
    version = {"numpy": np.__version__}
except ImportError:
    print(json.dumps({"peers": [], "versions": {}}), flush=True)
    sys.exit(0)
try:
    import scipy, scipy.special, scipy.stats
    peers["scipy.stats.entropy"] = lambda p, q: float(scipy.stats.entropy(p, q))
    peers["scipy.special.rel_entr().sum()"] = lambda p, q: float(scipy.special.rel_entr(p, q).sum())
    version["scipy"] = scipy.__version__

    def rel_entr_rows(a):
        out = np.empty((len(a), len(a)))
        for i in range(len(a)):  # row by row: the whole would need 8 GB
            out[i] = scipy.special.rel_entr(a[i], a).sum(axis=1)
        return out
    matrix_peers["scipy rel_entr by rows"] = rel_entr_rows
except ImportError:
    pass
try:
    import torch
    torch.set_num_threads(1)
    peers["torch F.kl_div(sum)"] = lambda p, q: float(torch.nn.functional.kl_div(torch.from_numpy(q).log(), torch.from_numpy(p), reduction="sum"))
    version["torch"] = torch.__version__
except ImportError:
    pass
try:
    from mpmath import mp, mpf, log
    mp.dps = 40

    def exact(p, q):
        zp, zq = sum(map(mpf, p), mpf(0)), sum(map(mpf, q), mpf(0))
        return str(sum(mpf(a) / zp * log((mpf(a) / zp) / (mpf(b) / zq)) for a, b in zip(p.tolist(), q.tolist())))
except ImportError:
    exact = None

print(json.dumps({"peers": list(peers), "matrixPeers": list(matrix_peers), "versions": version, "exact": exact is not None}), flush=True)
p = q = a = None
for line in sys.stdin:
    ask = json.loads(line)
    if "load" in ask:
        p, q = (np.fromfile(f) for f in ask["load"])
        answer = {}
    elif "matrix" in ask:
        a = np.fromfile(ask["matrix"]).reshape(ask["rows"], -1)
        answer = {}
    elif ask.get("run") == "exact":
        answer = {"value": exact(p, q)}
    else:
        many = ask["run"] in matrix_peers
        call = (lambda: matrix_peers[ask["run"]](a)) if many else (lambda: peers[ask["run"]](p, q))
        start = time.perf_counter()
        for _ in range(ask["repeat"]):
            value = call()
        seconds = time.perf_counter() - start
        answer = {"seconds": seconds, "value": float(value[0, 1]) if many else value}
    print(json.dumps(answer), flush=True)
