/** a, b, c … z, aa: a chain's own numbering, which cannot be taken for the numbers of a lesson's formulas. */
export function letterOfStep(step: number): string {
  const rest = Math.floor((step - 1) / 26);
  return `${rest > 0 ? letterOfStep(rest) : ""}${String.fromCharCode(97 + ((step - 1) % 26))}`;
}
