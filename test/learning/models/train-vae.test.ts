import { describe, expect, test } from "vitest";
import { kl, normal, seeded } from "../../../src";
import * as learn from "../../../src/learning";
import { refuses } from "../refuses";

const { tensor, trainVae } = learn;

/** Rows of four kinds of stripes, with a few entries turned over: two numbers can tell them apart. */
const stripes = (n: number, seed: number): number[][] => {
  const next = seeded(seed);
  return Array.from({ length: n }, (_, row) =>
    Array.from({ length: 16 }, (_, i) => {
      const bit = row % 4 < 2 ? (i >> (row % 4)) & 1 : (i >> (row % 4)) & 1;
      return next() < 0.05 ? 1 - bit : bit;
    }),
  );
};
const rows = stripes(200, 1);

async function trained(options: learn.VaeOptions): Promise<learn.VaeState[]> {
  const states: learn.VaeState[] = [];
  for await (const state of trainVae(rows, { hidden: 24, batch: 50, ...options }))
    states.push(state);
  return states;
}

describe("trainVae", () => {
  test("raises the ELBO, of rows that it has not seen as well, over what a row of fair coins has", async () => {
    const states = await trained({ steps: 250, rate: 0.01 });
    const [first, last] = [states[0], states[249]];
    expect([last.step, last.steps]).toEqual([250, 250]);
    const coins = -16 * Math.LN2;
    expect(first.metrics.elbo).toBeLessThan(coins + 1);
    expect(last.elbo(stripes(200, 2))).toBeGreaterThan(coins + 4);
    expect(last.elbo(rows, 3)).toBe(last.elbo(rows, 3));
  });

  test("its D is that of q(z|x) from N(0, 1), and elbo the two parts'", async () => {
    const [state] = await trained({ steps: 1, latent: 3, batch: 200 });
    const { elbo, reconstruction, kl: divergence } = state.metrics;
    expect(elbo).toBe(-(reconstruction + divergence));
    const { mean, logVariance } = state.encode(rows);
    expect(mean.shape).toEqual([200, 3]);
    const parts = Array.from(mean.data, (m, i) =>
      kl(normal(m, Math.exp(logVariance.data[i] / 2)), normal(0, 1)),
    );
    const want = parts.reduce((a, b) => a + b, 0) / 200;
    // By the encoder's own words: the reconstruction of one draw, less this D, is what elbo gives.
    const z = learn.add(
      mean,
      learn.multiply(
        learn.exp(learn.divide(logVariance, 2)),
        learn.randomNormal([200, 3], { prng: seeded(9) }),
      ),
    );
    const p = state.decode(z).data;
    const logLikelihood = rows.flat().map((x, i) => Math.log(x === 1 ? p[i] : 1 - p[i]));
    const ofRows = logLikelihood.reduce((a, b) => a + b, 0) / 200;
    expect(Math.abs(state.elbo(rows, 9) - (ofRows - want))).toBeLessThan(1e-10);
  });

  test("is the same for one seed, may be left, and a state that was left is good", async () => {
    const left: learn.VaeState[] = [];
    for await (const state of trainVae(rows, { hidden: 24, batch: 50, seed: 4 })) {
      left.push(state);
      if (state.step === 3) break;
    }
    const again = await trained({ seed: 4, steps: 3 });
    expect(left.map(({ metrics }) => metrics)).toEqual(again.map(({ metrics }) => metrics));
    expect(left[2].decode([[0, 0]]).data.every((p) => p > 0 && p < 1)).toBe(true);
    const [other] = await trained({ seed: 5, steps: 1 });
    expect(other.metrics.elbo).not.toBe(left[0].metrics.elbo);
  });

  test("lets others have their turn between steps", async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    await trained({ steps: 20 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test("with a large β the codes say nothing: D goes to 0", async () => {
    const states = await trained({ steps: 150, beta: 50, rate: 0.01 });
    expect(states[149].metrics.kl).toBeLessThan(0.05);
  });

  test.each([
    ["a vector", () => trainVae([1, 0]), TypeError, /\[2\]/],
    ["pixels", () => trainVae([[0, 255]]), RangeError, /rows\[0\]\[1\] 是 255.*divide/],
    ["nothing", () => trainVae([]), RangeError, /空/],
    ["NaN", () => trainVae([[Number.NaN]]), RangeError, /rows\[0\]\[0\]/],
    ["no batch", () => trainVae(rows, { batch: 0 }), RangeError, /batch/],
    ["a slip of the pen", () => trainVae(rows, { step: 3 } as never), TypeError, /steps/],
    ["a rate that diverges", () => trainVae(rows, { rate: 1e200 }), RangeError, /第 \d+ 步发散/],
  ])("refuses %s", (_, call, kind, message) => refuses(call, kind, message));
});

test("what a state is asked for is refused by its own name", async () => {
  const { value } = await trainVae(rows, { steps: 1, hidden: 4 }).next();
  const { encode, decode, elbo } = value as learn.VaeState;
  expect(() => encode([[1, 0]])).toThrow(/^encode: rows 有 2 列，模型要 16 列/);
  expect(() => encode([1])).toThrow(/^encode: /);
  expect(() => encode([Array(16).fill(2)])).toThrow(/^encode: rows\[0\]\[0\] 是 2/);
  expect(() => decode([[1, 0, 0]])).toThrow(/^decode: codes 有 3 列，模型要 2 列/);
  expect(() => decode([1, 0])).toThrow(/^decode: codes/);
  expect(() => decode([[Number.NEGATIVE_INFINITY, 0]])).toThrow(/^decode: codes\[0\]\[0\]/);
  expect(() => elbo([[1]])).toThrow(/^elbo: rows 有 1 列/);
  expect(() => elbo(rows, 0.5)).toThrow(/^elbo: .*seed/);
});

test("a seed that is none is refused by the name of what it was given to", async () => {
  const sides = [
    [0, 1],
    [1, 0],
  ];
  const calls = {
    trainVae: () => trainVae(sides, { seed: 0.5 }).next(),
    trainGan: () => learn.trainGan(sides, { seed: Number.NaN }).next(),
    trainDiscriminator: () => learn.trainDiscriminator(sides, sides, { seed: 1e300 }).next(),
    trainFocal: () => learn.trainFocal(sides, [0, 1], { seed: Infinity }).next(),
    trainPolicy: () => learn.trainPolicy([0, 1], { seed: 0.1 }).next(),
    trainPosterior: () => learn.trainPosterior(() => tensor([0]), { seed: 0.1 }).next(),
    variationalMixture: async () => learn.variationalMixture(sides, { components: 1, seed: 0.1 }),
    fitReverseKl: async () => learn.fitReverseKl(normal(0, 1), "normal", { seed: 0.1 }),
  };
  for (const [name, call] of Object.entries(calls)) {
    await expect(call()).rejects.toThrow(new RegExp(`^${name}: options\\.seed`));
  }
});

test("rows may be a tensor", async () => {
  // An option that is undefined is one that is left out.
  const generator = trainVae(tensor(rows), { steps: 1, latent: undefined });
  expect((await generator.next()).value?.step).toBe(1);
});
