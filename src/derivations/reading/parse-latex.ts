/** A node of the grammar's tree; only what is read here. */
export interface LatexNode {
  readonly type: string;
  readonly content?: string | readonly LatexNode[];
  readonly env?: string | { readonly content: string };
  readonly position?: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  };
}

interface Grammar {
  readonly LatexPegParser: {
    parse(text: string, options: { readonly startRule: "math" }): readonly LatexNode[];
  };
}

/**
 * The nodes of a formula, by unified-latex's grammar: it knows macros, groups, environments and comments, keeps every
 * place, and never refuses a formula.
 *
 * Loaded when the first formula is read; the build puts the one parser that is used into this file.
 */
export function parseLatex(tex: string): readonly LatexNode[] {
  const { LatexPegParser } = require("@unified-latex/unified-latex-util-pegjs") as Grammar;
  return LatexPegParser.parse(tex, { startRule: "math" });
}
