import type { Locale } from "../../words/locale";
import type { Relation, RelationDetail } from "../step";
import { letterOfStep } from "./letter-of-step";
import { texName } from "./tex-name";
import { texText } from "./tex-text";

const constant: Readonly<Record<Locale, string>> = { "zh-CN": "常数", en: "const" };

const relations: Readonly<Record<Exclude<Relation, "=const">, string>> = {
  "=": "=",
  "≥": "\\ge",
  "≤": "\\le",
  "≈": "\\approx",
  ":=": ":=",
};

/** One line of a chain, typeset. */
export interface TexLine {
  readonly relation: Relation | undefined;
  readonly detail?: RelationDetail;
  readonly tex: string;
  readonly because: string | undefined;
}

// Longer than this, the left side takes a line of its own.
const longLeft = 70;

/** A chain as an aligned block: relations under one another, steps lettered, reasons at the right. */
export function alignedBlock(lines: readonly TexLine[], reasons: boolean, locale: Locale): string {
  const [first, ...rest] = lines;
  if (!first) return "";
  const given = reasons && first.because ? ` && \\text{${texText(first.because)}}` : "";
  const isLong = first.tex.length > longLeft || rest.length === 0 || given !== "";
  const rows = rest.map(({ relation, detail, tex, because }, i) => {
    const left = i === 0 && !isLong ? `${first.tex} ` : "";
    const reason = reasons && because ? `\\ ${texText(because)}` : "";
    const start = relation === undefined ? tex : startOf({ relation, detail, tex }, locale);
    return `${left}&${start} && \\text{(${letterOfStep(i + 1)})${reason}}`;
  });
  const opening = isLong ? [`&${first.tex}${given}`] : [];
  return `\\begin{aligned}\n${[...opening, ...rows].join(" \\\\\n")}\n\\end{aligned}`;
}

interface Start {
  readonly relation: Relation;
  readonly detail: RelationDetail | undefined;
  readonly tex: string;
}

function startOf({ relation, detail, tex }: Start, locale: Locale): string {
  if (detail?.order) {
    const { variable, power } = detail.order;
    return `= ${tex} + O(${texName(variable)}${power === 1 ? "" : `^{${power}}`})`;
  }
  if (relation !== "=const") return `${relations[relation]} ${tex}`;
  const about = detail?.about === undefined ? "" : `_{${texName(detail.about)}}`;
  // A constant and a minus, not a constant plus a minus.
  return `= \\text{${constant[locale]}}${about} ${tex.startsWith("-") ? "" : "+ "}${tex}`;
}
