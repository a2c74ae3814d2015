// npm run bench: klab beside its peers, in interleaved rounds; the least time of each counts.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { create, all } from "mathjs";
import { buildPackage } from "../../src/command/build.mjs";
import { startPython } from "./python-peer.mjs";

await buildPackage();
const { kl, pairwise, seeded } = await import("../../dist/index.mjs");
const math = create(all);
const quick = process.argv.includes("--quick");
const folder = mkdtempSync(join(tmpdir(), "klab-bench-"));
const python = await startPython();

const versions = { node: process.version, ...(python?.versions ?? {}) };
console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores; ${JSON.stringify(versions)}`);
if (!python) console.log("no Python with NumPy: its peers are left out");

/** A random probability vector. */
function vector(n, seed) {
  const next = seeded(seed);
  const v = Float64Array.from({ length: n }, () => -Math.log(1 - next()));
  const sum = v.reduce((a, b) => a + b, 0);
  return v.map((x) => x / sum);
}

function plainLoop(p, q) {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += p[i] * Math.log(p[i] / q[i]);
  return sum;
}

/** Seconds of `repeat` calls, and the last value. */
function time(call, repeat) {
  let value;
  const start = performance.now();
  for (let i = 0; i < repeat; i++) value = call();
  return { seconds: (performance.now() - start) / 1000, value };
}

/** Least seconds a call of each contender over interleaved rounds of about 10 ms each. */
async function race(contenders, rounds) {
  const best = contenders.map(() => ({ seconds: Number.POSITIVE_INFINITY, value: Number.NaN }));
  const repeats = [];
  for (const { run, slow } of contenders) {
    if (slow) {
      repeats.push(1);
      continue;
    }
    await run(1);
    const once = (await run(3)).seconds / 3;
    repeats.push(Math.min(20_000, Math.max(1, Math.ceil(0.01 / once))));
  }
  for (let round = 0; round < rounds; round++) {
    for (const [k, { run, slow }] of contenders.entries()) {
      if (slow && round > 1) continue;
      const { seconds, value } = await run(repeats[k]);
      if (seconds / repeats[k] < best[k].seconds)
        best[k] = { seconds: seconds / repeats[k], value };
    }
  }
  return best;
}

function table(title, contenders, best, elements, want) {
  console.log(`\n${title}`);
  for (const [k, { name }] of contenders.entries()) {
    const { seconds, value } = best[k];
    const ns = (seconds / elements) * 1e9;
    const error =
      want === undefined ? "" : `  error ${Math.abs(value / want - 1).toExponential(1)}`;
    const ratio = (seconds / best[0].seconds).toFixed(2);
    console.log(
      `  ${name.padEnd(32)} ${ns.toFixed(3).padStart(10)} ns/element  ${ratio.padStart(8)} × klab${error}`,
    );
  }
}

const peer = (name) => ({ name, run: (repeat) => python.ask({ run: name, repeat }) });

for (const n of quick ? [10, 100, 1e5] : [10, 100, 1e4, 1e5, 1e7]) {
  const [p, q] = [vector(n, 1), vector(n, 2)];
  const files = ["p", "q"].map((name) => join(folder, name));
  writeFileSync(files[0], p);
  writeFileSync(files[1], q);
  await python?.ask({ load: files });
  const contenders = [
    { name: "klab kl", run: (repeat) => time(() => kl(p, q), repeat) },
    { name: "plain loop, unchecked", run: (repeat) => time(() => plainLoop(p, q), repeat) },
    ...(n <= 1e5
      ? [
          {
            name: "mathjs kldivergence",
            slow: true,
            run: (repeat) => time(() => math.kldivergence(Array.from(p), Array.from(q)), repeat),
          },
        ]
      : []),
    ...(python?.peers ?? []).map(peer),
  ];
  const want =
    python?.exact && n <= 1e4 ? Number((await python.ask({ run: "exact" })).value) : undefined;
  const rounds = n > 1e6 ? 7 : 30;
  time(() => kl(p, q), 1000 / Math.min(n, 1000)); // compiled before the race
  table(
    `D(p‖q), n = ${n.toLocaleString("en")}`,
    contenders,
    await race(contenders, rounds),
    n,
    want,
  );
}

const size = quick ? 200 : 1000;
const rows = Array.from({ length: size }, (_, i) => vector(size, 10 + i));
const file = join(folder, "rows");
writeFileSync(file, Float64Array.from(rows.flatMap((row) => Array.from(row))));
await python?.ask({ matrix: file, rows: size });
const contenders = [
  {
    name: "klab pairwise(kl, rows)",
    run: (repeat) => time(() => pairwise(kl, rows)[0][1], repeat),
  },
  {
    name: "kl of each pair",
    slow: true,
    run: (repeat) => time(() => rows.map((p) => rows.map((q) => kl(p, q)))[0][1], repeat),
  },
  ...(python?.matrixPeers ?? []).map((name) => ({ ...peer(name), slow: true })),
];
const best = await race(contenders, 5);
table(
  `pairwise, ${size} × ${size} rows of ${size}`,
  contenders,
  best,
  size ** 3,
  kl(rows[0], rows[1]),
);

python?.stop();
rmSync(folder, { recursive: true, force: true });
