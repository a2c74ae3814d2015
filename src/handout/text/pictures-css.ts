/** An address that is no definition of the same picture: nothing is fetched. */
const elsewhere = /url\((?!\s*["']?#[\w.:-]+["']?\s*\))[^)]*\)?/gi;

/**
 * The style sheet of a picture with rules for its own shapes only: no import, no font, no address, no escape that
 * would hide one.
 */
export function picturesCss(css: string): string {
  return css
    .replace(/<!\[CDATA\[|\]\]>|<!--|-->/g, "")
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, "")
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16))),
    )
    .replace(/\\/g, "")
    .replace(/@(?:import|charset|namespace)[^;{}]*;?/gi, "")
    .replace(/@font-face\s*\{[^}]*\}?/gi, "")
    .replace(elsewhere, "none")
    .replace(/(?:image-set|-webkit-image-set|image|src|expression|element|cross-fade)\(/gi, "none(")
    .replace(/javascript:|behavior\s*:|-moz-binding\s*:/gi, "")
    .replace(/</g, "");
}
