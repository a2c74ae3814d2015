import fc from "fast-check";

/** Property settings: a seed that the failure message prints, and that KLAB_SEED replaces. */
export const settings = (numRuns = 300): { seed: number; numRuns: number } => ({
  seed: Number(process.env.KLAB_SEED ?? 20240607),
  numRuns,
});

const divided = (v: readonly number[]): number[] => {
  const sum = v.reduce((a, b) => a + b, 0);
  return v.map((x) => x / sum);
};

const weight = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 1e-3, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 300 }).map((k) => 10 ** -k) },
  { weight: 1, arbitrary: fc.constant(0) },
);

/** `count` probability vectors of one length, with zeros and far-apart entries among them. */
export function pmfs(count: number, maxLength = 12): fc.Arbitrary<number[][]> {
  return fc.integer({ min: 1, max: maxLength }).chain((n) =>
    fc.array(
      fc
        .array(weight, { minLength: n, maxLength: n })
        .filter((v) => v.some((x) => x > 1e-3))
        .map(divided),
      { minLength: count, maxLength: count },
    ),
  );
}

/** Pairs that differ by a relative 1e-3 … 1e-11. */
export const nearPairs: fc.Arbitrary<[number[], number[]]> = fc
  .tuple(
    fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 }),
    fc.integer({ min: 3, max: 11 }),
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
  )
  .map(([v, digits, moves]) => {
    const q = divided(v);
    return [divided(q.map((x, i) => x * (1 + 10 ** -digits * moves[i]))), q];
  });
