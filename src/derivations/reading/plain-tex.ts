/** Text for the grammar, and for each of its characters the place in the text as given. */
export interface PlainTex {
  readonly text: string;
  readonly origin: readonly number[];
}

/** What Markdown and HTML make of TeX's signs, and what they stand for; longest first. */
const rewritten: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/&#124;|&vert;|&#x7c;/y, "|"],
  [/&amp;/y, "&"],
  [/&lt;/y, "<"],
  [/&gt;/y, ">"],
  [/&nbsp;/y, " "],
  // Markdown's escapes: \_ and \* are signs of TeX, \\\\ is one end of a row.
  [/\\_/y, "_"],
  [/\\\*/y, "*"],
  [/\\\\\\\\/y, "\\\\"],
  [/\\\((?=.)/y, "("],
  [/（/y, "("],
  [/）/y, ")"],
  [/［|【/y, "["],
  [/］|】/y, "]"],
  [/，|、/y, ","],
  [/；/y, ";"],
  [/：/y, ":"],
  [/＝/y, "="],
  [/｜/y, "|"],
  [/−|－|–/y, "-"],
  [/\bs\.\s?t\.(?=\s|\\|$)/y, "\\text{s.t.} "],
  [/²/y, "^2"],
  [/³/y, "^3"],
];

/** The formula without a frame of dollars, and without what a page's markup did to it. */
export function plainTex(tex: string): PlainTex {
  let text = "";
  const origin: number[] = [];
  const frame = /^\s*(\$\$?|\\\[|\\\()/.exec(tex);
  const closing = /(\$\$?|\\\]|\\\))[\s。.，,；;]*$/.exec(tex);
  const start = frame && closing && closing.index >= frame[0].length ? frame[0].length : 0;
  const end = frame && closing && closing.index >= frame[0].length ? closing.index : tex.length;
  const put = (piece: string, at: number): void => {
    text += piece;
    for (let i = 0; i < piece.length; i++) origin.push(at);
  };
  for (let at = start; at < end; ) {
    const found = rewritten.find(([pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(tex);
    });
    if (found) {
      put(found[1], at);
      at = found[0].lastIndex;
    } else {
      put(tex[at], at);
      at++;
    }
  }
  origin.push(end);
  return { text, origin };
}
