import { describe, expect, test } from "vitest";
import { check, derivation } from "../../../src/derivations";

const divergence = String.raw`D_{KL}(P||Q) = E_{X~P}[log\frac{P(x)}{Q(x)}] = E_{X~P}[logP(x)-logQ(x)]`;
const likelihood = String.raw`L = \prod_{i=1}^m P_G(x^i; \theta)`;
const difference = "D_{KL}(p||q) = H(p,q) - H(p)";
const merged = String.raw`\int_xP_{data}logP_G(x,\theta)-P_{data}(x)logP_{data}(x)dx = \int_x P_{data}(x)log\frac{P_G(,\theta)}{P_{data}(x)}`;
const maximum = String.raw`\theta^* = arg max_{\theta} \prod_{i=1}^m P_G(x^i; \theta) = arg max_{\theta} log\prod_{i=1}^m P_G(x^i; \theta)
         = arg max_{\theta} \sum_{i=1}^m logP_G(x^i; \theta)  {x^1, x^2, .., x^m} from P_{data}(x)
         \approx arg max_{\theta} E_{x~P_{data}} [logP_G(x; \theta)]
         =arg max_{\theta} \int_x P_{data}(x) logP_G(x; \theta)dx - \int_x P_{data}(x)logP_{data}(x)dx
         =arg min_{\theta} KL(P_{data}(x)||P_G(x;\theta))`;

describe("the article's five formulas run from their TeX", () => {
  test.each([
    ["divergence", divergence, 2],
    ["likelihood", likelihood, 0],
    ["difference", difference, 1],
    ["merged", merged, 1],
    ["maximum", maximum, 5],
  ])("%s", { timeout: 60_000 }, (id, tex, relations) => {
    const made = derivation({ id, tex });
    const { ok, steps } = check(made, { budget: 30 });
    expect(steps.map(({ note, ok: holds }) => (holds ? "" : note))).toEqual(
      Array.from({ length: relations }, () => ""),
    );
    // Without a relation nothing is claimed, and nothing was found to hold.
    expect(ok).toBe(relations > 0);
    expect(made.worlds.length).toBeGreaterThanOrEqual(4);
  });

  test("and every repair is noted", () => {
    expect(derivation({ id: "d", tex: merged }).notes).toEqual(
      expect.arrayContaining([expect.stringContaining("dx")]),
    );
    expect(derivation({ id: "d", tex: divergence }).notes.length).toBeGreaterThan(0);
    expect(derivation({ id: "d", tex: divergence, locale: "en" }).notes.join()).not.toMatch(
      /\p{Script=Han}/u,
    );
  });
});

describe("steps in TeX", () => {
  test("mix with steps in the language, and carry their relation", () => {
    const made = derivation({
      id: "d",
      steps: [
        { tex: String.raw`D_{KL}(p\|q)` },
        { tex: String.raw`= \sum_x p(x)\log\frac{p(x)}{q(x)}`, because: "定义" },
        { relation: "≥", expression: "0" },
      ],
    });
    expect(made.steps.map(({ relation = "" }) => relation)).toEqual(["", "=", "≥"]);
    expect(made.steps[1].because).toBe("定义");
    expect(check(made).ok).toBe(true);
  });

  test("a slip in TeX has a counter-example", () => {
    const made = derivation({
      id: "d",
      steps: [{ tex: String.raw`D_{KL}(p\|q)` }, { tex: "= H(p) - H(p,q)" }],
    });
    expect(check(made).ok).toBe(false);
  });
});

describe("TeX that is not one chain is refused with what it holds", () => {
  test.each([
    ["two chains", String.raw`KL(p\|q) \ge 0 \\ H(p,q) \ge H(p)`, "2 条链"],
    ["what is not read", String.raw`KL(p\|q) = \mathcal{Z}\Bigl(`, "TeX"],
    ["nothing", "", "没有式子"],
  ])("%s", (_, tex, message) => {
    expect(() => derivation({ id: "d", tex })).toThrow(message);
  });

  test("and so are both at once", () => {
    const both = { id: "d", tex: difference, steps: [{ expression: "0" }] };
    expect(() => derivation(both)).toThrow(TypeError);
  });
});
