// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told what to do by them
const sequences = /\x1b(?:\[[\d;:?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no page may hold
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** How often one line is written over before what lay beneath no longer matters. */
const mostOverwritten = 2000;

/** What remains to be read of terminal output: no colours, and lines that were written over as they are last. */
export function plainText(text: string): string {
  return text
    .replace(sequences, "")
    .split("\n")
    .map((line) =>
      line
        .replace(/\r+$/, "")
        .split("\r")
        .slice(-mostOverwritten)
        .reduce((shown, part) => part + shown.slice(part.length), ""),
    )
    .join("\n")
    .replace(controls, "");
}
