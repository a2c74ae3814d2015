import type { Step } from "../../../src/derivations";

/** A claim as a chain: the first expression, then "relation expression". */
export type Claim = readonly [first: string, ...rest: string[]];

export function stepsOf([first, ...rest]: Claim): Step[] {
  return [
    { expression: first },
    ...rest.map((line): Step => {
      const [, relation, expression] = /^(=const|=|≥|≤|≈|:=)\s+(.*)$/u.exec(line) ?? [];
      return { relation: relation as Step["relation"], expression: expression };
    }),
  ];
}

const mean = "∑(i=1, m, log(P_G(x[i] | θ)))/m";
const total = "∑(i=1, m, log(P_G(x[i] | θ)))";
const expected = "E(x ~ P_data, log(P_G(x | θ)))";

/** What a learner might write down, and is wrong in some world. */
export const falseClaims: readonly Claim[] = [
  // signs
  ["KL(P ‖ Q)", "= E(x ~ P, log(Q(x)/P(x)))"],
  ["KL(P ‖ Q)", "= H(P) - H(P, Q)"],
  ["H(P)", "= E(x ~ P, log(P(x)))"],
  ["H(P, Q)", "= E(x ~ P, log(Q(x)))"],
  ["KL(P ‖ Q)", "= H(P, Q) + H(P)"],
  ["∫(x, -∞, ∞, P(x)*log(Q(x)/P(x)))", "= KL(P ‖ Q)"],
  ["argmax(θ, KL(P_data ‖ P_G(· | θ)))", `= argmax(θ, ${expected})`],
  ["argmin(θ, -KL(P_data ‖ P_G(· | θ)))", "= argmin(θ, KL(P_data ‖ P_G(· | θ)))"],
  // swapped arguments, symmetry
  ["KL(P ‖ Q)", "= KL(Q ‖ P)"],
  ["KL(P ‖ Q)", "= E(x ~ Q, log(P(x)/Q(x)))"],
  ["KL(P ‖ Q)", "= E(x ~ Q, log(Q(x)/P(x)))"],
  ["H(P, Q)", "= H(Q, P)"],
  ["KL(P ‖ Q)", "= H(Q, P) - H(P)"],
  ["KL(P ‖ Q)", "= H(P, Q) - H(Q)"],
  ["argmin(θ, KL(P_data ‖ P_G(· | θ)))", "= argmin(θ, KL(P_G(· | θ) ‖ P_data))"],
  ["KL(P ‖ M) + KL(Q ‖ M)", "= KL(M ‖ P) + KL(M ‖ Q)"],
  // flipped inequalities
  ["KL(P ‖ Q)", "≤ 0"],
  ["E(x ~ P, log(Q(x)/P(x)))", "≥ log(E(x ~ P, Q(x)/P(x)))"],
  ["H(P, Q)", "≤ H(P)"],
  ["E(x ~ P, log(Q(x)/P(x)))", "≥ E(x ~ P, Q(x)/P(x) - 1)"],
  ["KL(P ‖ M)", "≥ log(2)"],
  ["E(x ~ P, log(D(x))) + E(x ~ Q, log(1 - D(x)))", "≥ KL(P ‖ M) + KL(Q ‖ M) - 2*log(2)"],
  // 1/m and the law of large numbers
  [total, `= ${expected}`],
  [total, `≈ ${expected}`],
  [mean, `= ${expected}`],
  [mean, "= -H(P_data, P_G(· | θ))"],
  [`argmax(θ, ${total})`, `= argmax(θ, ${expected})`],
  ["argmax(θ, ∏(i=1, m, P_G(x[i] | θ)))", "= argmin(θ, KL(P_data ‖ P_G(· | θ)))"],
  [mean, "≈ -KL(P_data ‖ P_G(· | θ))"],
  [mean, "≈ H(P_data, P_G(· | θ))"],
  [total, `= ${mean}`],
  // dropped terms
  [expected, "= -KL(P_data ‖ P_G(· | θ))"],
  ["H(P, Q)", "= KL(P ‖ Q)"],
  [expected, "=const KL(P_data ‖ P_G(· | θ))"],
  ["-H(P_data, P_G(· | θ))", "=const -KL(P_G(· | θ) ‖ P_data)"],
  ["KL(P_data ‖ P_G(· | θ))", "=const H(P_G(· | θ), P_data)"],
  [
    "E(x ~ P, log(P(x)/(P(x) + Q(x)))) + E(x ~ Q, log(Q(x)/(P(x) + Q(x))))",
    "= KL(P ‖ M) + KL(Q ‖ M)",
  ],
  // wrong constants
  [
    "E(x ~ P, log(P(x)/(P(x) + Q(x)))) + E(x ~ Q, log(Q(x)/(P(x) + Q(x))))",
    "= KL(P ‖ M) + KL(Q ‖ M) - log(2)",
  ],
  ["KL(P ‖ Q)", "= E(x ~ P, log2(P(x)/Q(x)))"],
  ["KL(P ‖ Q)", "= E(x ~ P, log(P(x)/Q(x)))/2"],
  ["E(x ~ P, log(D(x))) + E(x ~ Q, log(1 - D(x)))", "≤ -2*log(2)"],
  // laws that relative entropy does not obey
  ["KL(P ‖ R)", "≤ KL(P ‖ Q) + KL(Q ‖ R)"],
  ["KL(P ‖ Q)", "≤ 1"],
  ["sqrt(KL(P ‖ R))", "≤ sqrt(KL(P ‖ Q)) + sqrt(KL(Q ‖ R))"],
  ["KL(P ‖ M)", "= KL(Q ‖ M)"],
  ["KL(M ‖ P)", "≤ KL(Q ‖ P)/4"],
  ["H(M)", "= H(P)/2 + H(Q)/2"],
  ["E(x ~ P, P(x)/Q(x))", "= 1"],
  ["E(x ~ P, log(P(x)/Q(x)))", "= log(E(x ~ P, P(x)/Q(x)))"],
  ["H(P)", "≥ H(Q)"],
  // true in all worlds but one of its kind
  ["KL(P ‖ Q)", "≥ ∫(x, -∞, ∞, abs(P(x) - Q(x)))^2/(2*log(2))"],
  ["log(E(x ~ Q, exp(D(x))))", "≥ E(x ~ P, D(x)) - KL(Q ‖ P)"],
  ["E(x ~ P, x)", "≤ E(x ~ Q, x)"],
  ["H(M)", "≥ H(P)"],
  ["E(x ~ P, Q(x))", "≤ E(x ~ P, P(x))"],
  ["E(x ~ P, x^2)", "≤ E(x ~ Q, x^2)"],
  ["H(P, Q)", "≤ H(Q, P)"],
  ["E(x ~ P, P(x))", "≥ E(x ~ Q, Q(x))"],
  ["KL(P ‖ M)", "≤ KL(Q ‖ M)"],
  ["JS(P, Q)", "≤ TV(P, Q)^2"],
  ["sqrt(JS(P, Q))", "≤ TV(P, Q)"],
];

/** True in every world where both sides exist. */
export const trueClaims: readonly Claim[] = [
  ["KL(P ‖ Q)", "≥ 0"],
  ["KL(P ‖ P)", "= 0"],
  ["KL(P ‖ Q)", "= H(P, Q) - H(P)"],
  ["KL(P ‖ Q)", "= E(x ~ P, log(P(x)) - log(Q(x)))"],
  ["KL(P ‖ Q)", "= ∫(x, -∞, ∞, P(x)*log(P(x)/Q(x)))"],
  ["H(P)", "= E(x ~ P, -log(P(x)))"],
  ["H(P, Q)", "≥ H(P)"],
  ["∫(x, -∞, ∞, P(x))", "= 1"],
  ["E(x ~ P, log(Q(x)/P(x)))", "≤ log(E(x ~ P, Q(x)/P(x)))"],
  ["E(x ~ P, log(Q(x)/P(x)))", "≤ E(x ~ P, Q(x)/P(x) - 1)"],
  ["KL(P ‖ M)", "≤ log(2)"],
  ["KL(P ‖ M)", "≤ KL(P ‖ Q)/2"],
  ["0", "≤ KL(P ‖ M) + KL(Q ‖ M)", "≤ 2*log(2)"],
  ["E(x ~ P, D(x) + 2)", "= E(x ~ P, D(x)) + 2"],
  ["(KL(P ‖ M) + KL(Q ‖ M))/2", "= H(M) - (H(P) + H(Q))/2"],
  ["KL(M ‖ P)", "≤ KL(Q ‖ P)/2"],
  [mean, `≈ ${expected}`],
  [mean, "≈ -H(P_data, P_G(· | θ))"],
  [expected, "=const -KL(P_data ‖ P_G(· | θ))"],
  [`argmax(θ, ${total})`, `= argmax(θ, ${mean})`],
  [`argmax(θ, ${mean})`, `≈ argmax(θ, ${expected})`],
  [`argmax(θ, ${total})`, "≈ argmin(θ, KL(P_data ‖ P_G(· | θ)))"],
  [`argmax(θ, ${expected})`, "= argmin(θ, H(P_data, P_G(· | θ)))"],
  ["E(x ~ P, log(P(x)/Q(x)))/log(2)", "= E(x ~ P, log2(P(x)/Q(x)))"],
  ["log(∏(i=1, m, P_G(x[i] | θ)))", `= ${total}`],
];
