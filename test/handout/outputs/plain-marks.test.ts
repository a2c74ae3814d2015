import { describe, expect, test } from "vitest";
import { plainMarks } from "../../../src/handout/outputs/plain-marks";

const svg = (inside: string): string => `<svg>${inside}</svg>`;

describe("plain marks", () => {
  test.each([
    [
      "a line is where it was moved to",
      '<path transform="translate(92.89,0)" d="M0,72v332" style="a"></path>',
      '<path d="M92.89 72v332" style="a"/>',
    ],
    [
      "a point is a circle",
      '<path transform="translate(17.5,-3)" d="M5.5,0A5.5,5.5 0 1,1 0,-5.5A5.5,5.5 0 0,1 5.5,0Z" style="a"/>',
      '<circle cx="17.5" cy="-3" r="5.5" style="a"/>',
    ],
    [
      "a text is where it was moved to, and its anchor is a look",
      '<text text-anchor="middle" x="0" y="418" style="a" transform="translate(92.89,2)">0.5</text>',
      '<text x="92.89" y="420" style="text-anchor:middle;a">0.5</text>',
    ],
    [
      "lines alike are one, others stay",
      '<path d="M0 1h9" style="a"/><path d="M0 2h9" style="a"/><path d="M0 3h9" style="b"/>',
      '<path d="M0 1h9M0 2h9" style="a"/><path d="M0 3h9" style="b"/>',
    ],
    [
      "groups that say nothing go, also around others",
      '<g><g class="x"><g><rect/></g></g></g>',
      '<g class="x"><rect/></g>',
    ],
  ])("%s", (_, before, after) => {
    expect(plainMarks(svg(before))).toBe(svg(after));
  });

  test.each([
    ["a text turned", '<text x="1" y="2" transform="rotate(-90,1,2)">a</text>'],
    [
      "a text of lines",
      '<text x="1" y="2" transform="translate(3,4)"><tspan x="1">a</tspan></text>',
    ],
    ["a text without a place", '<text transform="translate(3,4)">a</text>'],
    ["a mark that is no circle", '<path transform="translate(3,4)" d="M5,0L0,5L-5,0Z" style="a"/>'],
    [
      "an ellipse",
      '<path transform="translate(3,4)" d="M5,0A5,4 0 1,1 0,-5A5,5 0 0,1 5,0Z" style="a"/>',
    ],
    [
      "a line moved and turned",
      '<path transform="translate(3,4) rotate(9)" d="M0,72v332" style="a"/>',
    ],
    ["a path of two lines", '<path transform="translate(3,4)" d="M0,0h5M0,9h5" style="a"/>'],
    ["an empty group that says something", '<g clip-path="url(#a)"/>'],
  ])("leave %s", (_, inside) => {
    expect(plainMarks(svg(inside))).toBe(svg(inside));
  });
});
