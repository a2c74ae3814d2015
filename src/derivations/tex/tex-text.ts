import { greekCommand } from "../language/lexicon";

const special: Readonly<Record<string, string>> = {
  "\\": "$\\backslash$",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "%": "\\%",
  "^": "$\\hat{\\ }$",
  "~": "$\\sim$",
  "<": "$<$",
  ">": "$>$",
  "|": "$\\mid$",
  "‖": "$\\parallel$",
  "∥": "$\\parallel$",
  "≤": "$\\le$",
  "≥": "$\\ge$",
  "≠": "$\\ne$",
  "≈": "$\\approx$",
  "∞": "$\\infty$",
  "−": "$-$",
  "×": "$\\times$",
  "·": "$\\cdot$",
  "∫": "$\\int$",
  "∑": "$\\sum$",
  "∏": "$\\prod$",
  "√": "$\\surd$",
  "∈": "$\\in$",
  "→": "$\\to$",
  "⇔": "$\\Leftrightarrow$",
  "½": "$\\frac12$",
  "²": "$^2$",
  "′": "$'$",
  "…": "\\ldots{}",
};

/** Words for `\text{…}`: nothing in them is a command, signs become formulas. */
export function texText(text: string): string {
  return [...text]
    .map((c) => {
      const command = greekCommand(c);
      return special[c] ?? (command ? `$\\${command}$` : c);
    })
    .join("");
}
