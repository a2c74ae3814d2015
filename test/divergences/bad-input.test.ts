import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { entropy, generators, kl, measures, normal } from "../../src";

type Call = (p: unknown, q: unknown, options?: object) => unknown;

const calls: Record<string, Call> = {
  ...Object.fromEntries(measures.map(({ name, of }) => [name, of as Call])),
  crossEntropy: klab.crossEntropy as Call,
  explain: klab.explain as Call,
  conventions: klab.conventions as Call,
  fDivergence: (p, q, o) => klab.fDivergence(p as number[], q as number[], generators.kl, o),
};

/** Functions of unnormalised or single vectors, with the arguments they name. */
const single: Record<string, [call: (v: unknown, o?: object) => unknown, argument: string]> = {
  entropy: [(v, o) => entropy(v as number[], o), "p"],
  perplexity: [(v, o) => klab.perplexity(v as number[], o), "p"],
  huffmanCode: [(v) => klab.huffmanCode(v as number[]), "p"],
  shannonCode: [(v) => klab.shannonCode(v as number[]), "p"],
  arithmeticCoder: [(v) => klab.arithmeticCoder(v as number[]), "q"],
  informationGain: [(v, o) => klab.informationGain(v as number[], [0.5, 0.5], o), "prior"],
};

const good = [0.5, 0.5];

const bad: [name: string, v: unknown, error: typeof Error, says: string][] = [
  ["a negative entry", [1.5, -0.5], RangeError, "[1] is -0.5"],
  ["a NaN", [Number.NaN, 1], RangeError, "[0] is NaN"],
  ["an infinite entry", [0.5, Number.POSITIVE_INFINITY], RangeError, "[1] is Infinity"],
  ["a text for a number", [0.5, "0.5"], TypeError, '[1] is "0.5" (string)'],
  ["a missing entry", [0.5, undefined], TypeError, "[1] is undefined"],
  ["a wrong sum", [0.5, 0.6], RangeError, "sums to 1.1, not 1"],
  ["an empty array", [], RangeError, "is empty"],
  ["a number", 0.5, TypeError, "must be an array"],
  ["null", null, TypeError, "got null"],
  ["a string", "ab", TypeError, "got string"],
  ["undefined", undefined, TypeError, "got undefined"],
];
const badPairs: typeof bad = [
  ...bad,
  ["another length", [0.2, 0.3, 0.5], TypeError, "entries"],
  ["a distribution beside an array", normal(0, 1), TypeError, "is a distribution but"],
];

function refuse(
  name: string,
  call: () => unknown,
  error: typeof Error,
  argument: string,
  says: string,
): void {
  let thrown: unknown;
  try {
    call();
  } catch (caught) {
    thrown = caught;
  }
  expect(thrown).toBeInstanceOf(error);
  const { message } = thrown as Error;
  expect(message.startsWith(`${name}: `), message).toBe(true);
  expect(message).toContain(says);
  expect(message).toContain(argument);
  expect(message).toContain(" / "); // Chinese / English
  expect(message.split(" / ")[0]).toMatch(/[\u4e00-\u9fff]/);
}

describe.each(Object.keys(calls))("%s refuses", (name) => {
  const call = calls[name]!;
  it.each(badPairs)("%s", (_kind, v, error, says) => {
    refuse(name, () => call(v, good), error, "p", says);
    refuse(name, () => call(good, v), error, "q", says);
  });

  it("sums of 0", () => {
    refuse(name, () => call([0, 0], good, { normalize: true }), RangeError, "p", "sums to 0");
    refuse(name, () => call(good, [0, 0], { normalize: true }), RangeError, "q", "sums to 0");
  });
});

describe.each(Object.keys(single))("%s refuses", (name) => {
  const [call, argument] = single[name]!;
  it.each(bad)("%s", (_kind, v, error, says) => {
    refuse(name, () => call(v), error, argument, says);
  });
});

describe("units", () => {
  const withUnit = [
    ...measures.filter((m) => m.hasUnit).map((m) => m.name),
    "explain",
    "crossEntropy",
  ];
  it.each(withUnit)("%s refuses a base that makes no unit", (name) => {
    for (const base of [1, 0, -2, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      refuse(name, () => calls[name]!(good, good, { base }), RangeError, "base", `base is ${base}`);
    }
    refuse(name, () => calls[name]!(good, good, { base: "2" }), TypeError, "base", "got string");
  });
});

describe("options of single measures", () => {
  it.each([
    ["renyi", () => klab.renyi(good, good, { order: -1 }), RangeError, "options.order is -1"],
    [
      "renyi",
      () => klab.renyi(good, good, {} as never),
      TypeError,
      "options.order must be a number",
    ],
    ["renyi", () => klab.renyi(good, good, undefined as never), TypeError, "options.order"],
    ["tsallis", () => klab.tsallis(good, good, { order: Infinity }), RangeError, "is Infinity"],
    [
      "alphaDivergence",
      () => klab.alphaDivergence(good, good, { alpha: NaN }),
      RangeError,
      "alpha is NaN",
    ],
    [
      "wasserstein",
      () => klab.wasserstein(good, good, { order: 3 as 1 }),
      RangeError,
      "order is 3",
    ],
    [
      "wasserstein",
      () => klab.wasserstein(good, good, { positions: [1] }),
      TypeError,
      "positions has 1",
    ],
    [
      "wasserstein",
      () => klab.wasserstein(good, good, { positions: [1, NaN] }),
      RangeError,
      "positions[1] is NaN",
    ],
    ["focalKl", () => klab.focalKl(good, good, { gamma: -1 }), RangeError, "gamma is -1"],
    ["fDivergence", () => klab.fDivergence(good, good, {} as never), TypeError, "generator"],
    ["fDivergence", () => klab.fDivergence(good, good, () => NaN), RangeError, "NaN at u = 1"],
    [
      "jensenShannon",
      () => klab.jensenShannon(good, good, { weights: [0.5] }),
      RangeError,
      "weights",
    ],
    [
      "jensenShannon",
      () => klab.jensenShannon(good, good, { weights: [1, 1] }),
      RangeError,
      "weights sums to 2",
    ],
    [
      "jensenShannon",
      () => klab.jensenShannon(good, good, { others: [[1]] }),
      TypeError,
      "others[0] has 1",
    ],
    ["generalizedKl", () => klab.generalizedKl([-1], [1]), RangeError, "p[0] is -1"],
    ["generalizedKl", () => klab.generalizedKl([1], [1, 2]), TypeError, "entries"],
    [
      "mutualInformation",
      () => klab.mutualInformation([[0.5], [0.25, 0.25]]),
      TypeError,
      "joint[1] has 2",
    ],
    [
      "jointEntropy",
      () =>
        klab.jointEntropy([
          [0.5, -0.5],
          [0.5, 0.5],
        ]),
      RangeError,
      "joint[0][1] is -0.5",
    ],
    [
      "conditionalEntropy",
      () => klab.conditionalEntropy([[0.5, 0.4]]),
      RangeError,
      "joint sums to 0.9",
    ],
    ["mutualInformation", () => klab.mutualInformation(3 as never), TypeError, "joint"],
  ] as [string, () => unknown, typeof Error, string][])("%s: %#", (name, call, error, says) => {
    refuse(name, call, error, "", says);
  });
});

describe("tolerances of sums", () => {
  it("are 1e-9, or 1e-6 in single precision", () => {
    expect(() => kl([0.5, 0.5 + 2e-9], good)).toThrow(/p sums/);
    expect(kl([0.5, 0.5 + 5e-10], good)).toBeGreaterThan(0);
    expect(kl(new Float32Array([0.1, 0.2, 0.7]), [0.1, 0.2, 0.7])).toBeLessThan(1e-14);
    expect(() => entropy([0.5, 0.4])).toThrow(/entropy: p/);
    expect(entropy([2, 2], { normalize: true })).toBe(Math.LN2);
  });
});
