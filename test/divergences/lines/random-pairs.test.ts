import { describe, expect, it } from "vitest";
import * as klab from "../../../src";

const { seeded, generators } = klab;
const inf = Number.POSITIVE_INFINITY;
type D = klab.Distribution;
type Measure = (p: D, q: D) => number;

const pairs = 320;
/** Milliseconds for one measure of one pair. */
const most = 5000;

const measures: readonly (readonly [string, Measure])[] = [
  ["kl", klab.kl],
  ["crossEntropy", klab.crossEntropy],
  ["entropy", (p) => klab.entropy(p)],
  ["jeffreys", klab.jeffreys],
  ["jensenShannon", klab.jensenShannon],
  ...[0, 0.3, 0.5, 0.999, 1, 1.01, 2, 5, inf].map((order): readonly [string, Measure] => [
    `renyi ${order}`,
    (p, q) => klab.renyi(p, q, { order }),
  ]),
  ...[0.5, 2].map((order): readonly [string, Measure] => [
    `tsallis ${order}`,
    (p, q) => klab.tsallis(p, q, { order }),
  ]),
  ...[-1, 0.3, 3].map((alpha): readonly [string, Measure] => [
    `alpha ${alpha}`,
    (p, q) => klab.alphaDivergence(p, q, { alpha }),
  ]),
  ["totalVariation", klab.totalVariation],
  ["hellinger", klab.hellinger],
  ["chiSquared", klab.chiSquaredDivergence],
  ["neyman", klab.neymanChiSquaredDivergence],
  ["bhattacharyya", klab.bhattacharyya],
  ["chernoff", klab.chernoff],
  ["wasserstein 1", klab.wasserstein],
  ["wasserstein 2", (p, q) => klab.wasserstein(p, q, { order: 2 })],
  ...Object.values(generators).map((row): readonly [string, Measure] => [
    `fDivergence ${row.name}`,
    (p, q) => klab.fDivergence(p, q, row),
  ]),
];

/** What may be negative. */
const signed = new Set(["crossEntropy", "entropy", "fDivergence gan"]);

function makers(prng: klab.Prng) {
  const between = (a: number, b: number): number => a + (b - a) * prng();
  const scaled = (a: number, b: number): number => Math.exp(between(Math.log(a), Math.log(b)));
  const s = (): number => (prng() < 0.08 ? 10 ** between(-300, 300) : scaled(1e-3, 1e3));
  const l = (): number => (prng() < 0.3 ? 0 : between(-1, 1) * scaled(1e-2, 1e3));
  const real: readonly (() => D)[] = [
    () => klab.normal(l(), s()),
    () => klab.studentT(scaled(0.5, 100), l(), s()),
    () => klab.laplace(l(), s()),
    () => klab.cauchy(l(), s()),
    () => klab.logistic(l(), s()),
    () => klab.gumbel(l(), s()),
    () => klab.skewNormal(l(), s(), between(-10, 10)),
    () => klab.mixture([0.25, 0.75], [klab.normal(l(), 1), klab.laplace(0, scaled(0.1, 10))]),
    () => klab.truncated(klab.normal(0, 1), between(-2, 8), inf),
    () => {
      const [m, d] = [between(-3, 3), scaled(0.3, 3)];
      const f = (x: number): number =>
        Math.exp(-0.5 * ((x - m) / d) ** 2) / d / Math.sqrt(2 * Math.PI);
      return klab.density(f, { support: [-inf, inf] });
    },
  ];
  const positive: readonly (() => D)[] = [
    () => klab.exponential(s()),
    () => klab.gamma(scaled(0.05, 1e4), s()),
    () => klab.inverseGamma(scaled(0.05, 1e3), s()),
    () => klab.chiSquared(scaled(0.1, 1e3)),
    () => klab.weibull(scaled(0.1, 50), s()),
    () => klab.logNormal(between(-5, 5), scaled(0.05, 5)),
    () => klab.halfNormal(s()),
    () => klab.rayleigh(s()),
    () => klab.pareto(s(), scaled(0.1, 50)),
    () => klab.truncated(klab.gamma(2, 1), scaled(0.1, 30), inf),
  ];
  const unit: readonly (() => D)[] = [
    () => klab.beta(scaled(0.05, 1e4), scaled(0.05, 1e4)),
    () => klab.uniform(0, 1),
    () => klab.uniform(2, 3),
    () => klab.continuousBernoulli(between(0.001, 0.999)),
    () => klab.triangular(0, between(0.01, 0.99), 1),
    () => klab.density((x) => 6 * x * (1 - x), { support: [0, 1] }),
  ];
  const integers: readonly (() => D)[] = [
    () => klab.poisson(scaled(0.01, 1e6)),
    () => klab.geometric(scaled(1e-5, 0.99)),
    () => klab.negativeBinomial(scaled(0.1, 100), scaled(1e-3, 0.99)),
    () => klab.binomial(Math.ceil(scaled(1, 1e5)), between(0.001, 0.999)),
    () => klab.bernoulli(prng() < 0.2 ? 1 : prng()),
    () => klab.categorical([0.2, 0.3, 0.5]),
    () => klab.truncated(klab.poisson(3), 2, 9),
    () => klab.mixture([0.5, 0.5], [klab.poisson(scaled(0.1, 50)), klab.geometric(0.3)]),
  ];
  const circle: readonly (() => D)[] = [() => klab.vonMises(between(-3, 3), scaled(0.01, 1e4))];
  return [real, positive, unit, integers, circle];
}

/** The same family with its first parameter changed a little. */
function nearly(p: D, prng: klab.Prng): D | undefined {
  const { parameters } = p as unknown as { readonly parameters: Record<string, unknown> };
  const values = Object.values(parameters);
  if (!values.every((value) => typeof value === "number") || p.family === "binomial")
    return undefined;
  const factory = (klab as unknown as Record<string, (...given: number[]) => D>)[p.family];
  const delta = 10 ** (-4 - 8 * prng());
  const [first, ...rest] = values as number[];
  try {
    return factory(first === 0 ? delta : first * (1 - delta), ...rest);
  } catch {
    return undefined; // out of range
  }
}

describe.runIf(process.env.KLAB_FULL)("every measure of random pairs", () => {
  it("is a number ≥ 0 or ∞, or an error in both languages, within five seconds", {
    timeout: 3e6,
  }, () => {
    const prng = seeded(2026);
    const classes = makers(prng);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(prng() * list.length)];
    const wrong: string[] = [];
    for (let i = 0; i < pairs; i++) {
      const own = pick(classes);
      const p = pick(own)();
      const fate = prng();
      const near = fate < 0.3 ? nearly(p, prng) : undefined;
      const q = near ?? pick(fate < 0.4 ? pick(classes) : own)();
      const values = new Map<string, number>();
      for (const [name, measure] of measures) {
        const start = performance.now();
        try {
          const value = measure(p, q);
          values.set(name, value);
          if (!(value >= 0) && !(signed.has(name) && value < 0))
            wrong.push(`${name} is ${value}: ${p} ${q}`);
        } catch (error) {
          const isPlain =
            error instanceof RangeError && /[\u4e00-\u9fff].* \/ /s.test(error.message);
          if (!isPlain) wrong.push(`${name} throws ${error}: ${p} ${q}`);
        }
        const took = performance.now() - start;
        if (took > most) wrong.push(`${name} took ${Math.round(took)} ms: ${p} ${q}`);
      }
      const same = (a: string, b: string, change = (x: number): number => x): void => {
        const [x, y] = [values.get(a), values.get(b)];
        if (x === undefined || y === undefined) return;
        const other = change(y);
        const size = Math.min(Math.max(Math.abs(x), Math.abs(other)), Number.MAX_VALUE); // ∞ agrees with ∞ alone
        const agree = x === other || Math.abs(x - other) <= 1e-9 * size + 1e-300;
        if (!agree) wrong.push(`${a} ${x} ≠ ${b} ${other}: ${p} ${q}`);
      };
      same("kl", "fDivergence kl");
      same("kl", "renyi 1");
      same("kl", "alpha -1");
      same("jeffreys", "fDivergence jeffreys");
      same("jensenShannon", "fDivergence jensenShannon");
      same("totalVariation", "fDivergence totalVariation");
      same("fDivergence squaredHellinger", "hellinger", (h) => h * h);
      same("chiSquared", "fDivergence chiSquared");
      same("chiSquared", "tsallis 2");
      same("neyman", "fDivergence neymanChiSquared");
      same("renyi 0.5", "bhattacharyya", (b) => 2 * b);
      // Of size 2 ln 2 with JS at its bound, so that their difference is no value to compare by.
      const gan = values.get("fDivergence gan");
      if (gan !== undefined) values.set("gan + 2 ln 2", Math.max(0, gan + 2 * Math.LN2));
      if ((gan ?? 0) > -1.2) same("gan + 2 ln 2", "jensenShannon", (js) => 2 * js);
      else same("fDivergence gan", "jensenShannon", (js) => 2 * js - 2 * Math.LN2);
      const atMost = (a: string, bound: number | undefined, law: string): void => {
        const value = values.get(a);
        if (value === undefined || bound === undefined) return;
        if (!(value <= bound * (1 + 1e-9) + 1e-300)) {
          wrong.push(`${law}: ${a} ${value} > ${bound}: ${p} ${q}`);
        }
      };
      const [d, tv, h] = ["kl", "totalVariation", "hellinger"].map((name) => values.get(name));
      atMost("jensenShannon", Math.LN2, "ln 2");
      atMost("totalVariation", 1, "1");
      atMost("totalVariation", d === undefined ? d : Math.sqrt(d / 2), "Pinsker");
      atMost("totalVariation", h === undefined ? h : h * Math.SQRT2, "Le Cam");
      atMost("fDivergence squaredHellinger", tv, "H² ≤ TV");
      atMost("jensenShannon", tv === undefined ? tv : tv * Math.LN2, "Lin");
      atMost("wasserstein 1", values.get("wasserstein 2"), "Jensen");
      atMost("bhattacharyya", values.get("chernoff"), "the best exponent");
      const [cross, alone] = [values.get("crossEntropy"), values.get("entropy")];
      if (cross !== undefined && alone !== undefined && d !== undefined && d < inf) {
        const size = Math.max(Math.abs(cross), Math.abs(alone), d);
        if (!(Math.abs(cross - alone - d) <= 1e-9 * size)) wrong.push(`H(p, q) ≠ H + D: ${p} ${q}`);
      }
      const rising = [
        "renyi 0",
        "renyi 0.3",
        "renyi 0.5",
        "renyi 0.999",
        "kl",
        "renyi 1.01",
        "renyi 2",
        "renyi 5",
        "renyi Infinity",
      ];
      let [last, before] = [0, ""];
      for (const name of rising) {
        const value = values.get(name);
        if (value === undefined) continue;
        if (value < last * (1 - 1e-9) - 1e-300)
          wrong.push(`${name} ${value} < ${before} ${last}: ${p} ${q}`);
        [last, before] = [value, name];
      }
    }
    expect(wrong).toEqual([]);
  });
});
