import { shapeError, valueError } from "./errors";

/** What an option may be, and how that is said. */
export interface OptionRange {
  readonly accepts: (value: number) => boolean;
  readonly zh: string;
  readonly en: string;
}

/** Throws unless the option is a number, and within the range that `accepts` and the words describe. */
export function checkOption(
  caller: string,
  name: string,
  value: unknown,
  { accepts, zh, en }: OptionRange,
): asserts value is number {
  if (typeof value !== "number") {
    throw shapeError(
      caller,
      `options.${name} 应为数（${zh}），给的是 ${typeof value}`,
      `options.${name} must be a number (${en}), got ${typeof value}`,
    );
  }
  if (accepts(value)) return;
  throw valueError(
    caller,
    `options.${name} 是 ${value}，应为${zh}`,
    `options.${name} is ${value}; give ${en}`,
  );
}
