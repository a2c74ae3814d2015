import { describe, expect, test } from "vitest";
import { bernoulli, categorical, density, normal } from "../../src";
import {
  check,
  derivation,
  jointTable,
  type Step,
  type Verdict,
  type World,
} from "../../src/derivations";
import { mimeBundle } from "../../src/display/mime";
import { falseClaims, stepsOf } from "./checking/claims";

const verdict = (steps: Step[], worlds?: World[], seed = 0): Verdict => {
  const chain = derivation({ id: "d", steps, ...(worlds ? { worlds } : {}) });
  return check(chain, { seed }).steps.at(-1)!;
};
const two = (left: string, right: string, relation: Step["relation"] = "="): Step[] => [
  { expression: left },
  { relation, expression: right },
];

describe("check", () => {
  test("rejects what is false only of distributions that are alike", () => {
    for (const [left, right] of [
      ["H(M)", "(H(P) + H(Q))/2 + 0.1"],
      ["KL(P ‖ Q)", "0.05"],
    ] as const) {
      const [step] = check(derivation({ id: "d", steps: two(left, right, "≥") })).steps;
      expect(step.ok).toBe(false);
      expect(["相近的正态", "近乎公平的硬币"]).toContain(step.world);
    }
  });

  test("gives a verdict for each relation, with both sides, the gap and what is allowed", () => {
    const result = check(derivation({ id: "d", steps: two("KL(P ‖ Q)", "H(P, Q) - H(P)") }));
    expect(result.ok).toBe(true);
    expect(result.steps).toHaveLength(1);
    const [only] = result.steps;
    expect(only).toMatchObject({ ok: true, relation: "=", step: 1, worlds: 8, note: "" });
    expect(only.gap).toBeLessThan(only.allowed);
    expect(only.allowed).toBeLessThan(1e-9);
  });

  test("names a lost sign", () => {
    expect(verdict(two("KL(P ‖ Q)", "E(x ~ P, log(Q(x)/P(x)))")).note).toContain("丢了负号");
  });

  test("names swapped arguments", () => {
    expect(verdict(two("KL(P ‖ Q)", "KL(Q ‖ P)")).note).toContain("前后写反");
    expect(verdict(two("H(P, Q)", "H(Q, P)")).note).toContain("前后写反");
  });

  test("names a flipped inequality", () => {
    expect(verdict(two("KL(P ‖ Q)", "0", "≤")).note).toContain("不等号写反");
  });

  test.each([
    ["KL(P ‖ Q) + 0.5", "恒为0.5"],
    ["KL(P ‖ Q) - log(2)", "恒为−ln 2"],
    ["KL(P ‖ Q) - 3/4", "恒为−0.75"],
    ["KL(P ‖ Q)/log(2)", "1/ln 2倍：奈特还是比特"],
    ["KL(P ‖ Q)*log(2)", "ln 2倍：奈特还是比特"],
    ["E(x ~ P, log2(P(x)/Q(x)))", "奈特还是比特"],
    ["3*KL(P ‖ Q)", "3.00000倍"],
  ])("names what a side is off by: KL(P ‖ Q) = %s, %s", (right, hint) => {
    expect(verdict(two("KL(P ‖ Q)", right)).note).toContain(hint);
  });

  test.each([
    ["E(x ~ P, x)", "E(x ~ Q, x)"],
    ["H(M)", "H(P)"],
    ["KL(P ‖ Q)", "KL(Q ‖ P)"],
  ])("does not take %s ≥ %s for flipped, nor ≤: the reverse fails too", (left, right) => {
    for (const relation of ["≥", "≤"] as const) {
      const { ok, note } = verdict(two(left, right, relation));
      expect(ok).toBe(false);
      expect(note).not.toContain("反过来");
    }
  });

  test("names the law of large numbers where a sample is set equal to its expectation", () => {
    const steps = two("∑(i=1, m, log(P_G(x[i] | θ)))/m", "E(x ~ P_data, log(P_G(x | θ)))");
    expect(verdict(steps).note).toContain("大数定律");
  });

  test("names a missing 1/m", () => {
    const steps = two("∑(i=1, m, log(P_G(x[i] | θ)))", "∑(i=1, m, log(P_G(x[i] | θ)))/m");
    expect(verdict(steps).note).toContain("1/m");
  });

  test("names a constant that no parameter moves", () => {
    const steps = two("-H(P_data, P_G(· | θ))", "-KL(P_data ‖ P_G(· | θ))");
    expect(verdict(steps).note).toContain("=const");
  });

  test("∞ = ∞ holds, and ∞ is no number", () => {
    const world: World = {
      name: "有零",
      scope: { p: [0.5, 0.5], q: [1, 0] },
    };
    expect(verdict(two("KL(p ‖ q)", "E(x ~ p, log(p(x)/q(x)))"), [world])).toMatchObject({
      ok: true,
      left: Number.POSITIVE_INFINITY,
    });
    expect(verdict(two("KL(p ‖ q)", "10"), [world]).ok).toBe(false);
  });

  test("0·log 0 is 0", () => {
    const world: World = { name: "有零", scope: { p: [0, 1], n: 2 } };
    expect(verdict(two("∑(i=1, n, p[i]*log(p[i]))", "0"), [world]).ok).toBe(true);
  });

  test("a product that under-flows is flagged, not trusted", () => {
    const world: World = {
      name: "大样本",
      scope: { P_data: normal(0, 1), P_G: (θ: number) => normal(θ, 1) },
      sample: { x: { from: "P_data", size: 2000 } },
      grid: { θ: [-1, -0.5, 0, 0.5, 1] },
    };
    const product = "argmax(θ, ∏(i=1, m, P_G(x[i] | θ)))";
    const sum = "argmax(θ, ∑(i=1, m, log(P_G(x[i] | θ))))";
    const { ok, note } = verdict(two(product, sum), [world]);
    expect(ok).toBe(false);
    expect(note).toContain("下溢");
    const logs = "argmax(θ, log(∏(i=1, m, P_G(x[i] | θ))))";
    expect(verdict(two(logs, sum), [world]).ok).toBe(true);
  });

  test("optima at the edge of the grid prove nothing", () => {
    const world: World = {
      name: "窄",
      scope: { P_data: normal(5, 1), P_G: (θ: number) => normal(θ, 1) },
      grid: { θ: [-1, 0, 1] },
    };
    const result = verdict(
      two("argmax(θ, -KL(P_data ‖ P_G(· | θ)))", "argmin(θ, KL(P_data ‖ P_G(· | θ)))"),
      [world],
    );
    expect(result.ok).toBe(false);
    expect(result.note).toContain("网格");
  });

  test("definitions give names their meaning, with := as relation or in the expression", () => {
    const steps: Step[] = [
      { expression: "L(t) := ∏(i=1, m, P_G(x[i] | t))" },
      { expression: "argmax(θ, log(L(θ)))" },
      { expression: "argmax(θ, ∑(i=1, m, log(P_G(x[i] | θ))))" },
    ];
    expect(verdict(steps).ok).toBe(true);
    const named: Step[] = [
      { expression: "J" },
      { relation: ":=", expression: "KL(P ‖ Q) + KL(Q ‖ P)" },
      { relation: "≥", expression: "KL(P ‖ Q)" },
    ];
    expect(check(derivation({ id: "d", steps: named })).ok).toBe(true);
  });

  test("a world's arrays, functions and own densities can be used", () => {
    const world: World = {
      name: "自己的",
      scope: {
        P: density((x) => 2 * x, { support: [0, 1] }),
        q: [0.25, 0.75],
        C: categorical([0.25, 0.75]),
        B: bernoulli(0.75),
        f: (x: number) => x * x,
      },
    };
    expect(verdict(two("E(x ~ P, f(x))", "1/2"), [world]).ok).toBe(true);
    expect(verdict(two("H(q)", "H(C)"), [world]).ok).toBe(true);
    expect(verdict(two("∑(k ∈ B, k*B(k))", "q[2]"), [world]).ok).toBe(true);
    expect(verdict(two("∫(x, 0, 1, exp(x))", "exp(1) - 1"), [world]).ok).toBe(true);
    expect(verdict(two("∑(k=0, ∞, (1/2)^k)", "2"), [world]).ok).toBe(true);
  });

  test("the same seed gives the same verdicts", () => {
    const chain = derivation({
      id: "d",
      steps: two("∑(i=1, m, log(P_G(x[i] | θ)))/m", "E(x ~ P_data, log(P_G(x | θ)))", "≈"),
    });
    // Time enough on a busy machine: what is not decided for want of it is another verdict.
    const [one, other] = [
      check(chain, { seed: 3, budget: 120 }),
      check(chain, { seed: 3, budget: 120 }),
    ];
    expect(one).toEqual(other);
  });

  test("what is no derivation, or no seed, is an error", () => {
    expect(() => check({} as never)).toThrow(TypeError);
    const chain = derivation({ id: "d", steps: two("1", "1") });
    expect(() => check(chain, { seed: 1.5 })).toThrow(RangeError);
  });
});

describe("showing a derivation", () => {
  test("checks it once, whatever is shown of it", () => {
    let calls = 0;
    const f = (x: number): number => {
      calls++;
      return x * x;
    };
    const world: World = { name: "数着", scope: { P: normal(0, 1), f } };
    const steps = two("E(x ~ P, f(x))", "1");
    const countOf = (use: (chain: ReturnType<typeof derivation>) => unknown): number => {
      const chain = derivation({ id: "d", worlds: [world], steps });
      calls = 0;
      use(chain);
      return calls;
    };
    const once = countOf((chain) => check(chain));
    expect(once).toBeGreaterThan(0);
    expect(countOf((chain) => chain[mimeBundle]())).toBe(once);
    expect(countOf((chain) => String(chain))).toBe(once);
    expect(countOf((chain) => chain.tex)).toBe(0);
  });

  test("says in how many worlds no counter-example was seen, and never that it is proved", () => {
    const good = derivation({ id: "d", title: "差", steps: two("KL(P ‖ Q)", "H(P, Q) - H(P)") });
    const bundle = good[mimeBundle]() as Record<string, string>;
    expect(Object.keys(bundle)).toEqual(["text/html", "text/plain"]);
    for (const text of Object.values(bundle)) {
      expect(text).toContain("在8个世界中未见反例");
      expect(text).not.toMatch(/证明|proved/);
      expect(text).toContain("✓");
    }
    expect(bundle["text/html"]).toMatch(/\$\$\\begin\{aligned\}[^<>]*\\end\{aligned\}\$\$/);
    // Lab aligns cells to the right unless their style says otherwise, and would break 1.0e-8 at its sign.
    expect(bundle["text/html"]).toMatch(/text-align:right;white-space:nowrap">\d[^<]*e-\d+<\/td>/);
    expect(bundle["text/html"]).toMatch(/text-align:left">方差不等的正态<\/td>/);
    expect(good.caption).toBe("推导：差");
  });

  test("shows every false claim with its counter-example world and both values", () => {
    for (const claim of falseClaims.slice(0, 8)) {
      const bundle = derivation({ id: "d", steps: stepsOf(claim) })[mimeBundle]();
      const text = String(bundle["text/plain"]);
      expect(text).toContain("不成立");
      expect(text).toMatch(/\|Δ\|/);
      expect(String(bundle["text/html"])).toContain("反例");
    }
  });

  test("says of each world what the names used stand for, so that the numbers can be found again", () => {
    const world: World = {
      name: "w",
      scope: {
        P: normal(0, 1),
        unused: 3,
        a: [0.25, 0.75],
        P_G: (θ: number) => normal(θ, 1),
        J: jointTable(
          ["u", "v"],
          [
            [0.1, 0.4],
            [0.3, 0.2],
          ],
        ),
      },
      sample: { x: { from: "P", size: 8 } },
      grid: { θ: [0, 1, 2] },
    };
    const steps = two("∑(i=1, m, log(P_G(x[i] | θ)))/m + a[1] + J(0, 1)", "7");
    const text = String(derivation({ id: "d", worlds: [world], steps }));
    const line = text.split("\n").at(-1)!;
    for (const part of [
      "w: ",
      "P = normal(mean=0, sd=1)",
      "a = [0.25, 0.75]",
      "J(u) = categorical(probs=[0.5, 0.5])",
      "J(v | u=1) = categorical(probs=[0.6, 0.4])",
      "x[1 … 8] ~ P",
      "θ = 0, 1, 2",
    ]) {
      expect(line).toContain(part);
    }
    expect(line).toMatch(/P_G = \(?θ\)? => .*normal.*\(θ, 1\)/);
    expect(line).not.toContain("unused");
  });

  test.each([
    "(θ) => exports.normal(0, θ)",
    "(θ) => klab_1.normal(0, θ)",
    "(θ) => (0, klab_1.normal)(0, θ)",
    "(θ) => exports.\\u6B63\\u6001(0, θ)",
  ])("%s, as a compiler wrote it, is shown as its author did", (source) => {
    const made = new Function("exports", "klab_1", `return ${source}`);
    const own = { normal, 正态: normal };
    const scope = { P: normal(0, 1), F: made(own, own), s: 2 };
    const text = String(
      derivation({ id: "d", worlds: [{ name: "w", scope }], steps: two("KL(P ‖ F(· | s))", "1") }),
    );
    expect(text.split("\n").at(-1)).toMatch(/F = \(θ\) => (normal|正态)\(0, θ\)/);
  });

  test("marks by words, which every font has, and tells what fails from what cannot be decided", () => {
    const wrong = String(derivation({ id: "d", steps: two("KL(P ‖ Q)", "KL(Q ‖ P)") }));
    expect(wrong).toMatch(/^不成立 = KL\(Q ‖ P\)/m);
    expect(wrong).not.toContain("✗");
    const flat: World = { name: "w", scope: {}, grid: { θ: [0, 1, 2] } };
    const open = derivation({ id: "d", worlds: [flat], steps: two("argmax(θ, 1)", "0") });
    expect(String(open)).toMatch(/^判断不了 = 0/m);
    expect(check(open).steps[0].undecided).toBe(true);
  });

  test("speaks English where asked", () => {
    const chain = derivation({ id: "d", locale: "en", steps: two("KL(P ‖ Q)", "KL(Q ‖ P)") });
    const text = String(chain[mimeBundle]()["text/plain"]);
    expect(text).toContain("swapped arguments?");
    expect(text).toContain("1 step fails");
  });
});
