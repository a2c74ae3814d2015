import { createRequire } from "node:module";
import { resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { digits } from "../../../notebooks/digits";
import { seeded } from "../../../src";
import { runNotebook } from "../../../src/kernel/run-notebook";
import { tensor, trainVae, type VaeOptions } from "../../../src/learning";
import { notebookOf, Workspace } from "../../kernel/workspace";

const isFull = process.env.KLAB_FULL === "1";
if (!isFull) {
  console.log(
    "digits: 780 steps of three seeds, and Z = 16, H = 256: in the full test (KLAB_FULL=1), two minutes",
  );
}

const { train, test: held } = digits(seeded(0));
const ink = (pixels: Float64Array): number => pixels.reduce((sum, x) => sum + x, 0) / pixels.length;

/** The mean ELBO of a thousand digits that it was not trained by, in nats. */
async function heldElbo(options: VaeOptions): Promise<number> {
  let elbo = Number.NaN;
  for await (const state of trainVae(tensor(train.pixels, train.shape), options)) {
    if (state.step === state.steps) elbo = state.elbo(tensor(held.pixels, held.shape));
  }
  return elbo;
}

describe("digits of the package mnist", () => {
  test("are 5,000 to train by and 1,000 others, of every kind, from paper to ink", () => {
    expect([train.shape, held.shape]).toEqual([
      [5000, 784],
      [1000, 784],
    ]);
    for (const { pixels, shape, labels } of [train, held]) {
      expect([pixels.length, labels.length]).toEqual([shape[0] * 784, shape[0]]);
      expect(pixels.every((x) => x >= 0 && x <= 1)).toBe(true);
      for (let digit = 0; digit < 10; digit++) {
        const share = labels.filter((each) => each === digit).length / labels.length;
        expect(Math.abs(share - 0.1)).toBeLessThan(0.04);
      }
      // MNIST's own mean is 0.1307.
      expect(Math.abs(ink(pixels) - 0.1307)).toBeLessThan(0.01);
    }
    const row = (of: Float64Array, i: number): string => of.subarray(i * 784, (i + 1) * 784).join();
    const seen = new Set(train.labels.map((_, i) => row(train.pixels, i)));
    expect(held.labels.some((_, i) => seen.has(row(held.pixels, i)))).toBe(false);
  });

  test("come in an order of the seed, and no more of them than there are", () => {
    expect(digits(seeded(0), { train: 20 }).train.labels).toEqual(train.labels.slice(0, 20));
    expect(digits(seeded(1), { train: 20 }).train.labels).not.toEqual(train.labels.slice(0, 20));
    expect(() => digits(seeded(0), { train: 9500 })).toThrow(/10000 个数字/);
    expect(() => digits(seeded(0), { train: 0.5 })).toThrow(/正整数/);
  });

  test("are no part of the library", () => {
    const { files, dependencies } = createRequire(import.meta.url)(resolve("package.json"));
    expect(files.join()).not.toContain("notebooks");
    expect(Object.keys(dependencies)).not.toContain("mnist");
  });
});

describe("a VAE of digits", () => {
  test("of a small network comes below 210 nats in 100 steps", async () => {
    expect(await heldElbo({ hidden: 32, steps: 100, rate: 0.01 })).toBeGreaterThan(-210);
  });

  test.runIf(isFull)(
    "784-128-2 in 780 steps: −178 nats or better, the mean of three seeds",
    async () => {
      const elbos: number[] = [];
      for (const seed of [0, 1, 2]) elbos.push(await heldElbo({ seed }));
      console.log(`VAE 784-128-2: ${elbos.map((elbo) => elbo.toFixed(1)).join(", ")} nats`);
      expect(elbos.reduce((sum, elbo) => sum + elbo, 0) / 3).toBeGreaterThan(-178);
    },
    600_000,
  );

  test.runIf(isFull)(
    "784-256-16 in 780 steps: −133 nats or better",
    async () => {
      const elbo = await heldElbo({ latent: 16, hidden: 256, rate: 1e-3 });
      console.log(`VAE 784-256-16: ${elbo.toFixed(1)} nats`);
      expect(elbo).toBeGreaterThan(-133);
    },
    600_000,
  );
});

const workspace = new Workspace();
afterAll(() => workspace.remove());

test("a tslab cell trains by them, in time", async () => {
  const steps = isFull ? 780 : 20;
  const { failure, notebook } = await runNotebook(
    notebookOf(
      `import { seeded } from "klab";
import { tensor, trainVae } from "klab/learn";
import { digits } from ${JSON.stringify(resolve("notebooks/digits"))};
const { train, test } = digits(seeded(0));
let elbo = await Promise.resolve(-Infinity);
const used = process.cpuUsage();
for await (const state of trainVae(tensor(train.pixels, train.shape), { steps: ${steps} })) {
  if (state.step === state.steps) elbo = state.elbo(tensor(test.pixels, test.shape));
}
const { user, system } = process.cpuUsage(used);
[elbo, (user + system) / 1e6]`,
    ),
    { cwd: workspace.folder },
  );
  expect(failure).toBeUndefined();
  const shown = JSON.stringify(notebook.cells[0].outputs).matchAll(/-?\d+\.\d+/g);
  const [elbo, seconds] = Array.from(shown, ([text]) => Number(text));
  console.log(
    `${steps} steps in a cell: ${seconds.toFixed(1)} s of the processor, ${elbo.toFixed(1)} nats`,
  );
  expect(elbo).toBeGreaterThan(isFull ? -178 : -300);
  // By the processor's time, which other work on the machine stretches less than the clock's.
  expect(seconds).toBeLessThan(isFull ? 30 : 5);
}, 300_000);
