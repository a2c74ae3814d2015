import { hasTag } from "../../notebook/nbformat";
import type { Edition } from "../edition";
import { deckInEnglish } from "../english-html";
import { hanFontRule, withStyleRule } from "../han-font";
import { HandoutError } from "../handout-error";
import { withKatexSubsets } from "../katex-fonts";
import { withLicenceSlide } from "../licences-html";
import { slidesHtml } from "../print/slides-html";
import type { HandoutEntry } from "./handout-entry";
import { pageHtml } from "./page-html";
import type { Workshop } from "./workshop";

/**
 * An edition's cells that are slides, as a deck in one file.
 *
 * @throws HandoutError where no cell is tagged slide
 */
export async function deckHtml(
  entry: HandoutEntry,
  edition: Edition,
  workshop: Workshop,
): Promise<string> {
  const cells = edition.notebook.cells.filter((cell) => hasTag(cell, "slide"));
  if (cells.length === 0) {
    throw new HandoutError(
      `${entry.name}.ipynb: --slides: 没有标着slide的单元 / no cell is tagged slide`,
    );
  }
  const own = { ...edition, notebook: { ...edition.notebook, cells } };
  // What it would say of its cells, the page has said.
  const html = await withKatexSubsets(
    await pageHtml(entry, own, { ...workshop, log: () => {} }, { shared: false }),
  );
  const slides = withLicenceSlide(slidesHtml(html));
  const deck = workshop.locale === "en" ? deckInEnglish(slides) : slides;
  return withStyleRule(deck, await hanFontRule(deck));
}
