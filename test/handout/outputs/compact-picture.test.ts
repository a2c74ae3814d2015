import { describe, expect, test } from "vitest";
import { compactPicture, PictureLooks } from "../../../src/handout/outputs/compact-picture";

describe("a compact picture", () => {
  test("leaves out what shows nothing", () => {
    const svg =
      '<svg><g><g></g><g> </g></g><path d="M0,0" style="fill:none"></path><path></path><text>字</text></svg>';
    expect(compactPicture(svg)).toBe("<svg><text>字</text></svg>");
  });

  test("keeps elements that others refer to, and shapes", () => {
    const svg =
      '<svg><defs><clipPath id="a"><rect width="9"></rect></clipPath></defs><path d="M0,0C1,9 2,-9 3,3"></path></svg>';
    expect(compactPicture(svg)).toBe(
      '<svg><defs><clipPath id="a"><rect width="9"/></clipPath></defs><path d="M0,0C1,9 2,-9 3,3"/></svg>',
    );
  });

  test("says each look once, and a name never swallows the end of its element", () => {
    const looks = new PictureLooks();
    const svg =
      '<path style="fill:red"/><text style="font-family:\'a b\', c">x</text><path style="fill:red"/>';
    expect(looks.named(svg)).toBe("<path class=p0 /><text class=p1>x</text><path class=p0 />");
    expect(looks.css()).toBe(".still .p0{fill:red}.still .p1{font-family:'a b', c}");
  });

  test.each([
    "fill:red}body{display:none",
    "font-family:&quot;x",
    "font-family:'x",
    "font-family:</style><script>",
    "fill:r\\65 d",
    "fill:red;/*",
    "@import 'x'",
  ])("leaves %j where it cannot end a rule", (style) => {
    const looks = new PictureLooks();
    const svg = `<path style="${style}"/>`;
    expect(looks.named(svg)).toBe(svg);
    expect(looks.css()).toBe("");
  });
});
