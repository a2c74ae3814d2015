import { type ArticlePart, isStatement, lineAt } from "./article-part";
import { mathInText } from "./math-in-text";

const han = /[\p{Script=Han}，。；：！？、“”（）《》]/u;

/** TeX without marks: a command, a sub- or superscript, a bar of a divergence. */
const isTex = (run: string): boolean => /\\[a-zA-Z]+|[_^]\{|[A-Za-z][_^][A-Za-z\d]|\|\|/.test(run);

const continues =
  /^\s*&?\s*(=|≈|≤|≥|\\approx|\\leq?(?![a-z])|\\geq?(?![a-z])|\\propto|\\equiv|\\iff|\\Rightarrow)/;

/**
 * Headings and formulas of plain text, as an encyclopedia exports it: formulas stand bare, on lines of their own or
 * among words; a line that begins with a relation continues the one before.
 */
export function partsOfText(text: string): readonly ArticlePart[] {
  const found: { readonly at: number; readonly part: ArticlePart }[] = [];
  const blank = (part: string): string => part.replace(/[^\n]/g, " ");
  let rest = text;
  for (const { tex, at, isDisplay } of mathInText(text)) {
    if (isDisplay || isStatement(tex))
      found.push({ at, part: { kind: "formula", tex, line: lineAt(text, at) } });
    rest =
      rest.slice(0, at) +
      blank(rest.slice(at, endOf(rest, at, tex))) +
      rest.slice(endOf(rest, at, tex));
  }
  let open: { at: number; tex: string } | undefined;
  const close = (): void => {
    if (open && isStatement(open.tex))
      found.push({
        at: open.at,
        part: { kind: "formula", tex: open.tex, line: lineAt(text, open.at) },
      });
    open = undefined;
  };
  let at = 0;
  for (const line of rest.split("\n")) {
    const heading = headingOf(line);
    if (heading) {
      close();
      found.push({ at, part: heading });
    } else if (line.trim() === "") close();
    else if (open && (continues.test(line) || isUnfinished(open.tex)) && !isProse(line))
      open.tex += `\n${line}`;
    else {
      close();
      for (const run of runsOf(line)) {
        close();
        open = { at: at + run.at, tex: run.tex };
      }
    }
    at += line.length + 1;
  }
  close();
  return found.sort((a, b) => a.at - b.at).map(({ part }) => part);
}

/** Where a marked formula ends. */
const endOf = (text: string, at: number, tex: string): number => {
  const end = text.indexOf(tex, at) + tex.length;
  const mark = /^\s*(\$\$?|\\\]|\\\))/.exec(text.slice(end));
  return end + (mark ? mark[0].length : 0);
};

/** Stretches of TeX in a line, words around them left out. */
function runsOf(line: string): { readonly at: number; readonly tex: string }[] {
  // \text{中文} belongs to its formula.
  const kept = line.replace(/\\(?:text|mbox|mathrm)\{[^}]*\}/g, (part) => "x".repeat(part.length));
  const runs: { at: number; tex: string }[] = [];
  for (const match of kept.matchAll(/[^\p{Script=Han}，。；：！？、“”《》]+/gu)) {
    const raw = line.slice(match.index, match.index + match[0].length);
    const tex = raw.trim().replace(/[,.;:]$/, "");
    if (!isTex(tex) || !isStatement(tex) || isEnglish(tex)) continue;
    runs.push({ at: match.index + raw.indexOf(raw.trim()), tex });
  }
  return runs;
}

const isProse = (line: string): boolean => han.test(line.replace(/\\text\{[^}]*\}/g, ""));

/** Words, with a formula somewhere among them. */
const isEnglish = (run: string): boolean =>
  (run.replace(/\\[a-zA-Z]+/g, " ").match(/(?<![A-Za-z_{])[a-z]{3,}(?![A-Za-z}(])/g) ?? []).filter(
    (word) => !/^(log|arg|max|min|exp|from|data|sup|inf|sin|cos|tanh)$/.test(word),
  ).length > 2;

function isUnfinished(tex: string): boolean {
  const depth = (tex.match(/(?<!\\)\{/g) ?? []).length - (tex.match(/(?<!\\)\}/g) ?? []).length;
  return depth > 0 || /(=|\\\\|[-+]|\\approx)\s*$/.test(tex);
}

function headingOf(line: string): ArticlePart | undefined {
  const wiki = /^\s*(={2,6})\s*([^=]+?)\s*\1\s*$/.exec(line);
  if (wiki) return { kind: "heading", level: wiki[1].length, text: wiki[2] };
  const hash = /^(#{1,6})\s+(.+)$/.exec(line);
  if (hash) return { kind: "heading", level: hash[1].length, text: hash[2] };
  const section = /^\s*\\(part|chapter|section|subsection|subsubsection)\*?\{([^}]*)\}/.exec(line);
  if (section) {
    const level = { part: 1, chapter: 1, section: 2, subsection: 3, subsubsection: 4 }[section[1]];
    return { kind: "heading", level: level ?? 2, text: section[2] };
  }
  const numbered = /^\s*(\d+(?:\.\d+)*)[.、\s]\s*(\S.{0,38})$/.exec(line);
  if (numbered && !/[。；;=\\]/.test(line) && /\p{L}/u.test(numbered[2]))
    return {
      kind: "heading",
      level: Math.min(6, 1 + numbered[1].split(".").length),
      text: line.trim(),
    };
  const chinese = /^\s*[一二三四五六七八九十]+、\S.{0,30}$/.exec(line);
  return chinese && !/[。；=]/.test(line)
    ? { kind: "heading", level: 2, text: line.trim() }
    : undefined;
}
