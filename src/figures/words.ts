/** The languages klab speaks. */
export type Locale = "zh-CN" | "en";

/** The unit of a logarithm's base. */
export function unitName(base?: number): string {
  if (base === undefined || base === Math.E) return "nat";
  if (base === 2) return "bit";
  if (base === 10) return "hart";
  return `log${base}`;
}

/** A number for a title or a sentence: four significant digits, ∞ as such. */
export function numberText(value: number, digits = 4): string {
  if (value === Number.POSITIVE_INFINITY) return "∞";
  if (value === Number.NEGATIVE_INFINITY) return "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size >= 1e-4 && size < 1e6 ? plain(value, digits) : value.toExponential(digits - 1);
  return text.replace("-", "−");
}

function plain(value: number, digits: number): string {
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  const fixed = value.toFixed(Math.min(decimals, 12));
  return fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
}
