// klab/learn: products of matrices beside NumPy's, one thread each, in GFLOP/s. And steps of a VAE.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { race, time } from "./race.mjs";

/** Of a VAE 784-128-2 with batches of 128, forth and back, and square ones. */
const sizes = [
  [128, 784, 128],
  [128, 128, 784],
  [784, 128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [1000, 1000, 1000],
];

async function products({ klab, learn, python, folder, quick }) {
  console.log("\nA·B of float64, rows × depth × columns");
  for (const [rows, depth, columns] of quick ? sizes.slice(0, 4) : sizes) {
    const prng = klab.seeded(rows);
    const a = learn.randomNormal([rows, depth], { prng });
    const b = learn.randomNormal([depth, columns], { prng });
    const files = ["a", "b"].map((name) => join(folder, name));
    for (const [i, { data }] of [a, b].entries()) writeFileSync(files[i], data);
    await python?.ask({ factors: files, depth });
    const contenders = [
      { name: "klab", run: (n) => time(() => learn.matmul(a, b).data[0], n) },
      ...(python?.products ?? []).map((name) => python.contender(name)),
    ];
    const best = await race(contenders, 7);
    // By the processor's time: a loaded machine stretches the clock's.
    const work = 2 * rows * depth * columns;
    const shown = contenders.map(
      ({ name }, i) => `${name} ${(work / best[i].cpu / 1e9).toFixed(1)} GFLOP/s`,
    );
    const values = best.map(({ value }) => value);
    const spread = Math.max(...values) - Math.min(...values);
    if (!(spread < 1e-9 * depth)) throw new Error(`products differ: ${values.join(", ")}`);
    console.log(`  ${[rows, depth, columns].join(" × ").padEnd(20)} ${shown.join(", ")}`);
  }
}

/** Whole steps of a VAE 784-128-2 on batches of 128 rows of random numbers: the data's kind does not matter for the time. */
async function vaeSteps({ klab, learn, quick }) {
  const prng = klab.seeded(1);
  const rows = learn.tensor(Float64Array.from({ length: 512 * 784 }, prng), [512, 784]);
  const steps = quick ? 20 : 60;
  let begun = { at: performance.now(), used: process.cpuUsage() };
  for await (const { step } of learn.trainVae(rows, { steps })) {
    if (step === 10) begun = { at: performance.now(), used: process.cpuUsage() };
  }
  const clock = (performance.now() - begun.at) / (steps - 10);
  const { user, system } = process.cpuUsage(begun.used);
  const processor = (user + system) / 1e3 / (steps - 10);
  console.log(
    `\nVAE 784-128-2, batch 128: ${clock.toFixed(1)} ms a step, of the processor ${processor.toFixed(1)} ms`,
  );
}

export async function learningBlock(context) {
  const learn = await import("../../dist/learning/index.mjs");
  if (!context.python) console.log("\nno Python with NumPy: products are timed without peers");
  await products({ ...context, learn });
  await vaeSteps({ ...context, learn });
}
