/**
 * What an extreme world does with plain numbers and arrays: set them apart, make them alike, give arrays very many
 * entries, or put one array's peak where another is largest.
 */
export type Extreme = "apart" | "alike" | "many" | "peaked";

/** Entries of every array of a world, as many as sums count to. */
export const entriesOf = (extreme: Extreme | undefined): number => (extreme === "many" ? 4096 : 3);

const tiny = 1e-9;
const shares: readonly (readonly number[])[] = [
  [1 - 2 * tiny, tiny, tiny],
  [tiny, tiny, 1 - 2 * tiny],
  [tiny, 1 - 2 * tiny, tiny],
  [0.5, tiny, 0.5 - tiny],
];

// Arrays of one world lie two places apart, and so are of different halves.
const peaked: readonly (readonly number[])[] = [
  [0.75, 0.2, 0.05],
  [0.55, 0.25, 0.2],
  [0.99, 0.007, 0.003],
  [0.96, 0.01, 0.03],
];

/** Probabilities of array number `shift` of an extreme world. */
export function extremeShares(extreme: Extreme, shift: number): readonly number[] {
  if (extreme === "apart") return shares[shift % shares.length];
  if (extreme === "peaked") return peaked[shift % peaked.length];
  if (extreme === "alike") return [0.2, 0.5, 0.3];
  const weights = Array.from({ length: entriesOf(extreme) }, (_, i) =>
    (i + shift) % 3 === 0 ? 1 + (shift % 4) : 1,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Numbers by what they usually are, neighbours far from each other. */
export const numbersApart = {
  share: [1 - 1e-6, 1e-6, 0.5, 1e-3, 1 - 1e-3, 1e-4, 0.9, 0.1],
  scale: [1e3, 1e-3, 30, 0.02, 200, 5e-3, 10, 0.1],
  positive: [1e3, 1e-3, 30, 0.02, 200, 5e-3, 10, 0.1],
  real: [40, -30, 9, -12, 25, -18, 6, -50],
} as const;
