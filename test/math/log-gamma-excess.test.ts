import { expect, test } from "vitest";
import { logGammaExcess } from "../../src/math/log-gamma-excess";

// By mpmath with 40 digits.
test.each([
  [1e-8, 1.6449340428070888e-16],
  [1e-4, 1.644693693342687e-8],
  [0.05, 0.003833703744680612],
  [0.1, 0.0143707925163636],
  [0.11, 0.01717390631940449],
  [1, Math.LN2],
  [10, 12.126791314602453],
])("lnΓ(1 + 2x) − 2 lnΓ(1 + x) at %f", (x, want) => {
  expect(Math.abs(logGammaExcess(x) / want - 1)).toBeLessThan(1e-13);
});

test("is 0 at 0 and rises", () => {
  expect(logGammaExcess(0)).toBe(0);
  let last = 0;
  for (let x = 0.001; x < 3; x += 0.001) {
    const value = logGammaExcess(x);
    expect(value).toBeGreaterThan(last);
    last = value;
  }
});
