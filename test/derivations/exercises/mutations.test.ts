import { describe, expect, test, vi } from "vitest";
import { type Chains, chains } from "../../../src/derivations";
import { trials } from "./answers";
import { furtherAnswers } from "./further-answers";
import { mutationsOf } from "./mutations";

vi.setConfig({ testTimeout: 240_000 });

const isFull = process.env.KLAB_FULL === "1";
/** Nested integrals and optima over samples: half a second for an answer. */
const slow: readonly (keyof Chains)[] = ["likelihoodDivergence", "chainRule"];

/**
 * Slips that leave an answer true, each for a reason: everything else has to be refuted. Written as they are printed,
 * without brackets round sums.
 */
const harmless: Partial<Record<keyof Chains, readonly RegExp[]>> = {
  // A term without θ moves no optimum, whatever it is.
  likelihoodDivergence: [
    /^argmax\(θ, .*P_data\(x\) \* log\(P_G\(x \| θ\)\).* [+-] ∫\(x, .*P_data/,
    /^argmax\(θ, ∫\(x, \(-∞\), ∞, \(P_data\(x\) \* log\(P_G\(x \| θ\)\)\)\)\)$/,
    /^argmax\(θ, \(?∫\(x, .*log\(P_G\(x \| θ\)\)\)\) - H\(P_data\)\)\)$/,
    /^argmax\(θ, \(?E\(x ~ P_data, log\(P_G\(x \| θ\)\)\)( [+-] E\(x ~ P_data, (log\()?P_data.*)?\)$/,
    // Nor does a positive factor.
    /^argmax\(θ, [()123m/ *]*∑\(i=1, m, log\(P_G\(x\[i\] \| θ\)\)\)[)/ m]*$/,
  ],
  // ∫P = ∫Q = 1, whose logarithm is 0 with either sign; E_P[P/P] = 1, and E_P[Q/Q] ≥ E_P[Q/P] where P has what Q has.
  jensenNonnegativity: [
    /^\(?-?log\(∫\(x, \(-∞\), ∞, (P|Q)\(x\)\)\)\)?$/,
    /^log\(E\(x ~ P, \((P\(x\) \/ P|Q\(x\) \/ Q)\(x\)\)\)\)$/,
    /^\(?-?log\(∫\(x, \(-∞\), ∞, \(\(P\(x\) \* [PQ]\(x\)\) \/ [PQ]\(x\)\)\)\)\)?$/,
    /^\(?-?log\((1|E\(x ~ [PQ], 1\))\)\)?$/,
    /^\(?-?\(?(0( \* [12])?|1 - 1)\)?\)?$/,
  ],
  // Looser than 0, and said to be.
  gibbsNonnegativity: [/^\(?-?\(?(0|1|1 - 1|1 \+ 1|2 - 1)\)?\)?$/],
  // −2, −3 log 2, −4 and −2 log 3 lie below −2 log 2.
  ganMinimax: [/^\(\(?-2\)?( \* (2|log\(3\))\))?\)?$/, /^\(\(-3\) \* log\(2\)\)$/],
  // The mean of a constant is itself under any law; Jensen's bound holds less a KL; −q ≤ −log q.
  evidenceLowerBound: [
    /^\(?(1 \* )?E\(z ~ p, log\(p\(x\)\)\)\)?$|^∫\(z, .*p\(z\) \* log\(p\(x\)\)/,
    /^E\(z ~ [pq], .*log\(.*p\(x, z\).* [/-] (log\()?p\(z \| x\)/,
    /^E\(z ~ p, log\(\(\(p\(x \| z\) \* p\(z\)\) \/ p\(z \| x\)\)\)\)$/,
    /^E\(z ~ p, \(log\(\(p\(x, z\) \/ q\(z\)\)\) \+ log\(\(q\(z\) \/ p\(z \| x\)\)\)\)\)$/,
    /^\(E\(z ~ p, log\(p\(x \| z\)\)\) - KL\(q ‖ p\(z\)\)\)$/,
    /^E\(z ~ q, \(log\(p\(x, z\)\) - q\(z\)\)\)$/,
    /^E\(z ~ q, log\(p\(x\)\)\)$/,
  ],
  // 0 and less lie below any divergence.
  chainRule: [/^KL\((P\(x\) ‖ P|Q\(x\) ‖ Q)\(x\)\)$|^\(-KL\(P\(x\) ‖ Q\(x\)\)\)$/],
  // The square of a difference has no sign.
  twoNormals: [/\(\(?\(?(μ_1 - x|μ_2 - x|μ_2 - μ_1)\) \^ 2/],
  // KL itself in the place of KL + 0.
  entropyDifference: [/^\(?KL\(P ‖ Q\)( - 0)?\)?$/],
};

/** An answer that is right: the line of the chain, and others. */
function answersTo(chain: keyof Chains, step: number): readonly string[] {
  const own = chains[chain].steps[step].expression;
  const others = [
    ...trials.filter((trial) => trial.chain === chain && trial.step === step),
    ...furtherAnswers
      .filter(([name, number]) => name === chain && number === step)
      .map(([, , right]) => ({ right })),
  ].flatMap(({ right }) => right);
  const typed = others
    .filter((text) => !text.includes("\\"))
    .map((text) => text.replace(/^[=≤≥]\s*/, ""));
  return [...new Set([own, ...(isFull ? typed : typed.slice(0, 1))])];
}

const names = Object.keys(chains) as (keyof Chains)[];
const tried = names.filter((name) => isFull || !slow.includes(name));
if (!isFull)
  console.log(`mutations of ${slow.join(", ")}: in the full test (KLAB_FULL=1), half a minute`);

describe("an answer with one slip in it is refuted with numbers, unless it is true all the same", () => {
  for (const chain of tried) {
    const steps = chains[chain].steps.map((_, i) => i).slice(1);
    test.each(steps)(`${chain} (%i)`, (step) => {
      const exercise = chains[chain].blank(step);
      const allowed = harmless[chain] ?? [];
      const wrongly: string[] = [];
      const mute: string[] = [];
      let count = 0;
      for (const answer of answersTo(chain, step)) {
        for (const slip of mutationsOf(answer)) {
          count++;
          const { verdict, world, left, right, note } = exercise.try(step, slip);
          if (verdict === "right" && !allowed.some((pattern) => pattern.test(slip)))
            wrongly.push(slip);
          const isShown = world !== undefined && left !== undefined && right !== undefined;
          if (verdict === "wrong" && !isShown) mute.push(`${slip}: ${note}`);
        }
      }
      expect(count).toBeGreaterThan(0);
      expect(wrongly).toEqual([]);
      expect(mute).toEqual([]);
    });
  }
});

describe("what a bound is made of", () => {
  const bound = chains.evidenceLowerBound.blank(4);

  test.each([
    "E(z ~ q, log(p(x | z))) - KL(p(z) ‖ q)",
    "E(z ~ q, log(p(x | z))) + KL(q ‖ p(z))",
    "E(z ~ q, log(p(x, z))) - H(q)",
    "E(z ~ p, log(p(x, z))) + H(q)",
    "E(z ~ q, log(p(x | z))) - KL(q ‖ p(z | x))",
    "log(p(x)) + KL(q ‖ p(· | x))",
    "E(z ~ q, log(p(x | z)))",
  ])("%s bounds log p(x) in some worlds only", (text) => {
    expect(bound.try(4, text)).toMatchObject({ verdict: "wrong" });
    expect(bound.try(4, text).world).toBeDefined();
  });

  test.each([
    "E(z ~ q, log(p(x | z))) - KL(q ‖ p(z))",
    "E(z ~ q, log(p(x, z))) + H(q)",
    "log(p(x)) - KL(q ‖ p(· | x))",
  ])("%s is the bound", (text) => {
    expect(bound.try(4, text)).toMatchObject({ verdict: "right" });
  });

  test("what is true but looser is right, and said to be looser", () => {
    expect(bound.try(4, "E(z ~ q, log(p(x, z)/q(z))) - 1").note).toContain("松");
    expect(bound.try(4, "E(z ~ q, log(p(x, z)/q(z)))").note).not.toContain("松");
    expect(chains.gibbsNonnegativity.blank(4).try(4, "1").note).toContain("松");
  });
});

describe("the relation that is typed is judged too", () => {
  test.each([
    ["likelihoodValues", 3, "= -KL(P_data ‖ P_G(· | θ))"],
    ["evidenceLowerBound", 4, "= E(z ~ q, log(p(x, z)/q(z)))"],
    ["gibbsNonnegativity", 2, "= E(x ~ P, Q(x)/P(x) - 1)"],
    ["ganMinimax", 3, "= -2*log(2)"],
    ["gibbsNonnegativity", 4, "= 0"],
  ] as const)("%s (%i): %s says too much, with a counter-example", (chain, step, text) => {
    const found = chains[chain].blank(step).try(step, text);
    expect(found).toMatchObject({ verdict: "wrong" });
    expect(found.left).not.toBeCloseTo(found.right ?? Number.NaN, 6);
    expect(found.world).toBeDefined();
  });

  test.each([
    ["likelihoodValues", 3, "=const -KL(P_data ‖ P_G(· | θ))"],
    ["likelihoodValues", 3, "-KL(P_data ‖ P_G(· | θ))"],
    ["likelihoodValues", 3, "= -KL(P_data ‖ P_G(· | θ)) - H(P_data)"],
    ["evidenceLowerBound", 4, "≥ E(z ~ q, log(p(x, z)/q(z)))"],
    ["jensenNonnegativity", 3, "≤ 0"],
  ] as const)("%s (%i): %s is right", (chain, step, text) => {
    expect(chains[chain].blank(step).try(step, text)).toMatchObject({ verdict: "right" });
  });

  test.each([
    ["evidenceLowerBound", 4, "≤ E(z ~ q, log(p(x, z)/q(z)))"],
    ["gibbsNonnegativity", 2, "≥ E(x ~ P, Q(x)/P(x) - 1)"],
    ["ganMinimax", 1, "≥ KL(P ‖ M) + KL(Q ‖ M) - 2*log(2)"],
    ["chainRule", 5, "≤ KL(P(x) ‖ Q(x))"],
  ] as const)("%s (%i): %s is turned round, with a counter-example", (chain, step, text) => {
    const { verdict, note, world } = chains[chain].blank(step).try(step, text);
    expect(verdict).toBe("wrong");
    expect(note).toContain("这里问的关系");
    expect(world).toBeDefined();
  });
});
