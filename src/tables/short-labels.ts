/** A number with more digits than a reader can do with. */
const long = /\d+\.\d{3,}/g;

/**
 * Labels of cells with four digits of each number, for pictures and tables; as they are where two would then be alike.
 */
export function shortLabels(labels: readonly string[]): string[] {
  const shortened = (digits: string): string => String(Number(Number(digits).toPrecision(4)));
  const short = labels.map((label) =>
    /^[([{]/.test(label) ? label.replace(long, shortened) : label,
  );
  const times = new Map<string, number>();
  for (const label of short) times.set(label, (times.get(label) ?? 0) + 1);
  return short.map((label, i) => (times.get(label) === 1 ? label : labels[i]));
}
