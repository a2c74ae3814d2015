import type { Notebook } from "../notebook/nbformat";

const marks: readonly (readonly [mark: string, languages: RegExp])[] = [
  ["#", /^(?:i?python\d*|r|julia|ruby|bash|sh|perl|octave|coffeescript)$/],
  ["--", /^(?:sql|haskell|lua)$/],
  ["%", /^(?:matlab|prolog|latex)$/],
  [";;", /^(?:clojure|scheme|lisp|racket)$/],
];

/** The language of a notebook's cells; TypeScript where it names none. */
export function languageOf({ metadata: { kernelspec, language_info } }: Notebook): string {
  const named = language_info?.name ?? kernelspec?.language ?? kernelspec?.name ?? "typescript";
  const language = String(named).toLowerCase();
  return language === "tslab" ? "typescript" : language;
}

/** What begins a comment in the notebook's language. */
export function commentMark(notebook: Notebook): string {
  const language = languageOf(notebook);
  return marks.find(([, languages]) => languages.test(language))?.[0] ?? "//";
}

/** Whether the notebook's cells are TypeScript or JavaScript. */
export const isScript = (notebook: Notebook): boolean =>
  /^(?:typescript|javascript|ts|js)$/.test(languageOf(notebook));
