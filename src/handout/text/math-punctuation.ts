import type { MarkdownIt, Token } from "markdown-it";

/** Marks that begin no line, and marks that end none. */
const closing = /^[，。；：、？！）”’》」』…%]+/;
const opening = /[（“‘《「『]+$/;

/** What stands beside a formula and must not be parted from it. */
export interface Neighbours {
  readonly before: string;
  readonly after: string;
}

/** The neighbours of a formula's token, once `keepPunctuation` has seen it. */
export const neighboursOf = (token: Token): Neighbours =>
  (token.meta as Neighbours | null) ?? { before: "", after: "" };

/**
 * Gives each formula in a line the punctuation beside it.
 *
 * Browsers break a line on both sides of an inline block, which a formula ends in, whatever the character there.
 */
export function keepPunctuation(md: MarkdownIt): void {
  md.core.ruler.push("math_punctuation", (state) => {
    for (const { children } of state.tokens) {
      children?.forEach((token, i) => {
        if (token.type !== "math_inline" || token.markup !== "$") return;
        const take = (neighbour: Token | undefined, marks: RegExp): string => {
          if (neighbour?.type !== "text") return "";
          const found = marks.exec(neighbour.content)?.[0] ?? "";
          neighbour.content = neighbour.content.replace(marks, "");
          return found;
        };
        const before = take(children[i - 1], opening);
        const after = take(children[i + 1], closing);
        token.meta = { before, after } satisfies Neighbours;
      });
    }
  });
}

/**
 * A formula with its neighbours, as `.kept` that breaks only where the formula itself may: KaTeX sets each such
 * piece in a box `base`.
 */
export function withNeighbours(formula: string, { before, after }: Neighbours): string {
  if (before === "" && after === "") return formula;
  const [first, ...rest] = formula.split('<span class="base">');
  const pieces = rest.map((piece, i) => `${i > 0 ? "<wbr>" : ""}<span class="base">${piece}`);
  return `<span class="kept">${before}${first}${pieces.join("")}${after}</span>`;
}
