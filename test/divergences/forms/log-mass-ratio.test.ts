import { describe, expect, test } from "vitest";
import { binomial, kl, normal, poisson, totalVariation, truncated } from "../../../src/index";

/** Laws of a mean and a deviation over very many integers, and by how much one is shifted. */
const laws = {
  "poisson of 1e12": [1e12, 1e6, (shift: number) => poisson(1e12 + shift)],
  "poisson of 1e14": [1e14, 1e7, (shift: number) => poisson(1e14 + shift)],
  "binomial of 4e13": [2e13, Math.sqrt(1e13), (s: number) => binomial(4e13, 0.5 + s / 4e13)],
} as const;

describe.each(Object.entries(laws))("nearly equal laws cut alike: %s", (_, [mean, sd, law]) => {
  test.each([-1, 0, 0.5, 3])(
    "are as far apart as the normal ones they are near: cut at %d",
    (c) => {
      const high = Math.round(mean + c * sd);
      const [p, q] = [0, 1e-3 * sd].map((shift) => truncated(law(shift), 0, high));
      const [x, y] = [0, 1e-3].map((shift) => truncated(normal(shift, 1), -40, c));
      // Half an integer at the cut, of a deviation of a million and more.
      expect(Math.abs(kl(p, q) / kl(x, y) - 1)).toBeLessThan(5 / sd);
      expect(Math.abs(totalVariation(p, q) / totalVariation(x, y) - 1)).toBeLessThan(5 / sd);
    },
  );
});
