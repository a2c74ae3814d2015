/**
 * Of cases of one kind those that `npm test` tries: the rest are repeats that take seconds each, left to
 * `npm run test:full`, and it is said so.
 */
export function shortOf<T>(all: readonly T[], few: readonly T[], what: string): readonly T[] {
  if (process.env.KLAB_FULL === "1") return all;
  const left = all.filter((one) => !few.includes(one)).map(String);
  console.log(`skipped: ${what}: ${left.join("; ")}: npm run test:full`);
  return few;
}
