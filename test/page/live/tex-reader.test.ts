import { describe, expect, test } from "vitest";
import { closedForms } from "../../../src";
import { chains } from "../../../src/derivations/chains";
import type { MathPiece } from "../../../src/page/live/math-piece";
import { TexReader } from "../../../src/page/live/tex-reader";

const text = ({ tag, text: own, children = [] }: MathPiece): string =>
  own ?? (tag === "mspace" ? "" : `${tag === "mrow" ? "" : tag}(${children.map(text).join(" ")})`);
const read = (tex: string, display = false): string =>
  new TexReader(tex, display).read().map(text).join(" ");

/** Every command that was left as it was typed. */
function unknown(piece: MathPiece): string[] {
  const own = piece.tag === "mtext" && piece.text?.startsWith("\\") ? [piece.text] : [];
  return [...own, ...(piece.children ?? []).flatMap(unknown)];
}

describe("TeX as MathML", () => {
  test.each([
    ["\\frac{a}{b}", "mfrac((a) (b))"],
    ["x_i^2", "msubsup(x i 2)"],
    ["x^{2}_i", "msubsup(x i (2))"],
    ["\\sqrt[3]{x}", "mroot((x) 3)"],
    ["-\\ln 0.5", "− ln 0.5"],
    ["\\mathbb{E}", "𝔼"],
    ["f'(x)", "msup(f ′) ( x )"],
    ["\\text{a b}", "a b"],
    ["\\left[x\\right]", "([ x ])"],
    ["a\\,b\\quad c", "a  b  c"],
    ["{a}}b", "(a) } b"],
    ["\\unknown", "\\unknown"],
    ["", ""],
    ["\\frac", "mfrac(() ())"],
    ["x_", "msub(x ())"],
  ])("%s", (tex, expected) => {
    expect(read(tex)).toBe(expected);
  });

  test("limits stand above and below a sum that is displayed, and beside it in a line", () => {
    expect(read("\\sum_{i=1}^n x", true)).toBe("munderover(∑ (i = 1) n) x");
    expect(read("\\sum_{i=1}^n x")).toBe("msubsup(∑ (i = 1) n) x");
  });

  test("rows and cells of an alignment", () => {
    const [table] = new TexReader("\\begin{aligned}a &= b \\\\ &\\ge c\\end{aligned}", true).read();
    expect(table.tag).toBe("mtable");
    expect(table.children?.map(({ children = [] }) => children.length)).toEqual([2, 2]);
  });

  test("knows every command of the course's derivations", () => {
    const found = Object.values(chains).flatMap((chain) =>
      new TexReader(chain.tex, true).read().flatMap(unknown),
    );
    expect(Object.keys(chains).length).toBeGreaterThan(5);
    expect(found).toEqual([]);
  });

  test("knows every command of the closed forms", () => {
    const forms = closedForms.map(({ tex }) => tex);
    expect(forms.length).toBeGreaterThan(20);
    expect(forms.flatMap((tex) => new TexReader(tex, true).read().flatMap(unknown))).toEqual([]);
  });
});
