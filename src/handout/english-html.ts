import { explorerWords } from "../page/explorer-words";
import type { FigureModel } from "../page/figure-model";
import { englishId } from "../page/reader/english-id";
import { EnglishTexts, type TextPairs, tight } from "../page/reader/english-texts";
import { pageEnglish } from "../page/reader/page-english";
import { figureEnglish } from "../page/scripts/figure-english";
import { escapeHtml } from "../words/escape-html";
import { embedScript } from "./embedded-script";

const place = /[\ue000-\ue0ff]/u;

/** What explorers say, with private characters for what changes. */
function explorerEnglish(): TextPairs {
  const { "zh-CN": chinese, en } = explorerWords;
  const said = (words: typeof chinese): string[] =>
    Object.values(words).map((text) =>
      typeof text === "string"
        ? text
        : (text as (...parts: string[]) => string)("\ue000", "\ue001", "\ue002"),
    );
  const english = said(en);
  return said(chinese).map((text, i) => [text, english[i]]);
}

/** The texts of a figure that may be looked up. */
const textsOf = ({ layout, data, alt, table }: FigureModel): string =>
  JSON.stringify([
    alt,
    table?.columns,
    layout,
    data.map(({ name, text, customdata, hovertemplate }) => [
      name,
      text,
      customdata,
      hovertemplate,
    ]),
  ]);

/**
 * What a page's labels are in English, packed, for readers who want them: what every page says, and of what figures and
 * reports say as much as stands in this one.
 */
export function englishHtml(body: string, figures: readonly FigureModel[]): string {
  const there = tight([body, ...figures.map(textsOf)].join("\n"));
  const stands = ([text]: readonly [string, string]): boolean =>
    tight(text)
      .split(place)
      .every((part) => there.includes(part.trim()));
  const pairs = [...pageEnglish, ...explorerEnglish(), ...figureEnglish.filter(stands)];
  const { payload } = embedScript(JSON.stringify(pairs));
  return `<script type="text/plain" id="${englishId}">${payload}</script>`;
}

/** Where a deck speaks for itself: words above a cell, captions, what is folded, licences. */
const places =
  /<(p) class="kind">[\s\S]*?<\/\1>|<(figcaption|summary|thead)\b[\s\S]*?<\/\2>|<ul>(?:<li>[^<]*<a [^>]*rel="noopener noreferrer">[\s\S]*?)<\/ul>|<h2>许可<\/h2>/g;

/**
 * A deck with its own words and its figures' captions in English: it has no script that says them as its reader
 * chooses, as pages have. What a lesson says and what is drawn stay.
 */
export function deckInEnglish(deck: string): string {
  const { say } = new EnglishTexts([...pageEnglish, ...figureEnglish]);
  const at = deck.indexOf("<body");
  const inEnglish = (place: string): string =>
    place.replace(/(?<=>)[^<>&]+(?=<)/g, (text) => escapeHtml(say(text)));
  return deck.slice(0, at) + deck.slice(at).replace(places, inEnglish);
}
