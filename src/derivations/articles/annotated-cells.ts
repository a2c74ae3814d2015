import type { Locale } from "../../words/locale";
import { inOneLanguage } from "../language/in-one-language";
import { type AnnotatedFormula, annotateFormula, type SideIdentity } from "./annotate-formula";
import { type ArticleFormula, type ArticlePart, bareTex } from "./article-part";
import { articleWords } from "./article-words";
import { derivationCode } from "./derivation-code";
import type { FormulaStatus } from "./formula-status";

/** A cell of the notebook that is made of an article. */
export interface AnnotatedCell {
  readonly kind: "markdown" | "code";
  readonly source: string;
}

/** The cells, and how many formulas came to what. */
export interface AnnotatedArticle {
  readonly cells: readonly AnnotatedCell[];
  readonly counts: Readonly<Record<FormulaStatus, number>>;
  readonly formulas: number;
}

interface Numbered {
  readonly number: number;
  readonly tex: string;
  readonly lines: number[];
  readonly found: AnnotatedFormula;
}

/** TeX with what makes no difference left out: by it repetitions are known. */
const keyOf = (tex: string): string =>
  bareTex(tex.trim().replace(/[,.;，。；]$/, ""))
    .replace(/\\(displaystyle|textstyle|,|;|!|:|quad|qquad|left|right)(?![a-zA-Z])/g, "")
    .replace(/\s+/g, "")
    .replace(/[,.;，。；]$/, "");

/** A formula that breaks the reader says so in its row; the others of the article are annotated all the same. */
function annotatedOrUnread(
  tex: string,
  locale: Locale,
  annotate: typeof annotateFormula,
): AnnotatedFormula {
  try {
    return annotate(tex, locale);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const reason = inOneLanguage(message.split("\n")[0], locale);
    return { status: "unread", readings: [], notes: [], unread: [reason], chains: [] };
  }
}

/** The notebook of an article: a table of all formulas, then under the article's headings each formula with what was found. */
export function annotatedCells(
  title: string,
  parts: readonly ArticlePart[],
  locale: Locale,
  annotate: typeof annotateFormula = annotateFormula,
): AnnotatedArticle {
  const word = articleWords[locale];
  const byKey = new Map<string, Numbered>();
  const body: AnnotatedCell[] = [];
  for (const part of parts) {
    if (part.kind === "heading") {
      const hashes = "#".repeat(Math.min(6, Math.max(2, part.level)));
      body.push({ kind: "markdown", source: `${hashes} ${oneLine(part.text)}` });
      continue;
    }
    const tex = bareTex(part.tex);
    const key = keyOf(tex);
    const earlier = byKey.get(key);
    if (earlier) {
      earlier.lines.push(part.line);
      continue;
    }
    const number = byKey.size + 1;
    const made = {
      number,
      tex,
      lines: [part.line],
      found: annotatedOrUnread(tex, locale, annotate),
    };
    byKey.set(key, made);
    body.push(...formulaCells(made, part, locale));
  }
  const all = [...byKey.values()];
  const counts: Record<FormulaStatus, number> = {
    holds: 0,
    fails: 0,
    undecided: 0,
    defines: 0,
    unchecked: 0,
    unread: 0,
  };
  for (const { found } of all) counts[found.status]++;
  const rows = all.map(
    ({ number, lines, found }) =>
      `| ${number} | ${lines.join(", ")} | ${cellText(found.readings[0] ?? "")} | ${word.status[found.status]} | ${remarkOf(found)} |`,
  );
  const summary = [
    `# ${oneLine(title)}`,
    "",
    word.summary(all.length, counts, parts.filter(({ kind }) => kind === "formula").length),
    "",
    `| ${word.columns.join(" | ")} |`,
    "|---:|---:|---|---|---|",
    ...rows,
    "",
    word.caution,
  ].join("\n");
  const head: AnnotatedCell[] = [
    { kind: "markdown", source: summary },
    { kind: "code", source: 'import { derivation, worldsFor } from "klab/derivation";' },
  ];
  return { cells: [...head, ...body], counts, formulas: all.length };
}

function formulaCells(
  { number, tex, found }: Numbered,
  { line }: ArticleFormula,
  locale: Locale,
): readonly AnnotatedCell[] {
  const word = articleWords[locale];
  const list = (label: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : ["", `**${label}**`, "", ...items.map((item) => `- ${item}`)];
  const { chains } = found;
  const source = [
    `**${word.formula(number)}** (${word.line(line)})：${word.status[found.status]}`.replace(
      "：",
      locale === "en" ? ": " : "：",
    ),
    "",
    "```tex",
    tex.replaceAll("```", "` ` `"),
    "```",
    ...list(word.reading, found.readings.map(code)),
    ...list(word.notes, found.notes.map(escaped)),
    ...list(word.unread, found.unread.map(escaped)),
    ...worldsLine(word.worlds, [...new Set(chains.flatMap(({ worlds }) => worlds))], locale),
    ...list(
      word.verdict,
      chains.filter(({ remark }) => remark !== "").map(({ remark }) => escaped(remark)),
    ),
    ...list(word.identity, [
      ...new Set(chains.flatMap(({ identities }) => identities.map(identityText))),
    ]),
  ].join("\n");
  const cells: AnnotatedCell[] = [{ kind: "markdown", source }];
  const hasClaim = chains.some(({ status }) => status !== "defines");
  chains.forEach((chain, i) => {
    if (chain.worlds.length === 0 || chain.status === "unchecked") return;
    // What M is beside a claim about it is nothing to try.
    if (chain.status === "defines" && hasClaim) return;
    const id = chains.length > 1 ? `f${number}-${i + 1}` : `f${number}`;
    cells.push({ kind: "code", source: derivationCode(id, word.formula(number), chain, locale) });
  });
  return cells;
}

/** Their names in one line: what they are stands below the cell that runs. */
function worldsLine(label: string, names: readonly string[], locale: Locale): readonly string[] {
  if (names.length === 0) return [];
  const list = names.map(escaped).join(locale === "en" ? ", " : "、");
  return ["", `**${label}**${locale === "en" ? ": " : "："}${list}`];
}

const identityText = ({ side, name, note }: SideIdentity): string =>
  `${code(`${side} = ${name}`)} (${escaped(note)})`;

function remarkOf({ chains, unread }: AnnotatedFormula): string {
  const identity = chains.flatMap(({ identities }) => identities)[0];
  const remark = chains.map((chain) => chain.remark).find((text) => text !== "");
  if (unread[0] !== undefined) return cellText(unread[0]);
  if (remark !== undefined) return escaped(remark).replaceAll("|", "\\|");
  return identity ? identityText(identity).replaceAll("|", "\\|") : "";
}

const oneLine = (text: string): string => escaped(text.replace(/\s+/g, " ").trim());

/** Text that Markdown and HTML are to show as it is. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_[\]$]/g, "\\$&");

/** A span of code that no backtick inside ends. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${flat} ${fence}` : `${fence}${flat}${fence}`;
}

/** A cell of the table, whole: what is cut off may be what was found. */
const cellText = (text: string): string => (text === "" ? "" : code(text).replaceAll("|", "\\|"));
