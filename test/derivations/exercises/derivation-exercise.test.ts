import katex from "katex";
import { describe, expect, test } from "vitest";
import { chains, defaultWorlds, derivation } from "../../../src/derivations";
import { mimeBundle } from "../../../src/display/mime";
import { trials } from "./answers";
import { furtherAnswers } from "./further-answers";

describe("an answer is judged", () => {
  test("there are twenty blanks in five chains", () => {
    expect(trials).toHaveLength(20);
    expect(new Set(trials.map(({ chain }) => chain)).size).toBe(5);
  });

  for (const { chain, step, right, slips } of trials) {
    const exercise = () => chains[chain].blank(step);
    test.each(right)(`${chain} (${step}): %s is right`, (text) => {
      expect(exercise().try(step, text)).toMatchObject({ verdict: "right" });
    });

    test.each(slips)(`${chain} (${step}): %s is a slip`, (text) => {
      const { verdict, note, world } = exercise().try(step, text);
      expect(verdict).not.toBe("right");
      // Every answer says why: words, or a world in which the two sides differ.
      expect(note.length > 0 || world !== undefined).toBe(true);
    });
  }

  describe.each(furtherAnswers)("%s (%i), once more", (chain, step, right, slips) => {
    const exercise = chains[chain].blank(step);
    test.each(right)("%s is right", (text) => {
      expect(exercise.try(step, text)).toMatchObject({ verdict: "right" });
    });

    test.each(slips)("%s is a slip", (text) => {
      const { verdict, note, world } = exercise.try(step, text);
      expect(verdict).not.toBe("right");
      expect(note.length > 0 || world !== undefined).toBe(true);
    });
  });

  test("a sum over a density is not understood, and does not throw", () => {
    const found = chains.entropyDifference.blank(3).try(3, "∑(x ∈ P, log(P(x)/Q(x)))");
    expect(found.verdict).toBe("not understood");
    expect(found.note).toContain("∫");
  });

  test("worlds that are all extreme are tried like others, for they are all there is", () => {
    const worlds = defaultWorlds.slice(0, 2).map((world) => ({ ...world, isExtreme: true }));
    const steps = [
      { expression: "KL(P ‖ Q)" },
      { expression: "H(P, Q) - H(P)" },
      { expression: "E(x ~ P, log(P(x)/Q(x)))" },
    ];
    const exercise = derivation({ steps, worlds }).blank(1);
    expect(exercise.try(1, "H(P, Q) - H(P)").verdict).toBe("right");
    const slip = exercise.try(1, "H(P, Q) + H(P)");
    expect(slip.verdict).toBe("wrong");
    expect(worlds.map(({ name }) => name)).toContain(slip.world);
  });

  test("90 % within 150 ms of work, none over 500", () => {
    const times = trials.flatMap(({ chain, step, right, slips }) => {
      const exercise = chains[chain].blank(step);
      return [...right, ...slips].map((text) => {
        const start = process.cpuUsage();
        exercise.try(step, text);
        return process.cpuUsage(start).user / 1000;
      });
    });
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length * 0.9)]).toBeLessThan(150);
    expect(times[times.length - 1]).toBeLessThan(500);
  });
});

describe("a verdict", () => {
  const exercise = chains.entropyDifference.blank(2, 3);

  test("a wrong line comes with a world and both values, and with what was probably meant", () => {
    const found = exercise.try(3, "E(x ~ P, log(Q(x)/P(x)))");
    expect(found).toMatchObject({ verdict: "wrong", world: "方差不等的正态" });
    expect(found.left).toBeCloseTo(0.4431471805599453, 12);
    expect(found.right).toBeCloseTo(-0.4431471805599453, 12);
    expect(found.note).toContain("丢了负号");
  });

  test.each([
    "E(x ~ P, log(P(x)) - log(Q(x)))",
    "E(t ~ P, -(log(Q(t)) - log(P(t))))",
    "E(x ~ P, log(P(x)) - log(Q(x))) + 0",
    "2*E(x ~ P, log(P(x)) - log(Q(x)))/2",
  ])("the line above in other writing, %s, is no progress", (text) => {
    expect(exercise.try(3, text)).toMatchObject({ verdict: "no progress" });
  });

  test("what holds but leads nowhere is not right: the next line does not follow", () => {
    const chain = derivation({
      id: "d",
      steps: [
        { expression: "KL(P ‖ M)" },
        { relation: "≤", expression: "KL(P ‖ Q)/2" },
        { expression: "(H(P, Q) - H(P))/2" },
      ],
    });
    expect(chain.blank(1).try(1, "KL(P ‖ Q)")).toMatchObject({ verdict: "wrong" });
    expect(chain.blank(1).try(1, "KL(P ‖ Q)").note).toContain("下一行");
    expect(chain.blank(1, 2).try(1, "KL(P ‖ Q)")).toMatchObject({ verdict: "right" });
  });

  test.each([
    ["E(x ~ P, log(P(x)/Q(x))", /括号没有配对/],
    ["E(x ~ P, lag(P(x)))", /不认识名字 lag/],
    ["", /空/],
    ["KL(P ‖ Q) = H(P, Q) - H(P)", /relation/],
    ["\\frac{1}{", /./],
  ])("%s is not understood, and the place is told", (text, reason) => {
    const { verdict, note } = exercise.try(3, text);
    expect(verdict).toBe("not understood");
    expect(note).toMatch(reason);
  });

  test("a relation may be typed, but not another than is asked for", () => {
    expect(exercise.try(3, "= E(x ~ P, log(P(x)/Q(x)))").verdict).toBe("right");
    expect(exercise.try(3, "≥ E(x ~ P, log(P(x)/Q(x)))")).toMatchObject({ verdict: "wrong" });
  });

  test("is the same however often one asks, and leaves the chain as it was", () => {
    const before = String(chains.entropyDifference);
    const once = exercise.try(3, "KL(Q ‖ P)");
    expect(exercise.try(3, "KL(Q ‖ P)")).toEqual(once);
    expect(String(chains.entropyDifference)).toBe(before);
  });

  test("speaks English where the chain does", () => {
    const steps = [{ expression: "KL(P ‖ Q)" }, { expression: "H(P, Q) - H(P)" }];
    const english = derivation({ id: "d", locale: "en", steps }).blank(1);
    for (const text of ["H(P)", "KL(P ‖ Q)", "H(P, Q) - H(P)", "H(P", "≤ 3"]) {
      expect(english.try(1, text).note).not.toMatch(/[\u4e00-\u9fff]/);
    }
    expect(english.hint(1)).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("an exercise", () => {
  const exercise = chains.entropyDifference.blank(3, 1);

  test("shows the chain with boxes, and neither the lines left out nor their reasons", () => {
    const bundle = exercise[mimeBundle]() as Record<string, string>;
    for (const text of [bundle["text/html"], bundle["text/plain"], exercise.tex]) {
      expect(text).toContain("(1)");
      expect(text).not.toContain("两种熵都对");
      expect(text).not.toMatch(/log\(P\(x\)\/Q\(x\)\)|frac/);
    }
    katex.renderToString(exercise.tex, { displayMode: true, strict: "error", throwOnError: true });
    expect(exercise.tex.match(/\\boxed/g)).toHaveLength(2);
    expect(exercise.blanks).toEqual([1, 3]);
  });

  test("hints go from the reason to the line itself, and the first do not give it away", () => {
    const hints = [1, 2, 3, 4, 5].map((level) => exercise.hint(3, level));
    expect(hints[0]).toContain("对数之差即商的对数");
    expect(hints[1]).toMatch(/E、log/);
    for (const hint of hints.slice(0, 3)) expect(hint).not.toContain("P(x)");
    expect(hints[3]).toContain("E(x ~ P, log(P(x)/Q(x)))");
    expect(hints[4]).toBe(hints[3]);
  });

  test("takes steps that are there, each once", () => {
    const chain = chains.entropyDifference;
    for (const steps of [[0], [5], [1.5], [1, 1], []]) {
      expect(() => chain.blank(...steps)).toThrow(RangeError);
    }
    expect(() => exercise.try(2, "1")).toThrow(RangeError);
    expect(() => exercise.try(1, 1 as never)).toThrow(TypeError);
    expect(() => exercise.hint(1, 0)).toThrow(RangeError);
  });
});
