/**
 * Errors that say who, which argument, what was given and what to do, in both languages.
 *
 * `RangeError` for a value, `TypeError` for a shape or a kind.
 */
export function valueError(caller: string, zh: string, en: string): RangeError {
  return new RangeError(`${caller}: ${zh} / ${en}`);
}

/** As `valueError`, for a shape or a kind. */
export function shapeError(caller: string, zh: string, en: string): TypeError {
  return new TypeError(`${caller}: ${zh} / ${en}`);
}
