import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as klab from "../src";
import * as derivations from "../src/derivations";
import { exampleParameters } from "./support/families";

const full = Boolean(process.env.KLAB_FULL);
const runs = full ? 2000 : 120;

const { normal } = klab;
const [half, d] = [[0.5, 0.5], normal(0, 1)];
const figure = klab.figures.pmfPair(half, [0.9, 0.1]);
const samples = Array.from({ length: 30 }, (_, i) => 3 * Math.sin(i) + i / 10);
const chain = derivations.derivation({
  id: "d",
  steps: [{ expression: "1" }, { relation: "=", expression: "1" }],
});

/** What each public function takes; each slot is then exchanged for garbage. */
const usual: Readonly<Record<string, readonly unknown[]>> = {
  ...of([half, {}], ["entropy", "perplexity", "huffmanCode", "shannonCode", "arithmeticCoder"]),
  ...of(
    [half, half, {}],
    [
      ...[
        "crossEntropy",
        "kl",
        "klPmf",
        "jeffreys",
        "jensenShannon",
        "jensenShannonDistance",
        "totalVariation",
      ],
      ...["hellinger", "squaredHellinger", "chiSquaredDivergence", "neymanChiSquaredDivergence"],
      ...[
        "bhattacharyya",
        "chernoff",
        "wasserstein",
        "generalizedKl",
        "informationGain",
        "explain",
      ],
      "conventions",
    ],
  ),
  ...of([half, half, { order: 2 }], ["renyi", "tsallis"]),
  alphaDivergence: [half, half, { alpha: 0 }],
  focalKl: [half, half, { gamma: 1 }],
  fDivergence: [half, half, klab.generators.kl, {}],
  ...of([[half], {}], ["jointEntropy", "conditionalEntropy", "mutualInformation"]),
  pairwise: [klab.kl, [half], [half]],
  rowwise: [klab.kl, [half], [half]],
  quadratureKl: [d, d],
  monteCarloKl: [d, d, { samples: 10 }],
  estimateKl: [samples, samples, { resamples: 2 }],
  estimateEntropy: [samples, {}],
  estimatorArena: [d, d, { n: 20, repeats: 2, methods: ["histogram"] }],
  estimateFromCounts: [{ a: 1, b: 2 }, ["a", "b"], { draws: 50 }],
  seeded: [1],
  show: [figure, { adapters: [() => true] }],
  progress: [3, "x", {}],
  codeLength: [half, klab.huffmanCode(half), {}],
  blockPmf: [half, 2, {}],
  explore: [
    (k: typeof klab) => k.figures.pmfPair([0.5, 0.5], [0.9, 0.1]),
    { a: klab.slider(0, 1) },
    {},
  ],
  slider: [0, 1, 0.5, {}],
  select: [["a", "b"], "a", {}],
  toggle: [true, {}],
  number: [1, {}],
  // Every family of numbers, as test/reference/members.json has it: a new one is tried without being named here.
  ...Object.fromEntries(Object.entries(exampleParameters).map(([name, [first]]) => [name, first])),
  categorical: [half],
  dirichlet: [[1, 2]],
  wishart: [
    5,
    [
      [1, 0],
      [0, 1],
    ],
  ],
  multivariateNormal: [
    [0, 0],
    [
      [1, 0],
      [0, 1],
    ],
  ],
  truncated: [d, 0, 1],
  mixture: [half, [d, normal(1, 1)]],
  independent: [[d, d]],
  density: [() => 1, { support: [0, 1] }],
};

const usualFigures: Readonly<Record<string, readonly unknown[]>> = {
  bothDirections: [d, normal(1, 1), { points: 5 }],
  informationArea: [
    [
      [0.4, 0.1],
      [0.1, 0.4],
    ],
    {},
  ],
  logBound: [{}],
  divergenceScale: [{}],
  evidenceBars: [-2, [{ name: "q", elbo: -3 }], {}],
  fisherParabola: [klab.exponential, 1, { range: [0.5, 2] }],
  trainingCurves: [
    [
      { step: 0, reconstruction: 2, kl: 1 },
      { step: 1, reconstruction: 1, kl: 1 },
    ],
    {},
  ],
  latentMap: [
    [
      [0, 0],
      [1, 1],
    ],
    ["a", "b"],
    {},
  ],
  imageGrid: [[[[0, 1, 1, 0]]], {}],
  coveragePanel: [[{ name: "a", shares: [0.5, 0.5] }], {}],
  responsibilities: [
    [
      [0, 0],
      [1, 1],
    ],
    [
      [1, 0],
      [0, 1],
    ],
    {},
  ],
  normalEllipses: [
    [
      {
        name: "p",
        distribution: klab.multivariateNormal(
          [0, 0],
          [
            [1, 0],
            [0, 1],
          ],
        ),
      },
    ],
    {},
  ],
  sampleSteps: [[{ name: "1", points: [[0, 0]] }], [[1, 0]], {}],
  gradientField: [[0.5, 0.3, 0.2], {}],
  fitPath: [
    klab.normal(0, 1),
    [{ name: "q", distribution: klab.normal(1, 1), divergence: 0.5 }],
    {},
  ],
  densityPair: [d, normal(1, 1), { points: 5 }],
  pmfPair: [half, half, {}],
  coinAsymmetry: [0.5, {}],
  klContours: [d, { points: 3 }],
  codeLengths: [half, half, {}],
  withTheme: [figure, "dark"],
  codeTree: [["0", "10", "11"], {}],
  kraftBudget: [["0", "10", "11"], {}],
  simplexMap: [[0.2, 0.3, 0.5], { points: 5 }],
  focalWeights: [{}],
  estimatorArena: [[{ name: "a", value: 1, interval: [0, 2] }], 1, {}],
  triangleInequality: [d, normal(1, 1), normal(2, 1), {}],
  generatorFamily: [{}],
  discriminator: [d, normal(1, 1), { points: 5 }],
  discretization: [d, normal(1, 1), { widths: [1, 0.5] }],
  historyTimeline: [{}],
  coinUpdating: [[1, 0], {}],
  likelihood: [[1, 0, 1], klab.bernoulli, { range: [0.1, 0.9] }],
  meanLogLikelihood: [d, d, { samples: 20 }],
  normalFits: [d, { frames: 2 }],
};

const usualDerivations: Readonly<Record<string, readonly unknown[]>> = {
  derivation: [{ id: "d", steps: [{ expression: "1" }] }],
  check: [chain, {}],
  joint: [{ z: d, x: (z: number) => normal(z, 1) }],
  jointTable: [["x", "y"], [half]],
  exact: ["1/2", {}],
  precise: ["log(2)", {}, 20],
};

function of(
  args: readonly unknown[],
  names: readonly string[],
): Record<string, readonly unknown[]> {
  return Object.fromEntries(names.map((name) => [name, args]));
}

const oddNumbers = [Number.NaN, -1, -0, 0, 0.5, 1.5, 5e-324, 1e308, Infinity, -Infinity, 2 ** 53];
const odd = fc.oneof(
  fc.constantFrom(...oddNumbers),
  fc.constantFrom<unknown>(undefined, null, true, "", "a", "zh-CN", 1n, Symbol("s"), Object(1)),
  fc.array(fc.constantFrom<unknown>(...oddNumbers, null, "x", [0.5]), { maxLength: 4 }),
  fc.array(fc.array(fc.constantFrom<unknown>(0.5, 0, Number.NaN, "x"), { maxLength: 3 }), {
    maxLength: 3,
  }),
  fc.constantFrom<unknown>(
    new Array(3),
    Object.freeze([0.5, 0.5]),
    new Float32Array([0.5, 0.5]),
    new Float64Array(0),
    new BigInt64Array(2),
    new Map([["a", 1]]),
    new Set([1]),
    new Date(0),
    { length: 3 },
    { length: -1 },
    Object.create(null),
    () => Number.NaN,
    () => 0.5,
    d,
    klab.poisson(2),
    klab.dirichlet([1, 2]),
    figure,
  ),
  fc.record(
    {
      base: fc.constantFrom<unknown>(2, 1, null, "2"),
      locale: fc.constantFrom<unknown>("en", "fr", 5),
      normalize: fc.constantFrom<unknown>(true, 1, null),
      prng: fc.constantFrom<unknown>(5, null),
      order: fc.constantFrom<unknown>(-1, "2", Number.NaN),
      support: fc.constantFrom<unknown>([0, 1], [1, 0], 5, [Number.NaN, 1]),
      kinks: fc.constantFrom<unknown>(5, [Number.NaN], null),
      points: fc.constantFrom<unknown>(-3, 2.5, "9"),
      range: fc.constantFrom<unknown>(5, [0], [1, 0], ["a", "b"]),
      labels: fc.constantFrom<unknown>(5, ["a"], [1, 2]),
      title: fc.constantFrom<unknown>(5, null),
      unknown: fc.constant(1),
    },
    { requiredKeys: [] },
  ),
);

/** NaN anywhere in what a function answers, as far as numbers that say something go. */
function saysNaN(value: unknown): boolean {
  if (typeof value === "number") return Number.isNaN(value);
  if (value instanceof klab.Estimate) return Number.isNaN(value.value);
  return Array.isArray(value) && value.some(saysNaN);
}

function try_(name: string, call: (...args: unknown[]) => unknown, args: readonly unknown[]): void {
  let answer: unknown;
  try {
    answer = call(...args);
  } catch (error) {
    const { message } = error as Error;
    const documented = error instanceof RangeError || error instanceof TypeError;
    expect(documented, `${name}: ${error}`).toBe(true);
    expect(message, name).toMatch(/^[\w.]+: [\s\S]*[\u4e00-\u9fff][\s\S]* \/ [\s\S]+/);
    return;
  }
  // What the caller's own function or measure gives is his.
  if (!["pairwise", "rowwise"].includes(name)) expect(saysNaN(answer), name).toBe(false);
}

const doors = [
  ["klab", klab, usual],
  ["figures", klab.figures, usualFigures],
  ["derivation", derivations, usualDerivations],
] as const;

describe.each(doors)(
  "garbage for %s is refused in words, never answered NaN",
  (door, names, all) => {
    const functions = names as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;

    it.each(Object.entries(all))("%s", { timeout: 120_000 }, (name, args) => {
      const call = functions[name];
      expect(() => call(...args), "the usual arguments").not.toThrow();
      try_(name, call, []);
      fc.assert(
        fc.property(fc.nat(args.length - 1), odd, (slot, value) => {
          // Left out, the arena takes its time: a thousand samples of all methods, a hundred times.
          if (name === "estimatorArena" && door === "klab" && slot === 2) return;
          if (name === "show" && slot === 1) return;
          try_(
            name,
            call,
            args.map((arg, i) => (i === slot ? value : arg)),
          );
        }),
        { numRuns: runs, seed: 7 },
      );
    });

    it("knows what every function takes", () => {
      const later = ["gradient", "readTex", "worldsFor", "identify"];
      const unknown = Object.keys(functions).filter(
        (name) => typeof functions[name] === "function" && /^[a-z]/.test(name) && !(name in all),
      );
      expect(unknown.filter((name) => !later.includes(name))).toEqual([]);
    });
  },
);

describe("garbage for the methods of a distribution", () => {
  const families = Object.entries(usual).flatMap(([name, args]) => {
    const made: unknown = (klab as unknown as Record<string, (...a: unknown[]) => unknown>)[name](
      ...args,
    );
    return isSampled(made) ? [[name, made] as const] : [];
  });

  it.each(families)("%s", (name, made) => {
    expect(made.sample(2, klab.seeded(1))).toHaveLength(2);
    const whole = (n: unknown): boolean => Number.isSafeInteger(n) && (n as number) >= 0;
    fc.assert(
      fc.property(odd, (value) => {
        if (!whole(value)) try_(name, () => made.sample(value, klab.seeded(1)), []);
        if (typeof value !== "function") try_(name, () => made.sample(1, value), []);
        if (made.quantile) try_(name, (u) => made.quantile?.(u), [value]);
      }),
      { numRuns: runs, seed: 7 },
    );
  });

  it("are those of more than thirty families", () => expect(families.length).toBeGreaterThan(30));
});

interface Sampled {
  sample(n: unknown, prng: unknown): readonly unknown[];
  quantile?(u: unknown): unknown;
}

function isSampled(value: unknown): value is Sampled {
  return typeof (value as Partial<Sampled> | null)?.sample === "function";
}
