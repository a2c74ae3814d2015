import { describe, expect, test } from "vitest";
import { hanFontRule, withStyleRule } from "../../src/handout/han-font";

const sizeOf = (rule: string): number => rule.length;

describe("the glyphs a page brings for machines without Chinese fonts", () => {
  test("are those of its characters", async () => {
    const few = await hanFontRule("<p>相对熵</p>");
    const more = await hanFontRule("<p>相对熵是有方向的：从一个分布看另一个</p>");
    expect(few).toMatch(/^@font-face\{font-family:"klab Han";.*base64,d09GMg/);
    expect(sizeOf(few)).toBeLessThan(4000);
    expect(sizeOf(more)).toBeGreaterThan(sizeOf(few));
  });

  test("are the same bytes for the same characters, in whatever order", async () => {
    expect(await hanFontRule("熵对相")).toBe(await hanFontRule("相对熵相"));
  });

  test("are none for a page without Chinese", async () => {
    expect(await hanFontRule("<p>D(p‖q) = 0.5 nat</p>".replace("‖", "|"))).toBe("");
  });

  test("come first in the page's style", () => {
    expect(withStyleRule("<style>a{}</style><p>$&</p>", "b{$&}")).toBe(
      "<style>b{$&}a{}</style><p>$&</p>",
    );
  });
});
