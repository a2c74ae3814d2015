import type { Locale } from "../../words/locale";
import { texTerm } from "../tex/tex-term";
import { readAnswer } from "./read-answer";

/** What a student typed so far, as TeX of its tree; or why it cannot be read yet. */
export type Preview = { readonly tex: string } | { readonly failure: string };

const signs: Readonly<Record<string, string>> = { "≥": "\\ge ", "≤": "\\le ", "≈": "\\approx " };

/** Reads an answer as far as typesetting it needs: in the language or in TeX, with or without its relation. */
export function previewAnswer(typed: string, locale: Locale): Preview {
  const answer = readAnswer(typed, locale);
  if ("failure" in answer) return answer;
  const { term, relation } = answer;
  const sign = relation === undefined ? "" : (signs[relation] ?? "= ");
  return { tex: sign + texTerm(term, { isCourse: true }) };
}
