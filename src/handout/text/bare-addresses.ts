import type { MarkdownIt } from "markdown-it";

/** An address ends at a space, a quotation mark, Chinese characters and their punctuation. */
const address = /^[^\s<>"`\u2018-\u201d\u3000-\u303f\uff00-\uffef\p{Script=Han}]{1,2000}/u;

/** Up to a bracket that it does not open: an address may be the text of a link. */
function withinBrackets(found: string): string {
  let open = 0;
  for (let at = 0; at < found.length; at++) {
    if (found[at] === "[") open++;
    if (found[at] === "]" && --open < 0) return found.slice(0, at);
  }
  return found;
}

/** How much of `text` from `start` belongs to an address, punctuation at its end left out. */
function lengthOf(text: string, start: number): number {
  let found = withinBrackets(address.exec(text.slice(start))?.[0] ?? "");
  for (;;) {
    const last = found.at(-1) ?? "";
    const opens = found.split("(").length;
    const isLonely = last === ")" && found.split(")").length > opens;
    if (!isLonely && !/[.,;:!?'*_~]/.test(last)) return found.length;
    found = found.slice(0, -1);
  }
}

/** Bare addresses become links: those with a scheme, those that begin with www., and e-mail addresses; no file names. */
export function bareAddresses(md: MarkdownIt): void {
  const withScheme = {
    validate: (text: string, at: number): number =>
      /^\/\/[\w[]/.test(text.slice(at, at + 3)) ? lengthOf(text, at) : 0,
  };
  md.linkify
    .set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false })
    .add("http:", withScheme)
    .add("https:", withScheme)
    .add("ftp:", null)
    .add("//", null)
    .add("www.", {
      validate: (text: string, at: number): number =>
        /^[\w-]+\.\w/.test(text.slice(at, at + 300)) ? lengthOf(text, at) : 0,
      normalize: (match: { url: string }): void => {
        match.url = `https://${match.url}`;
      },
    });
}
