import { describe, expect, test, vi } from "vitest";
import { check, derivation } from "../../../src/derivations";
import { type Claim, falseClaims, stepsOf, trueClaims } from "./claims";

// On a busy machine ten seeds of an optimum over samples take a minute.
vi.setConfig({ testTimeout: 240_000 });

/** Ten in the full test; an optimum over samples takes a second for each. */
const seeds = process.env.KLAB_FULL === "1" ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [0, 1];

/** The seed moves samples only: a claim without one is the same for every seed. */
const seedsOf = (claim: Claim): readonly number[] =>
  claim.some((line) => line.includes("x[i]")) ? seeds : [0];

describe("false claims", () => {
  test("there are at least forty, and twenty true ones", () => {
    expect(falseClaims.length).toBeGreaterThanOrEqual(40);
    expect(trueClaims.length).toBeGreaterThanOrEqual(20);
  });

  for (const claim of falseClaims) {
    test(`${claim.join(" ")} is rejected with a counter-example, for ${seeds.length} seeds where it has a sample`, () => {
      const chain = derivation({ id: "claim", steps: stepsOf(claim) });
      for (const seed of seedsOf(claim)) {
        const { ok, steps } = check(chain, { seed, budget: 120 });
        expect(ok).toBe(false);
        const failed = steps.find((verdict) => !verdict.ok)!;
        expect(chain.worlds.map(({ name }) => name)).toContain(failed.world);
        expect(failed.gap).toBeGreaterThan(failed.allowed);
        expect(Number.isNaN(failed.left) || Number.isNaN(failed.right)).toBe(false);
      }
    });
  }
});

describe("true claims", () => {
  for (const claim of trueClaims) {
    test(`${claim.join(" ")} is accepted, for ${seeds.length} seeds where it has a sample`, () => {
      const chain = derivation({ id: "claim", steps: stepsOf(claim) });
      for (const seed of seedsOf(claim)) {
        const failed = check(chain, { seed, budget: 120 }).steps.filter(({ ok }) => !ok);
        expect(failed).toEqual([]);
      }
    });
  }
});
