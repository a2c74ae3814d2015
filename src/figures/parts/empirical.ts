/** The different values of a sample with their relative frequencies, ascending. */
export function empirical(
  sample: readonly number[],
): readonly { readonly x: number; readonly share: number }[] {
  const counts = new Map<number, number>();
  for (const x of sample) counts.set(x, (counts.get(x) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([x, count]) => ({ x, share: count / sample.length }));
}
