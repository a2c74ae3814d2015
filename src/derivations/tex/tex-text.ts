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
  "<": "$\\mathord{<}$",
  ">": "$\\mathord{>}$",
  "|": "$\\vert$",
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
  "∼": "$\\sim$",
  "⁽": "$^($",
  "⁾": "$^)$",
  ⁱ: "$^i$",
  "¹": "$^1$",
  "³": "$^3$",
  "₁": "$_1$",
  "₂": "$_2$",
  "∀": "$\\forall$",
  "∃": "$\\exists$",
  "⇒": "$\\Rightarrow$",
  "∂": "$\\partial$",
  "∇": "$\\nabla$",
  "≪": "$\\ll$",
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
