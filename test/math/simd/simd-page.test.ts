import { createHash } from "node:crypto";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, describe, expect, it, vi } from "vitest";
import { kl, pairwise, seeded } from "../../../src";
import { openBrowser } from "../../../src/pictures/browser";

const browser: Browser | undefined = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, the kernel was not tried in a page");
afterAll(() => browser?.close());

function vector(n: number, seed: number): number[] {
  const next = seeded(seed);
  const v = Array.from({ length: n }, () => next() + 1e-3);
  const sum = v.reduce((a, b) => a + b, 0);
  return v.map((x) => x / sum);
}

/** A page that computes with the bundled library under a content security policy. */
async function pageSays(policy: string): Promise<{ wasm: boolean; value: number; entry: number }> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { kl } from "./src/divergences/kl";
        export { pairwise } from "./src/divergences/pairwise";
        export { simdKernel } from "./src/math/simd/simd-kernel";`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "klab",
  });
  const script = outputFiles[0].text;
  const hash = createHash("sha256").update(script).digest("base64");
  const meta = policy.replace("HASH", `'sha256-${hash}'`);
  const page = await (await browser!.newContext({ offline: true })).newPage();
  await page.setContent(
    `<meta http-equiv="Content-Security-Policy" content="${meta}"><script>${script}</script>`,
  );
  const say = ([p, q]: [number[], number[]]): { wasm: boolean; value: number; entry: number } => {
    const { klab } = globalThis as unknown as {
      klab: {
        kl(p: number[], q: number[]): number;
        pairwise(m: unknown, rows: number[][]): number[][];
        simdKernel(): unknown;
      };
    };
    return {
      wasm: klab.simdKernel() !== undefined,
      value: klab.kl(p, q),
      entry: klab.pairwise(klab.kl, [p, q])[0][1],
    };
  };
  return page.evaluate(say, [vector(3000, 1), vector(3000, 2)] as [number[], number[]]);
}

describe("the kernel in a page", () => {
  const [p, q] = [vector(3000, 1), vector(3000, 2)];
  const cases: [title: string, policy: string, wasm: boolean][] = [
    ["runs where the policy allows WebAssembly", "script-src HASH 'wasm-unsafe-eval'", true],
    ["is replaced by TypeScript where the policy forbids it", "script-src HASH", false],
  ];
  // Without a browser the line above tells why nothing ran.
  for (const [title, policy, wasm] of browser ? cases : []) {
    it(`${title}, with the same values`, async () => {
      const said = await pageSays(policy);
      expect(said.wasm).toBe(wasm);
      expect(Math.abs(said.value / kl(p, q) - 1)).toBeLessThan(1e-15);
      expect(Math.abs(said.entry / pairwise(kl, [p, q])[0][1] - 1)).toBeLessThan(1e-13);
    });
  }
  it("is asked for lazily: importing the library compiles nothing", async () => {
    const before = WebAssembly.Module;
    let compiled = 0;
    WebAssembly.Module = new Proxy(before, {
      construct: (target, given) => {
        compiled++;
        return new target(given[0] as BufferSource);
      },
    });
    try {
      vi.resetModules();
      const fresh = await import("../../../src/math/simd/simd-kernel");
      expect(compiled).toBe(0);
      fresh.simdKernel();
      fresh.simdKernel();
      expect(compiled).toBe(1);
    } finally {
      WebAssembly.Module = before;
    }
  });
});
