import type { ControlSpec } from "../../page/explorer-controls";
import type { ExplorerSpec } from "../../page/explorer-runtime";
import { isRecord } from "../../words/is-record";

const isNumber = (value: unknown): value is number => Number.isFinite(value);

const isShort = (value: unknown): value is string =>
  typeof value === "string" && value.length <= 200;

/** A stored control with what its kind needs and nothing else. */
function readControl(value: unknown): ControlSpec | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, value: first, low, high, step, choices } = value;
  const label = isShort(value.label) ? { label: value.label } : {};
  if (kind === "toggle" && typeof first === "boolean") return { kind, value: first, ...label };
  if (kind === "select" && Array.isArray(choices) && choices.every(isShort) && isShort(first)) {
    return { kind, value: first, choices: choices.slice(0, 100), ...label };
  }
  if ((kind === "slider" || kind === "number") && [first, low, high, step].every(isNumber)) {
    const numbers = { value: first, low, high, step } as Readonly<Record<string, number>>;
    return {
      kind,
      value: numbers.value,
      low: numbers.low,
      high: numbers.high,
      step: numbers.step,
      ...label,
    };
  }
  return undefined;
}

/** Reads the controls and the function of a stored explorer; undefined where any of it is not as `explore` writes it. */
export function readExplorer(value: unknown): ExplorerSpec | undefined {
  if (!isRecord(value) || !isRecord(value.controls)) return undefined;
  const { source, locale } = value;
  if (typeof source !== "string" || source.length > 50_000) return undefined;
  const order: readonly unknown[] = Array.isArray(value.order) ? value.order : [];
  const place = (name: string): number =>
    order.includes(name) ? order.indexOf(name) : order.length;
  const entries = Object.entries(value.controls)
    .map(([name, control]) => [name, readControl(control)] as const)
    .sort(([a], [b]) => place(a) - place(b));
  if (entries.length === 0 || entries.length > 20) return undefined;
  if (entries.some(([name, control]) => !control || !isShort(name))) return undefined;
  const controls = Object.fromEntries(entries) as Record<string, ControlSpec>;
  return { controls, source, locale: locale === "en" ? "en" : "zh-CN" };
}
