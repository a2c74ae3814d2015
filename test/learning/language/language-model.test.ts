import { describe, expect, test } from "vitest";
import { analects } from "../../../notebooks/analects";
import { crossEntropy, kl, normal, seeded, totalVariation } from "../../../src";
import { languageModel, speculativeSampling } from "../../../src/learning";

/** 《道德经》第一章，王弼本。 */
const text =
  "道可道，非常道。名可名，非常名。无名天地之始；有名万物之母。故常无欲，以观其妙；常有欲，以观其徼。此两者，同出而异名，同谓之玄。玄之又玄，众妙之门。";

describe("languageModel", () => {
  test("of what was seen alone: counts, and perplexity e^H(p, q) over contexts", () => {
    const model = languageModel(text, { order: 1, smoothing: 0 });
    const symbols = [...text];
    const after = symbols.filter((_, i) => symbols[i - 1] === "名");
    const next = model.next("名");
    for (const [k, symbol] of model.vocabulary.entries()) {
      expect(next[k]).toBe(after.filter((s) => s === symbol).length / after.length);
    }
    // H by contexts: Σ p(before) H(p(·|before), q(·|before)), the first symbol by itself.
    const counts = new Map<string, string[]>();
    for (const [i, s] of symbols.slice(1).entries())
      counts.set(symbols[i], [...(counts.get(symbols[i]) ?? []), s]);
    let h = -Math.log(model.next("")[0]);
    for (const [before, list] of counts) {
      const p = model.vocabulary.map((s) => list.filter((x) => x === s).length / list.length);
      h += list.length * crossEntropy(p, model.next(before));
    }
    expect(Math.abs(model.crossEntropy(text) - h / symbols.length)).toBeLessThan(1e-12);
    expect(Math.abs(model.perplexity(text) - Math.exp(h / symbols.length))).toBeLessThan(1e-12);
  });

  test("more symbols before tell more of what was read, and smoothing what was not", () => {
    const seen = [0, 1, 2].map((order) =>
      languageModel(text, { order, smoothing: 0 }).perplexity(text),
    );
    expect([...seen].sort((a, b) => b - a)).toEqual(seen);
    expect(languageModel(text, { smoothing: 0 }).perplexity("名道")).toBe(Number.POSITIVE_INFINITY);
    const smooth = languageModel(text, { order: 2, smoothing: 0.5 });
    expect(smooth.perplexity("名道")).toBeLessThan(200);
    expect(smooth.perplexity("x")).toBe(Number.POSITIVE_INFINITY);
    for (const before of ["", "名", "此两", "道x", "𠀀"]) {
      const total = smooth.next(before).reduce((a, b) => a + b, 0);
      expect(Math.abs(total - 1)).toBeLessThan(1e-12);
    }
    expect(smooth.next("此两")).toEqual(smooth.next("可名此两"));
  });

  test("of the course's Chinese text: what comes before tells much, held-out paragraphs more than nothing", () => {
    const paragraphs = analects.flatMap((chapter) => chapter.paragraphs);
    expect(analects.map(({ name }) => name).join(" ")).toBe(
      "学而 为政 八佾 里仁 公冶长 雍也 述而 泰伯 子罕 乡党",
    );
    expect(paragraphs.length).toBe(267);
    expect(new TextEncoder().encode(paragraphs.join("")).length).toBeLessThan(30_000);
    expect(paragraphs.join("")).toMatch(/^[\u4e00-\u9fff，。？！：；、《》]+$/);
    const held = paragraphs.filter((_, i) => i % 10 === 9).join("\n");
    const read = paragraphs.filter((_, i) => i % 10 !== 9).join("\n");
    const models = [0, 1].map((order) =>
      languageModel(read, { order, smoothing: 20, vocabulary: held }),
    );
    const [alone, paired] = models.map((model) => model.perplexity(held));
    expect(paired).toBeLessThan(0.7 * alone);
    expect(alone).toBeLessThan(models[0].vocabulary.length / 4);
    expect(languageModel(read, { order: 1 }).perplexity(held)).toBe(Number.POSITIVE_INFINITY);
    expect(models[1].perplexity(held)).toBeCloseTo(Math.exp(models[1].crossEntropy(held)), 10);
  });

  test("a vocabulary adds symbols that may come up, by smoothing alone", () => {
    const model = languageModel("aab", { order: 0, smoothing: 1, vocabulary: ["a", "c"] });
    expect(model.vocabulary).toEqual(["a", "b", "c"]);
    // (n + 1/3)/4
    for (const [k, n] of [2, 1, 0].entries())
      expect(model.next("")[k]).toBeCloseTo((n + 1 / 3) / 4, 15);
    expect(languageModel("aab", { smoothing: 0, vocabulary: "c" }).perplexity("c")).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(() => languageModel("a", { vocabulary: 7 as never })).toThrow(/options\.vocabulary/);
    expect(() => model.sample(3, undefined as never)).toThrow(/sample: .*prng/);
    expect(() => languageModel("a", { vocabulary: [7] as never })).toThrow(TypeError);
  });

  test("words are symbols too, and characters are whole", () => {
    const words = languageModel(["a", "rose", "is", "a", "rose"], { order: 1, smoothing: 0 });
    expect(words.vocabulary).toEqual(["a", "rose", "is"]);
    expect([...words.next(["a"])]).toEqual([0, 1, 0]);
    expect(languageModel("𠀀𠀁𠀀").vocabulary).toEqual(["𠀀", "𠀁"]);
    // No text is cut so that it reads as another.
    const pair = languageModel(["a,b", "c", "a", "b,c"], { order: 1, smoothing: 0 });
    expect([...pair.next(["a,b"])]).toEqual([0, 1, 0, 0]);
  });

  test("never samples what has probability 0, also where rounding leaves the sum below 1", () => {
    // After x each of six: 1 − 2⁻⁵³ less six sixths is 6e-17, beyond them all.
    const model = languageModel("xaxbxcxdxexfz", { order: 1, smoothing: 0 });
    const us = [0, 1 - 2 ** -53];
    expect(model.sample(2, () => us.shift() as number)).toEqual(["x", "f"]);
  });

  test("samples by its own probabilities, the same for one seed", () => {
    const model = languageModel(text, { order: 1 });
    expect(model.sample(50, seeded(1))).toEqual(model.sample(50, seeded(1)));
    const drawn = model.sample(4000, seeded(2)).join("");
    const again = languageModel(drawn, { order: 0, smoothing: 0 });
    expect(again.vocabulary.every((s) => model.vocabulary.includes(s))).toBe(true);
    // Of a model's own long sample the cross-entropy under it is the least of all models.
    expect(model.crossEntropy(drawn)).toBeLessThan(
      languageModel(text, { order: 0 }).crossEntropy(drawn),
    );
  });
});

describe("speculativeSampling", () => {
  const [p, q] = [
    [0.5, 0.3, 0.2, 0],
    [0.1, 0.3, 0.4, 0.2],
  ];

  test("keeps 1 − TV of the drafts, and draws the target", () => {
    const { acceptance, residual, draw } = speculativeSampling(p, q);
    expect(Math.abs(acceptance - (1 - totalVariation(p, q)))).toBeLessThan(1e-15);
    expect(residual).toEqual([1, 0, 0, 0]);
    const prng = seeded(3);
    const counts = [0, 0, 0, 0];
    let kept = 0;
    const n = 40_000;
    for (let i = 0; i < n; i++) {
      const { outcome, isAccepted } = draw(prng);
      counts[outcome]++;
      kept += Number(isAccepted);
    }
    expect(counts[3]).toBe(0);
    expect(
      kl(
        counts.map((c) => c / n),
        p,
      ),
    ).toBeLessThan(5e-4);
    expect(Math.abs(kept / n - acceptance)).toBeLessThan(0.01);
  });

  test("keeps all of equal ones, none of those apart", () => {
    expect(speculativeSampling(p, p)).toMatchObject({ acceptance: 1, residual: p });
    const apart = speculativeSampling([1, 0], [0, 1]);
    expect(apart.acceptance).toBe(0);
    expect(apart.draw(seeded(0))).toEqual({ outcome: 0, isAccepted: false });
    expect(() => apart.draw(undefined as never)).toThrow(/draw: .*prng/);
  });
});

test.each([
  ["nothing", () => languageModel(""), RangeError, /空/],
  ["no words", () => languageModel([]), RangeError, /空/],
  ["numbers", () => languageModel([1, 2] as never), TypeError, /writing/],
  ["half an order", () => languageModel("a", { order: 0.5 }), RangeError, /order/],
  ["a negative smoothing", () => languageModel("a", { smoothing: -1 }), RangeError, /smoothing/],
  ["nothing to judge", () => languageModel("a").perplexity(""), RangeError, /perplexity/],
  ["a slip of the pen", () => languageModel("a", { n: 2 } as never), TypeError, /order/],
  ["a distribution", () => speculativeSampling(normal(0, 1) as never, [1]), TypeError, /target/],
  [
    "other lengths",
    () => speculativeSampling([0.5, 0.5], [1]),
    TypeError,
    /^speculativeSampling: target 的形状是 \[2\]/,
  ],
  ["no probabilities", () => speculativeSampling([0.5, 0.4], [0.5, 0.5]), RangeError, /0\.9/],
])("%s is refused, in both languages", (_, call, kind, message) => {
  expect(call).toThrow(kind);
  expect(call).toThrow(message);
  expect(call).toThrow(/[一-鿿].* \/ .*[a-z]/);
});
