// node test/bench/distributions.mjs: nearest neighbours beside SciPy's k-d tree, closed forms beside PyTorch.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPackage } from "../../src/command/build.mjs";

await buildPackage();
const klab = await import("../../dist/index.mjs");
const quick = process.argv.includes("--quick");
const folder = mkdtempSync(join(tmpdir(), "klab-bench-"));

/** Runs a Python program; undefined where there is no such Python or module. */
function python(program, ...args) {
  const { status, stdout } = spawnSync("python3", ["-c", program, ...args], { encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

const treePeer = `
import json, sys, time, numpy as np
from scipy.spatial import cKDTree
x, y = (np.fromfile(f).reshape(-1, int(sys.argv[3])) for f in sys.argv[1:3])
n, d, k = len(x), x.shape[1], int(sys.argv[4])
start = time.perf_counter()
rho = cKDTree(x).query(x, k + 1)[0][:, k]
nu = cKDTree(y).query(x, k)[0][:, k - 1]
value = d * np.log(nu / rho).mean() + np.log(len(y) / (n - 1))
print(json.dumps(dict(seconds=time.perf_counter() - start, value=float(value))))
`;

console.log("D by nearest neighbours, k = 5 (trees built and asked)");
for (const [d, n] of quick
  ? [[2, 20000]]
  : [
      [1, 1e5],
      [2, 1e5],
      [3, 1e5],
      [5, 2e4],
      [10, 1e4],
    ]) {
  const prng = klab.seeded(d);
  const rows = (mean) => Array.from({ length: n }, () => klab.normal(mean, 1).sample(d, prng));
  const [xs, ys] = [rows(0), rows(0.3)];
  const files = ["x", "y"].map((name) => join(folder, name));
  for (const [i, points] of [xs, ys].entries())
    writeFileSync(files[i], Float64Array.from(points.flat()));
  const best = { seconds: Number.POSITIVE_INFINITY };
  let peer;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const { value } = klab.estimateKl(xs, ys, { k: 5, resamples: 0 });
    const seconds = (performance.now() - start) / 1000;
    if (seconds < best.seconds) Object.assign(best, { seconds, value });
    const other = python(treePeer, ...files, String(d), "5");
    if (other && !(peer?.seconds < other.seconds)) peer = other;
  }
  const mine = `d = ${d}, n = ${n}: klab ${best.seconds.toFixed(3)} s (${best.value.toFixed(4)})`;
  console.log(
    peer
      ? `  ${mine}, cKDTree ${peer.seconds.toFixed(3)} s (${peer.value.toFixed(4)}): klab is ${(peer.seconds / best.seconds).toFixed(2)} times as fast`
      : `  ${mine}; no Python with SciPy`,
  );
}

const torchPeer = `
import json, sys, time, torch
from torch.distributions import *
torch.set_default_dtype(torch.float64)
pairs = dict(normal=(Normal(0., 1.), Normal(1., 2.)), gamma=(Gamma(2., 1.), Gamma(3., 2.)), beta=(Beta(2., 3.), Beta(1.5, 4.)))
out = {}
for name, (p, q) in pairs.items():
    start = time.perf_counter()
    for _ in range(2000): value = kl_divergence(p, q)
    out[name] = dict(seconds=(time.perf_counter() - start) / 2000, value=float(value))
print(json.dumps(out))
`;

console.log("Closed forms, one pair at a time");
const torch = python(torchPeer);
if (!torch) console.log("  no Python with PyTorch: klab alone");
for (const [name, p, q] of [
  ["normal", klab.normal(0, 1), klab.normal(1, 2)],
  ["gamma", klab.gamma(2, 1), klab.gamma(3, 2)],
  ["beta", klab.beta(2, 3), klab.beta(1.5, 4)],
]) {
  for (let i = 0; i < 20000; i++) klab.kl(p, q);
  const start = performance.now();
  for (let i = 0; i < 100000; i++) klab.kl(p, q);
  const seconds = (performance.now() - start) / 1e8;
  const peer = torch?.[name];
  const ratio = peer
    ? `, torch ${(peer.seconds * 1e6).toFixed(2)} µs: klab is ${(peer.seconds / seconds).toFixed(0)} times as fast`
    : "";
  console.log(`  ${name}: klab ${(seconds * 1e6).toFixed(2)} µs (${klab.kl(p, q)})${ratio}`);
}
rmSync(folder, { recursive: true });
