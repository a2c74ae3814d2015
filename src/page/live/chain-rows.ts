const environment = /^\s*\\begin\{aligned\}\s*([\s\S]*?)\s*\\end\{aligned\}\s*$/;
const row =
  /^([\s\S]*?)(?<!\\)&(?!&)([\s\S]*?)(?:(?<!\\)&(?!&)?(?<!\\)&\s*\\text\{(\([^{}]*\))\}\s*)?$/;

export interface ChainRow {
  readonly left: string;
  readonly right: string;
  /** (3) */
  readonly number: string | undefined;
}

/** The lines of a derivation as klab writes one: aligned at their relation, a number behind each step. */
export function chainRows(tex: string): ChainRow[] | undefined {
  const body = environment.exec(tex)?.[1];
  if (body === undefined || /\\(?:begin|end)\{/.test(body)) return undefined;
  const rows: ChainRow[] = [];
  for (const line of body.split(/\\\\(?:\s*\n|\s+|$)/)) {
    const [, left, right, number] = row.exec(line.trim()) ?? [];
    if (left === undefined || right === undefined || /(?<!\\)&/.test(right)) return undefined;
    rows.push({ left: breakable(left), right: breakable(right), number });
  }
  return rows.some(({ number }) => number !== undefined) ? rows : undefined;
}

const longPart = 70;

/** What grows with its content is one box, which no line breaks; of a long part, brackets of one size do as well. */
const breakable = (tex: string): string =>
  tex.length <= longPart || /\\(?:left|right)\s*\./.test(tex)
    ? tex
    : tex.replace(/\\left(?![A-Za-z])/g, "\\Bigl").replace(/\\right(?![A-Za-z])/g, "\\Bigr");
