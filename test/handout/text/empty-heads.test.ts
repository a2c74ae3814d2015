import { describe, expect, test } from "vitest";
import { tableHtml } from "../../../src/display/table-html";
import { dataTableHtml } from "../../../src/handout/outputs/data-table-html";
import { emptyHeads } from "../../../src/handout/text/empty-heads";

describe("the head of a column without a name is an empty cell", () => {
  test.each([
    ["pandas's", "<tr><th></th><th>a</th></tr>", "<tr><td></td><th>a</th></tr>"],
    [
      "with blanks, a style and a scope",
      '<th scope="col" style="text-align:right"> \n</th>',
      '<td style="text-align:right"></td>',
    ],
    ["of rows", '<th scope="row"></th><td>1</td>', "<td></td><td>1</td>"],
  ])("%s", (_, html, wanted) => {
    expect(emptyHeads(html)).toBe(wanted);
  });

  test.each(["<thead></thead>", "<th>0</th>", '<th><img src="x" alt="甲"></th>', "a < th></th"])(
    "and all else stays: %s",
    (html) => {
      expect(emptyHeads(html)).toBe(html);
    },
  );

  test("in the tables of figures", () => {
    const table = { columns: ["", "D"], rows: [["甲", 0.5]] };
    for (const html of [tableHtml(table.columns, table.rows), dataTableHtml(table)]) {
      expect(html).toContain('<tr><td></td><th scope="col">D</th></tr>');
    }
  });
});
