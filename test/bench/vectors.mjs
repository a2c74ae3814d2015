// D(p‖q) of probability vectors, one pair and all pairs, beside a plain loop, mathjs, NumPy, SciPy and PyTorch.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { all, create } from "mathjs";
import { race, table, time } from "./race.mjs";

/** A random probability vector. */
function vector({ seeded }, n, seed) {
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

const perElement = (elements) => ({ per: elements, scale: 1e9, name: "ns/element" });

export async function klBlock({ klab, python, folder, quick }) {
  const { kl } = klab;
  const math = create(all);
  for (const n of quick ? [10, 100, 1e5] : [10, 100, 1e4, 1e5, 1e7]) {
    const [p, q] = [vector(klab, n, 1), vector(klab, n, 2)];
    const files = ["p", "q"].map((name) => join(folder, name));
    for (const [i, v] of [p, q].entries()) writeFileSync(files[i], v);
    await python?.ask({ load: files });
    const mathjs = () => math.kldivergence(Array.from(p), Array.from(q));
    const contenders = [
      { name: "klab kl", run: (repeat) => time(() => kl(p, q), repeat) },
      { name: "plain loop, unchecked", run: (repeat) => time(() => plainLoop(p, q), repeat) },
      ...(n <= 1e5
        ? [{ name: "mathjs", repeat: 1, rounds: 2, run: (repeat) => time(mathjs, repeat) }]
        : []),
      ...(python?.peers ?? []).map((name) => python.contender(name)),
    ];
    const exact =
      python?.exact && n <= 1e4 ? (await python.ask({ run: "exact" })).value : undefined;
    time(() => kl(p, q), 1000 / Math.min(n, 1000)); // compiled before the race
    const best = await race(contenders, n > 1e6 ? 7 : 30);
    const want = exact === undefined ? undefined : Number(exact);
    table(`D(p‖q), n = ${n.toLocaleString("en")}`, contenders, best, perElement(n), want);
  }
}

export async function pairwiseBlock({ klab, python, folder, quick }) {
  const { kl, pairwise } = klab;
  const size = quick ? 200 : 1000;
  const rows = Array.from({ length: size }, (_, i) => vector(klab, size, 10 + i));
  const file = join(folder, "rows");
  writeFileSync(file, Float64Array.from(rows.flatMap((row) => Array.from(row))));
  await python?.ask({ matrix: file, rows: size });
  const eachPair = () => rows.map((p) => rows.map((q) => kl(p, q)))[0][1];
  const slow = { repeat: 1, rounds: 2 };
  const contenders = [
    { name: "klab pairwise(kl, rows)", run: (n) => time(() => pairwise(kl, rows)[0][1], n) },
    { name: "kl of each pair", ...slow, run: (n) => time(eachPair, n) },
    ...(python?.matrixPeers ?? []).map((name) => ({ ...python.contender(name), ...slow })),
  ];
  const best = await race(contenders, 5);
  const title = `pairwise, ${size} × ${size} rows of ${size}`;
  table(title, contenders, best, perElement(size ** 3), kl(rows[0], rows[1]));
}
