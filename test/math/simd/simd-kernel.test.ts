import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../src";
import { klOfVectors } from "../../../src/divergences/vectors/kl-of-vectors";
import { productWithTransposed } from "../../../src/math/product-with-transposed";
import { relativeEntropySums } from "../../../src/math/relative-entropy-sums";
import { kernelBytes } from "../../../src/math/simd/kernel-bytes";
import { loadKernel, simdKernel } from "../../../src/math/simd/simd-kernel";
import { pmfs, settings } from "../../support/arbitraries";
import { reference, relativeError } from "../../support/reference";

const kernel = simdKernel();

describe("the SIMD kernel", () => {
  it("is what its source compiles to, and under 4 kB", async () => {
    const { asSource, compileKernel } = await import("../../../src/project/simd-bytes.mjs");
    const bytes: Uint8Array = await compileKernel();
    expect(bytes.length).toBeLessThan(4096);
    const text = readFileSync("src/math/simd/kernel-bytes.ts", "utf8");
    expect(text).toBe(asSource(bytes));
    expect(Buffer.from(kernelBytes, "base64").equals(Buffer.from(bytes))).toBe(true);
  });

  it("loads here, and is left out where compiling is forbidden or unknown", () => {
    expect(kernel).toBeDefined();
    expect(loadKernel({})).toBeUndefined();
    const Module = class {
      constructor() {
        throw new EvalError("Refused to compile: script-src");
      }
    };
    expect(loadKernel({ WebAssembly: { Module, Instance: Module as never } })).toBeUndefined();
    const bare = runInNewContext("({ WebAssembly: undefined })") as object;
    expect(loadKernel(bare)).toBeUndefined();
  });

  it.each(reference.discrete)(
    "and plain TypeScript meet the reference: $kind ($p.length)",
    ({ p, q, want }) => {
      const long = (v: number[]): Float64Array => {
        const wide = new Float64Array(Math.max(32, v.length)); // zeros change nothing
        wide.set(v);
        return wide;
      };
      for (const which of [kernel, null]) {
        const value = klOfVectors("kl", long(p), long(q), { kernel: which });
        expect(relativeError(value, want.kl)).toBeLessThan(1e-14);
      }
    },
  );

  it("agrees with plain TypeScript to 1e-15, at every length and over all ratios", () => {
    const next = seeded(3);
    for (const n of [24, 25, 31, 100, 511, 512, 513, 2047, 2048, 2049, 5000, 300_001]) {
      for (const spread of [1e-9, 1, 30, 600]) {
        const p = Float64Array.from({ length: n }, () => Math.exp(spread * (next() - 0.5)));
        const q = p.map((x) => x * Math.exp(spread * (next() - 0.5)));
        const [fast, slow] = [kernel, null].map((k) => relativeEntropySums(p, q, k));
        expect(relativeError(fast.phi, slow.phi)).toBeLessThan(1e-15);
        expect(relativeError(fast.mass, slow.mass)).toBeLessThan(1e-15);
        const scale = 2 * slow.mass + Math.abs(slow.excess);
        expect(Math.abs(fast.excess - slow.excess)).toBeLessThan(1e-15 * scale);
      }
    }
  });

  it("gives the same for plain, single and double arrays, with zeros anywhere", () => {
    fc.assert(
      fc.property(pmfs(2, 90), ([p, q]) => {
        const [a, b] = [Float64Array.from(p), Float64Array.from(q)];
        const value = klOfVectors("kl", p, q, { kernel });
        expect(klOfVectors("kl", a, b, { kernel })).toBe(value);
        expect(relativeError(klOfVectors("kl", a, b, { kernel: null }), value)).toBeLessThan(2e-15);
      }),
      settings(300),
    );
  });

  it("takes arrays made in another realm, as a notebook cell's are", () => {
    const made = runInNewContext(`({
      double: Float64Array.from({ length: 100 }, () => 0.01),
      single: Float32Array.from({ length: 100 }, () => 0.01),
      plain: Array.from({ length: 100 }, () => 0.01),
      view: new DataView(new ArrayBuffer(8)),
    })`) as Record<string, number[]>;
    const own = Array.from({ length: 100 }, (_, i) => (i + 0.5) / 5000);
    const want = klOfVectors("kl", own, made.plain);
    expect(klOfVectors("kl", own, made.double)).toBe(want);
    expect(klOfVectors("kl", own, made.single)).toBeCloseTo(want, 7);
    expect(() => klOfVectors("kl", made.view, made.view)).toThrow(TypeError);
  });

  it("finds a bad entry wherever it stands in a long vector", () => {
    for (const at of [0, 3, 511, 2050, 4999]) {
      for (const bad of [-1e-3, Number.NaN, Number.POSITIVE_INFINITY]) {
        const p = new Float64Array(5000).fill(1 / 5000);
        p[at] = bad;
        const q = new Float64Array(5000).fill(1 / 5000);
        expect(() => klOfVectors("kl", p, q)).toThrow(`p[${at}] is ${bad}`);
        expect(() => klOfVectors("kl", q, p)).toThrow(`q[${at}] is ${bad}`);
      }
    }
    const words = Array.from({ length: 100 }, () => 0.01) as unknown[];
    words[70] = "0.01";
    expect(() => klOfVectors("kl", words as number[], words as number[])).toThrow(TypeError);
  });

  it("multiplies matrices of any shape as plain loops do", () => {
    const next = seeded(8);
    for (const [m, n, d] of [
      [1, 1, 1],
      [3, 5, 7],
      [64, 128, 256],
      [65, 129, 257],
      [130, 7, 600],
    ] as const) {
      const a = Float64Array.from({ length: m * d }, next);
      const b = Float64Array.from({ length: n * d }, next);
      const [fast, slow] = [kernel, undefined].map((k) =>
        productWithTransposed(a, b, { rows: m, columns: n, depth: d }, k),
      );
      for (let i = 0; i < m * n; i++) {
        expect(relativeError(fast[i], slow[i])).toBeLessThan(1e-13);
      }
    }
  });
});
