import { ownRules, withoutParts } from "./formula-parts";

/** Names by which our own styles, scripts and prints find parts of formulas. */
const ownNames = new Set(
  "katex katex-display katex-html katex-mathml base tag mtable cjk_fallback".split(" "),
);

const selectorsOf = (css: string): string[] =>
  [...css.matchAll(/([^{}]+)\{/g)].flatMap(([, selectors]) => selectors.split(","));

const classesIn = (selector: string): string[] =>
  [...selector.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name]) => name);

/** What a style sheet says of classes. */
interface Styled {
  /** All that it names. */
  readonly names: ReadonlySet<string>;
  /** Those whose children it styles as such: `.vlist>span`. */
  readonly parents: ReadonlySet<string>;
  /** Those whose children's children it styles as such: `.vlist>span>span`. */
  readonly grandparents: ReadonlySet<string>;
}

function styledBy(css: string): Styled {
  const selectors = selectorsOf(css);
  return {
    names: new Set(selectors.flatMap(classesIn)),
    parents: new Set(
      selectors.flatMap((selector) => selector.split(">").slice(0, -1).flatMap(classesIn)),
    ),
    grandparents: new Set(
      selectors.flatMap((selector) =>
        [...selector.matchAll(/([^\s>]+)>span>/g)].flatMap(([, parent]) => classesIn(parent)),
      ),
    ),
  };
}

/** Short names for what is written over and over: the same page gets the same. */
class ShortNames {
  readonly #names = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  of(text: string): string {
    const known = this.#names.get(text) ?? this.prefix + this.#names.size.toString(36);
    this.#names.set(text, known);
    return known;
  }

  has(text: string): boolean {
    return this.#names.has(text);
  }

  entries(): [string, string][] {
    return [...this.#names];
  }
}

interface OpenSpan {
  /** Whether it is left out, with its end. */
  readonly isDropped: boolean;
  /** Whether a rule styles its children as such. */
  readonly isParent: boolean;
  /** Whether one styles theirs. */
  readonly isGrandparent: boolean;
  /** Whether it is a child of one whose children's children a rule styles. */
  readonly isBetween: boolean;
}

const piece = /<(\/?)span\b([^>]*)>|<[^>]*>|[^<]+/g;
const attribute = /\s([\w-]+)="([^"]*)"/g;
const region = '<span class="katex-html"';
/** KaTeX writes MathML as XML; HTML needs no quotes about a value of one word, unless a slash would follow it. */
const mathTag =
  /<(?:m(?:i|n|o|text|space|frac|style|padded|phantom|enclose|(?:under)?over|under|su[bp]|subsup|table|tr|td)|annotation)(?: [a-z]+="[^"<>]*")+>/g;
const plainValue = /="([\w.#%/-]*[\w.#%-])"/g;
/** In which a rule of their own is worth its characters. */
const often = 3;

function countStyles(html: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, style] of html.matchAll(/<span\b[^>]*\sstyle="([^"]*)"/g))
    counts.set(style, (counts.get(style) ?? 0) + 1);
  return counts;
}

/** Where the content of the span ends that begins at `start`. */
function endOf(html: string, start: number): number {
  const span = /<(\/?)span\b[^>]*>/g;
  span.lastIndex = start;
  let depth = 0;
  for (let found = span.exec(html); found; found = span.exec(html)) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return found.index;
  }
  return html.length;
}

/** One page's formulas in fewer characters; what they look like, and their MathML, stay. */
class FormulaWriter {
  readonly #styled: Styled;
  readonly #counts: ReadonlyMap<string, number>;
  readonly classes = new ShortNames("k");
  readonly styles = new ShortNames("y");
  readonly struts = new ShortNames("u");

  constructor(css: string, html: string) {
    this.#styled = styledBy(css + ownRules);
    this.#counts = countStyles(html);
  }

  #isStyled(name: string): boolean {
    return ownNames.has(name) || this.#styled.names.has(name);
  }

  /** A span's attributes, written shorter. */
  #attributes(all: ReadonlyMap<string, string>): string {
    const tokens = (all.get("class") ?? "").split(/\s+/).filter((name) => this.#isStyled(name));
    const names = tokens.map((token) => (ownNames.has(token) ? token : this.classes.of(token)));
    const rest: string[] = [];
    for (const [name, value] of all) {
      if (name === "class") continue;
      if (name === "strut") {
        names.push(this.struts.of(value));
        continue;
      }
      if (name === "style" && (this.#counts.get(value) ?? 0) >= often)
        names.push(this.styles.of(value));
      else rest.push(` ${name}="${value}"`);
    }
    const [first, second] = names;
    if (first === undefined) return rest.join("");
    // Names that the page's other parts look for stay as they are.
    const isBare = second === undefined && !ownNames.has(first);
    return ` class=${isBare ? first : `"${names.join(" ")}"`}${rest.join("")}`;
  }

  #open(text: string, parent: OpenSpan): { readonly span: OpenSpan; readonly html: string } {
    const all = new Map([...text.matchAll(attribute)].map(([, name, value]) => [name, value]));
    const tokens = (all.get("class") ?? "").split(/\s+/);
    const attributes = this.#attributes(all);
    const isDropped = attributes === "" && !parent.isParent && !parent.isBetween;
    return {
      span: isDropped
        ? { ...parent, isDropped }
        : {
            isDropped,
            isParent: tokens.some((token) => this.#styled.parents.has(token)),
            isGrandparent: tokens.some((token) => this.#styled.grandparents.has(token)),
            isBetween: parent.isGrandparent,
          },
      html: isDropped ? "" : `<i${attributes}>`,
    };
  }

  /** A formula, from its first span to its end. */
  #written(html: string): string {
    const stack: OpenSpan[] = [];
    const root: OpenSpan = {
      isDropped: false,
      isParent: true,
      isGrandparent: false,
      isBetween: false,
    };
    const out: string[] = [];
    for (const [whole, close, attributes] of html.matchAll(piece)) {
      if (attributes === undefined) out.push(whole);
      else if (close) {
        if (!stack.pop()?.isDropped) out.push("</i>");
      } else {
        const { span, html: opened } = this.#open(attributes, stack.at(-1) ?? root);
        stack.push(span);
        out.push(opened);
      }
    }
    return out.join("");
  }

  /** HTML with its formulas written shorter. */
  writeAll(html: string): string {
    const out: string[] = [];
    let at = 0;
    for (let start = html.indexOf(region); start >= 0; start = html.indexOf(region, at)) {
      const [inner, end] = [html.indexOf(">", start) + 1, endOf(html, start)];
      out.push(html.slice(at, inner), this.#written(withoutParts(html.slice(inner, end))));
      at = end;
    }
    out.push(html.slice(at));
    return out
      .join("")
      .replaceAll('<math xmlns="http://www.w3.org/1998/Math/MathML"', "<math")
      .replace(mathTag, (tag) => tag.replace(plainValue, "=$1"));
  }

  /** The rules, without those of what no formula has, under their short names. */
  css(css: string): string {
    const isUsed = (selector: string): boolean =>
      classesIn(selector.replace(/:not\([^)]*\)/g, "")).every(
        (name) => ownNames.has(name) || this.classes.has(name),
      );
    const rules = [...(css + ownRules).matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(
      ([, selectors, body]) => {
        const used = selectors.split(",").filter(isUsed);
        const named = used.map((selector) =>
          selector
            .replace(/\.([A-Za-z][\w-]*)/g, (whole, name: string) =>
              ownNames.has(name) ? whole : `.${this.classes.of(name)}`,
            )
            .replace(/(?<=[>\s+~])span\b/g, "i"),
        );
        return named.length > 0 ? [`${named.join(",")}{${body}}`] : [];
      },
    );
    const own = this.styles.entries().map(([style, name]) => `.katex .${name}{${style}}`);
    const struts = this.struts
      .entries()
      .map(([style, name]) => `.katex .${name}::before{${style}}`);
    return [...rules, ...own, ...struts].join("");
  }
}

export interface CompactFormulas {
  readonly parts: readonly string[];
  readonly css: string;
}

/**
 * Formulas as KaTeX writes them, in a third of the characters: an element's name is one letter, what every formula has is
 * made by a rule, names of classes and styles that come again and again become
 * short, names that no rule styles go, and so do spans that then say nothing. In HTML MathML needs no namespace, and few
 * quotes.
 *
 * @param parts a page's formulas and all between them
 * @param css KaTeX's rules, without its fonts
 */
export function compactFormulas(parts: readonly string[], css: string): CompactFormulas {
  const writer = new FormulaWriter(css, parts.join(""));
  return { parts: parts.map((html) => writer.writeAll(html)), css: writer.css(css) };
}
