import { arrayKind } from "../../math/array-kind";
import { shapeError, valueError } from "../../words/errors";

/** Probabilities of outcomes 0, 1, 2 …: a plain or typed array of numbers. */
export type Pmf = ArrayLike<number>;

/** Options of every measure on probability vectors. */
export interface MeasureOptions {
  /** Divide each vector by its sum; otherwise a sum that is not 1 is an error. Default false. */
  readonly normalize?: boolean;
}

/** Options of measures that have a unit. */
export interface UnitOptions extends MeasureOptions {
  /** Base of the logarithm, > 1: 2 gives bits, 10 gives hartleys. Default e: nats. */
  readonly base?: number;
}

/** True for the usual kinds of vector. */
export function isPlainVector(v: unknown): v is number[] | Float64Array {
  return v instanceof Float64Array || Array.isArray(v);
}

/** What an argument should be, in words. */
export interface Kind {
  readonly zh: string;
  readonly en: string;
}
export const pmfOrDistribution: Kind = {
  zh: "概率数组或分布",
  en: "an array of probabilities or a distribution",
};
export const pmfOnly: Kind = { zh: "概率数组", en: "an array of probabilities" };

/** Throws a TypeError unless `v` is an array, plain, typed, or like one, with at least one entry. */
export function checkVector(
  caller: string,
  name: string,
  v: unknown,
  kind: Kind = pmfOrDistribution,
): asserts v is Pmf {
  if (isPlainVector(v) && v.length > 0) return;
  if (!isArrayLike(v)) {
    const given = kindOf(v);
    throw shapeError(
      caller,
      `${name} 应为${kind.zh}，给的是 ${given}`,
      `${name} must be ${kind.en}, got ${given}`,
    );
  }
  if (v.length === 0) {
    throw valueError(
      caller,
      `${name} 是空的，至少要有一个结果`,
      `${name} is empty; give at least one outcome`,
    );
  }
}

/** True for arrays, typed arrays, and objects with a length; not for texts, functions and views without entries. */
function isArrayLike(v: unknown): v is ArrayLike<unknown> {
  if (typeof v !== "object" || v === null) return false;
  const { length } = v as { readonly length?: unknown };
  return typeof length === "number" && Number.isSafeInteger(length) && length >= 0;
}

/** "null", "string", "Map" …: what a value is, in one word. */
function kindOf(v: unknown): string {
  if (v === null || typeof v !== "object") return v === null ? "null" : typeof v;
  const tag = Object.prototype.toString.call(v).slice(8, -1);
  return tag === "Object" ? "object" : tag;
}

/** Throws a RangeError unless the lengths agree. */
export function checkSameLength(
  caller: string,
  p: Pmf,
  q: Pmf,
  names: readonly string[] = ["p", "q"],
): void {
  if (p.length === q.length) return;
  const [first, second] = names;
  throw shapeError(
    caller,
    `${first} 有 ${p.length} 项而 ${second} 有 ${q.length} 项；两者应描述同样的结果`,
    `${first} has ${p.length} entries but ${second} has ${q.length}; both must describe the same outcomes`,
  );
}

/** Throws what is wrong with entry `index` of `v`: a TypeError for no number, else a RangeError. */
export function rejectEntry(caller: string, name: string, index: number, value: unknown): never {
  const entry = `${name}[${index}]`;
  if (typeof value !== "number") {
    const given = shown(value);
    throw shapeError(caller, `${entry} 是 ${given}，应为数`, `${entry} is ${given}; give a number`);
  }
  throw valueError(
    caller,
    `${entry} 是 ${value}，概率应为 ≥ 0 的有限数`,
    `${entry} is ${value}; probabilities are finite and ≥ 0`,
  );
}

/** A value that should be a number, with its kind, in a few characters. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "object" || typeof value === "function") return kindOf(value);
  const text = typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : String(value);
  return `${text} (${typeof value})`;
}

/** Throws the first thing wrong with an entry of `v`, if any. */
export function checkEntries(caller: string, name: string, v: Pmf): void {
  for (let i = 0; i < v.length; i++) {
    const x = v[i];
    if (typeof x !== "number" || !(x >= 0 && x < Number.POSITIVE_INFINITY)) {
      rejectEntry(caller, name, i, x);
    }
  }
}

/** True for a sum of probabilities: 1 within 1e-9, within 1e-6 of those in single precision. */
export function isTotal(v: Pmf, total: number): boolean {
  const gap = Math.abs(total - 1);
  return gap <= 1e-9 || (gap <= 1e-6 && arrayKind(v) === "Float32Array");
}

/** Throws a RangeError unless `total` is a sum of probabilities. */
export function checkTotal(caller: string, name: string, v: Pmf, total: number): void {
  if (isTotal(v, total)) return;
  const takesOption = !name.startsWith("weights") && !withoutNormalize.has(caller);
  throw valueError(
    caller,
    `${name} 之和是 ${total}，应为 1；若本意是比例，${takesOption ? "写 { normalize: true }" : "请先除以总和"}`,
    `${name} sums to ${total}, not 1; if proportions are meant, ${takesOption ? "pass { normalize: true }" : "divide by the sum"}`,
  );
}

/** Functions that take probabilities and no such option: a remedy must exist for who reads of it. */
const withoutNormalize: ReadonlySet<string> = new Set([
  "pairwise",
  "pmfPair",
  "codeLengths",
  "simplexMap",
]);

/** Throws a RangeError where `v` cannot be normalised. */
export function rejectZeroTotal(caller: string, name: string): never {
  throw valueError(
    caller,
    `${name} 之和是 0，不能归一化；至少一项应 > 0`,
    `${name} sums to 0 and cannot be normalised; at least one entry must be > 0`,
  );
}
