import type katex from "katex";
import { escapeHtml } from "../../words/escape-html";

export type MathRenderer = (tex: string, isDisplay: boolean) => string;

/**
 * Formulas as HTML with MathML beside it for screen readers.
 *
 * One renderer serves one page: a `\newcommand` holds from there on, as it does in Jupyter. A formula that KaTeX
 * cannot read is shown as its source, and `onBroken` hears of it.
 */
export function mathRenderer(
  render: typeof katex.renderToString,
  onBroken: (tex: string, reason: string) => void = () => {},
): MathRenderer {
  const macros: Record<string, string> = {};
  return (tex, isDisplay) => {
    const source = tex.replace(/\\label\s*\{[^}]*\}/g, "").trim();
    try {
      return render(source, {
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
    } catch (error) {
      const [reason = ""] = (error as Error).message.split("\n");
      onBroken(tex, reason);
      return `<code class="math-error" title="${escapeHtml(reason)}">${escapeHtml(tex)}</code>`;
    }
  };
}
