import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arithmeticCoder,
  blockPmf,
  codeLength,
  crossEntropy,
  entropy,
  huffmanCode,
  kl,
  type Prng,
  seeded,
  shannonCode,
} from "../../src";
import { pmfs, settings } from "../support/arbitraries";

const bits = { base: 2 };

/** `count` symbols that follow p. */
function draw(p: readonly number[], count: number, prng: Prng): number[] {
  return Array.from({ length: count }, () => {
    let u = prng();
    const symbol = p.findIndex((x) => (u -= x) < 0);
    return symbol < 0 ? p.findIndex((x) => x > 0) : symbol; // −1 by rounding only
  });
}

describe("prefix codes", () => {
  it("are prefix-free, obey Kraft's inequality, and decode what they encode", () => {
    fc.assert(
      fc.property(pmfs(1, 9), ([p]) => {
        for (const code of [huffmanCode(p), shannonCode(p)]) {
          expect(code.kraftSum).toBeLessThanOrEqual(1);
          const words = code.words.filter((w): w is string => w !== undefined);
          for (const [i, a] of words.entries()) {
            for (const [j, b] of words.entries()) expect(i !== j && b.startsWith(a)).toBe(false);
          }
          const symbols = [...code.words.keys()].filter((s) => code.words[s]);
          expect(code.decode(code.encode(symbols))).toEqual(symbols);
        }
      }),
      settings(200),
    );
  });

  it("Huffman: H ≤ mean length ≤ H + 1, and no longer than Shannon's", () => {
    fc.assert(
      fc.property(pmfs(1, 9), ([p]) => {
        const [mean, h] = [codeLength(p, huffmanCode(p)), entropy(p, bits)];
        expect(mean).toBeGreaterThanOrEqual(h - 1e-12);
        expect(mean).toBeLessThanOrEqual(h + 1);
        expect(mean).toBeLessThanOrEqual(codeLength(p, shannonCode(p)) + 1e-12);
      }),
      settings(200),
    );
  });

  it("Huffman is optimal: no assignment of lengths with Kraft's sum ≤ 1 does better", () => {
    fc.assert(
      fc.property(pmfs(1, 5), ([p]) => {
        const used = p.filter((x) => x > 0);
        let best = Number.POSITIVE_INFINITY;
        const search = (i: number, room: number, mean: number): void => {
          if (i === used.length) best = Math.min(best, mean);
          else
            for (let l = 0; l < 5; l++) {
              if (2 ** -l <= room) search(i + 1, room - 2 ** -l, mean + used[i] * l);
            }
        };
        search(0, 1, 0);
        expect(codeLength(p, huffmanCode(p))).toBeCloseTo(best, 12);
      }),
      settings(60),
    );
  });

  it("Shannon for q on data from p: H(p, q) ≤ mean < H(p, q) + 1", () => {
    fc.assert(
      fc.property(pmfs(2, 9), ([p, q]) => {
        const [mean, h] = [codeLength(p, shannonCode(q)), crossEntropy(p, q, bits)];
        if (h === Number.POSITIVE_INFINITY) expect(mean).toBe(h);
        else {
          expect(mean).toBeGreaterThanOrEqual(h - 1e-9);
          expect(mean).toBeLessThan(h + 1 + 1e-9);
        }
      }),
      settings(200),
    );
  });

  it("give a sure outcome the empty word and an impossible one none", () => {
    expect(huffmanCode([0, 1, 0]).words).toEqual([undefined, "", undefined]);
    expect(codeLength([0.5, 0.5], huffmanCode([1, 0]))).toBe(Number.POSITIVE_INFINITY);
    expect(shannonCode([0.5, 0.5]).lengths).toEqual([1, 1]);
    expect(shannonCode([1 / 3, 1 / 3, 1 / 3]).lengths).toEqual([2, 2, 2]);
    expect(() => huffmanCode([1, 0]).encode([1])).toThrow(/has no word/);
    expect(() => huffmanCode([0.5, 0.25, 0.25]).decode("010")).not.toThrow();
    expect(() => huffmanCode([0.5, 0.25, 0.25]).decode("1")).toThrow(TypeError);
    expect(() => codeLength([0.5, 0.5], { lengths: [1] })).toThrow(TypeError);
    expect(() => codeLength([0.5, 0.5], undefined as never)).toThrow(TypeError);
    expect(() => blockPmf([0.5, 0.5], 40)).toThrow(RangeError);
  });
});

describe("the extra bits of p's data under q's code (E16), p = (.6, .4), q = (.9, .1)", () => {
  const [p, q] = [
    [0.6, 0.4],
    [0.9, 0.1],
  ];
  it("one-symbol Huffman for q is as long as p's own: .029 bit over H(p), though D = .449", () => {
    expect(codeLength(p, huffmanCode(q))).toBe(1);
    expect(codeLength(p, huffmanCode(q)) - entropy(p, bits)).toBeCloseTo(0.029, 3);
    expect(kl(p, q, bits)).toBeCloseTo(0.449, 3);
  });
  it("the Shannon code on blocks of 12 wastes .491 bit a symbol", () => {
    const mean = codeLength(blockPmf(p, 12), shannonCode(blockPmf(q, 12)), { normalize: true });
    expect(mean / 12 - entropy(p, bits)).toBeCloseTo(0.491, 3);
  });
  it.each([1, 2, 4, 8, 12, 16])("Shannon on blocks of %d: D ≤ extra < D + 1/n", (n) => {
    const code = shannonCode(blockPmf(q, n), { normalize: true });
    const extra = codeLength(blockPmf(p, n), code, { normalize: true }) / n - entropy(p, bits);
    const d = kl(p, q, bits);
    expect(extra).toBeGreaterThanOrEqual(d - 1e-9);
    expect(extra).toBeLessThan(d + 1 / n);
  });
});

describe("arithmeticCoder", () => {
  const full = process.env.KLAB_FULL === "1";
  const most = full ? 1_000_000 : 100_000;

  it("round-trips any symbols of any law, exactly", () => {
    fc.assert(
      fc.property(
        pmfs(1, 30),
        fc.array(fc.integer({ min: 0, max: 1e6 }), { maxLength: 200 }),
        ([q], picks) => {
          const allowed = [...q.keys()].filter((s) => q[s] > 0);
          const symbols = picks.map((k) => allowed[k % allowed.length]);
          const coder = arithmeticCoder(q);
          expect(coder.decode(coder.encode(symbols), symbols.length)).toEqual(symbols);
        },
      ),
      settings(500),
    );
  });

  it(`costs H(p) + D(p ‖ q) within 0.01 bit a symbol on ${most} symbols`, () => {
    const next = seeded(12);
    const laws: [number[], number[]][] = [
      [
        [0.6, 0.4],
        [0.9, 0.1],
      ],
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      [
        [0.7, 0.2, 0.05, 0.05],
        [0.1, 0.2, 0.3, 0.4],
      ],
      [
        [0.999, 0.001],
        [0.99, 0.01],
      ],
      [
        [0.5, 0.3, 0.2, 0],
        [0.25, 0.25, 0.25, 0.25],
      ],
    ];
    for (const [p, q] of laws) {
      const symbols = draw(p, most, next);
      const coder = arithmeticCoder(q);
      const code = coder.encode(symbols);
      expect(coder.decode(code, most)).toEqual(symbols);
      const seen = q.map((_, s) => symbols.filter((x) => x === s).length / most);
      const ideal = crossEntropy(seen, q, { base: 2, normalize: true });
      expect(Math.abs(code.length / most - ideal)).toBeLessThan(1e-3);
      const extra = code.length / most - entropy(seen, { base: 2, normalize: true });
      // The sample's own law differs from p by sampling noise only.
      const noise =
        6 *
        Math.sqrt(p.length / most) *
        Math.max(...q.filter((x) => x > 0).map((x) => -Math.log2(x)));
      expect(Math.abs(extra - kl(p, q, bits))).toBeLessThan(0.01 + noise);
    }
  });

  it("says which symbol cannot be coded, and what a code is", () => {
    const coder = arithmeticCoder([0.5, 0.5, 0]);
    expect(() => coder.encode([0, 2])).toThrow(/symbols\[1\] is 2, but q\[2\] is 0/);
    expect(() => coder.encode([3])).toThrow(TypeError);
    expect(() => coder.encode([0.5])).toThrow(TypeError);
    expect(() => coder.decode("01a", 1)).toThrow(TypeError);
    expect(() => coder.decode("01", -1)).toThrow(RangeError);
    expect(coder.encode([])).toBe("");
    expect(coder.decode("", 0)).toEqual([]);
  });

  it("gives rare symbols a code too", () => {
    const coder = arithmeticCoder([1 - 1e-12, 1e-12]);
    const symbols = [0, 0, 1, 0, 1, 1, 1, 0];
    expect(coder.decode(coder.encode(symbols), 8)).toEqual(symbols);
  });

  it("does not run beyond a code that is cut off or asked for more symbols than it has", () => {
    fc.assert(
      fc.property(
        pmfs(1, 9).filter(([q]) => q.every((x) => x < 0.6)),
        fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        ([q], picks, cut) => {
          const allowed = [...q.keys()].filter((s) => q[s] > 0);
          const coder = arithmeticCoder(q);
          const code = coder.encode(picks.map((k) => allowed[k % allowed.length]));
          const count = picks.length;
          const shorter = code.slice(0, Math.max(0, code.length - cut));
          // Zeros are read beyond the end: other symbols, or an error where those need more bits than there are.
          let decoded: number[] | undefined;
          try {
            decoded = coder.decode(shorter, count);
          } catch (error) {
            expect(String(error)).toMatch(/RangeError: .*code ends after about \d+ symbols/);
          }
          if (decoded) expect(decoded.every((s) => q[s] > 0)).toBe(true);
          expect(() => coder.decode(code, count + 10)).toThrow(RangeError);
        },
      ),
      settings(200),
    );
    expect(() => arithmeticCoder([0.5, 0.5]).decode("01", 1e9)).toThrow(/count is 1000000000/);
    expect(() => arithmeticCoder([1]).decode("01", 2 ** 40)).toThrow(RangeError); // killed the kernel
    expect(() => arithmeticCoder([0.5, 0.5]).decode("", 1)).toThrow(RangeError);
    for (const count of [Number.NaN, Number.POSITIVE_INFINITY, 1.5]) {
      expect(() => arithmeticCoder([0.5, 0.5]).decode("01", count)).toThrow(/count is/);
    }
    expect(() => arithmeticCoder([0.5, 0.5]).decode("01", "2" as never)).toThrow(TypeError);
  });

  it("takes alphabets of 65,536 symbols", () => {
    const n = 65_536;
    const next = seeded(21);
    const q = Array.from({ length: n }, () => -Math.log(1 - next()));
    const coder = arithmeticCoder(q, { normalize: true });
    const symbols = Array.from({ length: 20_000 }, () => Math.floor(next() * n));
    const code = coder.encode(symbols);
    expect(coder.decode(code, symbols.length)).toEqual(symbols);
    const z = q.reduce((a, b) => a + b, 0);
    const ideal = symbols.reduce((sum, s) => sum - Math.log2(q[s] / z), 0);
    expect(Math.abs(code.length - ideal) / symbols.length).toBeLessThan(0.01);
  });

  it("needs no bits for a sure symbol", () => {
    const coder = arithmeticCoder([0, 1, 0]);
    const symbols = new Array(100_000).fill(1);
    expect(coder.encode(symbols).length).toBe(2);
    expect(coder.decode(coder.encode(symbols), symbols.length)).toEqual(symbols);
  });
});

describe("what is no code and no symbol", () => {
  const prefix = huffmanCode([0.5, 0.25, 0.25]);
  const coder = arithmeticCoder([0.5, 0.25, 0.25]);
  const encoders = { "PrefixCode.encode": prefix, "arithmeticCoder.encode": coder };
  it.each(Object.entries(encoders))("%s names the symbol", (name, { encode }) => {
    const call = (symbols: unknown): string => encode.call(prefix, symbols as number[]);
    for (const symbol of [-1, 3, 0.5, Number.NaN, "0", "length", 1n, null, undefined]) {
      expect(() => call([0, symbol]), String(symbol)).toThrow(TypeError);
      expect(() => call([0, symbol])).toThrow(new RegExp(`^${name}: symbols\\[1\\] .* / `));
    }
    for (const symbols of ["012", null, undefined, 5, new Set([1]), { 0: 1 }]) {
      expect(() => call(symbols)).toThrow(new RegExp(`^${name}: symbols .* / symbols must be an`));
    }
    expect(call([])).toBe("");
    expect(call(Uint8Array.of(0, 1, 2))).toBe(call([0, 1, 2]));
  });

  it("codes are texts of 0 and 1", () => {
    for (const code of [101, null, undefined, ["0", "1"], "2", "01 ", "0\n"]) {
      expect(() => prefix.decode(code as string)).toThrow(/^PrefixCode.decode: .* must be a text/);
      expect(() => coder.decode(code as string, 1)).toThrow(/^arithmeticCoder.decode: .* a text/);
    }
  });

  it("lengths are numbers ≥ 0 (NaN and negative ones gave a mean)", () => {
    const mean = (first: unknown): number =>
      codeLength([0.5, 0.5], { lengths: [first as number, 1] });
    expect(() => mean("a")).toThrow(/code\.lengths\[0\] is "a"/);
    expect(() => mean(-1)).toThrow(RangeError);
    expect(() => mean(Number.NaN)).toThrow(/code\.lengths\[0\] is NaN/);
    expect(() => blockPmf([0.5, 0.5], "2" as never)).toThrow(TypeError);
  });

  it("long words come out right: Huffman of 1,000 halvings, Shannon of 5e-324", () => {
    const p = Array.from({ length: 1000 }, (_, i) => 2 ** -(i + 1));
    const code = huffmanCode(p, { normalize: true });
    expect(Math.max(...code.lengths)).toBe(999);
    expect(code.decode(code.encode([999, 0, 500]))).toEqual([999, 0, 500]);
    expect(shannonCode([1, 5e-324]).lengths).toEqual([1, 1074]);
  });
});
