import { describe, expect, it } from "vitest";
import { greatestInteger } from "../../src/math/greatest-integer";

describe("the greatest value among integers", () => {
  it("is found in few steps, wherever it stands", () => {
    for (const top of [0, 1, 7, 123_456_789, 999_999_999, 1_000_000_000]) {
      let calls = 0;
      const f = (k: number): number => {
        calls++;
        return -Math.abs(k - top - 0.1);
      };
      expect(greatestInteger(f, 0, 1e9).at).toBe(top);
      expect(calls).toBeLessThan(120);
    }
  });
  it("tries a few one by one", () => {
    expect(greatestInteger((k) => Math.sin(k), 0, 6)).toEqual({ at: 2, value: Math.sin(2) });
  });
});
