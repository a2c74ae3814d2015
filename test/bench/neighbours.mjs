// estimateKl by nearest neighbours beside SciPy's cKDTree: trees of xs and ys built, both asked, one thread each.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { race, table, time } from "./race.mjs";

const k = 5;

export async function neighboursBlock({ klab, python, folder, quick }) {
  if (!python?.trees.length)
    console.log("\nno Python with SciPy: neighbours are timed without peers");
  const sizes = [
    [1, 1e5],
    [2, 1e5],
    [3, 1e5],
    [5, 2e4],
    [10, 1e4],
    [20, 1e4],
  ];
  for (const [d, n] of quick
    ? [
        [2, 2e4],
        [10, 2e3],
      ]
    : sizes) {
    const prng = klab.seeded(d);
    const rows = (mean) => Array.from({ length: n }, () => klab.normal(mean, 1).sample(d, prng));
    const [xs, ys] = [rows(0), rows(0.3)];
    const files = ["xs", "ys"].map((name) => join(folder, name));
    for (const [i, points] of [xs, ys].entries()) {
      writeFileSync(files[i], Float64Array.from(points.flat()));
    }
    await python?.ask({ points: files, dimensions: d, k });
    const call = () => klab.estimateKl(xs, ys, { k, resamples: 0 }).value;
    const contenders = [
      { name: "klab estimateKl", repeat: 1, run: (repeat) => time(call, repeat) },
      ...(python?.trees ?? []).map((name) => ({ ...python.contender(name), repeat: 1 })),
    ];
    const best = await race(contenders, d > 3 ? 3 : 5);
    const unit = { per: 1, scale: 1e3, name: "ms" };
    const title = `D by nearest neighbours, k = ${k}, d = ${d}, n = m = ${n.toLocaleString("en")}`;
    table(`${title} (error: from klab's value)`, contenders, best, unit, best[0].value);
  }
}
