import { expect, test } from "vitest";
import type { Edition } from "../../src/handout/edition";
import { hanCharacters } from "../../src/handout/han-font";
import { pageScripts } from "../../src/handout/page-scripts";
import { offerExplorersScript } from "../../src/page/scripts/offer-explorers-script";
import { offerLiveCellsScript } from "../../src/page/scripts/offer-live-cells-script";

const edition = {
  audience: "student",
  name: "n",
  notebook: { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] },
} as unknown as Edition;

// Packed, a word is not there for the font that is cut to what stands in the page: 停止 was two boxes.
test.each([
  [true, false, offerExplorersScript],
  [false, true, offerLiveCellsScript],
  [true, true, offerExplorersScript + offerLiveCellsScript],
])("the tools' words stand in the page: explorers %s, live cells %s", (explores, live, words) => {
  const { html } = pageScripts({
    edition,
    explores,
    live,
    plotly: undefined,
    library: undefined,
    learning: undefined,
    part: undefined,
  });
  expect(hanCharacters(words).length).toBeGreaterThan(50);
  const missing = [...hanCharacters(words)].filter((character) => !html.includes(character));
  expect(missing).toEqual([]);
});
