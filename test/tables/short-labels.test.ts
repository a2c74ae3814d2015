import { expect, test } from "vitest";
import { shortLabels } from "../../src/tables/short-labels";

test.each([
  ["(−∞, 2.5441623848085917]", "(−∞, 2.544]"],
  ["(−0.123456, 1234.5678]", "(−0.1235, 1235]"],
  ["{1.0000000001}", "{1}"],
  ["(1, 2.5]", "(1, 2.5]"],
  ["[1e-7, 1.23456e+21)", "[1e-7, 1.235e+21)"],
  // A text of the data's own is no cell between numbers.
  ["v1.234567", "v1.234567"],
  ["其余", "其余"],
])("%s is shown as %s", (label, short) => {
  expect(shortLabels([label])).toEqual([short]);
});

test("cells that would be called alike keep their digits", () => {
  const labels = ["(1.00001, 1.00002]", "(1.00002, 1.00003]", "(1.00003, 9.12345]"];
  expect(shortLabels(labels)).toEqual([labels[0], labels[1], "(1, 9.123]"]);
});
