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
