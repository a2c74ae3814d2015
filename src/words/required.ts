/**
 * `value`, which cannot be missing where this is called.
 *
 * @throws Error that names `what` if it is missing after all: a fault of klab, and not of its caller
 */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value !== undefined && value !== null) return value;
  throw new Error(`klab: 内部错误，缺少 ${what} / internal error: ${what} is missing`);
}
