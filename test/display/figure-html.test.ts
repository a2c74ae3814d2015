import { describe, expect, test } from "vitest";
import { figureHtml } from "../../src/display/figure-html";
import { mimeBundle, plotlyMime } from "../../src/display/mime";
import { figures } from "../../src/index";

const hostile = "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>";

const html = figureHtml({
  caption: hostile,
  alt: hostile,
  table: { columns: [hostile], rows: [[hostile], [1]] },
  plotly: { data: [{ type: "bar", name: hostile }], layout: {} },
  image: "data:image/png;base64,AAAA",
});

describe("a figure as HTML", () => {
  test("keeps every text a text", () => {
    expect(html).not.toContain("<img src=x");
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
  });

  test("holds its JSON unchanged", () => {
    const json = /<script type="application\/json">(.*?)<\/script>/s.exec(html)![1];
    expect(JSON.parse(json)).toEqual({ data: [{ type: "bar", name: hostile }], layout: {} });
  });

  test("without a still picture says what there is to see", () => {
    const { "text/html": text } = figures.pmfPair([0.5, 0.5], [0.9, 0.1])[mimeBundle]();
    expect(text).toContain("D(P‖Q) = 0.5108 nat");
    expect(text).not.toContain("<img");
  });

  test("the same figure is the same text in every run", () => {
    const one = figures.pmfPair([0.5, 0.5], [0.9, 0.1])[mimeBundle]();
    const two = figures.pmfPair([0.5, 0.5], [0.9, 0.1])[mimeBundle]();
    expect(one).toEqual(two);
  });
});

test("a bundle has Plotly's JSON, HTML and text, no LaTeX, no Markdown, and never the library", () => {
  const bundle = figures.pmfPair([0.5, 0.5], [0.9, 0.1])[mimeBundle]();
  expect(Object.keys(bundle)).toEqual([plotlyMime, "text/html", "text/plain"]);
  expect(JSON.stringify(bundle).length).toBeLessThan(20_000);
});
