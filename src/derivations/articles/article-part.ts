/** What is kept of an article: its headings, and its formulas with their places. */
export type ArticlePart = ArticleHeading | ArticleFormula;

export interface ArticleHeading {
  readonly kind: "heading";
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
}

export interface ArticleFormula {
  readonly kind: "formula";
  readonly tex: string;
  /** Where it begins in the file, lines from 1. */
  readonly line: number;
}

/** True for what says something: symbols alone, `$p$` or `$\theta$`, are no formulas to check. */
export const isStatement = (tex: string): boolean =>
  /[=≈≤≥<>≡∝]|\\(approx|le|leq|ge|geq|equiv|propto|triangleq|neq|sim|coloneqq|lt|gt)(?![a-zA-Z])/.test(
    tex.replace(/\\(left|right|[bB]igg?[lr]?)\s*[<>|]/g, ""),
  ) && /[A-Za-z\\]/.test(tex);

/** The line of a place in a text. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < index; i = text.indexOf("\n", i + 1)) line++;
  return line;
}

/** `{\displaystyle …}`, as encyclopedias put round the TeX of a picture. */
export function bareTex(tex: string): string {
  const inner = /^\{\s*\\(?:display|text)style(?![a-zA-Z])\s*([\s\S]*)\}$/.exec(tex.trim())?.[1];
  if (inner === undefined) return tex.trim();
  // {\displaystyle a} = {\displaystyle b} begins and ends so too.
  let depth = 0;
  for (const [mark] of inner.matchAll(/\\.|[{}]/g)) {
    if (mark === "{") depth++;
    if (mark === "}" && --depth < 0) return tex.trim();
  }
  return inner.trim();
}
