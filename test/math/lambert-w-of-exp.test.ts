import fc from "fast-check";
import { expect, test } from "vitest";
import { lambertWOfExp } from "../../src/math/lambert-w-of-exp";
import { relativeError } from "../support/reference";

// By mpmath, 50 digits: lambertw(exp(x)).
test.each([
  [-500, "7.124576406741285531549157e-218"],
  [-50, "1.928749847963917783016971e-22"],
  [-3, "0.04747849102486547567363595"],
  [-0.25, "0.4812884663975864439659279"],
  [0, "0.5671432904097838729999687"],
  [0.5, "0.7662486081617502588774686"],
  [1, "1.0"],
  [1.25, "1.128823796992623315396955"],
  [2.5, "1.87264704041659438300577"],
  [10, "7.929420095019697348561728"],
  [100, "95.44148664557583184017204"],
  [10000, "9990.790580994251924861813"],
  [100000000, "99999981.57931944025445709"],
])("W₀(e^%s)", (x, want) => {
  expect(relativeError(lambertWOfExp(x), want)).toBeLessThan(1e-14);
});

test("solves W + ln W = x, and increases", () => {
  fc.assert(
    fc.property(fc.double({ min: -600, max: 1e6, noNaN: true }), (x) => {
      const w = lambertWOfExp(x);
      expect(Math.abs(w + Math.log(w) - x)).toBeLessThanOrEqual(
        4e-16 * Math.max(1, Math.abs(x)) * 4,
      );
      expect(lambertWOfExp(x + 1)).toBeGreaterThan(w);
    }),
  );
});
