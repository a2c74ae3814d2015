import { statSync } from "node:fs";
import { join } from "node:path";
import { browserCandidates } from "../../pictures/browser";
import type { FigureRenderer } from "../../pictures/figure-renderer";
import { MissingToolError } from "../../pictures/missing-tool-error";
import type { Edition } from "../edition";
import { hanFontRule, withStyleRule } from "../han-font";
import { withKatexSubsets } from "../katex-fonts";
import { fileName, printName, slidesName } from "../page-names";
import { printHtml } from "../print/print-html";
import { shareFormulas } from "../share-formulas";
import { shareStills } from "../share-stills";
import { shareAssets, shareSolutions } from "../shared-assets";
import { deckHtml } from "./deck-html";
import type { HandoutEntry } from "./handout-entry";
import { pageHtml } from "./page-html";
import type { Workshop } from "./workshop";

/** A file that is to be written. */
export interface MadeFile {
  readonly file: string;
  readonly content: string | Uint8Array;
}

/** What is made of an edition besides its page, and where. */
export interface PageFilesOptions {
  readonly out: string;
  readonly shared: boolean;
  readonly slides: boolean;
  /** Where the page is printed as well. */
  readonly print: ((html: string) => Promise<Buffer>) | undefined;
}

/** @throws MissingToolError where there is no browser to print with */
export function printerOf(renderer: FigureRenderer | undefined): (html: string) => Promise<Buffer> {
  const print = renderer?.print?.bind(renderer);
  if (print) return print;
  throw new MissingToolError(
    "--pdf: 没有浏览器，不能打印；装Chrome、Chromium或Edge，或 npm i -D @sparticuz/chromium / no browser to print with: install Chrome, Chromium or Edge",
  );
}

/** What keeps a printed page what it is: the browser that prints it. */
export function printerName(): string {
  const [browser] = browserCandidates();
  return JSON.stringify([browser, browser && statSync(browser.path).mtimeMs]);
}

/** Letters of what is packed, of which the page needs the glyphs alone. */
const packedLetters = / data-characters="[^"<>]*"(?=>)/g;

/** The page as one file, or beside what it shares with others. */
async function pageAndAssets(html: string, file: string, options: PageFilesOptions) {
  if (!options.shared) {
    const own = await withKatexSubsets(html);
    const content = withStyleRule(own, await hanFontRule(own)).replace(packedLetters, "");
    return { page: { file, content }, assets: [] };
  }
  const fonts = await hanFontRule(html, { whole: true });
  const stills = await shareStills(withStyleRule(html, fonts));
  const shared = shareAssets(stills.html);
  const solutions = shareSolutions(shared.html);
  const page = shareFormulas(solutions.html);
  const assets = [stills, shared, solutions, page]
    .flatMap((part) => [...part.assets])
    .map(([asset, content]): MadeFile => ({ file: join(options.out, asset), content }));
  return { page: { file, content: page.html }, assets };
}

/** An edition's files: what they share first, for a page is whole only beside it; then the page, its deck, its print. */
export async function pageFiles(
  entry: HandoutEntry,
  edition: Edition,
  workshop: Workshop,
  options: PageFilesOptions,
): Promise<MadeFile[]> {
  const html = await pageHtml(entry, edition, workshop, options);
  const file = join(options.out, fileName(entry.name, edition.audience));
  const { page, assets } = await pageAndAssets(html, file, options);
  const files: MadeFile[] = [...assets, page];
  if (options.slides) {
    files.push({ file: slidesName(file), content: await deckHtml(entry, edition, workshop) });
  }
  if (options.print) {
    files.push({ file: printName(file), content: await options.print(await printHtml(html)) });
  }
  return files;
}
