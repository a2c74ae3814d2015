import { expect, test } from "vitest";
import { judgeMetrics, metricText } from "../../src/notebook/judge-metrics";
import type { Output } from "../../src/notebook/nbformat";

const printed = (text: string, name: "stdout" | "stderr" = "stdout"): Output => ({
  output_type: "stream",
  name,
  text,
});
const shown = (text: string): Output => ({
  output_type: "execute_result",
  data: { "text/plain": text.match(/[^\n]*\n|[^\n]+/g) ?? [] },
  metadata: {},
});

const valueIn = (text: string): number | undefined =>
  judgeMetrics([printed(text)], { loss: [0, 1] })[0].value;

test.each([
  ["loss = 0.25", 0.25],
  ["loss: 0.25", 0.25],
  ["loss：0.25", 0.25],
  ["loss=.25, D = 3", 0.25],
  ["loss = −1.5e−3 nat", -1.5e-3],
  ["loss = -2", -2],
  ["loss = +7.", 7],
  ["after 60 steps loss = 1.5.", 1.5],
  ["loss ≈ 12 %", 12],
  ["loss = ∞", Number.POSITIVE_INFINITY],
  ["{ 'loss': 0.5, best: 1 }", 0.5],
  ["loss = 3\nloss = 4", 4],
  ["loss = 3, then loss = 4", 4],
  ["step 1: loss = 3\rstep 2: loss = 4\n", 4],
  ["{ loss: 3 } → { loss: 4 }", 4],
  ["\x1b[33mloss\x1b[39m = \x1b[33m0.5\x1b[39m", 0.5],
])("%j holds its number", (text, value) => {
  expect(valueIn(text)).toBe(value);
});

test.each(["NaN", "—", "", "1,234", "3×10⁻⁵", "3 · 10", "3/4", "1.2.3", "n/a 0.5", "2^3", "--1"])(
  "%j is no number, and fails",
  (said) => {
    const [verdict] = judgeMetrics([printed(`loss = ${said}\n`)], { loss: [-1e9, 1e9] });
    expect(verdict).toMatchObject({ ok: false, said });
    expect(verdict.value).toBeUndefined();
    expect(metricText(verdict)).toContain("loss 不是数");
    expect(metricText(verdict)).toContain("is no number");
  },
);

test.each(["", "the loss was 0.5", "test_loss = 0.5", "testloss = 0.5", "训练loss = 0.5"])(
  "in %j the metric is missing",
  (text) => {
    const [verdict] = judgeMetrics([printed(text)], { loss: [0, 1] });
    expect(verdict).toEqual({ name: "loss", band: [0, 1], ok: false });
    expect(metricText(verdict)).toMatch(/没有印出 loss = 数.*\[0, 1\].*is not printed/);
  },
);

test("the ends of a band are inside it; what is outside says its value and its band", () => {
  const verdict = (value: number): boolean =>
    judgeMetrics([printed(`D = ${value}`)], { D: [-0.5, 0.5] })[0].ok;
  expect([-0.5, 0.5, 0.500001, -0.6].map(verdict)).toEqual([true, true, false, false]);
  const [missed] = judgeMetrics([printed("D = ∞")], { D: [-0.5, 0.5] });
  expect(metricText(missed)).toBe(
    "D = Infinity，应在 [-0.5, 0.5] 内 / D = Infinity is outside [-0.5, 0.5]",
  );
});

test("reports are read as printed text is, standard error is not; a name is taken by the letter", () => {
  const bands = { "D(p‖q)": [0, 1], 准确率: [90, 100], "k1 (mean)": [0, 1] } as const;
  const outputs = [
    printed("D(p‖q) = 5", "stderr"),
    shown("report\n  D(p‖q) = 0.25 nat\n  准确率：97.5 %"),
    printed("k1 (mean): 0.5"),
  ];
  expect(judgeMetrics(outputs, bands).map(({ value, ok }) => [value, ok])).toEqual([
    [0.25, true],
    [97.5, true],
    [0.5, true],
  ]);
});
