import katex from "katex";
import { expect, test } from "vitest";
import { chains, derivation } from "../../../src/derivations";
import { previewAnswer } from "../../../src/derivations/exercises/preview-answer";
import { mimeBundle } from "../../../src/display/mime";

const steps = [
  { expression: "KL(P ‖ Q)" },
  { expression: "E(x ~ P, log(P(x)/Q(x)))", because: "定义" },
  { expression: "E(x ~ P, log(P(x))) - E(x ~ P, log(Q(x)))" },
];
const htmlOf = (shown: { [mimeBundle](): object }): string =>
  (shown[mimeBundle]() as Record<string, string>)["text/html"];
const formulaOf = (html: string): string =>
  (/\$\$([\s\S]*?)\$\$/.exec(html)?.[1] ?? "").replaceAll("&amp;", "&");

test("a chain is shown in the notation of the course's text, ln and D(P‖Q), and is TeX as before", () => {
  const chain = derivation({ id: "t", steps });
  const shown = formulaOf(htmlOf(chain));
  expect(shown).toContain("D(P\\,\\|\\,Q) &= \\mathbb{E}_{x\\sim P}\\left[\\ln \\frac{P(x)}{Q(x)}");
  expect(shown).not.toMatch(/\\log|KL|\\parallel/);
  expect(chain.tex).toContain("D_{\\mathrm{KL}}(P \\parallel Q)");
  expect(chain.tex).toContain("\\log \\frac{P(x)}{Q(x)}");
});

test("so is an exercise with its open step, and what a student types", () => {
  const exercise = derivation({ id: "t", steps }).blank(1);
  const shown = formulaOf(htmlOf(exercise));
  expect(shown).toContain("D(P\\,\\|\\,Q)");
  expect(shown).toContain("\\ln P(x)");
  expect(exercise.tex).toContain("D_{\\mathrm{KL}}(P \\parallel Q)");
  expect(previewAnswer("= KL(P ‖ Q) + log(2)", "zh-CN")).toEqual({
    tex: "= D(P\\,\\|\\,Q) + \\ln 2",
  });
});

test.each([
  ["log2(P(x))", "\\log_{2} P(x)"],
  ["log(P(x))*2", "(\\ln P(x)) \\cdot 2"],
  ["KL(P ‖ Q)/2", "\\frac{D(P\\,\\|\\,Q)}{2}"],
  ["JS(P, Q)", "\\mathrm{JS}(P, Q)"],
  ["TV(P, Q)", "\\mathrm{TV}(P, Q)"],
])("%s is shown as %s", (typed, tex) => {
  expect(previewAnswer(typed, "zh-CN")).toEqual({ tex });
});

test("KaTeX takes every chain of the library as it is shown", () => {
  for (const chain of Object.values(chains)) {
    const shown = formulaOf(htmlOf(chain.blank(1)));
    expect(shown).not.toMatch(/\\log(?!_)|\\parallel/);
    katex.renderToString(shown, { displayMode: true, strict: "error", throwOnError: true });
  }
});
