import { type ArticlePart, bareTex, isStatement, lineAt } from "./article-part";
import { mathInText } from "./math-in-text";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function decoded(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name.toLowerCase()] ?? whole;
    const code = Number(name[1].toLowerCase() === "x" ? `0${name.slice(1)}` : name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const plain = (html: string): string =>
  decoded(html.replace(/<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();

/**
 * Headings and formulas of a page: annotations of MathML, scripts of math/tex, the text of formulas' pictures, and what
 * stands between dollars or brackets. No script is looked into otherwise.
 */
export function partsOfHtml(html: string): readonly ArticlePart[] {
  const found: { readonly at: number; readonly part: ArticlePart }[] = [];
  const blank = (part: string): string => part.replace(/[^\n]/g, " ");
  const take = (at: number, tex: string, isDisplay: boolean): void => {
    const own = bareTex(tex);
    if (own === "" || (!isDisplay && !isStatement(own))) return;
    found.push({ at, part: { kind: "formula", tex: own, line: lineAt(html, at) } });
  };
  let rest = html.replace(/<!--[\s\S]*?-->/g, blank);
  rest = rest.replace(
    /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi,
    (whole, attributes: string, body: string, at: number) => {
      if (/type\s*=\s*["']?math\/tex/i.test(attributes))
        take(at, decoded(body), /display/.test(attributes));
      return blank(whole);
    },
  );
  rest = rest.replace(/<(style|pre|code|textarea)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, blank);
  rest = rest.replace(/<math\b[^>]*>[\s\S]*?<\/math\s*>/gi, (whole, at: number) => {
    const note =
      /<annotation\b[^>]*encoding\s*=\s*["']application\/x-tex["'][^>]*>([\s\S]*?)<\/annotation/i;
    const tex = note.exec(whole)?.[1] ?? /\balttext\s*=\s*"([^"]*)"/i.exec(whole)?.[1];
    if (tex !== undefined) take(at, decoded(tex), false);
    return blank(whole);
  });
  rest = rest.replace(/<img\b[^>]*>/gi, (whole, at: number) => {
    const text = /\b(?:data-tex|data-formula|alt|eeimg-alt)\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(
      whole,
    );
    const tex = decoded(text?.[1] ?? text?.[2] ?? "");
    if (/\\[a-zA-Z]|[_^]/.test(tex)) take(at, tex, false);
    return blank(whole);
  });
  for (const match of rest.matchAll(/<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1\s*>/gi)) {
    const text = plain(match[2]);
    if (text !== "")
      found.push({ at: match.index, part: { kind: "heading", level: Number(match[1]), text } });
  }
  // Places stay as they are: tags are blanked, not taken out.
  const text = rest.replace(/<[^>]*>/g, blank);
  for (const { tex, at, isDisplay } of mathInText(text)) take(at, decoded(tex), isDisplay);
  return found.sort((a, b) => a.at - b.at).map(({ part }) => part);
}
