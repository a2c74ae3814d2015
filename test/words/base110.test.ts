import { deflateRawSync } from "node:zlib";
import { assert, integer, property, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { openBrowser } from "../../src/pictures/browser";
import { fromBase110, toBase110 } from "../../src/words/base110";

/** Bytes that compress no further. */
const noise = (length: number): Uint8Array => {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
};

const samples = [
  ...Array.from({ length: 80 }, (_, length) => noise(length)),
  ...[0, 255, 128].map((byte) => new Uint8Array(1000).fill(byte)),
  Uint8Array.from({ length: 256 }, (_, i) => i),
  noise(70_000),
];

const browser = await openBrowser({ log: console.log });
if (!browser) console.log("skipped: no browser found, base110 was not read back from a page");

describe("base110", () => {
  test("gives back bytes of every length and kind", () => {
    for (const bytes of samples) expect(fromBase110(toBase110(bytes))).toEqual(bytes);
    assert(
      property(uint8Array({ maxLength: 90 }), (bytes) => {
        expect(fromBase110(toBase110(bytes))).toEqual(bytes);
      }),
      { numRuns: 500 },
    );
  });

  test("is printable, without spaces, and ends no script", () => {
    const text = toBase110(noise(300_000));
    expect(text).toMatch(/^[!-;=-~\u00ae-\u07fb]*$/);
    // Every character of the alphabet comes: what is said of the text is said of all.
    expect(new Set(text).size).toBe(93 + 17 * 110);
  });

  test("takes eleven hundredths less of UTF-8 than base64", () => {
    const bytes = deflateRawSync(
      Array.from({ length: 50_000 }, (_, i) => Math.sin(i).toString(36)).join(),
    );
    expect(Buffer.byteLength(toBase110(bytes))).toBeLessThan(1.185 * bytes.length);
    expect(Buffer.byteLength(toBase110(noise(300_000)))).toBeLessThan(1.182 * 300_000);
  });

  test("what is cut short is no other bytes", () => {
    assert(
      property(integer({ min: 1, max: 60 }), integer({ min: 4, max: 20 }), (length, cut) => {
        expect(() => fromBase110(toBase110(noise(length)).slice(0, -cut))).toThrow(RangeError);
      }),
    );
  });

  test.skipIf(!browser)(
    "comes back from a page, from the page that its script writes, and from a file's string",
    async () => {
      const packed = samples.map(toBase110);
      const elements = packed.map((text) => `<script type="text/plain">${text}</script>`).join("");
      const page = await browser!.newPage();
      const read = "[...document.scripts].map((script) => script.textContent)";
      const bytesOf = (texts: unknown): Uint8Array[] => (texts as string[]).map(fromBase110);
      // As UTF-8 on the way, as from disk.
      const open = async (html: string): Promise<Uint8Array[]> => {
        const body = Buffer.from(`<!doctype html><meta charset="utf-8"><body>${html}`, "utf8");
        await page.route("**/*", (route) => route.fulfill({ body, contentType: "text/html" }));
        await page.goto("http://klab.test/");
        await page.unroute("**/*");
        return bytesOf(await page.evaluate(read));
      };
      expect(await open(elements)).toEqual(samples);
      const saved = String(await page.evaluate("document.body.innerHTML"));
      expect(await open(saved)).toEqual(samples);
      const parsed = `const page = new DOMParser().parseFromString(document.documentElement.outerHTML, "text/html");
        [...page.scripts].map((script) => script.textContent)`;
      expect(bytesOf(await page.evaluate(parsed))).toEqual(samples);
      expect(bytesOf(await page.evaluate(`(${JSON.stringify(packed)})`))).toEqual(samples);
      await page.close();
      await browser!.close();
    },
  );
});
