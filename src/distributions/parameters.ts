import { shapeError, valueError } from "../words/errors";

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

/** Throws unless `v` is in [0, 1]. */
export function checkSurvivalLevel(family: string, v: number): void {
  checkProbability(`${family}.survivalQuantile`, "v", v);
}

/** Throws unless `value` is an integer ≥ 0. */
export function checkCount(family: string, name: string, value: number): void {
  checkKind(family, name, value);
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw valueError(
    family,
    `${name} 是 ${value}，应为 ≥ 0 的整数`,
    `${name} is ${value}; give an integer ≥ 0`,
  );
}

/** Throws unless `value` is finite and ≥ 0. */
export function checkNonNegative(family: string, name: string, value: number): void {
  checkKind(family, name, value);
  if (value >= 0 && value < Number.POSITIVE_INFINITY) return;
  throw valueError(
    family,
    `${name} 是 ${value}，应为 ≥ 0 的有限数`,
    `${name} is ${value}; give a finite number ≥ 0`,
  );
}

/** Throws unless `value` is in (0, 1]. */
export function checkPositiveProbability(family: string, name: string, value: number): void {
  checkKind(family, name, value);
  if (value > 0 && value <= 1) return;
  throw valueError(
    family,
    `${name} 是 ${value}，应大于 0 且不大于 1`,
    `${name} is ${value}; give a probability greater than 0 and at most 1`,
  );
}

/** Throws unless `value` is strictly between 0 and 1. */
export function checkInnerProbability(family: string, name: string, value: number): void {
  checkKind(family, name, value);
  if (value > 0 && value < 1) return;
  throw valueError(
    family,
    `${name} 是 ${value}，应严格在 0 与 1 之间`,
    `${name} is ${value}; give a number strictly between 0 and 1`,
  );
}

/** Throws unless low < high. */
export function checkInterval(family: string, low: number, high: number): void {
  checkKind(family, "low", low);
  checkKind(family, "high", high);
  if (low < high) return;
  throw valueError(
    family,
    `low 是 ${low} 而 high 是 ${high}，应有 low < high`,
    `low is ${low} and high is ${high}; low must be less than high`,
  );
}

/** Throws unless `values` is an array of at least `least` entries. */
export function checkList(
  family: string,
  name: string,
  values: ArrayLike<unknown>,
  least = 1,
): void {
  const isList = Array.isArray(values) || ArrayBuffer.isView(values);
  if (isList && values.length >= least) return;
  const given = isList ? `${values.length}` : typeof values;
  throw shapeError(
    family,
    `${name} 应为至少 ${least} 项的数组，给的是 ${given}`,
    `${name} must be an array of at least ${least} entries, got ${given}`,
  );
}

/** The entries divided by their sum; throws unless they are probabilities that sum to 1 within 1e-9. */
export function checkedWeights(
  family: string,
  name: string,
  values: ArrayLike<number>,
): readonly number[] {
  checkList(family, name, values);
  const weights = Array.from(values);
  for (const [i, value] of weights.entries()) checkNonNegative(family, `${name}[${i}]`, value);
  const total = weights.reduce((sum, value) => sum + value, 0);
  const tolerance = values instanceof Float32Array ? 1e-6 : 1e-9;
  if (Math.abs(total - 1) > tolerance) {
    throw valueError(
      family,
      `${name} 之和是 ${total}，应为 1；先除以总和`,
      `${name} sums to ${total}, not 1; divide by the sum first`,
    );
  }
  return weights;
}
