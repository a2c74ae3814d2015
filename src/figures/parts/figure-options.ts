import { valueError } from "../../words/errors";
import type { Locale } from "../../words/locale";
import { numberText } from "../../words/number-text";
import { natsPerUnit, unitName } from "../../words/units";

/** What every figure can be told. */
export interface FigureOptions {
  /** Base of the logarithm: 2 for bit; nat by default. */
  readonly base?: number;
  readonly title?: string;
  readonly locale?: Locale;
}

/**
 * The words of one language.
 *
 * @throws RangeError for a language klab does not speak
 */
export function spoken<T>(
  caller: string,
  words: Readonly<Record<Locale, T>>,
  locale: Locale = "zh-CN",
): T {
  if (Object.hasOwn(words, locale)) return words[locale];
  throw valueError(
    caller,
    `locale 是 ${locale}，应为 "zh-CN" 或 "en"`,
    `locale is ${locale}; give "zh-CN" or "en"`,
  );
}

/** How a figure writes a base: its unit, its logarithm, and nats in one unit. */
export interface Unit {
  readonly name: string;
  /** "ln" or "log<sub>2</sub>". */
  readonly log: string;
  readonly nats: number;
  /** "0.5108 nat", of a value in the unit. */
  text(value: number, digits?: number): string;
}

/** @throws RangeError, TypeError for a base that is none */
export function unitOf(caller: string, base?: number): Unit {
  const nats = natsPerUnit(caller, base);
  const name = unitName(base);
  return {
    name,
    log: name === "nat" ? "ln" : `log<sub>${base}</sub>`,
    nats,
    text: (value, digits) => `${numberText(value, digits)} ${name}`,
  };
}

/** A label of Plotly's as plain text, for a table's column or a sentence. */
export const plainText = (label: string): string => label.replace(/<[^>]*>/g, "");
