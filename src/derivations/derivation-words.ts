import type { Locale } from "../words/locale";
import { readable } from "../words/number-text";
import type { CheckResult, Verdict } from "./checking/verdict";

interface Words {
  readonly columns: readonly string[];
  readonly source: string;
  readonly counterexample: string;
  readonly start: string;
  none(worlds: number, names: string): string;
  failed(count: number): string;
}

export const derivationWords: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    columns: ["步", "理由", "检验", "左边", "右边", "差", "允许", "世界", "说明"],
    source: "出处",
    counterexample: "反例",
    start: "起点：",
    none: (worlds, names) => `在 ${worlds} 个世界中未见反例（${names}）。`,
    failed: (count) => `有 ${count} 步不成立，反例见表中 ✗ 的行。`,
  },
  en: {
    columns: ["step", "reason", "checked", "left", "right", "gap", "allowed", "world", "note"],
    source: "Source",
    counterexample: "counter-example",
    start: "Start: ",
    none: (worlds, names) => `No counter-example in ${worlds} worlds (${names}).`,
    failed: (count) =>
      `${count} step${count === 1 ? " fails" : "s fail"}; the rows marked ✗ give counter-examples.`,
  },
};

/** What the whole check says: never that something is proved. */
export function summary(
  result: CheckResult,
  worlds: readonly { readonly name: string }[],
  locale: Locale,
): string {
  const word = derivationWords[locale];
  const failed = result.steps.filter(({ ok }) => !ok).length;
  if (failed > 0) return word.failed(failed);
  const names = worlds.map(({ name }) => name).join(locale === "en" ? ", " : "、");
  return word.none(worlds.length, names);
}

/** A value to read; what is lost in rounding is none. Powers as in `bound`. */
export const valueText = (value: number): string =>
  Math.abs(value) < 1e-300 ? "0" : readable(value).replace("e−", "e-");

/** A bound to read: two digits are enough. */
export function bound(value: number): string {
  if (!Number.isFinite(value)) return readable(value);
  return value === 0 ? "0" : value.toExponential(1);
}

export const mark = ({ ok }: Verdict): string => (ok ? "✓" : "✗");
