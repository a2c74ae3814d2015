import { stripAnsi } from "../../notebook/terminal-text";
import { escapeHtml } from "../../words/escape-html";
import { readableOn } from "./readable-on";
import { applyCodes, type TerminalColour, type TerminalStyle } from "./terminal-style";

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told what to do by them
const selectGraphic = /\x1b\[([\d;:]*)m/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no HTML page may hold
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** How often one line is written over before what lay beneath no longer matters. */
const mostOverwritten = 2000;

/** The text that remains visible where lines were written over with `\r`, as progress bars do. */
export function overwriteLines(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const parts = line.replace(/\r+$/, "").split("\r");
      return parts
        .slice(-mostOverwritten)
        .reduce((shown, part) => part + shown.slice(part.length), "");
    })
    .join("\n");
}

const nameOf = (colour: TerminalColour | undefined): string | undefined =>
  colour && "name" in colour ? colour.name : undefined;
const rgbOf = (colour: TerminalColour | undefined): readonly number[] | undefined =>
  colour && "rgb" in colour ? colour.rgb : undefined;

/** Classes for what the page's style sheet knows, colours for what it does not. */
function looksOf(style: TerminalStyle): { classes: string[]; css: string } {
  const { bold, faint, italic, underline, struck, inverse } = style;
  const [colour, ground] = inverse ? [style.ground, style.colour] : [style.colour, style.ground];
  const [name, groundName] = [nameOf(colour), nameOf(ground)];
  const classes = [
    ...(bold ? ["ansi-bold"] : []),
    ...(faint ? ["ansi-faint"] : []),
    ...(italic ? ["ansi-italic"] : []),
    ...(underline ? ["ansi-underline"] : []),
    ...(struck ? ["ansi-struck"] : []),
    ...(inverse && !colour && !ground ? ["ansi-inverse"] : []),
    ...(name ? [`ansi-${name}`] : []),
    ...(groundName ? [`ansi-on-${groundName}`] : []),
  ];
  return { classes, css: readableOn(rgbOf(colour), rgbOf(ground), ground !== undefined) };
}

function styled(text: string, style: TerminalStyle): string {
  const html = escapeHtml(text.replace(controls, ""));
  const { classes, css } = looksOf(style);
  if (html === "" || (classes.length === 0 && css === "")) return html;
  const named = classes.length > 0 ? ` class="${classes.join(" ")}"` : "";
  return `<span${named}${css ? ` style="${css}"` : ""}>${html}</span>`;
}

/** Terminal output as HTML: colours and grounds are kept, everything else is text. */
export function terminalHtml(text: string): string {
  // Cursor moves, titles and links have no meaning on a page.
  const coloured = stripAnsi(text, (sequence) => selectGraphic.test(sequence));
  const pieces = overwriteLines(coloured).split(selectGraphic);
  let style: TerminalStyle = {};
  return pieces
    .map((piece, index) => {
      if (index % 2 === 0) return styled(piece, style);
      style = applyCodes(style, piece.split(/[;:]/).map(Number));
      return "";
    })
    .join("");
}
