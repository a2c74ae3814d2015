import fc from "fast-check";
import { kldivergence } from "mathjs";
import { describe, expect, it } from "vitest";
import { conventions, kl } from "../../src";
import { mimeBundle } from "../../src/display/mime";
import { pmfs, settings } from "../support/arbitraries";

const by = (p: number[], q: number[], call: string, options = {}): number =>
  conventions(p, q, options).rows.find((row) => row.call.includes(call))!.value;

describe("conventions", () => {
  it("says of mathjs what mathjs says", () => {
    fc.assert(
      fc.property(pmfs(2), ([p, q]) => {
        if (p.length === 1) return; // mathjs multiplies scalars there
        const [ours, theirs] = [by(p, q, "math.kldivergence"), kldivergence(p, q) as number];
        if (Number.isNaN(theirs)) expect(ours).toBeNaN();
        else if (!Number.isFinite(theirs)) expect(ours).toBe(theirs);
        else expect(Math.abs(ours - theirs)).toBeLessThan(1e-14 * (1 + Math.abs(theirs)));
      }),
      settings(200),
    );
    expect(by([2, 2], [1, 3], "math.kl", { normalize: true })).toBeCloseTo(0.14384103622589042, 15);
    // The example of mathjs's documentation, whose printed number is the other direction.
    const [x, y] = [
      [0.7, 0.5, 0.4],
      [0.2, 0.9, 0.5],
    ];
    expect(by(x, y, "math.kl", { normalize: true })).toBeCloseTo(0.3086145781062587, 14);
    expect(by(y, x, "math.kl", { normalize: true })).toBeCloseTo(0.24376698773121153, 14);
  });

  it("reproduces what runs of the other libraries gave", () => {
    const unequal = { normalize: true };
    expect(by([2, 2], [1, 3], "stats.entropy", unequal)).toBeCloseTo(0.1438, 4);
    expect(by([2, 2], [1, 3], "q.log(), p, red", unequal)).toBeCloseTo(0.5754, 4);
    expect(by([0.5, 0.5], [0.25, 0.75], "F.kl_div(q.log(), p)")).toBeCloseTo(0.0719, 4);
    expect(by([0.5, 0.5], [0, 1], "KL(rbind")).toBeCloseTo(7.3, 2);
    expect(by([1e-6, 1 - 1e-6], [0, 1], "KL(rbind")).toBeLessThan(0);
    expect(by([0.5, 0.5], [0, 1], "keras")).toBeCloseTo(7.366, 2);
    expect(by([0, 1], [0, 1], "q.log(), p, red")).toBeNaN();
    expect(by([0, 1], [0.5, 0.5], "kl_div(p, q).sum")).toBeCloseTo(Math.LN2, 14);
    expect(by([0.5, 0.5], [0.9, 0.1], "kullback")).toBeCloseTo(0.7369655941662062, 14);
  });

  it("knows how far ratios and near ones are computed (runs of SciPy 1.17.1 and torch 2.13.0)", () => {
    // rel_entr takes log1p near 1 and two logarithms far out; kl_div overflows (scipy#20710).
    expect(by([1, 0], [5e-324, 1], "rel_entr")).toBeCloseTo(744.4400719213812, 10);
    expect(by([1, 0], [5e-324, 1], "kl_div(p, q).sum")).toBe(Number.POSITIVE_INFINITY);
    const near = by([1e-9, 1 - 1e-9], [1e-8, 1 - 1e-8], "rel_entr");
    expect(Math.abs(near / 6.697415026035479e-9 - 1)).toBeLessThan(1e-14);
    // Categorical clamps to 2.2e-16 before the logarithm: 17.3287 instead of 344.69.
    expect(by([0.5, 0.5], [1, 1e-300], "Categorical")).toBeCloseTo(17.328679513998633, 10);
    expect(by([0.5, 0.5], [1, 0], "Categorical")).toBe(Number.POSITIVE_INFINITY);
  });

  it("tells the other direction, and which calls agree", () => {
    const [p, q] = [
      [0.5, 0.5],
      [0.9, 0.1],
    ];
    expect(by(p, q, "F.kl_div(p.log()")).toBeCloseTo(kl(q, p), 14);
    const agreeing = conventions(p, q).rows.filter((row) => row.agrees);
    expect(agreeing.map((row) => row.call)).toContain("scipy.stats.entropy(p, q)");
    expect(agreeing.map((row) => row.call)).not.toContain("F.kl_div(q.log(), p)");
    expect(agreeing.length).toBeGreaterThan(5);
  });

  it("is a table in both languages, each row with its reason", () => {
    const zh = conventions([0.5, 0.5], [1, 0]);
    expect(zh.caption).toContain("∞ nat");
    expect(zh.rows.every((row) => /[\u4e00-\u9fff]/.test(row.reason))).toBe(true);
    const en = conventions([0.5, 0.5], [1, 0], { locale: "en" });
    expect(String(en[mimeBundle]()["text/html"])).toMatch(/<th scope="col"[^>]*>Library<\/th>/);
    expect(String(en)).toContain("clips both");
  });

  it("says NaN where a library does, and writes one kind of minus", () => {
    const zeros = conventions([0.5, 0.5, 0], [0.9, 0.1, 0]);
    expect(String(zeros)).toContain("math.kldivergence(p, q): NaN nat");
    const near = String(conventions([0.5 + 1e-9, 0.5 - 1e-9], [0.5, 0.5]));
    expect(near).toMatch(/: −\d[.\d]*e−17 nat/);
  });

  it("lets long calls break, so that the table fits a page", () => {
    const html = String(conventions([0.5, 0.5], [1, 0])[mimeBundle]()["text/html"]);
    expect(html).toContain("<code>keras.<wbr>losses.<wbr>kl_divergence(<wbr>p, q)</code>");
  });
});
