import type { Locale } from "../../words/locale";

/** An error speaks both languages, an answer one; the lines that point at the place stay. */
export function inOneLanguage(message: string, locale: Locale): string {
  const [head = "", ...lines] = message.replace(/^derivation: /, "").split("\n");
  const middle = head.indexOf(" / ");
  const own = middle < 0 ? head : locale === "en" ? head.slice(middle + 3) : head.slice(0, middle);
  return [own, ...lines].join("\n");
}
