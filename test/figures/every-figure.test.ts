import { describe, expect, test } from "vitest";
import { mimeBundle } from "../../src/display/mime";
import { figures } from "../../src/index";
import { gallery } from "../support/figures";

const all = Object.entries(gallery).map(([name, make]) => [name, make()] as const);

/** Every member of a JSON value, with its key. */
function* members(value: unknown, key = ""): Generator<readonly [string, unknown]> {
  yield [key, value];
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* members(inner, name);
}

const contrast = (a: string, b: string): number => {
  const luminance = (color: string): number =>
    [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

test("every figure of figures.* is among those tried", () => {
  const makers = Object.keys(figures).filter((name) => name !== "withTheme");
  expect(makers.filter((name) => !(name in gallery))).toEqual([]);
});

describe.each(all)("%s", (_, figure) => {
  test("is JSON through and through: no NaN, no infinity, nothing undefined", () => {
    const { data, layout, frames } = figure;
    for (const [, value] of members({ data, layout, frames: frames ?? [] })) {
      if (typeof value === "number") expect(value).toSatisfy(Number.isFinite);
      expect(typeof value).not.toBe("function");
    }
  });

  test("names what is on every axis that is drawn", () => {
    const axes = Object.entries(figure.layout).filter(([key]) => /^[xy]axis\d?$/.test(key));
    for (const [key, axis] of axes) {
      const { title, visible, ticktext, showticklabels } = axis as {
        title?: { text: string };
        visible?: boolean;
        showticklabels?: boolean;
        ticktext?: unknown;
      };
      const named = (title?.text ?? "") !== "" || ticktext !== undefined || key === "yaxis2";
      // An axis without numbers shares those of its neighbour, which is named.
      if (showticklabels === false) continue;
      expect(visible === false || named, key).toBe(true);
    }
  });

  test("has words, and a table whose rows fit its columns", () => {
    const { alt, table, caption } = figure;
    expect(alt.length).toBeGreaterThan(20);
    expect(alt).not.toMatch(/undefined|NaN|<sub>/);
    expect(caption.length).toBeGreaterThan(3);
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row.length).toBe(table.columns.length);
  });

  test("uses no TeX and only the markup that Plotly knows", () => {
    for (const [, value] of members({ data: figure.data, layout: figure.layout })) {
      if (typeof value !== "string") continue;
      expect(value).not.toMatch(/\$|\\[a-z]+/);
      for (const [, tag] of value.matchAll(/<\/?(\w+)/g)) {
        expect(["b", "br", "sub", "sup", "span", "extra"]).toContain(tag);
      }
    }
  });

  test("adds at most 40 kB to a notebook in each of its two forms", () => {
    const bundle = figure[mimeBundle]();
    for (const form of Object.values(bundle)) {
      expect(JSON.stringify(form).length).toBeLessThan(40_000);
    }
  });

  test("in the dark keeps its numbers, loses the light colours, and comes back the same", () => {
    const dark = figures.withTheme(figure, "dark");
    expect(dark.table).toBe(figure.table);
    const paper = dark.layout.paper_bgcolor as string;
    expect(contrast(paper, "#FFFFFF")).toBeGreaterThan(12);
    for (const [key, value] of members({ data: dark.data, layout: dark.layout })) {
      if (key === "color" && /^#/.test(String(value)) && value !== paper) {
        expect(contrast(String(value), paper), String(value)).toBeGreaterThan(1.3);
      }
    }
    const back = figures.withTheme(dark, "light");
    expect({ ...back }).toEqual({ ...figure });
  });

  test("its JSON is as it was", () => {
    const { data, layout, frames } = figure;
    const rounded = JSON.stringify({ data, layout, frames }, (_key, value) =>
      // Long arrays by their ends and their sum: what a reader of the snapshot can take in.
      Array.isArray(value) &&
      value.length > 24 &&
      value.every((v) => typeof v === "number" || v === null)
        ? summary(value)
        : typeof value === "number"
          ? Number(value.toPrecision(8))
          : value,
    );
    expect(JSON.parse(rounded)).toMatchSnapshot();
  });
});

const summary = (values: readonly (number | null)[]): string => {
  const round = (value: number | null): string =>
    value === null ? "–" : String(Number(value.toPrecision(8)));
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return `${values.length} from ${round(values[0])} to ${round(values[values.length - 1])}, sum ${round(sum)}`;
};

test("every line and every text stands out from its page, light and dark", async () => {
  const { colors } = await import("../../src/figures/parts/style");
  const quiet = ["grid", "zero", "paper"];
  for (const [role, color] of Object.entries(colors)) {
    if (!quiet.includes(role))
      expect(contrast(color, colors.paper), role).toBeGreaterThanOrEqual(4.5);
  }
  const one = figures.withTheme(gallery.pmfPair(), "dark");
  const bars = one.data.slice(0, 2).map((trace) => (trace.marker as { color: string }).color);
  for (const color of bars) expect(contrast(color, "#14181D")).toBeGreaterThanOrEqual(4.5);
});

test("a language or a theme that klab does not speak is refused with both that it does", () => {
  expect(() => figures.historyTimeline({ locale: "fr" as never })).toThrow(/zh-CN.*en/);
  expect(() => figures.withTheme(gallery.pmfPair(), "sepia" as never)).toThrow(/light.*dark/);
});
