import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { mimeBundle, plotlyMime } from "../../../src/display/mime";
import { exploreWith } from "../../../src/figures/explorers/explore";
import * as klab from "../../../src/index";
import * as learn from "../../../src/learning/index";
import { readSpec } from "../../../src/page/explorer-markup";
import { draggedFits } from "../../support/explorer-output";

interface Shown {
  readonly layout: {
    readonly sliders?: readonly object[];
    readonly meta: { readonly explorer: object };
  };
}
const shownBy = (value: klab.Explorer): Shown =>
  JSON.parse(JSON.stringify(value[mimeBundle]()[plotlyMime]));
const specOf = (value: klab.Explorer): unknown => shownBy(value).layout.meta.explorer;

describe("explore with use: [learn]", () => {
  const shown = shownBy(draggedFits);
  const stored = shown.layout.meta.explorer;

  test("hands over klab.learn, beside all of klab, for the figure and for goals", () => {
    expect(draggedFits.table.rows.map((row) => row[2])).toEqual(["0.5552", "0.6918", "0.6918"]);
    const narrow = draggedFits.at({ right: -1 });
    expect(narrow.table.rows.map(([name]) => name)).toEqual(["正向", "反向"]);
    // The same traces wherever the slider stands: a viewer that runs no script of ours has recorded positions.
    expect(narrow.data.length).toBe(draggedFits.figure.data.length);
    expect(shown.layout.sliders).toHaveLength(1);
  });

  test("is stored with the explorer and read again; another explorer's spec has no such entry", () => {
    expect(stored).toMatchObject({ use: ["learn"], coarse: true });
    expect(readSpec(stored)?.use).toEqual(["learn"]);
    const plain = klab.explore(
      (klab, v) => klab.figures.coinAsymmetry(v.p),
      { p: klab.slider(0.1, 0.9, 0.5) },
      { use: [] },
    );
    expect(specOf(plain)).not.toHaveProperty("use");
  });

  test.each([[["tables"]], [["learn", "fs"]], ["learn"], [{ learn: true }], [[7]]])(
    "a stored one that uses %j is a figure without controls",
    (use) => {
      expect(readSpec({ ...stored, use })).toBeUndefined();
    },
  );

  const draw = (klab: typeof import("../../../src/index"), v: { p: number }) =>
    klab.figures.coinAsymmetry(v.p);
  const controls = { p: klab.slider(0.1, 0.9, 0.5) };
  test.each<[unknown, RegExp]>([
    [["tables"], /options\.use\[0\] 是 "tables".*"learn"/],
    [["learn", "Learn"], /options\.use\[1\] 是 "Learn"/],
    [["toString"], /options\.use\[0\]/],
    [[1], /options\.use\[0\].*number/],
    ["learn", /options\.use 应为数组.*string/],
    [{ learn: true }, /options\.use 应为数组/],
    [true, /options\.use 应为数组/],
  ])("use: %j is refused", (use, message) => {
    expect(() => klab.explore(draw, controls, { use: use as never })).toThrow(message);
  });

  test("a module is loaded when an explorer uses it, and not before", () => {
    const loaded: string[] = [];
    const explore = exploreWith(() => klab, {
      learn: () => {
        loaded.push("learn");
        return learn;
      },
    });
    explore(draw, controls);
    expect(loaded).toEqual([]);
    explore(draw, controls, { use: ["learn", "learn"] });
    expect(loaded).toEqual(["learn"]);
  });

  test("importing klab does not open the house that learns; an explorer that uses it does", () => {
    const said = execFileSync(
      process.execPath,
      [
        "-e",
        `const klab = require("klab");
        const learning = () => Object.keys(require.cache).filter((file) => /dist.learning./.test(file)).length;
        const before = learning();
        const { readout } = klab.explore((klab, v) => {
          const { distribution } = klab.learn.fitForwardKl(klab.normal(0, 1), "normal");
          return klab.figures.densityPair(distribution, klab.normal(v.m, 1));
        }, { m: klab.slider(0, 2, 1) }, { use: ["learn"] });
        console.log(before, learning() > 20, readout);`,
      ],
      { encoding: "utf8" },
    );
    expect(said.trim()).toBe("0 true D(P‖Q) = 0.5 nat");
  });
});
