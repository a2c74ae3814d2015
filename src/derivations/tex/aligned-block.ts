import type { Relation } from "../step";
import { texText } from "./tex-text";

const relations: Readonly<Record<Relation, string>> = {
  "=": "=",
  "≥": "\\ge",
  "≤": "\\le",
  "≈": "\\approx",
  "=const": "= \\text{常数} +",
  ":=": ":=",
};

/** One line of a chain, typeset. */
export interface TexLine {
  readonly relation: Relation | undefined;
  readonly tex: string;
  readonly because: string | undefined;
}

// Longer than this, the left side takes a line of its own.
const longLeft = 70;

/** A chain as an aligned block: relations under one another, steps numbered, reasons at the right. */
export function alignedBlock(lines: readonly TexLine[], reasons = true): string {
  const [first, ...rest] = lines;
  if (!first) return "";
  const given = reasons && first.because ? ` && \\text{${texText(first.because)}}` : "";
  const isLong = first.tex.length > longLeft || rest.length === 0 || given !== "";
  const rows = rest.map(({ relation, tex, because }, i) => {
    const left = i === 0 && !isLong ? `${first.tex} ` : "";
    const reason = reasons && because ? `\\ ${texText(because)}` : "";
    const start = relation === undefined ? tex : startOf(relation, tex);
    return `${left}&${start} && \\text{(${i + 1})${reason}}`;
  });
  const opening = isLong ? [`&${first.tex}${given}`] : [];
  return `\\begin{aligned}\n${[...opening, ...rows].join(" \\\\\n")}\n\\end{aligned}`;
}

function startOf(relation: Relation, tex: string): string {
  // A constant and a minus, not a constant plus a minus.
  if (relation === "=const" && tex.startsWith("-")) return `= \\text{常数} ${tex}`;
  return `${relations[relation]} ${tex}`;
}
