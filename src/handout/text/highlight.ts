import type { HighlighterCore, ThemedToken } from "shiki/core" with { "resolution-mode": "import" };
import { colouredInPage } from "../../page/live/colour-code";
import { peer } from "../../pictures/peer";
import { escapeHtml } from "../../words/escape-html";

/** The colours of one page's code: tokens get classes, so that a page may be light or dark. */
export interface CodeHighlighter {
  /**
   * Code as HTML, without the `<pre>` around it. TypeScript is left to the page's script: a token that is an element of
   * its own takes three times the characters.
   */
  html(code: string, language: string): string;
  /** The rules for the classes given out so far. */
  css(): string;
}

const themes = { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } as const;

const languageNames: Readonly<Record<string, string>> = {
  ts: "typescript",
  typescript: "typescript",
  js: "javascript",
  javascript: "javascript",
  json: "json",
  bash: "bash",
  sh: "bash",
  shell: "bash",
  python: "python",
  py: "python",
  python3: "python",
  ipython: "python",
  r: "r",
  julia: "julia",
  sql: "sql",
  yaml: "yaml",
  html: "html",
  css: "css",
};

const isScript = /^(?:ts|typescript|js|javascript)$/;
const longest = 50_000;

/** Loads shiki with the languages that lessons hold; its own engine in JavaScript, no WebAssembly. */
export async function loadHighlighter(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { bundledLanguages }, { bundledThemes }, engine] = await peer(
    () =>
      Promise.all([
        import("shiki/core"),
        import("shiki/langs"),
        import("shiki/themes"),
        import("shiki/engine/javascript"),
      ]),
    "shiki",
  );
  const names = [...new Set(Object.values(languageNames))] as (keyof typeof bundledLanguages)[];
  return createHighlighterCore({
    engine: engine.createJavaScriptRegexEngine(),
    langs: names.map((name) => bundledLanguages[name]),
    themes: Object.values(themes).map((name) => bundledThemes[name]),
  });
}

/** A highlighter for one page: classes are named in the order in which their colours first occur. */
export function codeHighlighter(core: HighlighterCore): CodeHighlighter {
  const classes = new Map<string, string>();

  function token({ content, htmlStyle = {} }: ThemedToken): string {
    const text = escapeHtml(content);
    const light = htmlStyle["--shiki-light"];
    if (!light || content.trim() === "") return text;
    const rule = `color:light-dark(${light},${htmlStyle["--shiki-dark"]})`;
    const name = classes.get(rule) ?? `t${classes.size}`;
    classes.set(rule, name);
    return `<span class="${name}">${text}</span>`;
  }

  return {
    html(code, language) {
      if (isScript.test(language) && code.length <= longest) {
        return `<code class="${colouredInPage}">${escapeHtml(code)}</code>`;
      }
      const lang = Object.hasOwn(languageNames, language) ? languageNames[language] : undefined;
      if (!lang || code.length > longest) return `<code>${escapeHtml(code)}</code>`;
      // shiki gives up on a line after half a second, and then a slow machine colours it otherwise.
      const options = { lang, themes, defaultColor: false, tokenizeTimeLimit: 0 } as const;
      const { tokens } = core.codeToTokens(code, options);
      return `<code>${tokens.map((line) => line.map(token).join("")).join("\n")}</code>`;
    },
    css: () => [...classes].map(([rule, name]) => `.${name}{${rule}}`).join(""),
  };
}
