import { describe, expect, test } from "vitest";
import { check, derivation, errata } from "../../../src/derivations";

/** From the outline of the article; each is what the demonstration must give, to the digits printed there. */
const expected: Readonly<
  Record<string, Readonly<Record<string, readonly [value: number, digits: number]>>>
> = {
  E1: { gain: [0.531, 3], swapped: [0.737, 3] },
  E2: { nats: [0.368, 3], bits: [0.531, 3], ratio: [1 / Math.log(2), 12] },
  E3: { likelihood: [1.02e6, -4] },
  E4: { expected: [-1.544, 3] },
  E5: { integral: [-0.4431, 4] },
  E6: { kl: [4994.9, 1], js: [0.6406, 4] },
  E7: { step: [0.5, 9], jump: [2, 9] },
  E8: { gap: [0, 12] },
  E10: { cross: [1.862, 3], crossScaled: [-2.743, 3], kl: [0.4431, 4], klScaled: [0.4431, 4] },
  E12: { forward2: [2, 9], reverse2: [2, 9] },
  E13: { forward: [0.511, 3], reverse: [0.368, 3] },
  E14: {
    divergence1: [0.175, 3],
    divergence2: [0.637, 3],
    divergence3: [0.006, 3],
    drop1: [-0.031, 3],
    drop2: [0.94, 3],
    drop3: [-0.031, 3],
    mean: [0.2467, 4],
    gain: [0.2467, 4],
  },
  E15: { least: [-Math.log(0.5), 12], klAtPoint: [-Math.log(0.5), 12], klAtQ: [0, 15] },
  E16: {
    huffman: [0.029, 3],
    divergence: [0.449, 3],
    blocks: [0.491, 3],
    wide: [0.353, 3],
    middle: [0.437, 3],
    fine: [0.4431, 4],
  },
  E18: { divergence: [4.604, 3], bound: [Math.log(100), 12] },
  E19: { information: [0.5, 12], j: [1, 12] },
  E20: {
    forwardMean: [0, 3],
    forwardSd: [Math.sqrt(10), 3],
    js3Mean: [0, 3],
    js3Sd: [3.12, 2],
    js5Mean: [5, 1],
    js5Sd: [1, 1],
  },
  E21: { reverse: [Math.LN2, 12] },
  E22: { gap: [0, 12] },
};

describe("errata", () => {
  test("are E1 to E22, in order, each with what the article says and what is right", () => {
    expect(errata.map(({ id }) => id)).toEqual(Array.from({ length: 22 }, (_, i) => `E${i + 1}`));
    for (const { says, correct, at } of errata) {
      expect(says.length * correct.length * at.length).toBeGreaterThan(0);
    }
  });

  for (const { id, show } of errata) {
    if (!show) continue;
    test(`${id} is shown by the numbers of the outline`, () => {
      const { values, text } = show();
      expect(text).not.toMatch(/NaN|undefined/);
      for (const [name, [value, digits]] of Object.entries(expected[id] ?? {})) {
        expect(values[name], name).toBeCloseTo(value, digits);
      }
    });
  }

  test("E4: a needle on one draw lifts the likelihood without bound", () => {
    const { wide, narrow, needle } = errata[3].show!().values;
    expect(needle).toBeGreaterThan(narrow + 100);
    expect(narrow).toBeGreaterThan(wide);
  });

  test("E17: the likelihood of the truth is 9e-302 at 1000 tosses, and 0 in doubles at 1075", () => {
    const { thousand, more } = errata[16].show!().values;
    expect(thousand / 9.33e-302).toBeCloseTo(1, 2);
    expect(more).toBe(0);
  });

  test("E19: the mean log-likelihood ratio tends to one half", () => {
    expect(errata[18].show!().values.meanLogRatio).toBeCloseTo(0.5, 1);
  });

  test("E20: the reverse fit sits on one peak", () => {
    const { reverseMean, reverseSd } = errata[19].show!().values;
    expect(Math.abs(reverseMean)).toBeGreaterThan(2.8);
    expect(reverseSd).toBeLessThan(1.2);
  });

  test("E21: an outcome the model forbids costs infinity", () => {
    expect(errata[20].show!().values.forward).toBe(Number.POSITIVE_INFINITY);
  });

  for (const { id, wrong, right } of errata) {
    if (wrong) {
      test(`${id}: the article's version fails as a chain`, () => {
        expect(check(derivation(wrong)).ok).toBe(false);
      });
    }
    if (right) {
      test(`${id}: the corrected version has no counter-example`, () => {
        expect(check(derivation(right)).steps.filter(({ ok }) => !ok)).toEqual([]);
      });
    }
  }

  test("what the article prints is kept apart from what we write for its words", () => {
    const printed = errata.filter(({ article }) => article !== undefined);
    expect(printed.map(({ id }) => id)).toEqual(["E2", "E4", "E5", "E10"]);
    for (const { id, printed: read, wrong } of printed) {
      const { chain, notes } = read!();
      // The printed lines hold: what is wrong is what is said of them, or left out.
      expect(check(derivation(chain), { budget: 60 }).ok, id).toBe(true);
      expect(chain.steps).not.toEqual(wrong?.steps);
      if (id === "E5") expect(notes.join()).toMatch(/少.*dx.*少了一个自变量|少了一个自变量.*dx/);
    }
  });
});
