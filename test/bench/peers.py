"""The Python side of the bench: one JSON request a line, one JSON answer a line.

{"load": [p_file, q_file]} reads doubles; {"matrix": file, "rows": m}; {"factors": [a_file, b_file], "depth": k}; {"points": [x_file, y_file], "dimensions": d, "k": k};
{"vae": file, "columns": d, "shape": […], "seed": i} makes networks, {"train": kind, "steps": n} goes on with one, {"held": file, "kind": kind} tells its ELBO;
{"run": name, "repeat": n} times a call, {"run": "family", "name": …, "repeat": n} a closed form;
the first answer lists the peers that this Python has, and the modules it lacks."""
import json, sys, time

peers, matrix_peers, products, trees, families, version, missing, networks = {}, {}, {}, {}, {}, {}, [], []
try:
    import numpy as np
    peers["numpy (p*log(p/q)).sum()"] = lambda p, q: float((p * np.log(p / q)).sum())
    products["numpy a @ b"] = lambda a, b: a @ b
    version = {"numpy": np.__version__}
except ImportError:
    print(json.dumps({"peers": [], "versions": {}}), flush=True)
    sys.exit(0)
try:
    import scipy, scipy.special, scipy.stats
    from scipy.spatial import cKDTree
    peers["scipy.stats.entropy"] = lambda p, q: float(scipy.stats.entropy(p, q))
    peers["scipy.special.rel_entr().sum()"] = lambda p, q: float(scipy.special.rel_entr(p, q).sum())
    version["scipy"] = scipy.__version__

    def rel_entr_rows(a):
        out = np.empty((len(a), len(a)))
        for i in range(len(a)):  # row by row: the whole would need 8 GB
            out[i] = scipy.special.rel_entr(a[i], a).sum(axis=1)
        return out
    matrix_peers["scipy rel_entr by rows"] = rel_entr_rows

    def neighbours(leafsize):
        def call(x, y, k):
            n, d = x.shape
            within = cKDTree(x, leafsize=leafsize).query(x, k + 1, workers=1)[0][:, k]
            across = cKDTree(y, leafsize=leafsize).query(x, [k], workers=1)[0][:, 0]
            return float(d * np.log(across / within).mean() + np.log(len(y) / (n - 1)))
        return call
    trees["scipy cKDTree, as it comes"] = neighbours(16)
    trees["scipy cKDTree, leafsize 32"] = neighbours(32)
except ImportError:
    missing.append("SciPy")
try:
    import torch
    from torch.distributions import Beta, Dirichlet, Gamma, Laplace, MultivariateNormal, Normal, Poisson, kl_divergence
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    peers["torch F.kl_div(sum)"] = lambda p, q: float(torch.nn.functional.kl_div(torch.from_numpy(q).log(), torch.from_numpy(p), reduction="sum"))
    version["torch"] = torch.__version__
    networks = ["float64", "float32"]
    t = torch.tensor
    families = {
        "normal": (Normal(0.0, 1.0), Normal(1.0, 2.0)),
        "gamma": (Gamma(2.0, 1.0), Gamma(3.0, 2.0)),
        "beta": (Beta(2.0, 3.0), Beta(1.5, 4.0)),
        "poisson": (Poisson(3.0), Poisson(4.0)),
        "laplace": (Laplace(0.0, 1.0), Laplace(1.0, 2.0)),
        "dirichlet": (Dirichlet(t([1.0, 2.0, 3.0])), Dirichlet(t([2.0, 2.0, 2.0]))),
        "multivariateNormal": (
            MultivariateNormal(t([0.0, 0.0]), t([[1.0, 0.5], [0.5, 1.0]])),
            MultivariateNormal(t([1.0, 0.0]), t([[2.0, 0.0], [0.0, 1.0]])),
        ),
    }
except ImportError:
    missing.append("PyTorch")
try:
    from mpmath import mp, mpf, log
    mp.dps = 40

    def exact(p, q):
        zp, zq = sum(map(mpf, p), mpf(0)), sum(map(mpf, q), mpf(0))
        return str(sum(mpf(a) / zp * log((mpf(a) / zp) / (mpf(b) / zq)) for a, b in zip(p.tolist(), q.tolist())))
except ImportError:
    exact = None
    missing.append("mpmath (errors)")

print(json.dumps({"peers": list(peers), "matrixPeers": list(matrix_peers), "products": list(products), "trees": list(trees), "families": list(families), "networks": networks,
                  "versions": version, "missing": missing, "exact": exact is not None}), flush=True)
p = q = a = b = x = y = k = None
vaes = {}


class Vae:
    """The VAE of klab/learn's trainVae: glorot weights, Adam, one draw of z a row, Bernoulli likelihood."""

    def __init__(self, kind, data, latent, hidden, rate, batch):
        self.x = torch.from_numpy(data).to(getattr(torch, kind))
        self.latent, self.batch, self.order, self.at = latent, batch, torch.randperm(len(data)), 0
        columns = data.shape[1]
        layer = lambda i, o: torch.nn.Linear(i, o, dtype=self.x.dtype)
        self.layers = [layer(columns, hidden), layer(hidden, 2 * latent), layer(latent, hidden), layer(hidden, columns)]
        for each in self.layers:
            torch.nn.init.xavier_uniform_(each.weight)
            torch.nn.init.zeros_(each.bias)
        self.adam = torch.optim.Adam([w for each in self.layers for w in each.parameters()], lr=rate)

    def loss(self, x):
        h, code, d, logits = self.layers
        mean, log_variance = code(torch.relu(h(x))).chunk(2, dim=1)
        z = mean + torch.exp(log_variance / 2) * torch.randn_like(mean)
        out = logits(torch.relu(d(z)))
        missed = torch.nn.functional.binary_cross_entropy_with_logits(out, x, reduction="sum")
        return (missed + 0.5 * (mean ** 2 + torch.exp(log_variance) - 1 - log_variance).sum()) / len(x)

    def step(self):
        if self.at + self.batch > len(self.x):
            self.order, self.at = torch.randperm(len(self.x)), 0
        rows = self.x[self.order[self.at:self.at + self.batch]]
        self.at += self.batch
        loss = self.loss(rows)
        self.adam.zero_grad()
        loss.backward()
        self.adam.step()


def caller(ask):
    name = ask["run"]
    if name == "family":
        first, second = families[ask["name"]]
        return lambda: kl_divergence(first, second)
    if name in matrix_peers:
        return lambda: matrix_peers[name](a)
    if name in products:
        return lambda: products[name](a, b)
    if name in trees:
        return lambda: trees[name](x, y, k)
    return lambda: peers[name](p, q)


for line in sys.stdin:
    ask = json.loads(line)
    answer = {}
    if "load" in ask:
        p, q = (np.fromfile(f) for f in ask["load"])
    elif "matrix" in ask:
        a = np.fromfile(ask["matrix"]).reshape(ask["rows"], -1)
    elif "factors" in ask:
        left, right = (np.fromfile(f) for f in ask["factors"])
        a, b = left.reshape(-1, ask["depth"]), right.reshape(ask["depth"], -1)
    elif "points" in ask:
        x, y = (np.fromfile(f).reshape(-1, ask["dimensions"]) for f in ask["points"])
        k = ask["k"]
    elif "vae" in ask:
        torch.manual_seed(ask["seed"])
        data = np.fromfile(ask["vae"]).reshape(-1, ask["columns"])
        vaes = {kind: Vae(kind, data, *ask["shape"]) for kind in networks}
    elif "held" in ask:
        vae = vaes[ask["kind"]]
        with torch.no_grad():
            held = torch.from_numpy(np.fromfile(ask["held"]).reshape(-1, vae.x.shape[1])).to(vae.x.dtype)
            answer = {"elbo": -float(vae.loss(held))}
    elif "train" in ask:
        vae, start, used = vaes[ask["train"]], time.perf_counter(), time.process_time()
        for _ in range(ask["steps"]):
            vae.step()
        answer = {"seconds": time.perf_counter() - start, "cpu": time.process_time() - used}
    elif ask["run"] == "exact":
        answer = {"value": exact(p, q)}
    else:
        call = caller(ask)
        start, used = time.perf_counter(), time.process_time()
        for _ in range(ask["repeat"]):
            value = call()
        answer = {"seconds": time.perf_counter() - start, "cpu": time.process_time() - used}
        answer["value"] = float(value[0, 1]) if ask["run"] in matrix_peers else float(value[0, 0]) if ask["run"] in products else float(value)
    print(json.dumps(answer), flush=True)
