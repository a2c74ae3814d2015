/** The eight colours of terminals, by their numbers. */
const names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

/** A colour by its name, which the page's style sheet knows, or as it is. */
export type TerminalColour = { readonly name: string } | { readonly rgb: readonly number[] };

/** How a terminal sets the text that follows. */
export interface TerminalStyle {
  readonly bold?: boolean;
  readonly faint?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly struck?: boolean;
  readonly inverse?: boolean;
  readonly colour?: TerminalColour;
  readonly ground?: TerminalColour;
}

const levels = [0, 95, 135, 175, 215, 255];

/** A colour of the 256: the sixteen by name, a cube of six, a ramp of greys. */
function colourOf256(number: number): TerminalColour | undefined {
  if (!(number >= 0 && number <= 255)) return undefined;
  if (number < 8) return { name: names[number] };
  if (number < 16) return { name: number === 8 ? "grey" : names[number - 8] };
  if (number >= 232) {
    const grey = 8 + 10 * (number - 232);
    return { rgb: [grey, grey, grey] };
  }
  const place = number - 16;
  return { rgb: [36, 6, 1].map((step) => levels[Math.floor(place / step) % 6]) };
}

/** Reads 38 or 48 with what follows: `5;n`, or `2;r;g;b`. */
function extended(
  codes: readonly number[],
  at: number,
): { colour: TerminalColour | undefined; length: number } {
  if (codes[at + 1] === 5) return { colour: colourOf256(codes[at + 2]), length: 2 };
  const rgb = codes.slice(at + 2, at + 5).map((level) => Math.min(255, level || 0));
  return { colour: rgb.length === 3 ? { rgb } : undefined, length: 4 };
}

const switches: Readonly<Record<number, TerminalStyle>> = {
  1: { bold: true },
  2: { faint: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { struck: true },
  21: { underline: true },
  22: { bold: false, faint: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  29: { struck: false },
  39: { colour: undefined },
  49: { ground: undefined },
};

/** The style after a "select graphic rendition" with these codes. */
export function applyCodes(style: TerminalStyle, codes: readonly number[]): TerminalStyle {
  let next: TerminalStyle = style;
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i];
    const part = code >= 100 || code === 48 || (code >= 40 && code < 48) ? "ground" : "colour";
    if (code === 0) next = {};
    else if (Object.hasOwn(switches, code)) next = { ...next, ...switches[code] };
    else if (code === 38 || code === 48) {
      const { colour, length } = extended(codes, i);
      next = { ...next, [part]: colour };
      i += length;
    } else if ((code >= 30 && code <= 37) || (code >= 40 && code <= 47))
      next = { ...next, [part]: { name: names[code % 10] } };
    else if ((code >= 90 && code <= 97) || (code >= 100 && code <= 107))
      next = { ...next, [part]: colourOf256((code % 10) + 8) };
  }
  return next;
}
