import { describe, expect, it } from "vitest";
import * as klab from "../../../src";
import { relativeError } from "../../support/reference";

const { normal, laplace, cauchy, studentT, exponential, gamma, beta, uniform, logNormal } = klab;
const { density, kl, renyi, tsallis, fDivergence, generators, explain } = klab;
const inf = Number.POSITIVE_INFINITY;
const line = { support: [-inf, inf] } as const;
const half = { support: [0, inf] } as const;
const phi = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const logPhi = (x: number): number => (-x * x) / 2 - Math.log(2 * Math.PI) / 2;
const near = (got: number, want: number, error = 1e-10): void =>
  expect(relativeError(got, want)).toBeLessThan(error);

// Wanted values by mpmath's quad with 30 digits.
describe("a density that underflows is not 0", () => {
  it("given as a function", () => {
    const shifted = density((x) => phi(x - 1), line);
    near(kl(density(phi, line), shifted), 0.5);
    near(kl(normal(0, 1), shifted), 0.5);
    const [slow, fast] = [
      density((x) => Math.exp(-x), half),
      density((x) => 2 * Math.exp(-2 * x), half),
    ];
    near(kl(slow, fast), 1 - Math.LN2);
    near(kl(fast, slow), Math.LN2 - 0.5);
    near(klab.jeffreys(slow, fast), 0.5);
    near(kl(laplace(0, 3), density(phi, line)), 7.127179063976618);
    near(kl(studentT(3, 0, 1), density(phi, line)), 0.6454609613413818);
    expect(kl(cauchy(0, 1), density(phi, line))).toBe(inf);
    const power = density((x) => 40 * (1 + x) ** -41, half);
    near(
      kl(exponential(1), power),
      kl(
        exponential(1),
        density((x) => Math.log(40) - 41 * Math.log1p(x), { ...half, log: true }),
      ),
    );
  });

  it("given as its logarithm", () => {
    const [p, q] = [0, 1].map((m) => density((x) => logPhi(x - m), { ...line, log: true }));
    near(kl(p, q), 0.5);
    near(p.logProb(100), logPhi(100));
    near(p.entropy, normal(0, 1).entropy);
    // Far from 1, and divided by its integral.
    const big = density((x) => 5000 - x * x, { ...line, log: true, normalize: true });
    near(kl(big, normal(0, Math.SQRT1_2)) + 1, 1);
    expect(() => density(() => Number.NaN, { ...line, log: true })).toThrow(/logarithm/);
    expect(() => density(logPhi, line)).toThrow(/log: true/);
  });

  it("in a term that needs both logarithms", () => {
    near(fDivergence(exponential(1), gamma(3, 1), generators.kl), 1.8475785103630111);
    near(
      fDivergence(exponential(1), gamma(3, 1), (u) => (u === 0 ? 0 : u * Math.log(u))),
      1.8475785103630111,
    );
    near(fDivergence(exponential(1), gamma(4, 2), generators.kl), 1.7508177416928723);
    near(tsallis(studentT(3, 0, 1), normal(0, 1), { order: 1 }), 0.6454609613413818);
    near(tsallis(studentT(3, 0, 1), laplace(0, 0.01), { order: 1 }), 104.58027850706698);
    near(renyi(exponential(1), gamma(3, 1), { order: 1.1 }), 2.2137439645583212);
    near(renyi(cauchy(0, 1), normal(0, 1), { order: 0.9999 }), 78.06380753257568);
    near(renyi(cauchy(0, 1), laplace(0, 1), { order: 0.99 }), 1.5462474161444228);
    near(renyi(studentT(3, 0, 1), normal(0, 1), { order: 0.999 }), 0.5665806901148261);
    near(renyi(logNormal(0, 1), exponential(1), { order: 0.999 }), 0.22917375660239647);
    near(klab.alphaDivergence(klab.gumbel(0, 1), normal(0, 0.01), { alpha: -1 }), 9885.29650596204);
  });

  it("and never gives a false reason; where its course cannot be told, an error names the remedy", () => {
    expect(
      explain(
        density(phi, line),
        density((x) => phi(x - 1), line),
      ).witness,
    ).toBeUndefined();
    // It fades to 0 at ±1 in a way that no parabola continues.
    const bump = density((x) => (x * x < 1 ? Math.exp(-1 / (1 - x * x)) : 0), {
      support: [-2, 2],
      normalize: true,
    });
    expect(() => kl(uniform(-2, 2), bump)).toThrow(/log: true/);
  });

  it("but one that jumps to 0 forbids, and explain names where", () => {
    const gap = density((x) => (Math.abs(x) < 0.2 ? 0 : 1 / 1.6), {
      support: [-1, 1],
      kinks: [-0.2, 0.2],
    });
    const report = explain(uniform(-1, 1), gap);
    expect(report.value).toBe(inf);
    expect(Math.abs(report.witness!.at)).toBeLessThan(0.2);
    expect(
      kl(
        uniform(-1, 1),
        density((x) => (x > 0 ? 2 * x : 0), { support: [-1, 1], kinks: [0] }),
      ),
    ).toBe(inf);
    expect(
      kl(
        uniform(0, 3),
        density((x) => (x > 1 && x < 1.5 ? 0 : 0.4), { support: [0, 3] }),
      ),
    ).toBe(inf);
  });
});

describe("a zero of q is not a gap", () => {
  it.each([
    [beta(2, 3), density((x) => 6 * x * (1 - x), { support: [0, 1] }), 0.10981384722661197],
    [beta(3, 3), density((x) => 12 * x * x * (1 - x), { support: [0, 1] }), 0.13295739854082173],
    [uniform(-1, 1), density((x) => 1.5 * x * x, { support: [-1, 1] }), 2 - Math.log(3)],
    [
      uniform(0, 1),
      density((x) => (Math.PI / 2) * Math.abs(Math.cos(2 * Math.PI * x)), { support: [0, 1] }),
      0.24156447527049044,
    ],
    [uniform(-1, 1), density((x) => (x === 0.25 ? 0 : 0.5), { support: [-1, 1], kinks: [0.5] }), 0],
  ])("%s ‖ %s", (p, q, want) => {
    expect(Math.abs(kl(p, q) - want)).toBeLessThan(1e-10);
    expect(explain(p, q).witness).toBeUndefined();
  });
});

describe("values that were wrong or ∞", () => {
  it.each([
    [
      "Rényi of order 1.1",
      () => klab.renyi(exponential(1), klab.gamma(3, 1), { order: 1.1 }),
      2.21374396455832,
    ],
    // ln π − (1 − ln 2): the mean of (1 + sin) ln(1 + sin) over whole waves is 1 − ln 2.
    [
      "the entropy of (1 + sin 1000x)/π",
      () => density((x) => (1 + Math.sin(1000 * x)) / Math.PI, { support: [0, Math.PI] }).entropy,
      0.8378770664093455,
    ],
    [
      "the mean of a normal cut at 100 and 115",
      () => klab.truncated(normal(0, 1), 100, 115).mean,
      100.00999800099926,
    ],
    [
      "ln 2 − 7/12",
      () =>
        kl(
          beta(2, 3),
          density((x) => 6 * x * (1 - x), { support: [0, 1] }),
        ),
      0.10981384722661197,
    ],
  ] as const)("%s", (_, value, want) => {
    expect(Math.abs(value() / want - 1)).toBeLessThan(1e-10);
  });
});
