import { shapeError, valueError } from "../words/errors";

/** What a cell is called. */
export type Label = string | number | boolean | bigint | null;

/** How often each label occurs: a Map or a record of counts, or the labels themselves, one an observation. */
export type LabelCounts =
  | ReadonlyMap<Label, number | bigint>
  | Readonly<Record<string, number | bigint>>
  | ArrayLike<Label>;

/** The counts of two samples in the same cells, those of p first. */
export interface CountPair {
  readonly labels: readonly Label[];
  readonly p: Float64Array;
  readonly q: Float64Array;
}

/**
 * The counts of p and q, cell by cell; a cell of which both have none is left out.
 *
 * Equal numbers are one label, also 1 and 1n, 0 and −0, NaN and NaN; beside a record, whose keys are texts, all labels
 * are taken as texts.
 *
 * @throws TypeError for what counts nothing, RangeError for counts that are no integers ≥ 0, or all 0
 */
export function countPair(caller: string, p: unknown, q: unknown): CountPair {
  const asText = isPlainObject(p) || isPlainObject(q);
  const [ofP, ofQ] = [tally(caller, "p", p, asText), tally(caller, "q", q, asText)];
  const labels = [...new Set([...ofP.keys(), ...ofQ.keys()])].filter(
    (label) => (ofP.get(label) ?? 0) > 0 || (ofQ.get(label) ?? 0) > 0,
  );
  const pick = (counts: ReadonlyMap<Label, number>): Float64Array =>
    Float64Array.from(labels, (label) => counts.get(label) ?? 0);
  return { labels, p: pick(ofP), q: pick(ofQ) };
}

const isArray = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === "[object Object]";

function tally(caller: string, name: string, given: unknown, asText: boolean): Map<Label, number> {
  const counts = new Map<Label, number>();
  const add = (label: Label, times: number): void => {
    const key = asText ? String(label) : keyOf(label);
    counts.set(key, (counts.get(key) ?? 0) + times);
  };
  if (isArray(given)) {
    for (let i = 0; i < given.length; i++) add(checkedLabel(caller, `${name}[${i}]`, given[i]), 1);
  } else if (given instanceof Map) {
    for (const [label, times] of given) {
      const place = `${name}.get(${shown(label)})`;
      add(checkedLabel(caller, place, label), checkedCount(caller, place, times));
    }
  } else if (isPlainObject(given)) {
    for (const [label, times] of Object.entries(given)) {
      add(label, checkedCount(caller, `${name}[${shown(label)}]`, times));
    }
  } else {
    throw shapeError(
      caller,
      `${name} 应为计数的 Map 或对象，或标签的数组，给的是 ${given === null ? "null" : typeof given}`,
      `${name} must be a Map or record of counts, or an array of labels, got ${given === null ? "null" : typeof given}`,
    );
  }
  let total = 0;
  for (const times of counts.values()) total += times;
  if (total > 0) return counts;
  throw valueError(caller, `${name} 一个样本也没有`, `${name} counts no sample`);
}

/** Whole big integers are the numbers they are. */
const keyOf = (label: Label): Label => {
  if (typeof label !== "bigint") return label;
  return Number.isSafeInteger(Number(label)) ? Number(label) : label;
};

const shown = (label: unknown): string => {
  if (typeof label === "string") return JSON.stringify(label);
  return typeof label === "object" && label !== null ? "object" : String(label);
};

function checkedLabel(caller: string, place: string, label: unknown): Label {
  if (label === null || ["string", "number", "boolean", "bigint"].includes(typeof label)) {
    return label as Label;
  }
  const given = Array.isArray(label) ? "array" : typeof label;
  throw shapeError(
    caller,
    `${place} 是 ${given}，标签应为文字、数、真假值或 null；多维的行先写成文字：rows.map(String)`,
    `${place} is ${given}; a label is a text, number, boolean or null; write rows as texts: rows.map(String)`,
  );
}

function checkedCount(caller: string, place: string, times: unknown): number {
  if (typeof times !== "number" && typeof times !== "bigint") {
    throw shapeError(
      caller,
      `${place} 是 ${times === null ? "null" : typeof times}，应为次数`,
      `${place} is ${times === null ? "null" : typeof times}; give a count`,
    );
  }
  const value = Number(times);
  if (Number.isInteger(value) && value >= 0) return value;
  throw valueError(
    caller,
    `${place} 是 ${value}，应为 ≥ 0 的整数次数；概率请用 kl`,
    `${place} is ${value}; give a count, an integer ≥ 0; for probabilities use kl`,
  );
}
