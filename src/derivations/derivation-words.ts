import type { Locale } from "../words/locale";
import { readable } from "../words/number-text";
import type { CheckResult, Verdict } from "./checking/verdict";
import { worldNames } from "./world-name";

interface Words {
  readonly columns: readonly string[];
  /** Of what is shown on demand. */
  readonly numbers: string;
  readonly numberColumns: readonly string[];
  readonly source: string;
  readonly counterexample: string;
  readonly start: string;
  readonly definitions: string;
  readonly fails: string;
  readonly undecided: string;
  /** Of a step without an expression. */
  readonly open: string;
  readonly nothing: string;
  none(worlds: number, names: string): string;
  failed(count: number, undecided: number, open: readonly number[]): string;
}

export const derivationWords: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    columns: ["步", "理由", "检验"],
    numbers: "检验的数值",
    numberColumns: ["步", "左边", "右边", "差", "允许", "世界"],
    source: "出处",
    counterexample: "反例",
    start: "起点：",
    definitions: "各世界里的定义（可照着重算）",
    fails: "不成立",
    undecided: "判断不了",
    open: "空着",
    nothing: "未检验：链里没有=、≥、≤等关系，没有可检验的断言。",
    none: (worlds, names) => `在${worlds}个世界中未见反例（${names}）。`,
    failed: (count, undecided, open) =>
      [
        ...(open.length > 0 ? [`第${open.join("、")}步空着，没有检验。`] : []),
        ...(count > 0 ? [`有${count}步不成立，反例见写着「不成立」的行。`] : []),
        ...(undecided > 0 ? [`有${undecided}步判断不了，原因见说明。`] : []),
      ].join(""),
  },
  en: {
    columns: ["step", "reason", "checked"],
    numbers: "Numbers of the check",
    numberColumns: ["step", "left", "right", "gap", "allowed", "world"],
    source: "Source",
    counterexample: "counter-example",
    start: "Start: ",
    definitions: "What the names stand for in each world",
    fails: "fails",
    undecided: "undecided",
    open: "open",
    nothing:
      "Not checked: the chain has no relation such as =, ≥ or ≤, so that nothing is claimed.",
    none: (worlds, names) => `No counter-example in ${worlds} worlds (${names}).`,
    failed: (count, undecided, open) =>
      [
        ...(open.length > 0
          ? [`Not tried, since nothing is written there: step ${open.join(", ")}.`]
          : []),
        ...(count > 0
          ? [
              `${count} step${count === 1 ? " fails" : "s fail"}; the rows marked "fails" give counter-examples.`,
            ]
          : []),
        ...(undecided > 0
          ? [
              `${undecided} step${undecided === 1 ? "" : "s"} could not be decided; the notes say why.`,
            ]
          : []),
      ].join(" "),
  },
};

/** What the whole check says: never that something is proved. */
export function summary(
  result: CheckResult,
  worlds: readonly { readonly name: string }[],
  locale: Locale,
): string {
  const word = derivationWords[locale];
  if (result.steps.length === 0) return word.nothing;
  const bad = result.steps.filter(({ ok }) => !ok);
  const open = bad.flatMap((verdict) => (verdict.open ? [verdict.step] : []));
  const undecided = bad.filter((verdict) => verdict.undecided && !verdict.open).length;
  if (bad.length > 0) return word.failed(bad.length - undecided - open.length, undecided, open);
  return word.none(
    worlds.length,
    worldNames(
      worlds.map(({ name }) => name),
      locale,
    ),
  );
}

/** A value to read; what is lost in rounding is none. Powers as in `bound`. */
export const valueText = (value: number): string =>
  Math.abs(value) < 1e-300 ? "0" : readable(value).replace("e−", "e-");

/** A bound to read: two digits are enough. */
export function bound(value: number): string {
  if (!Number.isFinite(value)) return readable(value);
  return value === 0 ? "0" : value.toExponential(1);
}

/** ✓ where nothing speaks against a step; a word, which every font has, where something does. */
export function mark({ ok, undecided, open }: Verdict, locale: Locale): string {
  if (ok) return "✓";
  if (open) return derivationWords[locale].open;
  return undecided ? derivationWords[locale].undecided : derivationWords[locale].fails;
}
