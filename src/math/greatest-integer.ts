/** A whole number and the value of a function there. */
export interface IntegerSummit {
  readonly at: number;
  readonly value: number;
}

/** Fewer are tried one by one. */
const few = 8;

/** The greatest value among the integers from low to high of an f that rises and then falls, by golden sections. */
export function greatestInteger(
  f: (k: number) => number,
  low: number,
  high: number,
): IntegerSummit {
  const share = (3 - Math.sqrt(5)) / 2;
  let [a, b] = [low, high];
  while (b - a > few) {
    const step = Math.round((b - a) * share);
    if (f(a + step) < f(b - step)) a += step;
    else b -= step;
  }
  let best = { at: a, value: f(a) };
  for (let k = a + 1; k <= b; k++) {
    const value = f(k);
    if (value > best.value) best = { at: k, value };
  }
  return best;
}
