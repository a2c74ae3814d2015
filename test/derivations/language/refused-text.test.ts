import { describe, expect, test } from "vitest";
import { multivariateNormal, normal, poisson } from "../../../src";
import { check, derivation, joint, type Step, type World } from "../../../src/derivations";
import { endlessSum } from "../../../src/derivations/evaluate/endless-sum";

const thrown = (expression: string, worlds?: unknown): Error & { position?: number } => {
  try {
    const steps: Step[] = [{ expression }, { expression: "0" }];
    check(derivation({ id: "d", steps, ...(worlds ? { worlds: worlds as World[] } : {}) }));
  } catch (e) {
    return e as Error;
  }
  throw new Error(`${expression} was accepted`);
};

/** What a student types, where the error points, and what it proposes. */
const slips: readonly (readonly [string, number, RegExp])[] = [
  ["P(x|y|z)", 0, /one bar in one bracket/],
  ["e^θ", 0, /exp\(x\)/],
  ["E[log(P(x))]", 1, /E takes round brackets/],
  ["KL[P‖Q]", 2, /KL takes round brackets/],
  ["E_P(log(P(x)))", 0, /E\(x ~ P, …\)/],
  ["argmax_θ(θ^2)", 0, /argmax\(θ, …\)/],
  ["P_{data}(1)", 2, /P_data/],
  ["∑_{i=1}^m x[i]", 2, /∑\(i=1, m, …\)/],
  ["\\frac{1}{2}", 0, /plain text/],
  ["θ == 1", 2, /belong in relation/],
  ["θ >= 1", 2, /belong in relation/],
  ["KL(P‖Q) ≥ 0", 8, /belong in relation/],
  ["KL(P‖Q) = 0", 8, /belongs in relation/],
  ["∑(i=1, m, x(i))", 10, /x\[i\]/],
  ["P_G(1, θ)", 0, /parameters stand after a bar/],
  ["D(P‖Q)", 0, /KL\(P ‖ Q\)/],
  ["H(P|Q)", 0, /conditional entropy/],
  ["|θ|", 0, /abs\(x\)/],
  ["θ ** 2", 2, /\^/],
  ["√2", 0, /sqrt\(x\)/],
  ["5!", 1, /factorial/],
  ["5%", 1, /decimal/],
  ["0x10", 0, /decimal/],
  ["θ₁", 1, /subscript character; write θ_1/],
  ["θ̂", 1, /combining mark stands here \(hat\).*θ_hat/],
  ["P(1) + x̄", 8, /combining mark stands here \(bar\).*x_bar/],
  ["θ⁻¹", 1, /superscript character; write a power as θ\^\(-1\)/],
  ["x̃", 1, /\(tilde\)/],
  ["xᵢ", 1, /x\[i\]/],
  ["KL(normal(0, 1) ‖ Q)", 3, /write N\(μ, σ\)/],
  ["1e400", 0, /range of doubles/],
  ["log10(8)", 0, /log\(x\)\/log\(10\)/],
  ["D_TV(P,Q)", 0, /TV\(P, Q\)/],
  ["I(P,Q)", 0, /mutual information/],
  ["∑(i=0.5, 3, i)", 0, /whole number/],
  ["∑(k=1, 10^12, 1)", 0, /too many terms/],
  ["∏(k=1, ∞, 1/2)", 0, /finite limits/],
  ["__proto__", 0, /unknown name __proto__/],
  ["constructor", 0, /unknown name constructor/],
  ["toString(1)", 0, /unknown name toString/],
  ["P.constructor(1)", 2, /unknown name constructor/],
];

describe("slips", () => {
  for (const [expression, position, proposal] of slips) {
    test(`${expression} is answered with ${proposal.source}`, () => {
      const e = thrown(expression);
      expect(e.position).toBe(position);
      expect(e.message).toMatch(proposal);
      expect(e.message).toMatch(/[\u4e00-\u9fff].* \/ character/);
    });
  }

  test("text no tree could hold is an error of the language, not a stack overflow", () => {
    const nested = `${"(".repeat(3000)}1${")".repeat(3000)}`;
    for (const text of [nested, `${"-".repeat(5000)}1`, Array(3000).fill("1").join("+")]) {
      expect(thrown(text).message).toMatch(/nested too deeply/);
    }
    expect(thrown("1+".repeat(20_000)).message).toMatch(/at most 10000/);
  });

  const same: readonly (readonly [string, string])[] = [
    ["Ｐ（１）＋１", "P(1) + 1"],
    ["KL（P｜｜Q）", "KL(P ‖ Q)"],
    ["θ²", "θ^2"],
    ["1–2", "1 - 2"],
    ["∫(x, -inf, inf, P(x))", "∫(x, -∞, ∞, P(x))"],
    ["arg max(θ, -θ^2)", "argmax(θ, -θ^2)"],
    ["\u3000P(1)\n+ 1", "P(1) + 1"],
    ["max(θ, 0) - min(θ, 0)", "abs(θ)"],
  ];
  for (const [typed, meant] of same) {
    test(`${JSON.stringify(typed)} is read as ${meant}`, () => {
      const { tex } = derivation({
        id: "d",
        steps: [{ expression: typed }, { expression: meant }],
      });
      const chain = derivation({ id: "d", steps: [{ expression: typed }, { expression: meant }] });
      expect(tex).toBeTruthy();
      expect(check(chain).steps[0].gap).toBe(0);
    });
  }
});

describe("worlds", () => {
  const P = normal(0, 1);
  const bad: readonly (readonly [string, unknown, RegExp])[] = [
    ["without a name", { scope: { P } }, /needs a name/],
    ["with a list for a scope", { name: "a", scope: [1] }, /must be \{ name, scope/],
    ["with text in the scope", { name: "a", scope: { P: "normal" } }, /scope\.P .* is string/],
    ["with null in the scope", { name: "a", scope: { P: null } }, /scope\.P .* is null/],
    ["with NaN in the scope", { name: "a", scope: { P, b: Number.NaN } }, /is NaN/],
    [
      "of several dimensions",
      {
        name: "a",
        scope: {
          P: multivariateNormal(
            [0, 0],
            [
              [1, 0],
              [0, 1],
            ],
          ),
        },
      },
      /several dimensions/,
    ],
    ["with a name twice", { name: "a", scope: { theta: 1, θ: 2 } }, /two meanings/],
    ["with no name", { name: "a", scope: { "a b": 1 } }, /is no name/],
    ["with a taken name", { name: "a", scope: { KL: 1 } }, /KL is taken/],
    ["with a sample of none", { name: "a", scope: { P }, sample: { x: null } }, /\{ from, size \}/],
    [
      "with too large a sample",
      { name: "a", scope: { P }, sample: { x: { from: "P", size: 1e9 } } },
      /from 1 to 100000/,
    ],
    [
      "with a sample from nowhere",
      { name: "a", scope: { P }, sample: { x: { from: "Q", size: 3 } } },
      /the scope has P/,
    ],
  ];
  for (const [what, world, message] of bad) {
    test(`a world ${what} is refused`, () => {
      expect(thrown("1", [world]).message).toMatch(message);
    });
  }

  test("two worlds of one name are refused", () => {
    const world = { name: "a", scope: { P } };
    expect(thrown("1", [world, world]).message).toMatch(/two worlds are called a/);
  });
});

describe("what tells nothing", () => {
  const verdict = (left: string, right: string, world: World, relation: Step["relation"] = "=") =>
    check(
      derivation({
        id: "d",
        worlds: [world],
        steps: [{ expression: left }, { relation, expression: right }],
      }),
    ).steps[0];

  test("=const with nothing free", () => {
    const world: World = { name: "a", scope: { P: normal(0, 1), Q: normal(1, 2) } };
    expect(verdict("KL(P ‖ Q)", "H(P)", world, "=const")).toMatchObject({ ok: false });
  });

  test("the optimum of a flat function, one of two peaks, one at the edge", () => {
    const world: World = {
      name: "a",
      scope: { f: (t: number) => -((t * t - 4) ** 2) },
      grid: { θ: [-4, -3, -2, -1, 0, 1, 2, 3, 4] },
    };
    expect(verdict("argmax(θ, 3)", "argmin(θ, 5)", world).note).toContain("与参数无关");
    expect(verdict("argmax(θ, f(θ))", "-2", world).note).toContain("不止一个");
    expect(verdict("argmax(θ, θ)", "4", world).note).toContain("网格边上");
  });

  test("∞ = ∞ in every world holds, and is said to tell little", () => {
    const world: World = { name: "a", scope: { p: [0.5, 0.5], q: [1, 0] } };
    expect(verdict("KL(p ‖ q)", "2*KL(p ‖ q)", world)).toMatchObject({ ok: true });
    expect(verdict("KL(p ‖ q)", "2*KL(p ‖ q)", world).note).toContain("都是∞");
  });

  test("products over an endless support, and sums both ways, come to an end", () => {
    const world: World = { name: "a", scope: { N: poisson(3) } };
    expect(verdict("∏(k ∈ N, exp(N(k)))", "exp(1)", world).ok).toBe(true);
    expect(verdict("∑(k=-∞, ∞, exp(-k^2))", "1.772637204826652", world).ok).toBe(true);
  });
});

describe("endlessSum", () => {
  test("reaches the limit of slow sums, and knows those without one", () => {
    const near = (f: (k: number) => number, limit: number): void => {
      const { value, noise } = endlessSum(f, 1);
      expect(Math.abs(value - limit)).toBeLessThanOrEqual(noise + 1e-11);
    };
    near((k) => 1 / k ** 2, Math.PI ** 2 / 6);
    near((k) => k ** -1.5, 2.612375348685488);
    near((k) => (-1) ** (k + 1) / k, Math.LN2);
    near((k) => Math.log(k) / k ** 2, 0.9375482543158437);
    expect(endlessSum((k) => 1 / k, 1).value).toBe(Number.POSITIVE_INFINITY);
    expect(endlessSum((k) => -1 / Math.sqrt(k), 1).value).toBe(Number.NEGATIVE_INFINITY);
    expect(endlessSum((k) => (-1) ** k, 1).value).toBeNaN();
  });
});

test("a marginal keeps its digits far out, where the product of the densities under-flows", () => {
  const marginal = joint({ x: normal(0, 1), y: (x: number) => normal(x, 1) }).marginal("y");
  for (const y of [0, 20, 50, 100]) {
    expect(marginal.logProb(y) / normal(0, Math.SQRT2).logProb(y)).toBeCloseTo(1, 12);
  }
});

test("the logarithm of a sum, and a term more, are set apart by brackets", () => {
  const { tex } = derivation({
    id: "d",
    steps: [{ expression: "log(∑(i=1, m, x[i]^2)) + 1" }],
  });
  expect(tex).toContain("\\left(\\log \\sum_{i=1}^{m} (x^{(i)})^{2}\\right) + 1");
});

describe("a regression line with normal noise", () => {
  const line = joint({ x: normal(0.5, 1.4), y: (x: number) => normal(0.4 * x + 1, 1.5) });

  test("has a normal marginal and posterior in closed form", () => {
    expect(String(line.marginal("y"))).toMatch(/^normal\(mean=1\.2/);
    expect(line.marginal("y").variance).toBeCloseTo(1.5 ** 2 + (0.4 * 1.4) ** 2, 12);
    const posterior = line.conditional("x", 2);
    const ratio = (x: number): number =>
      line.logProb(x, 2) - line.marginal("y").logProb(2) - posterior.logProb(x);
    for (const x of [-3, 0, 4]) expect(ratio(x)).toBeCloseTo(0, 12);
  });

  test("is not taken for one where it has a bend", () => {
    const bent = joint({
      x: normal(0, 1),
      y: (x: number) => normal(x > 0.05 && x < 0.12 ? 6 : x, 1),
    });
    expect(String(bent.marginal("y"))).not.toMatch(/^normal/);
  });
});

test("mutual information is finite and symmetric for two normals", () => {
  const P = joint({ x: normal(0, 1), y: (x: number) => normal(x, 1) });
  const steps = [
    { expression: "E(x ~ P(x), KL(P(y | x) ‖ P(y)))" },
    { expression: "E(y ~ P(y), KL(P(x | y) ‖ P(x)))" },
    { expression: "log(2)/2" },
  ];
  const chain = derivation({ id: "d", worlds: [{ name: "线性", scope: { P } }], steps });
  expect(check(chain).ok).toBe(true);
});
