import { expect, test } from "vitest";
import { derivation } from "../../src/derivations";
import { mimeBundle } from "../../src/display/mime";

const expressions = ["KL(P ‖ Q)", "E(x ~ P, log(P(x)/Q(x)))", "H(P, Q) - H(P)"];
/** Heads and rows of the table of verdicts. */
function tableOf(reasons: readonly string[], locale: "zh-CN" | "en" = "zh-CN"): string[][] {
  const steps = expressions.map((expression, i) => ({
    expression,
    ...(reasons[i] ? { because: reasons[i] } : {}),
  }));
  const bundle = derivation({ id: "t", steps, locale })[mimeBundle]() as Record<string, string>;
  const table = /<table>[\s\S]*?<\/table>/.exec(bundle["text/html"])?.[0] ?? "";
  return [...table.matchAll(/<tr>[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, text]) => text),
  );
}

test("a chain without reasons has no column for them", () => {
  expect(tableOf([])).toEqual([
    ["步", "检验"],
    ["(a)", "= ✓"],
    ["(b)", "= ✓"],
  ]);
  expect(tableOf([], "en")[0]).toEqual(["step", "checked"]);
});

test("a chain with one reason has the column, whose other rows are empty", () => {
  expect(tableOf(["", "", "拆开"])).toEqual([
    ["步", "理由", "检验"],
    ["(a)", "", "= ✓"],
    ["(b)", "拆开", "= ✓"],
  ]);
});

test("the reason of the start stands above the table", () => {
  expect(tableOf(["定义"])[0]).toEqual(["步", "检验"]);
});
