const ESC = "\x1b";
const CSI = `(?:${ESC}\\[|\x9b)`; // control sequence introducer
const BEL = "\x07";

// ECMA-48: control sequences (colour, cursor), operating-system commands (title, links), other escapes.
const escapeSequence = [
  `${CSI}[0-?]*[ -/]*[@-~]`,
  `${ESC}\\][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?`,
  `${ESC}[ -/]*[0-~]`,
].join("|");
const escapes = new RegExp(escapeSequence, "g");
const pieces = new RegExp(`${escapeSequence}|[^]`, "gu");
const eraseInLine = new RegExp(`^${CSI}([012]?)K$`);
const controls = new RegExp(`[\\r\\b${ESC}\x9b]`);

/** `text` without colours and other escape sequences, but for those that are to be kept. */
export function stripAnsi(
  text: string,
  isKept: (sequence: string) => boolean = () => false,
): string {
  return text.replace(escapes, (sequence) => (isKept(sequence) ? sequence : ""));
}

// Controls but for tab and newline, and what turns the direction of text: a terminal obeys both.
const unprintable = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** `text` as it may be printed to a terminal: no escape sequences, and other control characters by their names. */
export function printable(text: string): string {
  return stripAnsi(text)
    .replaceAll("\r\n", "\n")
    .replace(unprintable, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20
        ? String.fromCharCode(0x2400 + code) // ␀ to ␟
        : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
    });
}

/**
 * What a terminal shows after `text` was written to it, without escape sequences.
 *
 * A carriage return goes back to the start of the line and a backspace one character back; what follows
 * overwrites. "Erase in line" erases, so that a progress bar leaves its last state only.
 */
export function terminalText(text: string): string {
  return controls.test(text) ? text.split("\n").map(terminalLine).join("\n") : text;
}

function terminalLine(line: string): string {
  let shown: string[] = [];
  let cursor = 0;
  for (const [piece] of line.matchAll(pieces)) {
    const erase = eraseInLine.exec(piece)?.[1];
    if (piece === "\r") cursor = 0;
    else if (piece === "\b") cursor = Math.max(0, cursor - 1);
    else if (erase === "1") shown.fill(" ", 0, cursor + 1);
    else if (erase !== undefined) shown = erase === "2" ? [] : shown.slice(0, cursor);
    else if (piece[0] !== ESC && piece[0] !== "\x9b") {
      while (shown.length < cursor) shown.push(" ");
      shown[cursor++] = piece;
    }
  }
  return shown.join("");
}
