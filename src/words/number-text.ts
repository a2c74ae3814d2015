/** Numbers as text. */

const withMinus = (text: string): string => text.replaceAll("-", "−");

/** "∞" or "−∞"; undefined for other numbers. */
export function infinityText(value: number): string | undefined {
  if (value === Number.POSITIVE_INFINITY) return "∞";
  return value === Number.NEGATIVE_INFINITY ? "−∞" : undefined;
}

/** What is no finite number as a sign; undefined for the others. */
const sign = (value: number): string | undefined =>
  Number.isNaN(value) ? "—" : infinityText(value);

/** A number with at most so many significant digits, as JavaScript writes it: 0.3333, -1e-7, Infinity. */
export const shortNumber = (value: number, digits = 6): string =>
  String(Number(value.toPrecision(digits)));

/** A number for reading: six significant digits, ∞ and the minus as signs: 0.333333, −1e−7. */
export const readable = (value: number): string => sign(value) ?? withMinus(shortNumber(value));

/** A number for a title or a sentence: four significant digits and their zeros left out, large and small as powers. */
export function numberText(value: number, digits = 4): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  const isPlain = size >= 1e-4 && size < 1e6;
  return sign(value) ?? withMinus(isPlain ? plain(value, digits) : value.toExponential(digits - 1));
}

function plain(value: number, digits: number): string {
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  const fixed = value.toFixed(Math.min(decimals, 12));
  return fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
}
