import { shapeError, valueError } from "./errors";

/** Options of measures without a unit; `base` is accepted, so that all measures can be called alike. */
export const measureOptions = ["normalize", "base"] as const;
export const unitOptions = ["base", "normalize"] as const;

/**
 * Refuses what would be ignored in silence: a name that the function does not know (a slip of the pen), options that
 * are no object, `normalize` that is no boolean, a `locale` without words.
 */
export function checkOptions(caller: string, options: unknown, known: readonly string[]): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    const given = options === null ? "null" : Array.isArray(options) ? "array" : typeof options;
    const example = `{ ${known[0]}: … }`;
    throw shapeError(
      caller,
      `options 应为对象，例如 ${example}，给的是 ${given}`,
      `options must be an object, for example ${example}, got ${given}`,
    );
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const names = known.join(", ");
    throw shapeError(
      caller,
      `没有名为 ${name} 的选项；可用的有 ${names}`,
      `there is no option ${name}; give one of ${names}`,
    );
  }
  const { normalize, locale } = options as { normalize?: unknown; locale?: unknown };
  if (normalize !== undefined && typeof normalize !== "boolean") {
    const given = normalize === null ? "null" : typeof normalize;
    throw shapeError(
      caller,
      `options.normalize 应为 true 或 false，给的是 ${given}`,
      `options.normalize must be true or false, got ${given}`,
    );
  }
  if (locale !== undefined) checkChoice(caller, "locale", locale, ["zh-CN", "en"]);
}

/** Throws a RangeError unless the option is one of a few words, a TypeError unless it is a text. */
export function checkChoice(
  caller: string,
  name: string,
  value: unknown,
  choices: readonly string[],
): void {
  if (choices.includes(value as string)) return;
  const list = choices.map((choice) => JSON.stringify(choice)).join(", ");
  if (typeof value !== "string") {
    const given = value === null ? "null" : typeof value;
    throw shapeError(
      caller,
      `options.${name} 应为 ${list} 之一，给的是 ${given}`,
      `options.${name} must be one of ${list}, got ${given}`,
    );
  }
  throw valueError(
    caller,
    `options.${name} 是 ${JSON.stringify(value)}，应为 ${list} 之一`,
    `options.${name} is ${JSON.stringify(value)}; give one of ${list}`,
  );
}
