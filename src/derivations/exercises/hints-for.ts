import type { Locale } from "../../words/locale";
import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { children } from "../language/walk";
import type { Line } from "../read-steps";
import { exerciseWords } from "./exercise-words";

/** Hints for a line, from the reason for it to the line itself. */
export function hintsFor({ term, expression, because }: Line, locale: Locale): readonly string[] {
  const word = exerciseWords[locale];
  const parts = [...new Set(operatorsOf(term))];
  const list = parts.join(locale === "en" ? ", " : "、");
  return [
    because ? word.reason(because) : word.reasonNone,
    ...(parts.length > 0 ? [word.parts(list)] : []),
    word.shape(maskedText(term)),
    word.answer(expression),
  ];
}

/** Hints for a line that nobody has written: the reason for it, and the lines around it, as they are shown. */
export function hintsForOpen(
  { because }: Line,
  { above, below }: { readonly above: string; readonly below: string | undefined },
  locale: Locale,
): readonly string[] {
  const word = exerciseWords[locale];
  return [because ? word.reason(because) : word.reasonNone, word.around(above, below)];
}

/** What a reader would name: KL, H, E, ∫, log …; plain arithmetic is no news. */
function operatorsOf(term: Term): readonly string[] {
  const own = ((): string | undefined => {
    switch (term.kind) {
      case "divergence":
        return "KL";
      case "entropy":
        return "H";
      case "expectation":
        return "E";
      case "integral":
        return "∫";
      case "fold":
      case "supportFold":
        return term.operator === "sum" ? "∑" : "∏";
      case "optimum":
        return term.operator;
      case "elementary":
      case "measure":
        return term.name;
      case "information":
        return term.measure;
      case "derivative":
        return "∂";
      default:
        return undefined;
    }
  })();
  return [...(own ? [own] : []), ...children(term).flatMap(operatorsOf)];
}

/** The line with its operators and brackets, and a box for each name and number. */
function maskedText(term: Term): string {
  const kept = new Set(operatorsOf(term));
  return textTerm(term).replace(/[\p{L}_][\p{L}\p{N}_]*[*′]?|\d+(\.\d+)?/gu, (name) =>
    kept.has(name) ? name : "□",
  );
}
