import { describe, expect, test } from "vitest";
import { mimeBundle, plotlyMime } from "../../src/display/mime";
import { storedFigure } from "../../src/handout/outputs/stored-figure";
import { explore, figures, number, select, slider, toggle } from "../../src/index";
import { sortKeys } from "../../src/notebook/nbformat";
import { explorerOf, hasControls } from "../../src/page/explorer-markup";
import { readFigureMarkup } from "../../src/page/figure-markup";

const all = explore(
  (klab, v) => klab.figures.pmfPair([v.z, 1 - v.z], v.b ? [0.5, 0.5] : [0.9, 0.1]),
  {
    z: slider(0.1, 0.9, 0.5, { label: "</script><b>z" }),
    b: toggle(true),
    a: select(["甲", "乙"], "乙"),
    m: number(3, { low: 0, high: 10 }),
  },
);
const bundle = all[mimeBundle]();
const spec = { controls: all.controls, source: all.source, locale: "zh-CN" };

describe("an explorer's markup", () => {
  test.each([
    ["from Plotly's JSON", bundle[plotlyMime]],
    ["from Plotly's JSON with sorted keys, as notebooks are stored", sortKeys(bundle[plotlyMime])],
    ["from its HTML", readFigureMarkup(bundle["text/html"] as string)],
    [
      "from its HTML in lines",
      storedFigure({ "text/html": (bundle["text/html"] as string).split(/(?<=\n)/) }),
    ],
  ])("is read %s as it was written, its controls in order", (_, plotlyJson) => {
    const read = explorerOf(plotlyJson);
    expect(read).toEqual({ ...spec, axes: expect.objectContaining({ yaxis: [0, 0.945] }) });
    expect(Object.keys(read?.controls ?? {})).toEqual(["z", "b", "a", "m"]);
    expect(hasControls(plotlyJson)).toBe(true);
  });

  test("holds the same figure in HTML and in Plotly's JSON", () => {
    const { layout, ...rest } = bundle[plotlyMime] as { layout: Record<string, unknown> };
    const { sliders: _, ...drawn } = layout;
    const read = readFigureMarkup(bundle["text/html"] as string);
    expect(read).toEqual(JSON.parse(JSON.stringify({ ...rest, layout: drawn })));
  });
});

test("a figure without controls is read from its HTML, and has none", () => {
  const figure = figures.pmfPair([0.5, 0.5], [0.9, 0.1])[mimeBundle]();
  const read = readFigureMarkup(figure["text/html"] as string);
  expect(read).toEqual(figure[plotlyMime]);
  expect(hasControls(read)).toBe(false);
});

test.each([
  ["no figure", "<p>7</p>"],
  ["another's figure", '<figure><script type="application/json">{"data":[]}</script></figure>'],
  [
    "a figure cut short",
    '<figure data-klab-figure="a"><script type="application/json">{"data":[</script></figure>',
  ],
  [
    "a figure that is nothing",
    '<figure data-klab-figure="a"><script type="application/json">null</script></figure>',
  ],
])("HTML with %s holds none", (_, html) => {
  expect(readFigureMarkup(html)).toBeUndefined();
});
