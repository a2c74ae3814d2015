import {
  type DefinedCommand,
  definedAt,
  definedCommands,
  expansionAt,
} from "./definitions/defined-commands";
import { unicodeScript } from "./definitions/unicode-script";

/** Text for the grammar, and for each of its characters the place in the text as given. */
export interface PlainTex {
  readonly text: string;
  readonly origin: readonly number[];
  /** Commands that the text defines; their definitions are taken out of it and put where they are used. */
  readonly defined: readonly DefinedCommand[];
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
  [/½/y, "\\frac{1}{2}"],
  [/⅓/y, "\\frac{1}{3}"],
  [/¼/y, "\\frac{1}{4}"],
  [/¾/y, "\\frac{3}{4}"],
  [/⊙/y, "\\odot "],
  [/∘/y, "\\circ "],
  [/⟹/y, "\\implies "],
  [/⇔|⟺/y, "\\iff "],
  [/≜|≔|≝/y, "\\triangleq "],
  [/≃|≅/y, "\\approx "],
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
  const defined = definedCommands(tex);
  let expansions = 0;
  /** A command may use another that is defined, but not for ever. */
  const expanded = (
    piece: string,
    depth: number,
    here: ReadonlyMap<string, DefinedCommand>,
  ): string => {
    let own = "";
    for (let at = 0; at < piece.length; ) {
      const found = depth < 5 && expansions < 500 ? expansionAt(piece, at, here) : undefined;
      if (found) expansions++;
      own += found ? expanded(found.text, depth + 1, here) : piece[at];
      at = found ? found.end : at + 1;
    }
    return own;
  };
  for (let at = start; at < end; ) {
    const definition = defined.find((command) => command.at[0] === at);
    if (definition) {
      at = definition.at[1];
      continue;
    }
    const here = defined.length > 0 && tex[at] === "\\" ? definedAt(at, defined) : undefined;
    const expansion = here && expansionAt(tex, at, here);
    if (expansion) {
      put(expanded(expansion.text, 1, here), at);
      at = expansion.end;
      continue;
    }
    const lettered = letterAt(tex, at) ?? unicodeScript(tex, at);
    if (lettered) {
      put(lettered.text, at);
      at = lettered.end;
      continue;
    }
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
  return { text, origin, defined };
}

const accents: Readonly<Record<string, string>> = {
  "\u0302": "hat",
  "\u0303": "tilde",
  "\u0304": "bar",
  "\u0305": "bar",
  "\u0307": "dot",
};

/** ŷ and p̂ as \\hat{y}, 𝔼 as E: letters that Unicode has with an accent, or in a face of their own. */
function letterAt(
  tex: string,
  at: number,
): { readonly text: string; readonly end: number } | undefined {
  const own = String.fromCodePoint(tex.codePointAt(at) ?? 0);
  const mark = accents[tex[at + own.length] ?? ""];
  const [base, accent] = [...own.normalize("NFD")];
  const name = mark ?? accents[accent ?? ""];
  if (name && /\p{L}/u.test(base))
    return { text: `\\${name}{${base}}`, end: at + own.length + (mark ? 1 : 0) };
  if (!/[\u{1d400}-\u{1d7ff}ℰℒℋℱℐℬℳℛ]/u.test(own)) return undefined;
  const plain = own.normalize("NFKC");
  // 𝒳 is \\mathcal X: the face tells a set from its elements.
  const isScript = /[\u{1d49c}-\u{1d503}ℰℒℋℱℐℬℳℛ]/u.test(own);
  return { text: isScript ? `\\mathcal{${plain}}` : plain, end: at + own.length };
}
