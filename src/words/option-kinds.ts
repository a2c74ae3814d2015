import { checkOption } from "./check-option";
import { shapeError, valueError } from "./errors";

/** Throws unless the value will do for the option; not asked of an option that is left out. */
export type OptionKind = (caller: string, name: string, value: unknown) => void;

/** An integer from `least` to `most`. */
export const count =
  (least: number, most: number = Number.MAX_SAFE_INTEGER): OptionKind =>
  (caller, name, value) => {
    const ends = most === Number.MAX_SAFE_INTEGER;
    const zh = ends ? `≥ ${least} 的整数` : `${least} 到 ${most} 的整数`;
    const en = ends ? `an integer ≥ ${least}` : `an integer from ${least} to ${most}`;
    const fits = (x: number): boolean => Number.isSafeInteger(x) && x >= least && x <= most;
    checkOption(caller, name, value, { accepts: fits, zh, en });
  };

/** The same of an argument that is no option, which is named as it stands. */
export const argument =
  (kind: OptionKind): OptionKind =>
  (caller, name, value) => {
    try {
      kind(caller, name, value);
    } catch (error) {
      const { message } = error as Error;
      const Kind = error instanceof RangeError ? RangeError : TypeError;
      throw new Kind(message.replaceAll(`options.${name}`, name));
    }
  };

/** A finite number > 0. */
export const positive: OptionKind = (caller, name, value) =>
  checkOption(caller, name, value, {
    accepts: (x) => x > 0 && x < Number.POSITIVE_INFINITY,
    zh: "> 0 的有限数",
    en: "a finite number > 0",
  });

/** A value whose `typeof` is told: what a reader may write, in both languages. */
const kindOf =
  (type: "boolean" | "string" | "function", zh: string, en: string): OptionKind =>
  (caller, name, value) => {
    if (typeof value === type) return;
    const given = value === null ? "null" : typeof value;
    throw shapeError(
      caller,
      `options.${name} 应为${zh}，给的是 ${given}`,
      `options.${name} must be ${en}, got ${given}`,
    );
  };

export const flag: OptionKind = kindOf("boolean", " true 或 false", "true or false");
export const text: OptionKind = kindOf("string", "文字", "a text");
export const callable: OptionKind = kindOf("function", "函数", "a function");
export const generator: OptionKind = kindOf(
  "function",
  "给出 [0, 1) 中的数的函数，例如 seeded(0)",
  "a function that gives numbers in [0, 1), for example seeded(0)",
);

/** An array, typed or not, of at least `least` entries that all pass `entry`. */
export const list =
  (entry: OptionKind, least = 0): OptionKind =>
  (caller, name, value) => {
    if (!(Array.isArray(value) || ArrayBuffer.isView(value))) {
      const given = value === null ? "null" : typeof value;
      throw shapeError(
        caller,
        `options.${name} 应为数组，给的是 ${given}`,
        `options.${name} must be an array, got ${given}`,
      );
    }
    const entries = value as ArrayLike<unknown>;
    if (!(entries.length >= least)) {
      throw valueError(
        caller,
        `options.${name} 有 ${entries.length} 项，至少要 ${least} 项`,
        `options.${name} has ${entries.length} entries; give at least ${least}`,
      );
    }
    for (let i = 0; i < entries.length; i++) entry(caller, `${name}[${i}]`, entries[i]);
  };

/** A finite number. */
export const finiteNumber: OptionKind = (caller, name, value) =>
  checkOption(caller, name, value, {
    accepts: Number.isFinite,
    zh: "有限的数",
    en: "a finite number",
  });

/** An integer of any sign: a seed. */
export const integer: OptionKind = (caller, name, value) =>
  checkOption(caller, name, value, {
    accepts: Number.isSafeInteger,
    zh: "整数",
    en: "an integer",
  });

/** A number from 0 to 1. */
export const probability: OptionKind = (caller, name, value) =>
  checkOption(caller, name, value, {
    accepts: (x) => x >= 0 && x <= 1,
    zh: "0 到 1 的数",
    en: "a number from 0 to 1",
  });

/** Two numbers, whose order is checked where they are used. */
export const interval: OptionKind = (caller, name, value) => {
  const isPair = Array.isArray(value) || ArrayBuffer.isView(value);
  const entries = isPair ? Array.from(value as ArrayLike<unknown>) : [];
  if (entries.length === 2 && entries.every((x) => typeof x === "number")) return;
  throw shapeError(
    caller,
    `options.${name} 应为两个数的数组，例如 [0, 1]`,
    `options.${name} must be an array of two numbers, for example [0, 1]`,
  );
};

/** Anything: checked where it is used. */
export const checkedLater: OptionKind = () => {};
