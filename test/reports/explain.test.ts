import { describe, expect, it } from "vitest";
import { bernoulli, explain, kl, normal } from "../../src";
import { mimeBundle } from "../../src/display/mime";

describe("explain", () => {
  it("tells value, unit, both entropies and the reverse", () => {
    const report = explain([0.5, 0.5], [0.9, 0.1], { base: 2 });
    expect(report.value).toBe(kl([0.5, 0.5], [0.9, 0.1], { base: 2 }));
    expect(report.unit).toBe("bit");
    expect(report.difference).toBeCloseTo(report.value, 14);
    expect(report.reverse).toBe(kl([0.9, 0.1], [0.5, 0.5], { base: 2 }));
  });

  it("lists contributions, the greatest first, that add to the value", () => {
    const { contributions, value } = explain([0.3, 0.5, 0.2], [0.5, 0.4, 0.1]);
    expect(contributions.map((c) => c.index)).toEqual([2, 1, 0]);
    expect(contributions.reduce((sum, c) => sum + c.value, 0)).toBeCloseTo(value, 14);
    expect(contributions[2].value).toBeLessThan(0);
  });

  it("shows the witness of an infinite value, counting from 1 in words", () => {
    const zh = explain([0.3, 0.5, 0.2], [0.5, 0.5, 0]);
    expect(zh.witness).toEqual({ at: 2, text: "q 在第 3 个结果为 0，而 p 为 0.2" });
    expect(zh.caption).toBe("D(p‖q) = ∞ nat");
    const en = explain([0.3, 0.5, 0.2], [0.5, 0.5, 0], { locale: "en" });
    expect(en.witness!.text).toBe("q is 0 at outcome 3, where p is 0.2");
    expect(explain([1], [1]).witness).toBeUndefined();
  });

  it("names outcomes as told", () => {
    const report = explain([0.5, 0.5], [1, 0], { outcomes: ["晴", "雨"] });
    expect(report.contributions[0].outcome).toBe("雨");
    expect(report.witness!.text).toContain("“雨”");
    expect(() => explain([0.5, 0.5], [1, 0], { outcomes: ["晴"] })).toThrow(TypeError);
  });

  it("explains distributions: method, formula, source, and why infinite", () => {
    const report = explain(normal(0, 1), normal(1, 2));
    expect(report.value).toBeCloseTo(0.44314718055994, 13);
    expect(report.method).toBe("闭式");
    expect(report.source).toContain("Statistical Proofs");
    const coins = explain(bernoulli(0.5), bernoulli(1), { locale: "en" });
    expect(coins.value).toBe(Number.POSITIVE_INFINITY);
    expect(explain(normal(0, 1), bernoulli(0.5)).witness!.text).toContain("离散");
  });

  it("is a table without what sanitizers drop, and text with bars", () => {
    const bundle = explain([0.3, 0.5, 0.2], [0.5, 0.5, 0], { outcomes: ["<a>", "b", "c"] })[
      mimeBundle
    ]();
    const html = String(bundle["text/html"]);
    expect(html).toContain("<table>");
    expect(html).toContain("█");
    expect(html).toContain("&lt;a&gt;");
    expect(html).not.toMatch(/<(style|script|svg)/);
    // Styles are for Lab, which aligns every cell to the right; where they are dropped, `align` says the same.
    expect(html.replaceAll(/ align="(left|right)" style="text-align:\1[^"]*"/g, "")).not.toContain(
      "style=",
    );
    expect(String(bundle["text/plain"])).toContain("为何无穷：q 在“c”为 0，而 p 为 0.2");
  });

  it("says how many outcomes it leaves out", () => {
    const uniform = new Array(50).fill(0.02);
    expect(String(explain(uniform, uniform))).toContain("另有 30 个结果");
  });

  it("does not call a small value 0 where H(p,q) − H(p) loses its digits", () => {
    const near = String(explain([0.3 + 1e-9, 0.7 - 1e-9], [0.3, 0.7], { locale: "en" }));
    expect(near).toMatch(/H\(p,q\) − H\(p\) = 0\.610864 − 0\.610864 = 2\.38095e−18 nat/);
    expect(near).toMatch(/Error estimate: 2e−33 nat/); // one kind of minus
    expect(String(explain([0.3, 0.7], [0.3, 0.7]))).toContain("误差估计：0 nat");
  });
});
