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
