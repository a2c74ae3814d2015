import { infinityText } from "./number-text";

/**
 * A value as JSON can keep it: ∞ as the text "∞", −∞ as "−∞"; NaN, which says that a number is not known, as null.
 *
 * JSON.stringify alone writes null for all three, so that a stored ∞ reads as a gap.
 */
export function jsonReady(value: unknown): unknown {
  if (typeof value === "number") return infinityText(value) ?? value;
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return Array.from(value as ArrayLike<unknown>, jsonReady);
  }
  if (typeof (value as { toJSON?: unknown }).toJSON === "function") {
    return (value as { toJSON(): unknown }).toJSON();
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonReady(item)]));
}

/** A plain answer that JSON.stringify stores as `jsonReady` has it; it looks and compares as before. */
export function storable<T extends object>(answer: T): T {
  const toJSON = function (this: object): unknown {
    return jsonReady({ ...this });
  };
  return Object.defineProperty(answer, "toJSON", { value: toJSON, configurable: true });
}
