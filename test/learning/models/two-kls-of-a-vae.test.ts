import { expect, test } from "vitest";
import { entropy, kl, normal } from "../../../src";
import { trainVae, type VaeState } from "../../../src/learning";

/** Rows of three bits, each as often as it is repeated here: few enough that every integral can be done. */
const rows = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 1],
  [1, 1, 0],
  [1, 1, 1],
  [1, 1, 1],
  [1, 1, 1],
  [0, 1, 1],
];
const all = Array.from({ length: 8 }, (_, i) => [(i >> 2) & 1, (i >> 1) & 1, i & 1]);
const data = all.map((x) => rows.filter((row) => row.join() === x.join()).length / rows.length);

const width = 0.005;
const zs = Array.from({ length: 4001 }, (_, i) => (i - 2000) * width);
const prior = normal(0, 1);

/** −ELBO in the mean over the data, and the two relative entropies in it, by integrals over z. */
function partsOf(state: VaeState): { loss: number; data: number; posterior: number } {
  const bits = state.decode(zs.map((z) => [z])).toArray() as number[][];
  const { mean, logVariance } = state.encode(all);
  const model: number[] = [];
  let [loss, posterior] = [0, 0];
  for (const [i, x] of all.entries()) {
    const likelihood = bits.map((p) =>
      p.reduce((sum, pj, j) => sum + Math.log(x[j] === 1 ? pj : 1 - pj), 0),
    );
    const joint = zs.map((z, k) => prior.logProb(z) + likelihood[k]);
    model.push(joint.reduce((sum, l) => sum + Math.exp(l) * width, 0));
    const q = normal(mean.data[i], Math.exp(logVariance.data[i] / 2));
    const weights = zs.map((z) => q.prob(z) * width);
    loss += data[i] * (kl(q, prior) - weights.reduce((sum, w, k) => sum + w * likelihood[k], 0));
    const gap = zs.reduce(
      (sum, z, k) => sum + weights[k] * (q.logProb(z) - joint[k] + Math.log(model[i])),
      0,
    );
    expect(gap).toBeGreaterThan(-1e-9);
    posterior += data[i] * gap;
  }
  expect(Math.abs(model.reduce((sum, p) => sum + p, 0) - 1)).toBeLessThan(1e-9);
  return { loss, data: kl(data, model), posterior };
}

test("a VAE's loss is H(data) + D(data‖model) + E D(q(z|x)‖p(z|x)), at every step", async () => {
  const seen: ReturnType<typeof partsOf>[] = [];
  const options = { latent: 1, hidden: 12, batch: 8, rate: 0.02, steps: 300, seed: 2 };
  for await (const state of trainVae(rows, options)) {
    if (![1, 50, 300].includes(state.step)) continue;
    const parts = partsOf(state);
    seen.push(parts);
    expect(Math.abs(parts.loss - entropy(data) - parts.data - parts.posterior)).toBeLessThan(1e-9);
  }
  const [first, , last] = seen;
  // θ lowers the first, which covers data; the second is what the encoder, which seeks, has not reached.
  expect(last.data).toBeLessThan(first.data - 0.3);
  expect(last.posterior).toBeGreaterThan(1e-4);
  expect(last.loss).toBeLessThan(first.loss - 0.3);
});
