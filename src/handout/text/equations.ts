import { escapeHtml } from "../../words/escape-html";

const numbered = /^\\begin\{(equation|align|gather|alignat)\}/;
const tagged = /\\tag\s*\*?\s*\{|\\(?:notag|nonumber)\b/;
const label = /\\label\s*\{([^}]*)\}/g;

/** KaTeX knows neither; what it knows says the same. */
function known(tex: string): string {
  return tex
    .replace(/\\(begin|end)\s*\{multline(\*?)\}/g, "\\$1{gather$2}")
    .replace(/\\(begin|end)\s*\{flalign(\*?)\}/g, "\\$1{align$2}")
    .replace(
      /\\begin\s*\{eqnarray(\*?)\}([\s\S]*?)\\end\s*\{eqnarray\*?\}/g,
      (_, star: string, body: string) =>
        `\\begin{align${star}}${rowsOf(body).map(oneAlignment).join("\\\\")}\\end{align${star}}`,
    );
}

/** `a &=& b` is aligned twice in eqnarray; align needs it once. */
function oneAlignment(row: string): string {
  const marks = [...row.matchAll(/(?<!\\)&/g)];
  const second = marks[1]?.index;
  return second === undefined ? row : row.slice(0, second) + row.slice(second + 1);
}

/** The rows of an environment: cut at each `\\` that no brace or inner environment holds. */
function rowsOf(body: string): string[] {
  const rows: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: piece, index } of body.matchAll(
    /\\\\(?:\*|\[[^\]]*\])?|\\begin\s*\{|\\end\s*\{|\\[\s\S]|[{}]/g,
  )) {
    if (/^\\begin/.test(piece)) depth += 1;
    else if (/^\\end/.test(piece)) depth -= 1;
    if (piece.endsWith("{") && !piece.startsWith("\\{")) depth += 1;
    else if (piece === "}") depth -= 1;
    if (!piece.startsWith("\\\\") || depth > 0) continue;
    rows.push(body.slice(start, index));
    start = index + piece.length;
  }
  rows.push(body.slice(start));
  return rows;
}

/** The numbers of a page's equations, and the references to them, which may come first. */
export class Equations {
  readonly #numbers = new Map<string, string>();
  readonly #references: string[] = [];
  #last = 0;

  /** TeX that KaTeX can read: rows numbered, labels taken down, references sealed until the page is whole. */
  prepare(tex: string, isDisplay: boolean): string {
    const numberedTex = isDisplay ? this.#number(known(tex)) : tex;
    return this.#take(numberedTex).replace(
      /\\(eq)?ref\s*\{([^}]*)\}/g,
      (_, eq: string | undefined, name: string) => {
        const seal = `qzklabref${this.#references.push(name.trim()) - 1}zq`;
        return eq ? `\\text{(${seal})}` : `\\text{${seal}}`;
      },
    );
  }

  /** Gives each row its number; KaTeX would count with style sheets, and no reference could know. */
  #number(tex: string): string {
    const trimmed = tex.trim();
    const name = numbered.exec(trimmed)?.[1];
    const end = `\\end{${name}}`;
    if (name === undefined || !trimmed.endsWith(end)) {
      const hasLabel = /\\label\s*\{/.test(trimmed) && !tagged.test(trimmed);
      const isPlain = !/\\begin\s*\{(?:align|gather|equation|alignat)\*?\}/.test(trimmed);
      return hasLabel && isPlain ? `${trimmed} \\tag{${++this.#last}}` : tex;
    }
    const columns = name === "alignat" ? (/^\s*\{[^}]*\}/.exec(trimmed.slice(15))?.[0] ?? "") : "";
    const start = `\\begin{${name}}${columns}`;
    const body = trimmed.slice(start.length, -end.length);
    const rows = name === "equation" ? [body] : rowsOf(body);
    const withNumbers = rows.map((row) => {
      if (tagged.test(row) || row.trim() === "") return this.#take(row);
      const number = String(++this.#last);
      return this.#take(`${row} \\tag{${number}}`);
    });
    return `${start}${withNumbers.join("\\\\")}${end}`;
  }

  /** Takes down what a piece's labels name, and takes them out. */
  #take(tex: string): string {
    const tag = /\\tag\s*\*?\s*\{([^}]*)\}/.exec(tex)?.[1];
    return tex.replace(label, (_, name: string) => {
      if (tag !== undefined) this.#numbers.set(name.trim(), tag.replace(/^\$|\$$/g, ""));
      return "";
    });
  }

  /** The page with each reference's number, and `???` for one that leads nowhere, as MathJax has it. */
  settle(html: string, onUnknown: (label: string) => void): string {
    if (this.#references.length === 0) return html;
    const unknown = new Set(this.#references.filter((name) => !this.#numbers.has(name)));
    for (const name of unknown) onUnknown(name);
    return html.replace(/qzklabref(\d+)zq/g, (_, index: string) =>
      escapeHtml(this.#numbers.get(this.#references[Number(index)]) ?? "???"),
    );
  }
}
