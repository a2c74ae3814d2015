import type katex from "katex";
import { escapeHtml } from "../../words/escape-html";
import type { Equations } from "./equations";

export type MathRenderer = (tex: string, isDisplay: boolean) => string;

/** Longer than any formula that is read; KaTeX takes a second for as many characters. */
const longest = 20_000;

/** Formulas that a page sets: a lesson has some hundreds, and ten thousand hold a browser up for seconds. */
const mostFormulas = 5000;

const operator =
  /\\DeclareMathOperator\s*(\*?)\s*(?:\{\s*(\\[A-Za-z@]+)\s*\}|(\\[A-Za-z@]+))\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g;

/**
 * Two families of MathJax's fonts that KaTeX has under one name, and looks of its own that a page does without.
 */
const alike = {
  "\\mathbbm": "\\mathbb",
  "\\mathds": "\\mathbb",
  "\\class": "\\@secondoftwo",
  "\\cssId": "\\@secondoftwo",
  "\\style": "\\@secondoftwo",
};

/** What MathJax does not mind: `\newcommand` for a name that is taken, `\renewcommand` for one that is not. */
function otherDefinition(tex: string, reason: string): string | undefined {
  const [, taken] = /attempting to redefine (\\[A-Za-z@]+|\\.)/.exec(reason) ?? [];
  const [, missing] = /(\\[A-Za-z@]+|\\.) (?:when command|does not yet exist)/.exec(reason) ?? [];
  const name = taken ?? missing;
  if (name === undefined) return undefined;
  const [from, to] = taken ? ["newcommand", "renewcommand"] : ["renewcommand", "newcommand"];
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const next = tex.replace(
    new RegExp(`\\\\${from}\\*?(\\s*\\{?\\s*${escaped}(?![A-Za-z]))`),
    `\\${to}$1`,
  );
  return next === tex ? undefined : next;
}

/**
 * Formulas as HTML with MathML beside it for screen readers.
 *
 * One renderer serves one page: a `\newcommand` holds from there on, as it does in Jupyter. A formula that KaTeX
 * cannot read is shown as its source, and `onBroken` hears of it; so are formulas after five thousand.
 */
export function mathRenderer(
  render: typeof katex.renderToString,
  equations: Equations,
  onBroken: (tex: string, reason: string) => void = () => {},
): MathRenderer {
  const macros: Record<string, string> = { ...alike };
  let count = 0;

  function asSource(tex: string, reason: string): string {
    onBroken(tex, reason);
    const shown = tex.length <= longest ? tex : `${tex.slice(0, 1000)}…`;
    const note =
      tex.length <= longest
        ? ""
        : `<span class="note cut">公式太长：共${tex.length}个字符。</span>`;
    return `<code class="math-error" title="${escapeHtml(reason)}">${escapeHtml(shown)}</code>${note}`;
  }

  return (tex, isDisplay) => {
    if (tex.length > longest) return asSource(tex, "太长 / too long");
    count += 1;
    if (count > mostFormulas) return `<code>${escapeHtml(tex)}</code>`;
    if (count === mostFormulas)
      onBroken(tex, `此后的公式不再排版 / from here on formulas are not set: ${mostFormulas}`);
    let source = equations
      .prepare(tex, isDisplay)
      .replace(/\\require\s*\{[^}]*\}/g, "")
      .replace(operator, (_, star: string, braced?: string, bare?: string, body = "") => {
        macros[braced ?? bare ?? ""] = `\\operatorname${star}{${body}}`;
        return "";
      })
      .trim();
    if (source === "") return "";
    for (let attempt = 0; ; attempt += 1) {
      try {
        const html = render(source, {
          displayMode: isDisplay,
          output: "htmlAndMathml",
          throwOnError: true,
          strict: "ignore", // Chinese in formulas is meant
          trust: false,
          globalGroup: true,
          maxSize: 40,
          maxExpand: 1000,
          macros,
        });
        // The double bar as the prose writes it, so that a search finds both.
        return html.replaceAll("∥", "‖");
      } catch (error) {
        const [reason = ""] = (error as Error).message.split("\n");
        const other = attempt < 50 ? otherDefinition(source, reason) : undefined;
        if (other === undefined) return asSource(tex, reason);
        source = other;
      }
    }
  };
}
