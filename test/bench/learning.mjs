// klab/learn: products of matrices beside NumPy's and numpy-ts's, one thread each, in GFLOP/s. And a VAE of digits beside torch's.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { digits } from "../../notebooks/digits.js";
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

/** numpy-ts asks for Node 22, the project for 20, so it is nobody's dependency: it is fetched for the race, or why not is told. */
async function numpyTs(folder) {
  try {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const options = { cwd: folder, timeout: 120_000, stdio: ["ignore", "ignore", "pipe"] };
    execFileSync(
      npm,
      ["install", "--no-audit", "--no-fund", "--prefix", folder, "numpy-ts"],
      options,
    );
    return createRequire(join(folder, "here.js"))("numpy-ts");
  } catch (error) {
    const [why] = String(error.stderr?.length ? error.stderr : error.message)
      .trim()
      .split("\n");
    console.log(`\nno numpy-ts beside (Node ${process.versions.node}; it asks for 22): ${why}`);
    return undefined;
  }
}

async function products({ klab, learn, python, folder, quick }) {
  const np = await numpyTs(folder);
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
      ...(np ? [numpyTsContender(np, a, b)] : []),
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

function numpyTsContender(np, ...factors) {
  const [a, b] = factors.map(({ data, shape }) => np.array(data).reshape(...shape));
  return { name: "numpy-ts", run: (n) => time(() => np.matmul(a, b).data[0], n) };
}

const turn = 60;

/** A VAE of digits, trained by turns: klab's, then torch's of either precision, one thread each. */
async function vaeOfDigits({ klab, learn, python, folder, quick }) {
  const { train, test } = digits(klab.seeded(0));
  const steps = quick ? 2 * turn : 780;
  const kinds = python?.networks ?? [];
  const files = [train, test].map(({ pixels }, i) => {
    const file = join(folder, `digits-${i}`);
    writeFileSync(file, pixels);
    return file;
  });
  const shape = [2, 128, 3e-3, 128];
  if (kinds.length > 0) await python.ask({ vae: files[0], columns: 784, shape, seed: 0 });
  const states = learn.trainVae(learn.tensor(train.pixels, train.shape), { steps });
  const took = Object.fromEntries(["klab", ...kinds].map((kind) => [kind, 0]));
  let last;
  for (let done = 0; done < steps; done += turn) {
    const used = process.cpuUsage();
    for (let i = 0; i < turn; i++) last = (await states.next()).value;
    const { user, system } = process.cpuUsage(used);
    took.klab += (user + system) / 1e6;
    for (const kind of kinds) took[kind] += (await python.ask({ train: kind, steps: turn })).cpu;
  }
  const elbo = last.elbo(learn.tensor(test.pixels, test.shape));
  console.log(
    `\nVAE 784-128-2 of 5,000 digits, ${steps} steps by turns of ${turn}, time of the processor`,
  );
  console.log(`  klab             ${took.klab.toFixed(1)} s, test ELBO ${elbo.toFixed(1)} nats`);
  for (const kind of kinds) {
    const other = (await python.ask({ held: files[1], kind })).elbo;
    const ratio = `klab takes ${(took.klab / took[kind]).toFixed(1)} ×`;
    const gap = `klab's is ${(elbo - other).toFixed(1)} from it`;
    console.log(
      `  torch ${kind.padEnd(10)} ${took[kind].toFixed(1)} s, test ELBO ${other.toFixed(1)} nats: ${ratio}, ${gap}`,
    );
  }
  if (kinds.length === 0) {
    const why = python ? `${python.command} has no PyTorch` : "there is no Python with NumPy";
    console.log(`  torch: left out, as ${why}; KLAB_PYTHON names another Python`);
  }
}

export async function learningBlock(context) {
  const learn = await import("../../dist/learning/index.mjs");
  if (!context.python) console.log("\nno Python with NumPy: products are timed without peers");
  // The training first, in a process that has done nothing else, as torch's: after the products V8 ran the same code at
  // half its speed in four of six runs, for as long as the process lived.
  await vaeOfDigits({ ...context, learn });
  await products({ ...context, learn });
}
