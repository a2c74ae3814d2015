import type { MathRenderer } from "./math-renderer";

const environment = /^\s*\\begin\{aligned\}\s*([\s\S]*?)\s*\\end\{aligned\}\s*$/;
const row =
  /^([\s\S]*?)(?<!\\)&(?!&)([\s\S]*?)(?:(?<!\\)&(?!&)?(?<!\\)&\s*\\text\{(\([^{}]*\))\}\s*)?$/;

interface ChainRow {
  readonly left: string;
  readonly right: string;
  /** (3) */
  readonly number: string | undefined;
}

/** The lines of a derivation as klab writes one: aligned at their relation, a number behind each step. */
function rowsOf(tex: string): ChainRow[] | undefined {
  const body = environment.exec(tex)?.[1];
  if (body === undefined || /\\(?:begin|end)\{/.test(body)) return undefined;
  const rows: ChainRow[] = [];
  for (const line of body.split(/\\\\(?:\s*\n|\s+|$)/)) {
    const [, left, right, number] = row.exec(line.trim()) ?? [];
    if (left === undefined || right === undefined || /(?<!\\)&/.test(right)) return undefined;
    rows.push({ left, right, number });
  }
  return rows.some(({ number }) => number !== undefined) ? rows : undefined;
}

const longPart = 70;

/** What grows with its content is one box, which no line breaks; of a long part, brackets of one size do as well. */
const breakable = (tex: string): string =>
  tex.length <= longPart || /\\(?:left|right)\s*\./.test(tex)
    ? tex
    : tex.replace(/\\left(?![A-Za-z])/g, "\\Bigl").replace(/\\right(?![A-Za-z])/g, "\\Bigr");

/**
 * A displayed formula; a derivation line by line, so that a narrow page breaks its lines and needs no scrolling, with
 * the number of a line below it there.
 */
export function displayedFormula(tex: string, math: MathRenderer): string {
  const rows = rowsOf(tex);
  if (!rows) return `<span class="display">${math(tex, true)}</span>`;
  const part = (name: string, inside: string): string =>
    `<span class="chain-${name}">${inside.trim() === "" ? "" : math(`\\displaystyle{}${breakable(inside)}`, false)}</span>`;
  const lines = rows.map(
    ({ left, right, number = "" }) =>
      `<span class="chain-row">${part("left", left)} ${part("right", right)} <span class="chain-number">${number}</span></span>`,
  );
  return `<span class="chain">${lines.join("\n")}</span>`;
}
