import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { entropy, generators, kl, measures, normal } from "../../src";

const good = [0.5, 0.5];

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
  blockPmf: [(v) => klab.blockPmf(v as number[], 2), "p"],
  codeLength: [(v) => klab.codeLength(v as number[], klab.huffmanCode(good)), "p"],
  jointEntropy: [(v, o) => klab.jointEntropy([v as number[]], o), "joint"],
  conditionalEntropy: [(v, o) => klab.conditionalEntropy([v as number[]], o), "joint"],
  mutualInformation: [(v, o) => klab.mutualInformation([v as number[]], o), "joint"],
  pairwise: [(v) => klab.pairwise(kl, [v as number[]], [good]), "rows[0]"],
  informationGain: [(v, o) => klab.informationGain(v as number[], [0.5, 0.5], o), "prior"],
};

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
  ["−Infinity", [1, Number.NEGATIVE_INFINITY], RangeError, "[1] is -Infinity"],
  ["null for a number", [null, 1], TypeError, "[0] is null; give a number"],
  ["a truth value for a number", [true, false], TypeError, "[0] is true (boolean)"],
  ["boxed numbers", [Object(0.5), Object(0.5)], TypeError, "[0] is Number"],
  ["a thing without text", [1, Object.create(null)], TypeError, "[1] is object"],
  ["a symbol for a number", [1, Symbol("x")], TypeError, "[1] is Symbol(x)"],
  ["nested arrays", [[0.5], [0.5]], TypeError, "[0] is Array"],
  ["a hole", Object.assign([0.5], { length: 2 }), TypeError, "[1] is undefined"],
  ["big integers", new BigInt64Array([1n, 0n]), TypeError, "[0] is 1 (bigint)"],
  ["a sum off by 1e-8", [0.5, 0.5 + 1e-8], RangeError, "sums to 1.00000001"],
  ["a single-precision sum off by 1e-5", new Float32Array([0.5, 0.50001]), RangeError, "sums to"],
  ["a map", new Map([[0, 1]]), TypeError, "got Map"],
  ["a set", new Set([0.5, 0.25]), TypeError, "got Set"],
  ["an iterator", [0.5, 0.5].values(), TypeError, "got Array Iterator"],
  ["a function", (_a: number, _b: number) => 1, TypeError, "got function"],
  ["an object", { a: 0.5, b: 0.5 }, TypeError, "got object"],
  ["a length that is none", { length: -1 }, TypeError, "got object"],
  ["a view without entries", new DataView(new ArrayBuffer(16)), TypeError, "got DataView"],
  ["a promise", Promise.resolve([1]), TypeError, "got Promise"],
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
  const call = calls[name];
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
  const [call, argument] = single[name];
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
      refuse(name, () => calls[name](good, good, { base }), RangeError, "base", `base is ${base}`);
    }
    refuse(name, () => calls[name](good, good, { base: "2" }), TypeError, "base", "got string");
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
      "weights sums to 0.5",
    ],
    [
      "jensenShannon",
      () => klab.jensenShannon(good, good, { weights: [0.5, 0.25, 0.25] }),
      TypeError,
      "weights has 3",
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

describe("arguments that are fine", () => {
  const kinds: [name: string, v: ArrayLike<number>][] = [
    ["a plain array", [1, 0]],
    ["a frozen array", Object.freeze([1, 0])],
    ["a typed array of doubles", Float64Array.of(1, 0)],
    ["single precision", Float32Array.of(1, 0)],
    ["bytes", Uint8Array.of(1, 0)],
    ["clamped bytes", Uint8ClampedArray.of(1, 0)],
    ["integers", Int32Array.of(1, 0)],
    ["shared memory", new Float64Array(new SharedArrayBuffer(16)).fill(1, 0, 1)],
    ["a part of a buffer", Float64Array.of(7, 1, 0, 7).subarray(1, 3)],
    ["an object with a length", { length: 2, 0: 1, 1: 0 }],
    ["a proxy", new Proxy([1, 0], {})],
    ["negative zero", [1, -0]],
  ];
  it.each(kinds)("%s, and it is left as it is", (_kind, v) => {
    const before = Array.from(v);
    for (const [name, call] of Object.entries(calls)) {
      for (const [a, b] of [
        [v, good],
        [good, v],
      ]) {
        const got = call(a, b, { normalize: true });
        const want = call(Array.from(a as number[]), Array.from(b as number[]));
        if (typeof got === "number") expect(got, name).toBe(want);
      }
    }
    for (const [name, [call]] of Object.entries(single)) {
      expect(JSON.stringify(call(v)), name).toBe(JSON.stringify(call([1, 0])));
    }
    expect(Array.from(v)).toEqual(before);
  });

  it("also where they are scaled", () => {
    for (const v of [Float64Array.of(3e300, 1e300), Object.freeze([3e-300, 1e-300])]) {
      const before = Array.from(v);
      for (const call of Object.values(calls)) call(v, good, { normalize: true });
      expect(Array.from(v)).toEqual(before);
    }
  });
});

it("the longest array that there is, without entries, is refused at once", () => {
  const longest = new Array(2 ** 32 - 1) as number[];
  const start = performance.now();
  for (const [name, call] of Object.entries(calls)) {
    refuse(name, () => call(longest, longest), TypeError, "", "[0] is undefined");
    refuse(name, () => call(longest, good), TypeError, "p", "");
  }
  for (const [name, [call]] of Object.entries(single)) {
    refuse(name, () => call(longest), TypeError, "", name === "informationGain" ? "" : "[0] is");
  }
  const three = { others: [longest] };
  refuse("jensenShannon", () => klab.jensenShannon(longest, good, three), TypeError, "p[0]", "");
  expect(performance.now() - start).toBeLessThan(2000);
});

describe("options", () => {
  const all: Record<string, (options: unknown) => unknown> = {
    ...Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [name, (o) => call(good, good, o as object)]),
    ),
    ...Object.fromEntries(
      Object.entries(single)
        .filter(([name]) => !/Code$|Coder|block|codeLength|pairwise/.test(name))
        .map(([name, [call]]) => [name, (o) => call(good, o as object)]),
    ),
    generalizedKl: (o) => klab.generalizedKl(good, good, o as object),
    huffmanCode: (o) => klab.huffmanCode(good, o as object),
    shannonCode: (o) => klab.shannonCode(good, o as object),
    codeLength: (o) => klab.codeLength(good, klab.huffmanCode(good), o as object),
    arithmeticCoder: (o) => klab.arithmeticCoder(good, o as object),
    blockPmf: (o) => klab.blockPmf(good, 2, o as object),
    renyi: (o) => klab.renyi(good, good, o as klab.RenyiOptions),
    tsallis: (o) => klab.tsallis(good, good, o as klab.TsallisOptions),
    alphaDivergence: (o) => klab.alphaDivergence(good, good, o as klab.AlphaOptions),
  };
  describe.each(Object.keys(all))("of %s", (name) => {
    const call = all[name];
    it("with a misspelt name are refused, not ignored", () => {
      refuse(name, () => call({ bas: 2 }), TypeError, "", "there is no option bas; give one of");
      refuse(name, () => call({ normalise: true }), TypeError, "", "no option normalise");
    });
    it("that are no object are refused", () => {
      // (measures with an order put it before what they are given)
      for (const [given, word] of [
        [null, "null"],
        [2, "number"],
        ["bits", "string"],
        [[2], "array"],
      ] as const) {
        refuse(name, () => call(given), TypeError, "options", `got ${word}`);
      }
    });
    it("may be left out or empty", () => {
      if (/renyi|tsallis|alphaDivergence/.test(name)) return; // they need their order
      expect(JSON.stringify(call(undefined))).toBe(JSON.stringify(call({})));
    });
    it("want true or false for normalize", () => {
      if (name === "generalizedKl") return; // it has none
      for (const normalize of ["yes", 1, null]) {
        refuse(name, () => call({ normalize }), TypeError, "options.normalize", "true or false");
      }
    });
  });

  it("with a few words to choose from name them", () => {
    const says = '"zh-CN", "en"';
    refuse(
      "explain",
      () => klab.explain(good, good, { locale: "fr" as "en" }),
      RangeError,
      "",
      says,
    );
    refuse("conventions", () => calls.conventions(good, good, { locale: 3 }), TypeError, "", says);
    const given = { given: "cols" as "rows" };
    const call = (): unknown => klab.conditionalEntropy([[0.5, 0.5]], given);
    refuse("conditionalEntropy", call, RangeError, "options.given", '"rows", "columns"');
  });

  it("of another kind than they should be are refused by name", () => {
    const names = { outcomes: "ab" as never };
    refuse(
      "explain",
      () => klab.explain(good, good, names),
      TypeError,
      "options.outcomes",
      "texts",
    );
    const mixed = { outcomes: ["a", 2] as never };
    refuse(
      "explain",
      () => klab.explain(good, good, mixed),
      TypeError,
      "outcomes[1]",
      "got number",
    );
    for (const others of [5, null, "ab"]) {
      const call = (): unknown => klab.jensenShannon(good, good, { others: others as never });
      refuse("jensenShannon", call, TypeError, "options.others", "must be an array of arrays");
    }
    const positions = { positions: ["0", 1] as never };
    const call = (): unknown => klab.wasserstein(good, good, positions);
    refuse("wasserstein", call, TypeError, "options.positions[0]", '"0" (string)');
    const model = { model: null as never };
    refuse("perplexity", () => klab.perplexity(good, model), TypeError, "options.model", "null");
  });
});
