import { deflateRawSync } from "node:zlib";
import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase91, toBase91 } from "../../src/words/base91";

describe("base91", () => {
  test("gives back every sequence of bytes", () => {
    assert(
      property(array(integer({ min: 0, max: 255 }), { maxLength: 60 }), (list) => {
        const bytes = Uint8Array.from(list);
        expect(fromBase91(toBase91(bytes))).toEqual(bytes);
      }),
      { numRuns: 500 },
    );
  });

  test("is text that ends no script, string or attribute", () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * i * 31 + (i >> 3)) % 256);
    expect(toBase91(bytes)).toMatch(/^[!#-;=-[\]-~]*$/);
  });

  test("takes eight hundredths less than base64", () => {
    const bytes = deflateRawSync(
      Array.from({ length: 50_000 }, (_, i) => Math.sin(i).toString(36)).join(),
    );
    expect(toBase91(bytes).length).toBeLessThan(1.24 * bytes.length);
  });

  test("what is cut short is no other bytes", () => {
    const text = toBase91(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(() => fromBase91(text.slice(0, -3))).toThrow(RangeError);
  });
});
