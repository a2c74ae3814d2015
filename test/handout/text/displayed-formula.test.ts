import { describe, expect, test } from "vitest";
import { displayedFormula } from "../../../src/handout/text/displayed-formula";

const math = (tex: string, isDisplay: boolean): string => (isDisplay ? `[[${tex}]]` : `[${tex}]`);

const chain = (...rows: string[]): string =>
  `\\begin{aligned}\n${rows.join(" \\\\\n")}\n\\end{aligned}`;

describe("a displayed formula", () => {
  test("of a derivation is set line by line, its numbers as text", () => {
    const html = displayedFormula(
      chain("H - H &= a &&  \\text{(1)}", "&\\le b && \\text{(2)}", "&= c"),
      math,
    );
    expect(html.match(/chain-row/g)).toHaveLength(3);
    expect(html).toContain('<span class="chain-left">[\\displaystyle{}H - H ]</span>');
    expect(html).toContain(
      '<span class="chain-left"></span> <span class="chain-right">[\\displaystyle{}\\le b',
    );
    expect(html.match(/chain-number">[^<]*/g)).toEqual([
      'chain-number">(1)',
      'chain-number">(2)',
      'chain-number">',
    ]);
  });

  test("gives long parts brackets that a line can break in", () => {
    const long = `= \\left\\{${"x + ".repeat(30)}y\\right\\}`;
    const html = displayedFormula(chain(`a &${long} && \\text{(1)}`), math);
    expect(html).toContain("\\Bigl\\{x");
    expect(html).toContain("y\\Bigr\\}");
    expect(displayedFormula(chain("a &= \\left(x\\right) && \\text{(1)}"), math)).toContain(
      "\\left(x",
    );
  });

  test.each([
    "x = y",
    "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}",
    "\\begin{aligned} a &= b && \\text{why} \\\\ &= c && \\text{(1)} \\end{aligned}",
    "\\begin{aligned} a &= \\begin{cases} 1 & x \\\\ 2 & y \\end{cases} && \\text{(1)} \\end{aligned}",
    "\\begin{align} a &= b \\tag{1} \\end{align}",
    "2 \\begin{aligned} a &= b && \\text{(1)} \\end{aligned}",
  ])("that is no such derivation stays whole: %s", (tex) => {
    expect(displayedFormula(tex, math)).toBe(`<span class="display">[[${tex}]]</span>`);
  });
});
