import { describe, expect, it } from "vitest";
import { crossEntropy, entropy, explain, kl } from "../../src";

/** A vector that counts how often each entry is read. */
function counting(v: readonly number[]): { readonly vector: number[]; readonly reads: number[] } {
  const reads = v.map(() => 0);
  const vector = new Proxy([...v], {
    get(target, key, receiver) {
      if (typeof key === "string" && /^\d+$/.test(key)) reads[Number(key)]++;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  return { vector, reads };
}

/** The same as an object with a length, which computes its entries. */
function computing(v: readonly number[]): {
  readonly vector: ArrayLike<number>;
  readonly reads: number[];
} {
  const reads = v.map(() => 0);
  const vector = { length: v.length } as ArrayLike<number>;
  for (const [i, x] of v.entries()) {
    Object.defineProperty(vector, i, {
      get: () => {
        reads[i]++;
        return x;
      },
    });
  }
  return { vector, reads };
}

const long = Array.from({ length: 100 }, (_, i) => (i + 0.5) / 5000);
interface Case {
  readonly name: string;
  readonly p: number[];
  readonly q: number[];
  readonly options?: { readonly base?: number; readonly normalize?: boolean };
}
const pairs: readonly Case[] = [
  { name: "short", p: [0.5, 0.3, 0.2], q: [0.2, 0.3, 0.5] },
  { name: "nearly equal", p: [0.5, 0.3, 0.2], q: [0.5 + 1e-12, 0.3 - 1e-12, 0.2] },
  { name: "long", p: long, q: [...long].reverse() },
  { name: "infinite", p: [0.5, 0.5, 0], q: [1, 0, 0], options: { base: 2 } },
  { name: "not normalised", p: [5, 3, 2], q: [1, 1e-30, 1e-40], options: { normalize: true } },
  { name: "tiny", p: [5e-300, 3e-300], q: [1e-300, 1e-310], options: { normalize: true } },
];

describe("explain", () => {
  it.each(pairs)("reads each entry once: $name", ({ p, q, options }) => {
    for (const made of [counting, computing]) {
      const [a, b] = [made(p), made(q)];
      const report = explain(a.vector, b.vector, options);
      expect(a.reads).toEqual(p.map(() => 1));
      expect(b.reads).toEqual(q.map(() => 1));
      expect(report.value).toBe(explain(p, q, options).value);
    }
  });

  const ordinary = pairs.filter(({ name }) => name !== "tiny"); // scaled before the fast sum, or after it
  it.each(ordinary)(
    "has the bits of the functions that it explains: $name",
    ({ p, q, options }) => {
      const report = explain(p, q, options);
      expect(report.value).toBe(kl(p, q, options));
      expect(report.reverse).toBe(kl(q, p, options));
      expect(report.entropy).toBe(entropy(p, options));
      expect(report.crossEntropy).toBe(crossEntropy(p, q, options));
    },
  );

  it("takes single precision as kl does", () => {
    const [p, q] = [Float32Array.of(0.3, 0.3, 0.4), Float32Array.of(0.1, 0.2, 0.7)];
    expect(explain(p, q).value).toBe(kl(p, q));
  });

  it("looks at no more entries than it needs to refuse a vector", () => {
    const endless = { length: 2 ** 50, 0: 0.5, 1: "0.5" } as unknown as ArrayLike<number>;
    expect(() => explain(endless, endless)).toThrow("p[1]");
  });
});
