import { expect, test } from "vitest";
import { sortAttributes } from "../../src/pictures/sort-attributes";

test("an element's attributes come in order, whichever way they were set; text and elements stay", () => {
  const one =
    '<rect y="0" class="a &lt;b&gt;" x="1"/><g id="k"><text dx="2" dy="1">b="1" a="2"</text></g>';
  const other =
    '<rect x="1" y="0" class="a &lt;b&gt;"/><g id="k"><text dy="1" dx="2">b="1" a="2"</text></g>';
  expect(sortAttributes(one)).toBe(sortAttributes(other));
  expect(sortAttributes(one)).toBe(
    '<rect class="a &lt;b&gt;" x="1" y="0"/><g id="k"><text dx="2" dy="1">b="1" a="2"</text></g>',
  );
});

test("names with colons and dashes are attributes, too; what has none stays", () => {
  const svg =
    '<svg xmlns="v" xmlns:xlink="u"><g/><use xlink:href="#k" href="#k" stroke-width="1"></use></svg>';
  expect(sortAttributes(svg)).toBe(
    '<svg xmlns:xlink="u" xmlns="v"><g/><use href="#k" stroke-width="1" xlink:href="#k"></use></svg>',
  );
});
