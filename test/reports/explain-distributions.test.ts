import { describe, expect, it } from "vitest";
import * as klab from "../../src";

const { explain } = klab;
const sum = (report: klab.Report): number =>
  report.contributions.reduce((total, { value }) => total + value, 0);

describe("explain of distributions", () => {
  it.each([
    [klab.normal(0, 1), klab.normal(1, 2)],
    [klab.gamma(0.6, 1), klab.weibull(1.5, 2)],
    [klab.poisson(70), klab.poisson(60)],
    [klab.binomial(7, 0.3), klab.poisson(2)],
    [klab.laplace(0, 1), klab.cauchy(1, 1)],
  ] as const)("%s ‖ %s: contributions by region sum to the value", (p, q) => {
    const report = explain(p, q, { base: 2, locale: "en" });
    expect(sum(report)).toBeCloseTo(report.value, 8);
    expect(report.value).toBeCloseTo(klab.kl(p, q, { base: 2 }), 12);
    const values = report.contributions.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(report.contributions.reduce((total, c) => total + c.p, 0)).toBeCloseTo(1, 8);
  });

  it("names formula and source where there is a closed form, and quadrature where not", () => {
    const closed = explain(klab.gamma(2, 1), klab.gamma(3, 1));
    expect(closed.method).toBe("闭式");
    expect(closed.tex).toContain("\\psi");
    expect(closed.source.length).toBeGreaterThan(10);
    expect(explain(klab.logistic(0, 1), klab.cauchy(0, 1)).method).toBe("自适应求积");
  });

  it("witnesses ∞ by a point, by kinds, or by the tail", () => {
    const outside = explain(klab.normal(0, 1), klab.exponential(1));
    expect(outside.value).toBe(Number.POSITIVE_INFINITY);
    expect(outside.witness!.at).toBeLessThan(0);
    expect(explain(klab.poisson(1), klab.normal(1, 1)).witness?.text).toContain("离散");
    const tail = explain(klab.studentT(1, 0, 1), klab.normal(0, 1), { locale: "en" });
    expect(tail.witness?.text).toContain("diverges");
  });

  it("splits independent coordinates", () => {
    const p = klab.independent([klab.normal(0, 1), klab.poisson(2)]);
    const q = klab.independent([klab.normal(1, 1), klab.poisson(3)]);
    const report = explain(p as never, q as never);
    expect(report.contributions).toHaveLength(2);
    expect(sum(report)).toBeCloseTo(report.value, 14);
  });
});
