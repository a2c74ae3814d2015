import { shapeError, valueError } from "../math/errors";

function checkKind(family: string, name: string, value: unknown): asserts value is number {
  if (typeof value !== "number") {
    throw shapeError(
      family,
      `${name} 应为数，给的是 ${typeof value}`,
      `${name} must be a number, got ${typeof value}`,
    );
  }
}

/** Throws unless `value` is a finite number. */
export function checkFinite(family: string, name: string, value: number): void {
  checkKind(family, name, value);
  if (Number.isFinite(value)) return;
  throw valueError(
    family,
    `${name} 是 ${value}，应为有限的数`,
    `${name} is ${value}; give a finite number`,
  );
}

/** Throws unless `value` is a finite number > 0. */
export function checkPositive(family: string, name: string, value: number): void {
  checkKind(family, name, value);
  if (value > 0 && value < Number.POSITIVE_INFINITY) return;
  throw valueError(
    family,
    `${name} 是 ${value}，应为 > 0 的有限数`,
    `${name} is ${value}; give a finite number > 0`,
  );
}

/** Throws unless `value` is in [0, 1]. */
export function checkProbability(family: string, name: string, value: number): void {
  checkKind(family, name, value);
  if (value >= 0 && value <= 1) return;
  throw valueError(
    family,
    `${name} 是 ${value}，概率应在 0 与 1 之间`,
    `${name} is ${value}; give a probability between 0 and 1`,
  );
}

/** Throws unless `u` is in [0, 1]. */
export function checkLevel(family: string, u: number): void {
  checkProbability(`${family}.quantile`, "u", u);
}
