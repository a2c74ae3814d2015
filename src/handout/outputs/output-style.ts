import { dressOf } from "./output-dress";

/** The style sheet of one output, for that output only. */
export interface OutputStyle {
  /** Its rules for the page's style sheet, each within `.scope`. */
  readonly css: string;
  /** What a class, or an id (`#…`), of the output is called in the page; undefined where no rule names it. */
  readonly className: (name: string) => string | undefined;
}

const sheet = /<style\b[^>]*>([\s\S]*?)(?:<\/style\s*>|$)/gi;
const name = "[A-Za-z_][\\w-]*";
const state =
  "(?:first|last|only)-(?:child|of-type)|hover|empty|nth-(?:last-)?(?:child|of-type)\\((?:odd|even|[+-]?\\d{0,4}n?\\s*(?:[+-]\\s*\\d{1,4})?)\\)";
const negated = `not\\((?:[.#]?${name}|:(?:${state}))\\)`;
const compound = `(?:\\*|${name})?(?:[.#]${name}|:(?:${state}|${negated}))*`;
const selector = new RegExp(
  `^(?:${compound}(?:\\s*[>+~]\\s*|\\s+)){0,8}(${compound})(::?(?:before|after))?$`,
  "i",
);

/** Rules that stand by themselves; those within a block of others (of media, of frames, of layers) are left out. */
function* rulesOf(css: string): Generator<readonly [selectors: string, declarations: string]> {
  let depth = 0;
  let from = 0;
  let selectors: string | undefined;
  for (let at = 0; at < css.length; at++) {
    const character = css[at];
    if (character === ";" && depth === 0) from = at + 1;
    if (character === "{") {
      selectors = depth === 0 ? css.slice(from, at) : undefined; // undefined: it holds rules
      depth += 1;
      from = at + 1;
    }
    if (character !== "}") continue;
    if (depth === 1 && selectors !== undefined && !selectors.includes("@")) {
      yield [selectors, css.slice(from, at)];
    }
    depth = Math.max(0, depth - 1);
    if (depth > 0) selectors = undefined;
    from = at + 1;
  }
}

/** A list cut at its commas, those within parentheses left alone. */
function selectorsOf(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < list.length; at++) {
    if (list[at] === "(") depth += 1;
    else if (list[at] === ")") depth -= 1;
    else if (list[at] === "," && depth <= 0) {
      parts.push(list.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, list.slice(from).trim()];
}

const mostRules = 20_000;

/**
 * The style sheets within an output's HTML as rules that reach nothing but that output: pandas colours cells by the ids
 * it gives them, R sets lists in a line by a class.
 *
 * @param scope a class that no other output of the page has
 */
export function outputStyle(html: string, scope: string): OutputStyle | undefined {
  if (!/<style\b/i.test(html)) return undefined;
  const css = [...html.matchAll(sheet)]
    .map(([, text]) => text)
    .join("\n")
    .replace(/<!\[CDATA\[|\]\]>|<!--|-->/g, "")
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, "");
  const names = new Map<string, string>();
  const renamed = (whole: string, kind: string, own: string): string => {
    const given = `${scope}-${kind === "#" ? "-" : ""}${own}`;
    names.set(kind === "#" ? `#${own}` : own, given);
    return whole.replace(`${kind}${own}`, `.${given}`);
  };
  const rules: string[] = [];
  for (const [list, declarations] of rulesOf(css)) {
    for (const written of selectorsOf(list)) {
      if (rules.length >= mostRules) break;
      const text = written.length > 1000 ? written : written.replace(/\s+/g, " ");
      const [, last, generated] = text.length > 300 ? [] : (selector.exec(text) ?? []);
      if (last === undefined || (last === "" && generated === undefined)) continue;
      const looks = dressOf(declarations, generated !== undefined);
      if (looks === "") continue;
      const own = text.replace(new RegExp(`([.#])(${name})`, "g"), renamed);
      rules.push(`.${scope} ${own}{${looks}}`);
    }
  }
  if (rules.length === 0) return undefined;
  return { css: rules.join("\n"), className: (own) => names.get(own) };
}
