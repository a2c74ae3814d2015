import type { ReaderChoice } from "./reader-choice";
import type { ReaderWords } from "./reader-words";
import { inUnit, isNatural, type ReaderUnit, scaledNumbers, unitIn } from "./unit-texts";

/** Where a page speaks for itself, and where figures and reports do; prose and what cells print stay as they are. */
const places =
  "figure.plot,.rich,.masthead,.skip,.toc summary,.prompt,.copy,.live-tools,.live-bar,.kernel-only-note,.label,.kind,.note,.notice,.folded>summary,.exercise-fields,.between,.write-in,.licences>summary,.licences li,footer>p";
/** Only what these are called is the page's: what they hold is the lesson's or the reader's. */
const named = ".toc,.choice,.input textarea,iframe";
const all = `${places},${named}`;
const left = "script,style,svg,textarea,code,math,.katex,.live,.heading,.choice,.chain";
const said = ["aria-label", "aria-valuetext", "title"] as const;

const reportTitle = /^D\(p‖q\) = \S+ (nat|bit)$/;
/** Of a table of conventions: its values keep their unit. */
const conventionsTitle = /^D\(p‖q\) = \S+ nat；\d+ 种调用/;
/** The column of a report that adds up to its value has no unit of its own. */
const contribution = "p·log(p/q)";

/** English has a blank after what a Chinese mark ends, where a link or another element follows. */
const spaced = (said: string, original: string): string =>
  said !== original && /[，：；、]$/.test(original) ? `${said} ` : said;

interface Kept {
  readonly original: string;
  readonly shown: string;
}

/** Says a page's texts as its reader chose, those that scripts write later too, and gives them back. */
export class PageTexts {
  readonly #page: Document;
  readonly #choice: ReaderChoice;
  readonly #words: ReaderWords;
  readonly #texts = new WeakMap<Node, Kept>();
  readonly #attributes = new WeakMap<Element, Map<string, Kept>>();
  readonly #observer: MutationObserver;

  constructor(page: Document, choice: ReaderChoice, words: ReaderWords) {
    this.#page = page;
    this.#choice = choice;
    this.#words = words;
    this.#observer = new MutationObserver((records) => this.#heard(records));
  }

  /** Says all anew. */
  apply(): void {
    this.#observer.disconnect();
    for (const place of this.#page.querySelectorAll(all)) this.#say(place);
    if (!this.#words.isOther) return;
    this.#observer.observe(this.#page.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: [...said],
    });
  }

  #heard(records: readonly MutationRecord[]): void {
    const changed = new Set<Element>();
    for (const { target, addedNodes } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (!element || element.closest("svg,.main-svg,.klab-handle,.code")?.matches("svg,.main-svg"))
        continue;
      const place = element.closest(places);
      if (place) changed.add(place);
      else
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const one of [node, ...node.querySelectorAll("*")])
              if (one.matches(all)) changed.add(one);
    }
    for (const place of changed) this.#say(place);
    this.#observer.takeRecords();
  }

  /** Whether the library wrote it: a report, a table of conventions, a derivation. Prose of other outputs stays. */
  #isOurs(place: Element): boolean {
    if (!place.matches(".rich")) return true;
    const title = this.#originalOf(place.querySelector("p>strong"));
    return (
      place.querySelector(".chain") !== null ||
      reportTitle.test(title) ||
      conventionsTitle.test(title)
    );
  }

  /** The unit that a place's values are in, where they change with the reader's. */
  #unitOf(place: Element): ReaderUnit | undefined {
    if (place.matches("figure.plot")) {
      const words = this.#originalOf(place.querySelector("figcaption"));
      return isNatural(words) ? undefined : unitIn(words);
    }
    const title = place.matches(".rich") ? place.querySelector("p>strong") : null;
    return reportTitle.exec(this.#originalOf(title))?.[1] as ReaderUnit | undefined;
  }

  #originalOf(element: Element | null): string {
    let text = "";
    const walker = element && this.#page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker?.nextNode(); node; node = walker?.nextNode())
      text += this.#original(node as Text);
    return text;
  }

  #original(node: Text): string {
    const kept = this.#texts.get(node);
    return kept?.shown === node.data ? kept.original : node.data;
  }

  #say(place: Element): void {
    if (place.matches(named)) {
      for (const name of said) this.#sayAttribute(place, name, undefined);
      return;
    }
    const { unit } = this.#choice.now;
    const whole = this.#unitOf(place);
    if (!this.#isOurs(place)) return;
    const walker = this.#page.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest(left)) nodes.push(node as Text);
    }
    for (const node of nodes) {
      const original = this.#original(node);
      if (original.trim() === "") continue;
      const said = spaced(this.#words.label(original), original);
      const shown = unit && whole ? this.#valued(node, said, unit, whole) : said;
      this.#texts.set(node, { original, shown });
      if (node.data !== shown) node.data = shown;
    }
    for (const element of [place, ...place.querySelectorAll("[aria-label],[aria-valuetext]")]) {
      if (element.closest("svg,.choice")) continue;
      for (const name of said)
        this.#sayAttribute(element, name, unit && whole ? { unit, whole } : undefined);
    }
  }

  /** A text with its values: in a table each column has its own unit. */
  #valued(node: Text, text: string, unit: ReaderUnit, whole: ReaderUnit): string {
    const parent = node.parentElement as Element;
    // What a control is set to is the reader's, in the control's unit.
    if (parent.closest(".controls") && !parent.closest("output")) return text;
    const cell = parent.closest("td");
    const head = cell?.closest("table")?.tHead?.rows[0]?.cells[cell.cellIndex];
    const title = this.#originalOf(head ?? null);
    const from = unitIn(title) ?? (title === contribution ? whole : undefined);
    if (!head || from === undefined || from === unit) return inUnit(text, unit, whole);
    return scaledNumbers(text, from, unit);
  }

  #sayAttribute(
    element: Element,
    name: (typeof said)[number],
    units: { readonly unit: ReaderUnit; readonly whole: ReaderUnit } | undefined,
  ): void {
    const now = element.getAttribute(name);
    if (now === null) return;
    const kept = this.#attributes.get(element) ?? new Map<string, Kept>();
    const known = kept.get(name);
    const original = known?.shown === now ? known.original : now;
    const isPlot = element.matches(".live,[data-klab-plot]");
    const label = this.#words.label(original);
    const shown = units && isPlot ? inUnit(label, units.unit, units.whole) : label;
    kept.set(name, { original, shown });
    this.#attributes.set(element, kept);
    if (shown !== now) element.setAttribute(name, shown);
  }
}
