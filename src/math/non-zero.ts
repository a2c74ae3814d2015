/** Keeps Lentz's quotients finite. */
export function nonZero(x: number): number {
  return x === 0 ? 1e-300 : x;
}
