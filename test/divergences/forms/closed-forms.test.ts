import { describe, expect, it } from "vitest";
import { closedForms, kl, monteCarloKl, quadratureKl, seeded } from "../../../src";
import { klOfDistributions } from "../../../src/divergences/lines/kl-of-distributions";
import { lopsided, make } from "../../support/families";
import { moreReference } from "../../support/more-reference";
import { reference, relativeError } from "../../support/reference";

type Given = readonly [string, ...number[]];
const of = ([family, ...parameters]: Given) => make(family, parameters);
const near = (p: Given, q: Given) => p[0] === q[0] && moreReference.pairs.some((r) => r.p === p);

describe("reference values in 50 digits", () => {
  it.each([...reference.pairs, ...moreReference.pairs].map((r) => [of(r.p), of(r.q), r] as const))(
    "%s ‖ %s",
    (p, q, r) => {
      const { value, method } = klOfDistributions("kl", p, q);
      // A quadrature of nearly equal members knows ln(p/q) ~ 1e-6 only to 1e-16.
      const numeric = near(r.p, r.q) ? 1e-9 : 1e-10;
      expect(relativeError(value, r.kl)).toBeLessThan(method === "closedForm" ? 1e-12 : numeric);
    },
  );
});

const oneDimensional = closedForms.filter(({ p }) => lopsided[p]);

describe.each(oneDimensional.map((form) => [`${form.p} ‖ ${form.q}`, form] as const))(
  "%s",
  (_, form) => {
    const examples = lopsided[form.p]
      .flatMap((p) => lopsided[form.q].map((q) => [p, q] as const))
      .filter(([p, q]) => form.applies?.(p, q) ?? true)
      .slice(0, 2);

    it("has a formula, TeX and a source", () => {
      expect(form.formula.length).toBeGreaterThan(3);
      expect(form.tex).not.toContain("undefined");
      expect(form.source).toMatch(/\(\d{4}\)|P\d+/);
      expect(examples.length).toBeGreaterThan(0);
    });

    it.each(examples)("agrees with quadrature: %s ‖ %s", (p, q) => {
      const closed = kl(p, q);
      expect(closed).toBeGreaterThanOrEqual(0);
      const numeric = quadratureKl(p, q);
      if (closed === Number.POSITIVE_INFINITY) expect(numeric).toBe(closed);
      else expect(Math.abs(closed - numeric)).toBeLessThanOrEqual(1e-9 * closed + 1e-14);
    });

    it("agrees with seeded Monte Carlo within 4 standard errors", () => {
      const [p, q] = examples[0];
      const closed = kl(p, q);
      const estimate = monteCarloKl(p, q, { samples: 20_000, prng: seeded(3) });
      if (!Number.isFinite(closed)) return;
      const gap = Math.abs(estimate.value - closed);
      expect(gap).toBeLessThanOrEqual(4 * estimate.standardError + 1e-12);
    });
  },
);
