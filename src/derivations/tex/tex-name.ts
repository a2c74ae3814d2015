import { greekCommand } from "../language/lexicon";

const isChinese = (text: string): boolean => /[\u2e80-\u9fff\uff00-\uff60]/u.test(text);

/** One part of a name: a letter is a variable, a word is upright. */
function texWord(word: string): string {
  const command = greekCommand(word);
  if (command) return `\\${command}`;
  if (isChinese(word)) return `\\text{${word}}`;
  if (word.length === 1 || /^\d+$/.test(word)) return word;
  return `\\mathrm{${word}}`;
}

/** `P_data` as P with an upright subscript, `x1` with a lowered digit, `θ*` with a raised star. */
export function texName(name: string): string {
  if (name === "∞") return "\\infty";
  const [, stem = "", marks = ""] = /^(.*?)([*′]*)$/u.exec(name) ?? [];
  const [head = "", ...rest] = stem.split("_");
  const [, letters = "", digits = ""] = /^(.*?)(\d*)$/u.exec(head) ?? [];
  const subscripts = [...(digits && letters ? [digits] : []), ...rest].filter(Boolean);
  const below = subscripts.map(texSubscript).join(",");
  const above = [...marks].map((mark) => (mark === "*" ? "*" : "\\prime")).join("");
  const body = texWord(digits && letters ? letters : head);
  return body + (below && `_{${below}}`) + (above && `^{${above}}`);
}

function texSubscript(part: string): string {
  const [, letters = "", digits = ""] = /^(\D)(\d+)$/u.exec(part) ?? [];
  return letters ? `${texWord(letters)}${digits}` : texWord(part);
}
