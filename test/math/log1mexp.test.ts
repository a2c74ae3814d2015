import { expect, test } from "vitest";
import { log1mexp } from "../../src/math/log1mexp";

// mpmath, 50 digits.
test.each([
  [-1e-300, -690.7755278982137],
  [-1e-10, -23.025850929990455],
  [-0.1, -2.3521684610440907],
  [-0.69, -0.6963042971440567],
  [-0.7, -0.6863410028083852],
  [-2, -0.14541345786885906],
  [-40, -4.248354255291589e-18],
  [-700, -9.85967654375977e-305],
])("ln(1 − e^%s) is %s to the last digits", (x, y) => {
  expect(Math.abs(log1mexp(x) / y - 1)).toBeLessThan(5e-16);
});

test("at the ends: −∞ of 0, and 0 of −∞", () => {
  expect(log1mexp(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(log1mexp(Number.NEGATIVE_INFINITY)).toBeCloseTo(0, 300);
});
