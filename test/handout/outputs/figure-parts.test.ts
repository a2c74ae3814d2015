import { describe, expect, test } from "vitest";
import { embeddedJson, readFigure } from "../../../src/page/figure-model";
import { browserCandidates } from "../../../src/pictures/browser";
import { pictureInput } from "../../../src/pictures/picture-input";
import { plotlyBuildFor, traceTypes } from "../../../src/pictures/plotly-build";
import { renumberIds } from "../../../src/pictures/renumber-ids";
import { fontFilesFor } from "../../../src/pictures/web-fonts";
import { barFigure } from "../fixture";

describe("browsers", () => {
  const machine = (
    platform: NodeJS.Platform,
    env: Record<string, string>,
    installed: string[],
  ) => ({
    platform,
    env,
    isExecutable: (path: string) => installed.includes(path),
  });

  test("KLAB_BROWSER is the only one tried, and must be a program", () => {
    const chosen = machine("linux", { KLAB_BROWSER: "/b" }, ["/b", "/usr/bin/chromium"]);
    expect(browserCandidates(chosen, "/pkg")).toEqual([{ origin: "KLAB_BROWSER", path: "/b" }]);
    expect(() => browserCandidates(machine("linux", { KLAB_BROWSER: "/b" }, []), "/pkg")).toThrow(
      /KLAB_BROWSER.*\/b/,
    );
    expect(browserCandidates(machine("linux", { KLAB_BROWSER: "none" }, []), "/pkg")).toEqual([]);
  });

  test.each([
    ["linux", {}, "/usr/bin/chromium"],
    ["linux", { PATH: "/a:/own/bin" }, "/own/bin/google-chrome"],
    ["darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ["win32", { PROGRAMFILES: "C:\\P" }, "C:\\P\\Google\\Chrome\\Application\\chrome.exe"],
    ["win32", { "PROGRAMFILES(X86)": "C:\\Q" }, "C:\\Q\\Microsoft\\Edge\\Application\\msedge.exe"],
  ] as const)("finds an installed one on %s %j before the bundled one", (platform, env, path) => {
    expect(browserCandidates(machine(platform, env, [path]), "/pkg")).toEqual([
      { origin: "installed", path },
      { origin: "@sparticuz/chromium", path: "/pkg" },
    ]);
  });
});

describe("figures", () => {
  test("ids are numbered in order, with what refers to them, and nothing else is touched", () => {
    const svg = `<svg><clipPath id="clipab1xy"/><g id='ab' clip-path="url(#clipab1xy)" style="mask:url('#ab')" fill="#abcdef">#ab</g></svg>`;
    expect(renumberIds(svg, "f1")).toBe(
      `<svg><clipPath id="f1-1"/><g id='f1-2' clip-path="url(#f1-1)" style="mask:url('#f1-2')" fill="#abcdef">#ab</g></svg>`,
    );
  });

  test("a picture is 640 by 400 unless the layout says otherwise within reason", () => {
    const sizeOf = (layout: unknown) => {
      const { width, height } = pictureInput({ data: [], layout });
      return [width, height];
    };
    expect(sizeOf(undefined)).toEqual([640, 400]);
    expect(sizeOf({ width: 680, height: 460.4 })).toEqual([680, 460]);
    expect(sizeOf({ width: 1e9, height: "5" })).toEqual([640, 400]);
  });

  test("what is no figure is refused", () => {
    expect(() => pictureInput("x")).toThrow(TypeError);
    expect(() => pictureInput({ data: 5 })).toThrow(TypeError);
  });

  test("the smaller plotly.js is taken where it draws every trace, frames included", () => {
    const build = (...figures: unknown[]) => plotlyBuildFor(traceTypes(figures));
    expect(build(barFigure(), { data: [{ x: [1] }] })).toBe("basic");
    expect(build(barFigure(), { data: [{ type: "heatmap", z: [[1]] }] })).toBe("cartesian");
    expect(build(barFigure(), { data: [{ type: "surface" }] })).toBe("full");
    expect(build({ data: [], frames: [{ data: [{ type: "surface" }] }] })).toBe("full");
  });

  test("fonts are found for Chinese and Greek, and only for what is there", () => {
    const names = (text: string) =>
      fontFilesFor(text).map(({ file }) => file.replace(/.*[\\/]/, ""));
    expect(names("熵").length).toBeGreaterThan(0);
    expect(names("μ")).toContain("KaTeX_Math-Italic.woff2");
    expect(names("熵")).not.toContain("KaTeX_Math-Italic.woff2");
    expect(names("熵")).not.toEqual(names("相"));
  });

  test("a figure's words and numbers come from its layout, or from its traces", () => {
    expect(readFigure(barFigure())?.alt).toMatch(/^三种天气/);
    const bare = readFigure({
      data: [{ name: "p", x: [1, 2], y: [3, null] }],
      layout: { title: { text: "<b>题</b>" } },
    });
    expect(bare?.alt).toBe("题");
    expect(bare?.table?.rows).toEqual([
      ["p", 1, 3],
      ["p", 2, "—"],
    ]);
  });

  test("embedded JSON reads back as the figure without its words", () => {
    const figure = readFigure(barFigure("</script> \u2028"))!;
    const json = embeddedJson(figure);
    expect(json).not.toContain("<");
    expect(JSON.parse(json)).toEqual({ data: figure.data, layout: figure.layout });
    expect(json).not.toContain("三种天气");
  });

  test("embedded numbers keep eight digits, whole numbers all of theirs", () => {
    const x = [7.123456789, 1.23456789012e-18, 1_700_000_000_123, 123456.789012];
    const json = embeddedJson(readFigure({ data: [{ x }], layout: {} })!);
    expect(JSON.parse(json).data[0].x).toEqual([
      7.1234568, 1.2345679e-18, 1_700_000_000_123, 123456.789012,
    ]);
  });
});
