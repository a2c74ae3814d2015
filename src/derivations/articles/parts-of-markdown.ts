import { type ArticlePart, bareTex, isStatement, lineAt } from "./article-part";
import { mathInText } from "./math-in-text";

/** Headings and formulas of Markdown: dollars, `\[ … \]`, environments, and fences that hold TeX. */
export function partsOfMarkdown(text: string): readonly ArticlePart[] {
  const found: { readonly at: number; readonly part: ArticlePart }[] = [];
  const blank = (part: string): string => part.replace(/[^\n]/g, " ");
  // What is code is not searched, but for fences that are mathematics.
  let rest = text.replace(
    /^(`{3,}|~{3,})[ \t]*([\w-]*)[^\n]*\n([\s\S]*?)(?:^\1[^\n]*$|$(?![\s\S]))/gm,
    (whole, _fence: string, language: string, body: string, at: number) => {
      if (/^(math|latex|tex|katex)$/i.test(language) && body.trim() !== "")
        found.push({ at, part: { kind: "formula", tex: body.trim(), line: lineAt(text, at) + 1 } });
      return blank(whole);
    },
  );
  rest = rest.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, blank);
  for (const { tex, at, isDisplay } of mathInText(rest)) {
    if (!isDisplay && !isStatement(tex)) continue;
    found.push({ at, part: { kind: "formula", tex, line: lineAt(text, at) } });
  }
  // As an encyclopedia's formulas are copied, without dollars.
  for (const match of rest.matchAll(
    /^[ \t]*(\{\\(?:display|text)style(?![a-zA-Z])[^\n$]*\}[.,;]?)[ \t]*$/gm,
  )) {
    const tex = bareTex(match[1].replace(/[.,;]$/, ""));
    found.push({
      at: match.index,
      part: { kind: "formula", tex, line: lineAt(text, match.index) },
    });
  }
  for (const match of rest.matchAll(/^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$/gm)) {
    const part = { kind: "heading", level: match[1].length, text: match[2] } as const;
    found.push({ at: match.index, part });
  }
  for (const match of rest.matchAll(/^ {0,3}(\S[^\n]*)\n {0,3}(=+|-{2,})[ \t]*$/gm)) {
    const level = match[2].startsWith("=") ? 1 : 2;
    found.push({ at: match.index, part: { kind: "heading", level, text: match[1].trim() } });
  }
  return found.sort((a, b) => a.at - b.at).map(({ part }) => part);
}
