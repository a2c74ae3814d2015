import { explorerWords } from "../page/explorer-words";
import type { FigureModel } from "../page/figure-model";
import { englishId } from "../page/reader/english-id";
import { type TextPairs, tight } from "../page/reader/english-texts";
import { pageEnglish } from "../page/reader/page-english";
import { figureEnglish } from "../page/scripts/figure-english";
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
