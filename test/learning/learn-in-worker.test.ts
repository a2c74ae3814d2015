import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { digits } from "../../notebooks/digits";
import * as klab from "../../src";
import * as learn from "../../src/learning";
import { openBrowser } from "../../src/pictures/browser";

const browser: Browser | undefined = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, nothing was trained in a Worker of a page");
afterAll(() => browser?.close());

/** Bits of stripes, with a few turned over, trained for a hundred steps; a fit; a policy. */
const program = `async (klab, learn) => {
  const next = klab.seeded(1);
  const rows = Array.from({ length: 200 }, (_, row) =>
    Array.from({ length: 64 }, (_, i) => {
      const bit = (i >> (row % 6)) & 1;
      return next() < 0.05 ? 1 - bit : bit;
    }),
  );
  const elbos = [];
  for await (const { metrics } of learn.trainVae(rows, { hidden: 32, batch: 50, steps: 100 })) elbos.push(metrics.elbo);
  const two = klab.mixture([0.5, 0.5], [klab.normal(-2, 0.6), klab.normal(2, 0.6)]);
  const { mean, sd } = learn.fitReverseKl?.(two, "normal").distribution ?? {};
  let gap;
  if (learn.trainPolicy) {
    for await (const { metrics } of learn.trainPolicy([0, 1, 0.5], { steps: 100 })) gap = metrics.gap;
  }
  const values = [];
  for await (const { metrics } of learn.trainGan([[0, 1], [1, 0], [1, 1]], { steps: 20, hidden: 16 })) values.push(metrics.value);
  return { elbos, fit: [mean, sd], gap, values };
}`;

interface Said {
  readonly elbos: readonly number[];
  readonly fit: readonly (number | undefined)[];
  readonly gap?: number;
  readonly values: readonly number[];
}

async function inWorker(bundle: string): Promise<Said> {
  const scripts = ["klab.js", bundle].map((name) => readFileSync(`dist/browser/${name}`, "utf8"));
  const source = `${scripts.join("\n")}
(${program})(klab, klabLearn).then((said) => postMessage(said));`;
  const page = await (await (browser as Browser).newContext({ offline: true })).newPage();
  const say = (text: string): Promise<Said> =>
    new Promise((done, fail) => {
      const worker = new Worker(URL.createObjectURL(new Blob([text])));
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = ({ message }) => fail(new Error(message));
    });
  return page.evaluate(say, source);
}

const run = new Function(`return ${program}`)() as (a: unknown, b: unknown) => Promise<Said>;

const isFull = process.env.KLAB_FULL === "1";
if (!isFull) {
  console.log(
    "learn-in-worker: a VAE of 5,000 digits and a ring GAN in a Worker: in the full test (KLAB_FULL=1), a minute",
  );
}

/** Pixels as text: thousandths, as the package of digits has them. */
function packed({ pixels }: { readonly pixels: Float64Array }): string {
  const thousandths = Uint16Array.from(pixels, (x) => Math.round(1000 * x));
  expect(pixels.every((x, i) => thousandths[i] / 1000 === x)).toBe(true);
  return Buffer.from(thousandths.buffer).toString("base64");
}

/** What the thresholds are of: 780 steps of a VAE 784-128-2, and a ring of eight normals. */
const thresholds = `async (klab, learn, packs) => {
  const [train, held] = packs.map((text) => {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const pixels = Float64Array.from(new Uint16Array(bytes.buffer), (k) => k / 1000);
    return learn.tensor(pixels, [pixels.length / 784, 784]);
  });
  const started = performance.now();
  let elbo;
  for await (const state of learn.trainVae(train)) if (state.step === state.steps) elbo = state.elbo(held);
  const vaeSeconds = (performance.now() - started) / 1000;
  const centres = Array.from({ length: 8 }, (_, i) => [2 * Math.cos((i * Math.PI) / 4), 2 * Math.sin((i * Math.PI) / 4)]);
  const ring = klab.mixture(centres.map(() => 1 / 8), centres.map((c) => klab.multivariateNormal(c, [[0.0025, 0], [0, 0.0025]])));
  let sample;
  for await (const state of learn.trainGan(ring)) sample = state.sample;
  const rows = sample(2000).toArray();
  const near = centres.map((c) => rows.filter((row) => Math.hypot(row[0] - c[0], row[1] - c[1]) < 0.2).length);
  return { elbo, vaeSeconds, modes: near.filter((n) => n >= 20).length, share: near.reduce((a, b) => a + b, 0) / 2000 };
}`;

describe("training in a Worker of a page", () => {
  test.runIf(isFull && browser)(
    "comes to the thresholds: −178 nats of a VAE of digits, eight modes of a ring",
    async () => {
      const { train, test: held } = digits(klab.seeded(0));
      const scripts = ["klab.js", "klab-learn.js"].map((name) =>
        readFileSync(`dist/browser/${name}`, "utf8"),
      );
      const source = `${scripts.join("\n")}
onmessage = ({ data }) => (${thresholds})(klab, klabLearn, data).then((said) => postMessage(said));`;
      const page = await (await (browser as Browser).newContext({ offline: true })).newPage();
      const said = await page.evaluate(
        ([text, ...packs]) =>
          new Promise<Record<string, number>>((done, fail) => {
            const worker = new Worker(URL.createObjectURL(new Blob([text])));
            worker.onmessage = ({ data }) => done(data);
            worker.onerror = ({ message }) => fail(new Error(message));
            worker.postMessage(packs);
          }),
        [source, packed(train), packed(held)],
      );
      console.log(`in a Worker: ${JSON.stringify(said)}`);
      expect(said.elbo).toBeGreaterThan(-178);
      expect(said.modes).toBe(8);
      expect(said.share).toBeGreaterThanOrEqual(0.65);
    },
    600_000,
  );

  const bundles = browser ? ["klab-learn.js", "klab-learn-all.js"] : [];
  test.each(bundles)("by %s: a hundred steps of a VAE are ours to 1e-9", async (bundle) => {
    const [want, said] = await Promise.all([run(klab, learn), inWorker(bundle)]);
    expect(said.elbos.length).toBe(100);
    said.elbos.forEach((elbo, i) => {
      expect(Math.abs(elbo - want.elbos[i])).toBeLessThan(1e-9);
    });
    said.values.forEach((value, i) => {
      expect(Math.abs(value - want.values[i])).toBeLessThan(1e-9);
    });
    expect(want.elbos[99]).toBeGreaterThan(want.elbos[0] + 5);
    if (bundle === "klab-learn.js") return;
    expect(Math.abs(Math.abs(said.fit[0] as number) - 1.99707828155)).toBeLessThan(1e-9);
    expect(Math.abs((said.fit[1] as number) - (want.fit[1] as number))).toBeLessThan(1e-9);
    expect(Math.abs((said.gap as number) - (want.gap as number))).toBeLessThan(1e-9);
  });
});
