import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceError, divide, productError } from "../../src/math/double-double";
import { settings } from "../support/arbitraries";

/** A double as an integer times 2^-1100: exact for all that are used here. */
const scale = 1100n;
function exact(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const field = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = field === 0 ? fraction : fraction | (1n << 52n);
  const shift = BigInt(Math.max(field, 1) - 1075) + scale;
  const magnitude = mantissa << shift;
  return bits >> 63n ? -magnitude : magnitude;
}

const double = fc.double({ min: -1e30, max: 1e30, noNaN: true }).filter((x) => Math.abs(x) > 1e-30);

describe("rounding errors, exactly", () => {
  test("of a product: a·b = fl(a·b) + error", () => {
    fc.assert(
      fc.property(double, double, (a, b) => {
        const rest = productError(a, b, a * b);
        expect((exact(a * b) + exact(rest)) << scale).toBe(exact(a) * exact(b));
      }),
      settings(),
    );
  });

  test("of a difference: a − b = fl(a − b) + error", () => {
    fc.assert(
      fc.property(double, double, (a, b) => {
        const rest = differenceError(a, b, a - b);
        expect(exact(a - b) + exact(rest)).toBe(exact(a) - exact(b));
      }),
      settings(),
    );
  });
});

test("a quotient of two double-doubles has about 100 bits", () => {
  fc.assert(
    fc.property(double, double, (a, b) => {
      const { high, low } = divide({ high: a, low: 0 }, { high: b, low: 0 });
      const left = (exact(high) + exact(low)) * exact(b);
      const gap = left - (exact(a) << scale);
      const allowed = (exact(Math.abs(a)) << scale) >> 98n;
      expect((gap < 0n ? -gap : gap) <= allowed).toBe(true);
    }),
    settings(),
  );
});
