import { expect, test } from "vitest";
import { bitmapOf } from "../../src/notebook/bitmap";
import { isBitmapAddress } from "../../src/page/bitmap-address";

test.each([
  ["data:image/png;base64,iVBORw0KGgo=", true],
  ["data:image/jpeg;base64,/9j/\n4AAQ", true],
  ["data:image/gif;base64,R0lGOD", true],
  ["data:image/webp;base64,UklGRg==", true],
  ["data:image/svg+xml;base64,PHN2Zz4=", false],
  ["data:text/html;base64,PHA+", false],
  ["data:image/png;base64,", false],
  ['data:image/png;base64,x" onerror=alert(1)', false],
  ["data:image/png,iVBOR", false],
  ["https://example.org/a.png", false],
  [" data:image/png;base64,iVBORw0KGgo=", false],
])("%s is a whole bitmap: %s", (address, is) => {
  expect(isBitmapAddress(address)).toBe(is);
});

test.each([
  [
    "the first type that there is",
    { "image/webp": "BB", "image/png": "AA" },
    "data:image/png;base64,AA",
  ],
  ["lines", { "image/gif": ["AA\n", "BB\n"] }, "data:image/gif;base64,AABB"],
  ["no text", { "image/png": 7, "image/jpeg": "CC" }, "data:image/jpeg;base64,CC"],
  ["markup", { "image/png": '"><script>' }, undefined],
  ["an inherited name", Object.create({ "image/png": "AA" }), undefined],
  ["nothing", {}, undefined],
])("of a bundle with %s", (_, bundle, address) => {
  expect(bitmapOf(bundle)).toBe(address);
  if (address) expect(isBitmapAddress(address)).toBe(true);
});
