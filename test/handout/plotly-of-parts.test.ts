import { describe, expect, test } from "vitest";
import { partsFor, plotlyOfParts } from "../../src/handout/plotly-of-parts";

describe("the Plotly of a page", () => {
  test("has bars and lines always, the rest where a figure has it", () => {
    const figure = { data: [{ type: "heatmap" }], layout: { xaxis: { rangeslider: {} } } };
    expect(partsFor(new Set(["heatmap"]), [figure])).toEqual({
      types: ["bar", "heatmap", "scatter"],
      components: ["rangeslider"],
    });
    expect(partsFor(new Set(), [{ layout: { images: [], scene2: {} } }]).components).toEqual([
      "annotations3d",
      "images",
    ]);
  });

  test("is a fifth smaller than the smallest that is published, and knows its types alone", async () => {
    const [small, again, larger] = await Promise.all([
      plotlyOfParts({ types: ["bar", "scatter"], components: [] }),
      plotlyOfParts({ types: ["bar", "scatter"], components: [] }),
      plotlyOfParts({ types: ["bar", "contour", "scatter"], components: ["sliders"] }),
    ]);
    expect(again).toBe(small);
    expect(small?.length).toBeLessThan(1_000_000);
    expect(larger?.length).toBeGreaterThan(small?.length ?? 0);
    new Function(small ?? "("); // a script
    const names = (text = ""): boolean[] => [/name:"contour"/.test(text), /"sliders"/.test(text)];
    expect(names(larger)).toEqual([true, true]);
    expect(names(small)[0]).toBe(false);
  }, 60_000);

  test("is none where a type is unknown: the whole is used", async () => {
    expect(await plotlyOfParts({ types: ["bar", "hologram"], components: [] })).toBeUndefined();
  });
});
