/** A number with at most so many significant digits, as JavaScript writes it: 0.3333, 1e-7, Infinity. */
export const shortNumber = (value: number, digits = 6): string =>
  String(Number(value.toPrecision(digits)));
