import type {
  NumberControl,
  SelectControl,
  SliderControl,
  ToggleControl,
} from "../../page/control";
import { checkArgument } from "../../words/check-argument";
import { checkOptions } from "../../words/check-options";
import { shapeError, valueError } from "../../words/errors";
import { finiteNumber, text } from "../../words/option-kinds";

export type {
  Control,
  NumberControl,
  SelectControl,
  SliderControl,
  ToggleControl,
} from "../../page/control";

/** What controls of numbers take. */
export interface RangeOptions {
  /** Distance between two positions. */
  readonly step?: number;
  /** Words beside the control; its name by default. */
  readonly label?: string;
  /** Shown and said after the value, for instance "厘米". */
  readonly unit?: string;
}

/** What every control takes. */
export interface LabelOptions {
  readonly label?: string;
}

/**
 * A slider from `low` to `high`, first at `value`.
 *
 * @param low, high finite, low < high
 * @param value from low to high; the middle by default
 * @param options `step` (default: a hundredth of the way, at a round number), `label`, `unit`
 * @throws RangeError for bounds, value or step out of range
 *
 * @example
 * slider(-3, 3, 0).step; // 0.05
 */
export function slider(
  low: number,
  high: number,
  value: number = (low + high) / 2,
  options: RangeOptions = {},
): SliderControl {
  checkNumbers("slider", { low, high, value });
  checkOptions("slider", options, { step: finiteNumber, label: text, unit: text });
  checkBounds("slider", low, high, value);
  const step = options.step ?? roundStep((high - low) / 100);
  checkStep("slider", step, high - low);
  return { kind: "slider", low, high, value, step, ...labelled(options), ...inUnit(options) };
}

/**
 * A choice among texts, first `value`.
 *
 * @param choices at least one, all different
 * @param value one of them; the first by default
 * @param options `label`
 * @throws TypeError unless the choices are different texts; RangeError for a value that is none of them
 *
 * @example
 * select(["P‖Q", "Q‖P"]).value; // "P‖Q"
 */
export function select<T extends string>(
  choices: readonly T[],
  value: T = choices?.[0],
  options: LabelOptions = {},
): SelectControl<T> {
  checkOptions("select", options, { label: text });
  const list: readonly unknown[] = Array.isArray(choices) ? choices : [];
  const texts = list.every((choice) => typeof choice === "string");
  if (!texts || list.length === 0 || new Set(list).size < list.length) {
    throw shapeError(
      "select",
      'choices 应为不同的文字，例如 ["P‖Q", "Q‖P"]',
      'choices must be different texts, for example ["P‖Q", "Q‖P"]',
    );
  }
  checkArgument("select", "value", value, "string");
  if (!choices.includes(value)) {
    throw valueError(
      "select",
      `value 是 ${JSON.stringify(value)}，应为 choices 之一`,
      `value is ${JSON.stringify(value)}; give one of the choices`,
    );
  }
  return { kind: "select", choices: choices.slice(), value, ...labelled(options) };
}

/**
 * A switch, first on or off.
 *
 * @param value true for on
 * @param options `label`
 * @throws TypeError unless value is a boolean
 *
 * @example
 * toggle(true).value; // true
 */
export function toggle(value: boolean = false, options: LabelOptions = {}): ToggleControl {
  checkOptions("toggle", options, { label: text });
  if (typeof value !== "boolean") {
    throw shapeError("toggle", "value 应为 true 或 false", "value must be true or false");
  }
  return { kind: "toggle", value, ...labelled(options) };
}

/**
 * A number to type, first `value`.
 *
 * @param value from low to high
 * @param options `low`, `high` (default: none), `step` of the arrow keys (default: a tenth of value, rounded), `label`, `unit`
 * @throws RangeError for bounds, value or step out of range
 *
 * @example
 * number(10, { low: 1, high: 100 }).high; // 100
 */
export function number(
  value: number,
  options: RangeOptions & { readonly low?: number; readonly high?: number } = {},
): NumberControl {
  checkOptions("number", options, {
    low: finiteNumber,
    high: finiteNumber,
    step: finiteNumber,
    label: text,
    unit: text,
  });
  const { low = -1e12, high = 1e12 } = options;
  checkNumbers("number", { value });
  checkBounds("number", low, high, value);
  const step = options.step ?? roundStep(Math.abs(value) / 10 || 1);
  checkStep("number", step, high - low);
  return { kind: "number", low, high, value, step, ...labelled(options), ...inUnit(options) };
}

const labelled = ({ label }: LabelOptions): LabelOptions =>
  label === undefined ? {} : { label: String(label) };

const inUnit = ({ unit }: RangeOptions): { readonly unit?: string } =>
  unit === undefined ? {} : { unit };

function checkNumbers(caller: string, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "number") continue;
    const given = value === null ? "null" : typeof value;
    throw shapeError(
      caller,
      `${name} 应为数，给的是 ${given}`,
      `${name} must be a number, got ${given}`,
    );
  }
}

function checkBounds(caller: string, low: number, high: number, value: number): void {
  if (!Number.isFinite(low) || !Number.isFinite(high) || !(low < high)) {
    throw valueError(
      caller,
      `范围是 [${low}, ${high}]，应为两个有限数，前小后大`,
      `the range is [${low}, ${high}]; give two finite numbers, the lower first`,
    );
  }
  if (value >= low && value <= high) return;
  throw valueError(
    caller,
    `value 是 ${value}，应在 [${low}, ${high}] 内`,
    `value is ${value}; give one in [${low}, ${high}]`,
  );
}

function checkStep(caller: string, step: number, width: number): void {
  if (step > 0 && step <= width) return;
  throw valueError(
    caller,
    `step 是 ${step}，应 > 0 且不超过范围`,
    `step is ${step}; give one > 0, no wider than the range`,
  );
}

/** 1, 2 or 5 times a power of ten, at most `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [5, 2, 1].find((f) => f * power <= step * (1 + 1e-9)) ?? 1;
  return Number((factor * power).toPrecision(3));
}
