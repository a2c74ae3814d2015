import { expect, test } from "vitest";
import { mimeBundle, plotlyMime } from "../../src/display/mime";
import { Figure, figures, type Layout } from "../../src/library";
import { lightColors } from "../../src/page/look/palette";

const drawn = (layout: Layout): Record<string, unknown> => {
  const figure = new Figure({ data: [], layout, alt: "a", table: { columns: [], rows: [] } });
  expect(figure.layout).toBe(layout);
  const { meta, ...rest } = (figure[mimeBundle]()[plotlyMime] as { layout: { meta: object } })
    .layout;
  expect(meta).toEqual({ alt: "a", table: { columns: [], rows: [] } });
  return rest;
};

const { text, paper } = lightColors;

test("a figure written by hand is drawn on the house's paper, in its letters, its title at the left", () => {
  expect(drawn({ title: { text: "T" }, width: 300 })).toEqual({
    title: { text: "T", x: 0.02, xanchor: "left", font: { size: 17 } },
    width: 300,
    font: { family: expect.stringContaining("Noto Sans SC"), size: 13, color: text },
    paper_bgcolor: paper,
    plot_bgcolor: paper,
  });
  expect(drawn({})).not.toHaveProperty("title");
});

test("what it says itself stays", () => {
  const own = {
    title: { text: "T", x: 0.5 },
    font: { size: 20 },
    paper_bgcolor: "#000000",
  };
  expect(drawn(own)).toMatchObject({
    title: { text: "T", x: 0.5, xanchor: "left" },
    font: { size: 20, color: text },
    paper_bgcolor: "#000000",
    plot_bgcolor: paper,
  });
});

test("figures of klab are drawn as they are", () => {
  const figure = figures.pmfPair([0.5, 0.5], [0.9, 0.1]);
  const { meta, ...rest } = (figure[mimeBundle]()[plotlyMime] as { layout: { meta: object } })
    .layout;
  expect(meta).toBeDefined();
  expect(Object.keys(rest)).toEqual(Object.keys(figure.layout));
});
