import { shapeError, valueError } from "./errors";
import type { OptionKind } from "./option-kinds";

/** Options of measures without a unit; `base` is accepted, so that all measures can be called alike. */
export const measureOptions = ["normalize", "base"] as const;
export const unitOptions = ["base", "normalize"] as const;

/** The options a function knows: their names, or the kind of each. */
export type KnownOptions = readonly string[] | Readonly<Record<string, OptionKind>>;

/**
 * Refuses what would be ignored in silence or fail further on: a name that the function does not know (a slip of the
 * pen), options that are no plain object, a value of another kind, `normalize` that is no boolean, a `locale` without
 * words.
 */
export function checkOptions(caller: string, options: unknown, known: KnownOptions): void {
  if (options === undefined) return;
  const names: readonly string[] = Array.isArray(known) ? known : Object.keys(known);
  if (Object.prototype.toString.call(options) !== "[object Object]") {
    const example = `{ ${names[0]}: … }`;
    const given = kindName(options);
    throw shapeError(
      caller,
      `options 应为对象，例如 ${example}，给的是 ${given}`,
      `options must be an object, for example ${example}, got ${given}`,
    );
  }
  for (const name of Object.keys(options as object)) {
    if (names.includes(name)) continue;
    const list = names.join(", ");
    throw shapeError(
      caller,
      `没有名为 ${name} 的选项；可用的有 ${list}`,
      `there is no option ${name}; give one of ${list}`,
    );
  }
  const { normalize, locale } = options as { normalize?: unknown; locale?: unknown };
  if (normalize !== undefined && typeof normalize !== "boolean") {
    const given = kindName(normalize);
    throw shapeError(
      caller,
      `options.normalize 应为 true 或 false，给的是 ${given}`,
      `options.normalize must be true or false, got ${given}`,
    );
  }
  if (locale !== undefined) checkChoice(caller, "locale", locale, ["zh-CN", "en"]);
  if (Array.isArray(known)) return;
  for (const [name, kind] of Object.entries(known as Readonly<Record<string, OptionKind>>)) {
    const value = (options as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined) kind(caller, name, value);
  }
}

/** "null", "array", "Map", "string" … */
function kindName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "object") return typeof value;
  return Object.prototype.toString.call(value).slice(8, -1);
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
    const given = kindName(value);
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

/** One of a few words. */
export const oneOf =
  (...choices: readonly string[]): OptionKind =>
  (caller, name, value) =>
    checkChoice(caller, name, value, choices);
