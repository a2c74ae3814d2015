/** A formula between its marks. */
export interface MarkedMath {
  readonly tex: string;
  readonly at: number;
  readonly isDisplay: boolean;
}

const marked =
  /\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)|(\\begin\{(equation|align|aligned|gather|multline|eqnarray|split)(\*?)\}[\s\S]+?\\end\{\5\6\})|(?<![\\$])\$(?![\s$])((?:[^$\n]|\n(?!\n))+?)(?<![\s\\])\$(?![\d$])/g;

/** Formulas between `$$`, `\[ \]`, `\( \)` and `$`, and environments that stand without any. */
export function mathInText(text: string): readonly MarkedMath[] {
  return [...text.matchAll(marked)].flatMap((match): MarkedMath[] => {
    const [, dollars, brackets, round, environment, , , inline] = match;
    const tex = (dollars ?? brackets ?? round ?? environment ?? inline ?? "").trim();
    if (tex === "") return [];
    const isDisplay = round === undefined && inline === undefined;
    return [{ tex, at: match.index, isDisplay }];
  });
}
