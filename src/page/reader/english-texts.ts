/** Pairs of a text in the page's language and in English; what changes in it stands as private characters. */
export type TextPairs = readonly (readonly [text: string, english: string])[];

const han = /[\u3400-\u9fff]/;
const place = /[\ue000-\ue0ff]/gu;
/** No label is longer; what is looked up part by part would hold a page up. */
const longest = 700;
/** A short text inside of a longer one may be a part of a word. */
const longEnough = 6;

/** Without blanks beside Chinese, which are typed or not. */
export const tight = (text: string): string =>
  text.replace(/(?<=[\u3400-\u9fff，。：；、（）]) | (?=[\u3400-\u9fff，。：；、（）])/g, "");

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

interface Pattern {
  readonly whole: RegExp;
  readonly part: RegExp | undefined;
  readonly english: string;
  readonly places: readonly string[];
  /** Of a short one what it holds has to be known, too: it may be a part of a word. A label before a colon is none. */
  readonly isLong: boolean;
  readonly isSentence: boolean;
}

function patternOf([text, english]: readonly [string, string]): Pattern {
  const places = text.match(place) ?? [];
  const source = text.trim().split(place).map(quoted).join("([^；。]*?)");
  const isEnded = !/[\ue000-\ue0ff]$/u.test(text.trim());
  const isLong = text.replace(place, "").length >= longEnough;
  return {
    whole: new RegExp(`^${source.replace(/\[\^；。\]\*\?/g, "[\\s\\S]*?")}$`),
    part: isEnded && isLong ? new RegExp(source, "g") : undefined,
    english: english.trim(),
    places,
    isLong: isLong || /^[\u3400-\u9fff]+：[\ue000-\ue0ff]$/u.test(text),
    isSentence: text.trim().endsWith("。"),
  };
}

const marks: Readonly<Record<string, string>> = {
  "（": " (",
  "）": ") ",
  "，": ", ",
  "。": ". ",
  "：": ": ",
  "；": "; ",
  "、": ", ",
};

/** English has its own marks, where nothing Chinese is left. */
const halfWidth = (text: string): string =>
  han.test(text)
    ? text
    : text.replace(/\s*[（），。：；、]\s*/g, (mark) => marks[mark.trim()] ?? mark).trim();

/** Says texts in English, as far as pairs are known; the rest stays. */
export class EnglishTexts {
  readonly #exact: ReadonlyMap<string, string>;
  readonly #patterns: readonly Pattern[];
  readonly #known = new Map<string, string>();

  constructor(given: TextPairs) {
    const pairs = given.map(([text, english]) => [tight(text), english] as const);
    this.#exact = new Map(
      pairs.filter(([text]) => !text.match(place)).map(([a, b]) => [a.trim(), b.trim()]),
    );
    const length = (text: string): number => text.replace(place, "").length;
    this.#patterns = [...pairs].sort((a, b) => length(b[0]) - length(a[0])).map(patternOf);
  }

  readonly say = (text: string): string => {
    if (text.length > longest || !/[\u2e80-\u9fff\uff00-\uffef]/.test(text)) return text;
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) as RegExpExecArray;
    const said = before + halfWidth(this.#translated(tight(inner))) + after;
    // Texts of an explorer are many.
    if (this.#known.size > 2000) this.#known.clear();
    this.#known.set(text, said);
    return said;
  };

  #filled({ english, places, isLong }: Pattern, found: readonly string[]): string | undefined {
    const said = found.map((text) => this.say(text ?? ""));
    if (!isLong && said.some((text) => han.test(text))) return undefined;
    return english.replace(place, (one) => said[places.indexOf(one)] ?? "");
  }

  /** Pieces between markup, line breaks, wide spaces and what Plotly fills in. */
  #pieces(text: string): string {
    const parts = text.split(
      /(<[^>]*>|%\{[^}]*\}|　|；|：|: |、| = | → |[+−][\d.]+| ?[（(](?:nat|bit)[）)])/,
    );
    return parts.length === 1
      ? text
      : parts.map((part, i) => (i % 2 === 1 ? part : this.say(part))).join("");
  }

  #translated(text: string): string {
    const exact = this.#exact.get(text);
    if (exact !== undefined) return exact;
    for (const pattern of this.#patterns) {
      const found = pattern.whole.exec(text);
      // Two sentences are no one: the first is looked up as a part.
      const isWhole = !pattern.isSentence || !found?.slice(1).some((one) => one.includes("。"));
      const said = found && isWhole && this.#filled(pattern, found.slice(1));
      if (said) return said;
    }
    let rest = text;
    for (const pattern of this.#patterns) {
      if (!pattern.part || !han.test(rest)) continue;
      rest = rest.replace(pattern.part, (whole: string, ...found: unknown[]) => {
        const said = this.#filled(pattern, found.slice(0, pattern.places.length).map(String));
        return said === undefined ? whole : `${said} `;
      });
    }
    return this.#pieces(rest.trim()).replace(/ +(?=: )/g, "");
  }
}
