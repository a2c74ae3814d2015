import { expect, test } from "vitest";
import type { Edition } from "../../src/handout/edition";
import { embeddedLibrary } from "../../src/handout/embedded-library";
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
    figures: [],
    library: undefined,
    learning: undefined,
    part: undefined,
  });
  expect(hanCharacters(words).length).toBeGreaterThan(50);
  const missing = [...hanCharacters(words)].filter((character) => !html.includes(character));
  expect(missing).toEqual([]);
});

test.each([["klab"], ["klab-learn"]])(
  "what a cell that is run may say stands in the page of live cells: %s",
  (part) => {
    const script = { payload: "x", hash: "sha256-x", characters: hanCharacters("龘靐齉：未收敛") };
    const { html } = pageScripts({
      edition,
      explores: false,
      live: true,
      plotly: undefined,
      figures: [],
      library: part === "klab" ? script : { payload: "x", hash: "y" },
      learning: part === "klab" ? undefined : script,
      part: "live",
    });
    for (const character of script.characters) expect(html).toContain(character);
  },
);

test.each(["live", "live-derivation", "klab-learn-all"] as const)(
  "the words of the %s bundle are known by their characters",
  async (part) => {
    const library = await embeddedLibrary(part);
    if (!library) {
      console.log("skipped: not built");
      return;
    }
    for (const character of part === "klab-learn-all" ? "形状" : "应为不是分布")
      expect(library.characters).toContain(character);
  },
);
