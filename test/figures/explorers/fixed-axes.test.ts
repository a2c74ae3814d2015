import { describe, expect, test } from "vitest";
import { mimeBundle, plotlyMime } from "../../../src/display/mime";
import { cornersOf } from "../../../src/figures/explorers/fixed-axes";
import { explore, number, select, slider, toggle } from "../../../src/index";
import { explorerOf } from "../../../src/page/explorer-markup";

const specOf = (value: ReturnType<typeof explore>) => explorerOf(value[mimeBundle]()[plotlyMime]);

const hills = (options: object = {}) =>
  explore(
    (klab, v) =>
      klab.figures.densityPair(klab.normal(0, 1), klab.normal(v.mu, v.sd), { range: [-6, 6] }),
    { mu: slider(-3, 3, 1), sd: slider(0.5, 3, 2) },
    options,
  );

describe("the axes of an explorer", () => {
  test("hold the figures at the ends of the controls, at most four times the first one", () => {
    const { axes = {} } = specOf(hills()) ?? {};
    // The narrowest density is twice as high as the standard one.
    expect(axes.yaxis[1]).toBeGreaterThan(0.79);
    expect(axes.xaxis).toEqual([-6, 6]);
    const first = (hills().figure.layout.yaxis2 as { range: number[] }).range;
    expect(axes.yaxis2[1] - first[0]).toBeLessThanOrEqual(4.001 * (first[1] - first[0]));
    expect(axes.yaxis2[1]).toBeGreaterThan(2 * first[1]);
  });

  test("move with the figure where that is asked for", () => {
    expect(specOf(hills({ fixedAxes: false }))?.axes).toBeUndefined();
  });

  test.each([
    ["two bars", [0, 1], "v", [-0.6, 1.6]],
    ["one bar", [3], "v", [2.45, 3.55]],
    ["bars in tens", [10, 20, 30], "v", [3.5, 36.5]],
    ["lying bars", [1, 2, 3, 4], "h", [0.3, 4.7]],
  ])("leave %s their whole width", (_, at, orientation, range) => {
    const bars = explore(
      (klab, { at, orientation, top }) => {
        const heights = (at as string).split(" ").map(() => top as number);
        const places = (at as string).split(" ").map(Number);
        const isLying = orientation === "h";
        return new klab.Figure({
          data: [
            {
              type: "bar",
              orientation,
              x: isLying ? heights : places,
              y: isLying ? places : heights,
            },
          ],
          layout: { xaxis: {}, yaxis: {} },
          alt: "",
          table: { columns: [], rows: [] },
        });
      },
      {
        at: select([at.join(" ")]),
        orientation: select([orientation]),
        top: slider(1, 2, 1),
      },
    );
    const axes = specOf(bars)?.axes ?? {};
    const [low, high] = orientation === "h" ? axes.yaxis : axes.xaxis;
    expect(low).toBeCloseTo(range[0], 9);
    expect(high).toBeCloseTo(range[1], 9);
  });

  test("are looked at where controls end, not at every position", () => {
    const corners = cornersOf({
      a: slider(0, 1),
      b: toggle(true),
      c: select(["x", "y"]),
      d: number(3),
    });
    expect(corners.length).toBeLessThanOrEqual(80);
    expect(corners).toContainEqual({ a: 1, b: false, c: "y", d: 3 });
  });
});

describe("handles and goals", () => {
  test("travel with the figure", () => {
    const spec = specOf(
      hills({
        handles: [{ control: "sd", curve: "q(x)", from: "mu" }],
        goals: { 远: (_: unknown, v: { mu: number }) => v.mu > 2 },
      }),
    );
    expect(spec?.handles).toEqual([{ control: "sd", curve: "q(x)", from: "mu" }]);
    expect(spec?.goals?.[0].text).toBe("远");
    expect(spec?.goals?.[0].source).toContain("v.mu > 2");
  });

  test.each([
    ["a handle of no slider", { handles: [{ control: "nu", curve: "q(x)" }] }],
    ["a handle on no curve", { handles: [{ control: "mu" }] }],
    ["handles that are no list", { handles: { control: "mu", curve: "q(x)" } }],
    ["a goal that is no function", { goals: { 远: "v.mu > 2" } }],
    ["a goal that closes over names", { goals: { 远: () => specOf !== undefined } }],
  ])("refuses %s", (_, options) => {
    expect(() => hills(options)).toThrow(TypeError);
  });
});
