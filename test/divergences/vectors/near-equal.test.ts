import { describe, expect, it } from "vitest";
import * as klab from "../../../src";
import {
  alphaDivergence,
  fDivergence,
  generators,
  measures,
  renyi,
  seeded,
  tsallis,
} from "../../../src";

const full = process.env.KLAB_FULL === "1";
const pairs = full ? 1_000_000 : 20_000;

const others = {
  "renyi 0.5": (p, q) => renyi(p, q, { order: 0.5 }),
  "renyi 0.999": (p, q) => renyi(p, q, { order: 0.999 }),
  "renyi Infinity": (p, q) => renyi(p, q, { order: Number.POSITIVE_INFINITY }),
  "tsallis 3": (p, q) => tsallis(p, q, { order: 3 }),
  "alpha -1.0001": (p, q) => alphaDivergence(p, q, { alpha: -1.0001 }),
  "wasserstein 2": (p, q) => klab.wasserstein(p, q, { order: 2 }),
  "weighted JS": (p, q) => klab.jensenShannon(p, q, { weights: [0.3, 0.7] }),
  "three JS": (p, q) => klab.jensenShannon(p, q, { others: [p] }),
  "Pearson generator": (p, q) => fDivergence(p, q, generators.chiSquared),
  generalizedKl: klab.generalizedKl,
  informationGain: klab.informationGain,
} satisfies Record<string, (p: Float64Array, q: Float64Array) => number>;

describe("near-equal pairs", () => {
  const title = `${pairs.toLocaleString("en")} of them give no negative value and no NaN, in any measure`;
  it(
    full ? title : `${title} (a sample; KLAB_FULL=1 runs 1,000,000)`,
    () => {
      const seed = Number(process.env.KLAB_SEED ?? 4);
      console.log(`near-equal pairs: seed ${seed}`);
      const next = seeded(seed);
      const all = [
        ...measures.map(({ name, of }) => [name, of] as const),
        ...Object.entries(others),
      ];
      for (let k = 0; k < pairs; k++) {
        const n = 2 + Math.floor(next() * 9);
        const epsilon = 10 ** (-3 - 8 * next());
        const q = Float64Array.from({ length: n }, () => -Math.log(1 - next()) + 1e-9);
        const p = q.map((x) => x * (1 + epsilon * (2 * next() - 1)));
        for (const v of [p, q]) {
          const sum = v.reduce((a, b) => a + b, 0);
          for (let i = 0; i < n; i++) v[i] /= sum;
        }
        // Chernoff's search is slow: every 16th pair has it.
        for (const [name, of] of all) {
          if (name === "chernoff" && k % 16 !== 0) continue;
          const value = of(p, q);
          if (!(value >= 0)) expect.fail(`${name}: ${value} for [${p}] and [${q}]`);
        }
      }
    },
    full ? 1_800_000 : 60_000,
  );
});
