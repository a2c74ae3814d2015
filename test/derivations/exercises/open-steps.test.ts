import katex from "katex";
import { describe, expect, test } from "vitest";
import { check, derivation, joint } from "../../../src/derivations";
import { mimeBundle } from "../../../src/display/mime";
import { bernoulli, normal } from "../../../src/library";

const equal = derivation({
  id: "equal",
  steps: [
    { expression: "KL(P ‖ Q)" },
    { because: "照定义展开" },
    { expression: "H(P, Q) - H(P)", because: "拆开对数" },
  ],
});

const upper = derivation({
  id: "upper",
  steps: [
    { expression: "JS(P, Q)" },
    { expression: "KL(P ‖ M)/2 + KL(Q ‖ M)/2", because: "定义" },
    { relation: "≤", because: "凸性" },
    { relation: "≤", expression: "KL(P ‖ Q)/4 + KL(Q ‖ P)/4 + 1" },
  ],
});

describe("a step without an expression", () => {
  const exercise = equal.blank(1);

  test.each([
    ["E(x ~ P, log(P(x)/Q(x)))"],
    ["E(t ~ P, log(P(t)) - log(Q(t)))"],
    ["-E(x ~ P, log(Q(x)/P(x)))"],
    ["E(x ~ P, log(P(x))) + H(P, Q)"],
    ["-H(P) - E(x ~ P, log(Q(x)))"],
    [String.raw`= \mathbb{E}_{x\sim P}\left[\log\frac{P(x)}{Q(x)}\right]`],
    ["= E_P[log P - log Q]"],
  ])("takes whatever follows and leads on: %s", (text) => {
    const { verdict, note } = exercise.try(1, text);
    expect([verdict, note]).toEqual(["right", expect.stringContaining("向前走了一步")]);
  });

  test.each([
    ["KL(P ‖ Q)", "上一行"],
    ["0 + 2*KL(P ‖ Q)/2", "上一行"],
    ["D(P ‖ Q)*1", "上一行"],
    ["H(P, Q) - H(P)", "下一行"],
    ["-(H(P) - H(P, Q))", "下一行"],
    ["-H(P) + 3*H(P, Q)/3", "下一行"],
  ])("takes no neighbour once more: %s", (text, said) => {
    const { verdict, note } = exercise.try(1, text);
    expect(verdict).toBe("no progress");
    expect(note).toContain(said);
  });

  test.each([
    ["E(x ~ Q, log(P(x)/Q(x)))"],
    ["E(x ~ P, log(Q(x)/P(x)))"],
    ["H(P, Q) + H(P)"],
    ["E(x ~ P, log2(P(x)/Q(x)))"],
  ])("gives a counter-example to what does not follow: %s", (text) => {
    const { verdict, world, left, right } = exercise.try(1, text);
    expect(verdict).toBe("wrong");
    expect(equal.worlds.map(({ name }) => name)).toContain(world);
    expect(left).not.toBeCloseTo(Number(right), 6);
  });

  test("says what it does not understand, and which relation was asked for", () => {
    expect(exercise.try(1, "E(x ~ P").verdict).toBe("not understood");
    expect(exercise.try(1, "≥ E(x ~ P, log(P(x)/Q(x)))")).toMatchObject({
      verdict: "wrong",
      note: expect.stringContaining("这里问的关系是="),
    });
  });

  test("hints at its reason and at the lines around it, for that is all there is", () => {
    const hints = [1, 2, 3, 9].map((level) => exercise.hint(1, level));
    expect(hints[0]).toContain("照定义展开");
    expect(hints[1]).toContain("KL(P ‖ Q)");
    expect(hints[1]).toContain("= H(P, Q) - H(P)");
    expect(hints.slice(2)).toEqual([hints[1], hints[1]]);
    const without = derivation({ steps: [{ expression: "KL(P ‖ Q)" }, {}] });
    expect(without.blank(1).hint(1)).toMatch(/上一行/);
    expect(without.blank(1).hint(1, 2)).toContain("KL(P ‖ Q)");
  });

  test("is shown as a box, in the exercise without its reason, in the chain with it", () => {
    const bundle = exercise[mimeBundle]() as Record<string, string>;
    expect(bundle["text/plain"].split("\n").slice(1)).toEqual([
      "    KL(P ‖ Q)",
      "  = (1) ____",
      "  = H(P, Q) - H(P)    # 拆开对数",
    ]);
    for (const tex of [exercise.tex, equal.tex]) {
      expect(tex).toContain("\\boxed");
      katex.renderToString(tex, { displayMode: true, strict: "error", throwOnError: true });
    }
    expect(equal.tex).toContain("照定义展开");
    expect(String(equal)).toContain("空着 = (1) ____    # 照定义展开");
    expect(equal.steps[1]).toEqual({ because: "照定义展开", expression: "" });
  });
});

describe("an open step with a bound", () => {
  const exercise = upper.blank(2);
  test.each([
    ["KL(P ‖ M)/2 + KL(Q ‖ M)/2 + 1/10", "right", "向前"],
    ["≤ KL(P ‖ Q)/4 + KL(Q ‖ P)/4", "right", "向前"],
    ["KL(P ‖ M)/2 + KL(Q ‖ M)/2", "no progress", "上一行"],
    ["JS(P, Q)", "no progress", "第一行"],
    ["1 + KL(Q ‖ P)/4 + KL(P ‖ Q)/4", "no progress", "下一行"],
    ["KL(P ‖ M)/2", "wrong", ""],
    ["KL(P ‖ Q) + KL(Q ‖ P) + 2", "wrong", "下一行从它推不出来"],
    ["≥ KL(P ‖ M)/2", "wrong", "这里问的关系是≤"],
    ["= KL(P ‖ Q)/4 + KL(Q ‖ P)/4", "wrong", ""],
  ])("%s: %s", (text, verdict, said) => {
    const found = exercise.try(2, text);
    expect([found.verdict, found.note]).toEqual([verdict, expect.stringContaining(said)]);
  });
});

describe("open steps elsewhere", () => {
  test("two in a row are judged against the written lines around both", () => {
    const chain = derivation({
      steps: [
        { expression: "KL(P ‖ M)" },
        { because: "一" },
        { relation: "≤", because: "二" },
        { expression: "KL(P ‖ Q)/2" },
      ],
    });
    const exercise = chain.blank();
    expect(exercise.blanks).toEqual([1, 2]);
    expect(exercise.try(1, "E(x ~ P, log(P(x)/M(x)))").verdict).toBe("right");
    expect(exercise.try(1, "KL(P ‖ Q)/2").verdict).toBe("no progress");
    expect(exercise.try(1, "KL(P ‖ Q)").verdict).toBe("wrong");
    expect(exercise.try(2, "E(x ~ P, log(P(x)/Q(x)))/2").verdict).toBe("right");
    expect(exercise.try(2, "KL(Q ‖ M)").verdict).toBe("wrong");
    expect(exercise.hint(1, 2)).toContain("KL(P ‖ Q)/2");
  });

  test("the last one has only the line above", () => {
    const chain = derivation({ steps: [{ expression: "KL(P ‖ Q)" }, { relation: "≥" }] });
    expect(chain.blank(1).try(1, "0").verdict).toBe("right");
    expect(chain.blank(1).try(1, "KL(P ‖ Q)").verdict).toBe("no progress");
    expect(chain.blank(1).try(1, "KL(P ‖ Q) + 1").verdict).toBe("wrong");
  });

  test("beside a step that is left out of a written chain, both are open", () => {
    const chain = derivation({
      steps: [
        { expression: "KL(P ‖ Q)" },
        {},
        { expression: "E(x ~ P, log(P(x)) - log(Q(x)))" },
        { expression: "H(P, Q) - H(P)" },
      ],
    });
    const exercise = chain.blank(2);
    expect(exercise.blanks).toEqual([1, 2]);
    expect(exercise.try(1, "E(x ~ P, log(P(x)/Q(x)))").verdict).toBe("right");
    expect(exercise.try(2, "E(x ~ P, log(P(x)/Q(x)))").verdict).toBe("right");
    // The line left out is no one's to see.
    expect(exercise.hint(1, 2)).not.toContain("log(P(x))");
  });

  test.each([
    ["=const", "θ^2 + 3*τ", "θ^2 + 7 + 3*τ", "θ + 3*τ"],
    ["=const(θ)", "θ^2 + 3*τ", "τ + θ^2", "2*θ^2 + 3*τ"],
    ["≈ O(θ^2)", "exp(θ)*τ", "τ + τ*θ", "τ - τ*θ"],
  ] as const)("its relation may be %s", (relation, expression, right, wrong) => {
    const world = {
      name: "点",
      scope: { P: normal(0, 1) },
      grid: { θ: [0.1, 0.2, 0.3], τ: [1, 2] },
    };
    const exercise = derivation({ worlds: [world], steps: [{ expression }, { relation }] }).blank();
    expect(exercise.try(1, right).verdict).toBe("right");
    expect(exercise.try(1, wrong).verdict).toBe("wrong");
  });

  test("in TeX, with names understood from the lines that are written", () => {
    const chain = derivation({
      worlds: [
        {
          name: "隐状态",
          scope: {
            P: joint({ z: bernoulli(0.4), x: (z) => normal(2 * z - 1, 0.8) }),
            p: bernoulli(0.4),
            Q: (x: number) => bernoulli(x > 0 ? 0.9 : 0.2),
            x: 0.7,
          },
        },
      ],
      steps: [
        { tex: String.raw`\mathrm{KL}(q(z\mid x)\,\|\,p(z))` },
        { because: "定义" },
        {
          tex: String.raw`= \mathbb{E}_{q(z\mid x)}[\log q(z\mid x)] - \mathbb{E}_{q(z\mid x)}[\log p(z)]`,
        },
      ],
    });
    const exercise = chain.blank(1);
    expect(
      exercise.try(1, String.raw`\mathbb{E}_{q(z\mid x)}\left[\log\frac{q(z\mid x)}{p(z)}\right]`),
    ).toMatchObject({ verdict: "right" });
    expect(
      exercise.try(1, String.raw`\mathbb{E}_{q(z\mid x)}\left[\log\frac{p(z)}{q(z\mid x)}\right]`),
    ).toMatchObject({ verdict: "wrong" });
  });
});

describe("check", () => {
  test("says that a step is open instead of holding, and looks across it", () => {
    const { ok, steps } = check(equal);
    expect(ok).toBe(false);
    expect(steps[0]).toMatchObject({ step: 1, ok: false, open: true, undecided: true, worlds: 0 });
    expect(steps[1]).toMatchObject({ step: 2, ok: true, note: expect.stringContaining("越过") });
    const wrong = derivation({ steps: [{ expression: "KL(P ‖ Q)" }, {}, { expression: "H(P)" }] });
    expect(check(wrong).steps[1]).toMatchObject({ ok: false });
    expect(check(wrong).steps[1].open).toBeUndefined();
  });

  test("has nothing to say where no relation leads across", () => {
    const chain = derivation({
      steps: [{ expression: "KL(P ‖ M)" }, { relation: "≤" }, { relation: "≥", expression: "0" }],
    });
    expect(check(chain).steps[1]).toMatchObject({ ok: false, undecided: true, open: false });
    expect(String(chain)).toContain("第1步空着，没有检验。有1步判断不了");
    const html = (chain[mimeBundle]() as Record<string, string>)["text/html"];
    expect(html).toContain("空着");
    expect(html).not.toContain("NaN");
  });

  test("speaks English where the chain does", () => {
    const english = derivation({
      locale: "en",
      steps: [{ expression: "KL(P ‖ Q)" }, {}, { expression: "H(P, Q) - H(P)" }],
    });
    const { steps } = check(english);
    const exercise = english.blank(1);
    const words = [
      String(english),
      ...steps.map(({ note }) => note),
      exercise.hint(1, 1),
      exercise.hint(1, 2),
      ...["KL(P ‖ Q)", "H(P, Q) - H(P)", "H(P)"].map((text) => exercise.try(1, text).note),
    ];
    expect(words.join("\n").match(/[\u4e00-\u9fff]+/g)).toBeNull();
  });
});

describe("a chain is refused", () => {
  test.each([
    ["that begins with an open step", [{}, { expression: "H(P)" }], RangeError],
    ["whose open step defines", [{ expression: "H(P)" }, { relation: ":=" }], RangeError],
    ["whose step says something else", [{ expression: "H(P)" }, { expresion: "H(Q)" }], TypeError],
    ["whose step is empty", [{ expression: "H(P)" }, { expression: "" }], Error],
    ["whose step is null", [{ expression: "H(P)" }, null], TypeError],
  ])("%s", (_, steps, kind) => {
    expect(() => derivation({ steps: steps as never })).toThrow(kind);
  });

  test("where an open step is tied to no written line, once it is an exercise", () => {
    const steps = [
      { expression: "H(P)" },
      { relation: "≤" as const },
      { relation: "≥" as const },
      { relation: "≤" as const },
      { relation: "≥" as const, expression: "0" },
    ];
    expect(() => derivation({ steps }).blank(1)).toThrow(/2.*空着/);
    expect(() => derivation({ steps: steps.slice(0, 1) }).blank()).toThrow(RangeError);
  });
});
