import { readable } from "../words/number-text";
import type { ReportParts } from "./report-parts";
import { reportWords } from "./report-words";

/** How many outcomes a report lists. */
export const listed = 20;

export function captionOf(report: ReportParts): string {
  return `D(p‖q) = ${readable(report.value)} ${report.unit}`;
}

/** Heading and text of each line below the caption, in reading order. */
export function reportLines(report: ReportParts): (readonly [heading: string, text: string])[] {
  const word = reportWords[report.locale];
  const { unit, witness, formula } = report;
  const amount = (x: number): string => `${readable(x)} ${unit}`;
  const lines: (readonly [string, string])[] = [[word.direction, report.direction]];
  if (witness) lines.push([word.why, witness.text]);
  lines.push(
    [
      word.decomposition,
      `H(p,q) − H(p) = ${readable(report.crossEntropy)} − ${readable(report.entropy)} = ${amount(shownDifference(report))}`,
    ],
    [word.reverse, `D(q‖p) = ${amount(report.reverse)}`],
    [word.method, report.method],
  );
  if (formula) lines.push([word.formula, formula]);
  if (report.value !== Number.POSITIVE_INFINITY) {
    const error = report.error === 0 ? "0" : report.error.toExponential(0).replaceAll("-", "−");
    lines.push([word.error, `${error} ${unit}`]);
  }
  lines.push([word.source, report.source]);
  return lines;
}

/** H(p,q) − H(p): the value itself, which is the same, where the subtraction lost its digits. */
function shownDifference({ value, crossEntropy, entropy }: ReportParts): number {
  const difference = crossEntropy - entropy;
  return Math.abs(difference - value) <= 1e-12 * Math.abs(crossEntropy) ? value : difference;
}

/** The report as plain text: caption, lines, and a bar for each outcome. */
export function reportText(report: ReportParts): string {
  const word = reportWords[report.locale];
  const head = reportLines(report).map(([heading, text]) => `${heading}${word.colon}${text}`);
  const { contributions } = report;
  if (contributions.length === 0) return [captionOf(report), ...head].join("\n");
  const rows = contributions
    .slice(0, listed)
    .map(({ outcome, p, q, value }) => [outcome, readable(p), readable(q), readable(value)]);
  const table = [[word.outcome, "p", "q", "p·log(p/q)"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => width(row[column]))));
  const lines = table.map((row, i) => {
    const cells = row.map((cell, column) => pad(cell, widths[column]));
    const bar = i === 0 ? "" : blockBar(contributions[i - 1].value, contributions);
    return `  ${cells.join("  ")}  ${bar}`.trimEnd();
  });
  const rest = contributions.length - rows.length;
  const tail = rest > 0 ? [`  ${word.more(rest)}`] : [];
  return [
    captionOf(report),
    ...head,
    `${word.contributions}${word.colon}`.trim(),
    ...lines,
    ...tail,
  ].join("\n");
}

/** A bar of block characters, as long as the value is of the greatest; ▒ for a negative one. */
export function blockBar(value: number, all: readonly { readonly value: number }[]): string {
  const most = Math.max(...all.slice(0, listed).map((c) => Math.abs(c.value)), 0);
  if (most === 0 || value === 0) return "";
  const share = most === Number.POSITIVE_INFINITY ? Number(value === most) : Math.abs(value) / most;
  return (value < 0 ? "▒" : "█").repeat(Math.round(share * 24));
}

/** Columns a text takes in a fixed-width font, where a Chinese character takes two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u2e80-\uffdc]/.test(character) ? 2 : 1;
  return columns;
}

function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - width(text)));
}
