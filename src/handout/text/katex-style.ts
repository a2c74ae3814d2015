interface FontRule {
  /** Class lists, one of which an element must have. */
  readonly selectors: readonly (readonly string[])[];
  readonly family: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

interface Face {
  readonly family: string;
  readonly file: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

const isBold = (declarations: string): boolean =>
  /font-weight:\s*(?:bold|[6-9]00)/.test(declarations);
const isItalic = (declarations: string): boolean => /font-style:\s*italic/.test(declarations);

function facesOf(css: string): Face[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, declarations]) => ({
    family: /font-family:\s*["']?(\w+)/.exec(declarations)?.[1] ?? "",
    file: /url\(["']?([^)"']+\.woff2)/.exec(declarations)?.[1] ?? "",
    isBold: isBold(declarations),
    isItalic: isItalic(declarations),
  }));
}

/** The classes of the last compound of a selector that has any: `.delimsizing.mult .delim-size1>span`. */
function lastClasses(selector: string): string[] {
  const compounds = selector.split(/[\s>+~]+/).filter((compound) => compound.includes("."));
  return [...(compounds.at(-1) ?? "").matchAll(/\.([\w-]+)/g)].map(([, name]) => name);
}

function fontRules(css: string): FontRule[] {
  const rules = css.replace(/@font-face\s*\{[^}]*\}/g, "").matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules].flatMap(([, selector, declarations]) => {
    const family = /font(?:-family)?:[^;]*?(KaTeX_\w+)/.exec(declarations)?.[1];
    if (!family) return [];
    const selectors = selector.split(",").map(lastClasses);
    return [{ selectors, family, isBold: isBold(declarations), isItalic: isItalic(declarations) }];
  });
}

const styleModifiers = [
  { classes: ["textbf", "mathbf", "boldsymbol"], bold: true, italic: false },
  { classes: ["textit", "mathit"], bold: false, italic: true },
];

export interface KatexStyle {
  /** Its fonts, inlined. */
  readonly faces: string;
  readonly rules: string;
}

/**
 * KaTeX's style sheet with the fonts that `html` uses, inlined, and no others.
 *
 * @param css katex.min.css
 * @param html the page's formulas
 * @param readFont gives a font file of KaTeX's as base64
 * @returns nothing where `html` has no formula
 */
export function katexStyle(
  css: string,
  html: string,
  readFont: (file: string) => string,
): KatexStyle {
  if (!html.includes('class="katex"')) return { faces: "", rules: "" };
  const elements = new Set([...html.matchAll(/class="([^"]*)"/g)].map(([, names]) => names));
  const classLists = [...elements].map((names) => new Set(names.split(/\s+/)));
  const has = (classes: readonly string[]): boolean =>
    classes.length > 0 && classLists.some((list) => classes.every((name) => list.has(name)));
  const isUsed = new Set<string>();
  const name = (family: string, bold: boolean, italic: boolean): string =>
    `${family} ${bold} ${italic}`;
  for (const rule of fontRules(css)) {
    if (!rule.selectors.some(has)) continue;
    isUsed.add(name(rule.family, rule.isBold, rule.isItalic));
    for (const { classes, bold, italic } of styleModifiers) {
      if (classes.some((modifier) => has([modifier])))
        isUsed.add(name(rule.family, bold || rule.isBold, italic || rule.isItalic));
    }
  }
  const faces = facesOf(css).filter((face) =>
    isUsed.has(name(face.family, face.isBold, face.isItalic)),
  );
  const inlined = faces.map(
    ({ family, file, isBold: bold, isItalic: italic }) =>
      `@font-face{font-family:${family};font-weight:${bold ? 700 : 400};font-style:${italic ? "italic" : "normal"};font-display:block;src:url(data:font/woff2;base64,${readFont(file)}) format("woff2")}`,
  );
  return {
    faces: inlined.join(""),
    rules: css.replace(/@font-face\s*\{[^}]*\}/g, "").replace(/\/\*[\s\S]*?\*\//g, ""),
  };
}
