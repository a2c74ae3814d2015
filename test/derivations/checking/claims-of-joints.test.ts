import { describe, expect, test, vi } from "vitest";
import { bernoulli, categorical, normal } from "../../../src";
import {
  check,
  derivation,
  joint,
  jointTable,
  type Step,
  type World,
} from "../../../src/derivations";
import { type Claim, stepsOf } from "./claims";
import * as subtle from "./claims-of-joints";

// On a busy machine laws of large numbers take a minute.
vi.setConfig({ testTimeout: 240_000 });

const pairs: readonly World[] = [
  {
    name: "表",
    scope: {
      P: jointTable(
        ["x", "y"],
        [
          [0.1, 0.2, 0.15],
          [0.25, 0.05, 0.25],
        ],
      ),
      Q: jointTable(
        ["x", "y"],
        [
          [0.2, 0.1, 0.1],
          [0.3, 0.2, 0.1],
        ],
      ),
      f: (x: number, y: number) => x - 2 * y,
    },
    grid: { x: [0, 1], y: [0, 1, 2] },
  },
  {
    name: "有零的表",
    scope: {
      P: jointTable(
        ["x", "y"],
        [
          [0.5, 0],
          [0.2, 0.3],
        ],
      ),
      Q: jointTable(
        ["x", "y"],
        [
          [0.25, 0.25],
          [0.1, 0.4],
        ],
      ),
      f: (x: number, y: number) => x * y + 1,
    },
    grid: { x: [0, 1], y: [0, 1] },
  },
  {
    name: "离散与连续",
    scope: {
      P: joint({ x: bernoulli(0.3), y: (x: number) => normal(2 * x, 1 + x) }),
      Q: joint({ x: bernoulli(0.6), y: (x: number) => normal(x, 2) }),
      f: (x: number, y: number) => x + y,
    },
    grid: { x: [0, 1], y: [-1, 0, 2] },
  },
];

const latent: readonly World[] = [
  {
    name: "混合",
    scope: {
      p: joint({ z: bernoulli(0.4), x: (z: number) => normal(3 * z - 1, 1) }),
      q: bernoulli(0.7),
      r: bernoulli(0.2),
    },
    grid: { x: [-2, 0.3, 1.5] },
  },
  {
    name: "线性",
    scope: {
      p: joint({ z: normal(0, 1), x: (z: number) => normal(z, 0.5) }),
      q: normal(0.5, 0.6),
      r: normal(-0.3, 1.2),
    },
    grid: { x: [-1, 0.3, 2] },
  },
  {
    name: "表",
    scope: {
      p: jointTable(
        ["z", "x"],
        [
          [0.1, 0.25],
          [0.3, 0.05],
          [0.1, 0.2],
        ],
      ),
      q: categorical([0.2, 0.5, 0.3]),
      r: categorical([0.6, 0.3, 0.1]),
    },
    grid: { x: [0, 1] },
  },
];

/** A definition that opens a chain has no relation after it. */
const stepsFrom = (claim: Claim): Step[] =>
  stepsOf(claim).map((step, i) =>
    i === 1 && claim[0].includes(":=") ? { expression: step.expression } : step,
  );

/** Another seed is another sample; more than one in the full test. */
const seeds = process.env.KLAB_FULL === "1" ? [0, 1, 2] : [0];
const seedsOf = (claim: Claim): readonly number[] =>
  claim.some((line) => /x\[|L := |L\(t\) := /.test(line)) ? seeds : [0];

const groups = [
  ["default", subtle.subtleFalse, subtle.subtleTrue, undefined],
  ["of two variables", subtle.jointFalse, subtle.jointTrue, pairs],
  ["with a latent variable", subtle.evidenceFalse, subtle.evidenceTrue, latent],
] as const;

test("there are at least sixty false claims and forty true ones", () => {
  expect(groups.reduce((sum, [, wrong]) => sum + wrong.length, 0)).toBeGreaterThanOrEqual(60);
  expect(groups.reduce((sum, [, , right]) => sum + right.length, 0)).toBeGreaterThanOrEqual(40);
});

for (const [name, wrong, right, worlds] of groups) {
  describe(`subtly false, worlds ${name}`, () => {
    for (const claim of wrong) {
      test(`${claim.join(" ")} is rejected`, () => {
        const steps = stepsFrom(claim);
        const chain = derivation({ id: "claim", steps, ...(worlds ? { worlds } : {}) });
        for (const seed of seedsOf(claim)) {
          const { ok, steps: verdicts } = check(chain, { seed, budget: 120 });
          expect(ok).toBe(false);
          const failed = verdicts.find((verdict) => !verdict.ok)!;
          // Two numbers, or words that say why there are none.
          const isSeen = failed.gap > failed.allowed;
          expect(isSeen || failed.note.length > 0).toBe(true);
        }
      });
    }
  });

  describe(`true, worlds ${name}`, () => {
    for (const claim of right) {
      test(`${claim.join(" ")} is accepted`, () => {
        const steps = stepsFrom(claim);
        const chain = derivation({ id: "claim", steps, ...(worlds ? { worlds } : {}) });
        for (const seed of seedsOf(claim)) {
          expect(check(chain, { seed, budget: 120 }).steps.filter(({ ok }) => !ok)).toEqual([]);
        }
      });
    }
  });
}
