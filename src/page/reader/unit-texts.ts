/** What a reader wants values in; undefined as the lesson has them. */
export type ReaderUnit = "nat" | "bit";

const nats = { nat: 1, bit: Math.LN2 } as const;

/** How many of one unit another is. */
export const factorOf = (from: ReaderUnit, to: ReaderUnit): number => nats[from] / nats[to];

const number = "[−+-]?\\d[\\d,]*(?:\\.\\d+)?(?:e[−+-]?\\d+)?";
const value = `(?:${number}|−?∞)`;

/** What stands between values of which only the last has its unit: a − b = c nat, 从a升到b nat. */
const joint = "\\s*(?:<\\/?b>)*(?:[−+=]|[一路]*[升降]?到|to|and|与|和)(?:<\\/?b>)*\\s*";
/** D(p‖q) = 0.51, H = 1.2, Σ = 1.3: a quantity in the figure's unit, said without it. */
const quantity =
  "(?:[DHIhΣ]|D_\\w+|ELBO|KL|重构损失|reconstruction|ln p|log₂ p)(?:\\([^()]*\\))? = (?:<b>)?";
const amounts = new RegExp(
  `(${quantity})?((?<![\\w.])${value}(?!\\d|\\.\\d)(?:${joint}${value}(?!\\d|\\.\\d))*)((?:\\s?<\\/b>)?\\s?(?:nat|bit)(?!\\w))?`,
  "g",
);
const values = new RegExp(`(?<![\\w.])${value}`, "g");

/** The digits of a number as klab writes it: four at least, for zeros at the end are left out. */
const fewest = 4;

/**
 * A value's text in another unit, in the digits that are certain: what was rounded to four has three, or four.
 *
 * @param text as klab writes numbers: 0.5108, −1.2e−7, ∞
 */
export function scaledNumber(text: string, factor: number): string {
  const plain = text.replaceAll("−", "-").replaceAll(",", "").replace(/^\+/, "");
  const x = Number(plain);
  if (factor === 1 || x === 0 || !Number.isFinite(x)) return text;
  const [mantissa] = plain.toLowerCase().split("e");
  const shown = mantissa.replace(/^-?0*\.?0*|[.-]/g, "").length;
  const isRough = /e/.test(plain) && shown === 1;
  const digits = isRough ? 1 : Math.max(fewest, shown);
  const place = (of: number): number => Math.floor(Math.log10(of));
  const size = Math.abs(x) * factor;
  // What rounding left open is a small part of the last place shown.
  const open = (10 ** (place(Math.abs(x)) - digits + 1) / 2) * factor;
  const certain = place(size) - Math.ceil(Math.log10(open / 0.15)) + 1;
  // Three are always shown, the last of them then to one place.
  const kept = Math.min(digits, Math.max(3, certain));
  const best = Number(size.toPrecision(kept));
  const sign = x < 0 ? "−" : text.startsWith("+") ? "+" : "";
  return sign + String(best).replace("e+", "e").replace("-", "−");
}

/** All values of a text that holds nothing else of a kind, in another unit. */
export const scaledNumbers = (text: string, from: ReaderUnit, to: ReaderUnit): string =>
  text.replace(values, (one) => scaledNumber(one, factorOf(from, to)));

/** Texts about the natural logarithm itself: ln t ≤ t − 1, e to the −D, ln 20 ≈ 3. In bits their formulas are others. */
export const isNatural = (text: string): boolean =>
  /\bln t\b|e(?:<sup>|\^\()−D|3\/D|ln 20/.test(text);

/** Logarithms of the unit's base. */
export const withLogarithms = (text: string, to: ReaderUnit): string =>
  to === "bit"
    ? text.replace(/(?<![\w])ln(?=[ (]|$)/g, "log₂")
    : text
        .replace(/(?<![\w])log(?:<sub>2<\/sub>|₂)\s?(?=\()/g, "ln")
        .replace(/(?<![\w])log(?:<sub>2<\/sub>|₂)\s?(?=\w)/g, "ln ");

const renamed = (text: string, to: ReaderUnit): string =>
  withLogarithms(text.replace(/(?<![\w])(?:nat|bit)(?![\w])/g, to), to);

/** The unit that a text names; undefined where it names none, or counts digits of a code. */
export function unitIn(text: string): ReaderUnit | undefined {
  if (text.includes("比特")) return undefined;
  return /(?<![\w])(nat|bit)(?![\w])/.exec(text)?.[1] as ReaderUnit | undefined;
}

/**
 * A text with its values in another unit: those before the unit's name, in a row with one that has it, and, where all that
 * it stands with is in one unit, those of a divergence or an entropy that are said without.
 *
 * @param whole the unit of the figure that a text belongs to
 */
export function inUnit(text: string, to: ReaderUnit, whole?: ReaderUnit): string {
  const named = unitIn(text);
  const from = named ?? whole;
  if (from === undefined || from === to || text.includes("比特")) return text;
  const scaled = text.replace(amounts, (found, head = "", row, unit = "") =>
    unit !== "" || (head !== "" && whole !== undefined)
      ? head + scaledNumbers(row, from, to) + unit
      : found,
  );
  return named === undefined ? scaled : renamed(scaled, to);
}
