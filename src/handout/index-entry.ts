import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readRegularFile } from "../notebook/regular-file";
import { escapeHtml } from "../words/escape-html";
import type { Audience } from "./versions";

/** How a folder's index knows its pages. */
export const generator = "klab handout";

export const generatorMark = `<meta name="generator" content="${generator}">`;

/** A section of a page: the id of its heading, and its text. */
export interface IndexSection {
  readonly id: string;
  readonly text: string;
}

/** What a page tells of itself. */
export interface PageFacts {
  readonly audience: Audience;
  readonly number: number | undefined;
  readonly sentence: string;
  readonly minutes: string;
  /** Terms of the glossary that it speaks of. */
  readonly terms: readonly string[];
  readonly sections: readonly IndexSection[];
}

/** A handout in a folder, as far as its page tells. */
export interface IndexEntry extends PageFacts {
  readonly file: string;
  /** As HTML. */
  readonly title: string;
}

const meta = (name: string, content: string): string =>
  `<meta name="klab-${name}" content="${escapeHtml(content)}">`;

/** For a page's head, before its style. */
export function factsHtml({ audience, ...facts }: PageFacts): string {
  return `<meta name="klab-audience" content="${audience}">\n${meta("facts", JSON.stringify(facts))}`;
}

/** What stands before a page's style sheet and text: "" where nothing says where that is. */
export const headOf = (page: string): string =>
  page.slice(0, Math.max(0, page.search(/<style>|<\/head>/)));

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const noFacts = { number: undefined, sentence: "", minutes: "", terms: [], sections: [] };

/** What a page of ours says of itself in its head; undefined for other pages. */
export function readEntry(file: string, page: string): IndexEntry | undefined {
  const head = headOf(page);
  if (!head.includes(generatorMark)) return undefined;
  const title = /<title>([^<]*)<\/title>/.exec(head)?.[1];
  const audience = /<meta name="klab-audience" content="(student|teacher)">/.exec(head)?.[1];
  if (!title || !audience) return undefined;
  const stored = /<meta name="klab-facts" content="([^"]*)">/.exec(head)?.[1];
  const facts = stored === undefined ? {} : (JSON.parse(unescaped(stored)) as Partial<PageFacts>);
  return { ...noFacts, ...facts, file, title, audience: audience as Audience };
}

/** Every handout that lies in a folder, also from earlier runs, by file name. */
export function readEntries(folder: string): IndexEntry[] {
  const files = readdirSync(folder).filter((name) =>
    /^(?!index\.).*(?<!\.slides)\.html$/.test(name),
  );
  return files.sort().flatMap((file) => {
    try {
      return readEntry(file, readRegularFile(join(folder, file)).toString()) ?? [];
    } catch {
      return []; // unreadable, or gone meanwhile
    }
  });
}
