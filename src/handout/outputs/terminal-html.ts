import { stripAnsi } from "../../notebook/terminal-text";
import { escapeHtml } from "../../words/escape-html";

const colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told what to do by them
const selectGraphic = /\x1b\[([\d;]*)m/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no HTML page may hold
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** The text that remains visible where lines were written over with `\r`, as progress bars do. */
export function overwriteLines(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const parts = line.replace(/\r+$/, "").split("\r");
      return parts.reduce((shown, part) => part + shown.slice(part.length), "");
    })
    .join("\n");
}

interface Style {
  bold: boolean;
  colour: string | undefined;
}

function applyCodes(style: Style, codes: readonly number[]): Style {
  let { bold, colour } = style;
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i];
    if (code === 0) [bold, colour] = [false, undefined];
    else if (code === 1) bold = true;
    else if (code === 22) bold = false;
    else if (code === 39) colour = undefined;
    else if (code >= 30 && code <= 37) colour = colours[code - 30];
    else if (code >= 90 && code <= 97) colour = code === 90 ? "grey" : colours[code - 90];
    else if (code === 38 || code === 48) i += codes[i + 1] === 5 ? 2 : 4; // 256 and true colours: plain
  }
  return { bold, colour };
}

function styled(text: string, { bold, colour }: Style): string {
  const classes = [...(bold ? ["ansi-bold"] : []), ...(colour ? [`ansi-${colour}`] : [])];
  const html = escapeHtml(text.replace(controls, ""));
  return classes.length > 0 && html !== ""
    ? `<span class="${classes.join(" ")}">${html}</span>`
    : html;
}

/** Terminal output as HTML: colours become classes, everything else text. */
export function terminalHtml(text: string): string {
  // Cursor moves, titles and links have no meaning on a page.
  const coloured = stripAnsi(text, (sequence) => selectGraphic.test(sequence));
  const pieces = overwriteLines(coloured).split(selectGraphic);
  let style: Style = { bold: false, colour: undefined };
  return pieces
    .map((piece, index) => {
      if (index % 2 === 0) return styled(piece, style);
      style = applyCodes(style, piece.split(";").map(Number));
      return "";
    })
    .join("");
}
