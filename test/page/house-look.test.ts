import { expect, test } from "vitest";
import { mimeBundle, plotlyMime } from "../../src/display/mime";
import { Figure, type Layout } from "../../src/library";
import { lightColors } from "../../src/page/look/palette";
import { gallery } from "../support/figures";

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

test("its grid is the house's, which a dark page exchanges, where it has axes and says nothing of them", () => {
  const [grid, zero] = [lightColors.grid, lightColors.zero];
  const own = {
    yaxis: { gridcolor: "#00FF00" },
    xaxis2: { visible: false },
    yaxis2: { showgrid: false },
  };
  expect(drawn({ xaxis: { type: "log" }, ...own })).toMatchObject({
    xaxis: { type: "log", gridcolor: grid, zerolinecolor: zero },
    ...own,
  });
  expect(drawn(own).yaxis2).toEqual(own.yaxis2);
  expect(drawn({})).not.toHaveProperty("xaxis");
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

test.each(Object.entries(gallery))("klab's own %s is drawn as it is", (_, make) => {
  const figure = make();
  const { meta, ...rest } = (figure[mimeBundle]()[plotlyMime] as { layout: { meta: object } })
    .layout;
  expect(meta).toBeDefined();
  // Its numbers are rounded there; what it says nothing of is not said for it.
  const own = JSON.parse(JSON.stringify(figure.layout)) as Record<string, object>;
  expect(Object.keys(rest)).toEqual(Object.keys(own));
  for (const key of Object.keys(own).filter((name) => /^[xy]axis/.test(name))) {
    expect(Object.keys((rest as Record<string, object>)[key])).toEqual(Object.keys(own[key]));
  }
});
