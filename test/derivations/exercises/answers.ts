import type { Chains } from "../../../src/derivations";

/** A blank of one of the article's chains, two right answers to it and three slips that students make. */
export interface Trial {
  readonly chain: keyof Chains;
  readonly step: number;
  readonly right: readonly [string, string];
  readonly slips: readonly [string, string, string];
}

const mean = "∑(i=1, m, log(P_G(x[i] | θ)))/m";

export const trials: readonly Trial[] = [
  {
    chain: "entropyDifference",
    step: 1,
    right: [
      "E(x ~ P, -log(Q(x))) + E(x ~ P, log(P(x)))",
      "-E(x ~ P, log(Q(x))) - E(x ~ P, -log(P(x)))",
    ],
    slips: [
      "E(x ~ P, log(Q(x))) - E(x ~ P, log(P(x)))",
      "E(x ~ Q, -log(Q(x))) - E(x ~ P, -log(P(x)))",
      "-H(P) + H(P, Q)",
    ],
  },
  {
    chain: "entropyDifference",
    step: 2,
    right: ["E(x ~ P, log(P(x)) - log(Q(x)))", "\\mathbb{E}_{x\\sim P}[\\log P(x) - \\log Q(x)]"],
    slips: [
      "E(x ~ P, log(Q(x)) - log(P(x)))",
      "E(x ~ Q, log(P(x)) - log(Q(x)))",
      "E(x ~ P, log(P(x) - Q(x)))",
    ],
  },
  {
    chain: "entropyDifference",
    step: 3,
    right: ["E(y ~ P, log(P(y)/Q(y)))", "= ∫(x, -∞, ∞, P(x)*log(P(x)/Q(x)))"],
    slips: [
      "E(x ~ P, log(Q(x)/P(x)))",
      "E(x ~ P, log(P(x))/log(Q(x)))",
      "E(y ~ P, log(P(y)) - log(Q(y)))",
    ],
  },
  {
    chain: "entropyDifference",
    step: 4,
    right: ["D_{KL}(P \\| Q)", "-E(x ~ P, log(Q(x)/P(x)))"],
    slips: ["KL(Q ‖ P)", "-KL(P ‖ Q)", "KL(P ‖ Q"],
  },
  {
    chain: "evidenceLowerBound",
    step: 1,
    right: ["E(z ~ q, log(p(x)))", "∫(z, -∞, ∞, q(z)*log(p(x)))"],
    slips: ["E(z ~ q, log(p(x, z)))", "E(z ~ q, p(x))", "0 + log(p(x))*1"],
  },
  {
    chain: "evidenceLowerBound",
    step: 2,
    right: ["E(z ~ q, log(p(x, z)/p(z | x)))", "E(z ~ q, log(p(x, z)) - log(p(z | x)))"],
    slips: [
      "E(z ~ q, log(p(z | x)/p(x, z)))",
      "E(z ~ q, log(p(x, z)/p(x | z)))",
      "E(w ~ q, log(p(x)))",
    ],
  },
  {
    chain: "evidenceLowerBound",
    step: 3,
    right: [
      "KL(q ‖ p(· | x)) + E(z ~ q, log(p(x, z)/q(z)))",
      "E(z ~ q, log(p(x, z))) + H(q) + KL(q ‖ p(· | x))",
    ],
    slips: [
      "E(z ~ q, log(p(x, z)/q(z))) - KL(q ‖ p(· | x))",
      "E(z ~ q, log(p(x, z)/q(z))) + KL(p(· | x) ‖ q)",
      "E(z ~ q, log(p(x, z)/q(z)))",
    ],
  },
  {
    chain: "evidenceLowerBound",
    step: 4,
    right: ["E(z ~ q, log(p(x, z)/q(z)))", "E(z ~ q, log(p(x | z))) - KL(q ‖ p(z))"],
    slips: [
      "E(z ~ q, log(q(z)/p(x, z)))",
      "≤ E(z ~ q, log(p(x, z)/q(z)))",
      "E(z ~ q, log(p(x | z))) + KL(q ‖ p(z))",
    ],
  },
  {
    chain: "jensenNonnegativity",
    step: 1,
    right: ["E(x ~ P, log(Q(x)/P(x)))", "E(x ~ P, log(Q(x)) - log(P(x)))"],
    slips: ["E(x ~ P, log(P(x)/Q(x)))", "E(x ~ Q, log(Q(x)/P(x)))", "0 - KL(P ‖ Q)"],
  },
  {
    chain: "jensenNonnegativity",
    step: 2,
    right: ["log(E(x ~ P, Q(x)/P(x)))", "≤ \\log \\mathbb{E}_{x \\sim P}[Q(x)/P(x)]"],
    slips: ["log(E(x ~ P, P(x)/Q(x))) - 10", "E(y ~ P, log(Q(y)/P(y)))", "-E(x ~ P, Q(x)/P(x))"],
  },
  {
    chain: "jensenNonnegativity",
    step: 3,
    right: ["log(∫(x, -∞, ∞, Q(x)))", "0"],
    slips: ["∫(x, -∞, ∞, log(Q(x)))", "log(E(x ~ P, Q(x)/P(x)))", "-1"],
  },
  {
    chain: "jensenNonnegativity",
    step: 4,
    right: ["0", "1 - 1"],
    slips: ["1", "-log(2)", "log(∫(t, -∞, ∞, Q(t)))"],
  },
  {
    chain: "gibbsNonnegativity",
    step: 1,
    right: ["E(x ~ P, log(Q(x)/P(x)))", "H(P) - H(P, Q)"],
    slips: ["H(P, Q) - H(P)", "E(x ~ P, log(P(x)/Q(x)))", "-(KL(P ‖ Q))"],
  },
  {
    chain: "gibbsNonnegativity",
    step: 2,
    right: ["E(x ~ P, Q(x)/P(x) - 1)", "E(x ~ P, -1 + Q(x)/P(x))"],
    slips: ["E(x ~ P, Q(x)/P(x) + 1)", "E(x ~ P, 1 - Q(x)/P(x))", "E(x ~ P, log(Q(x)/P(x)))"],
  },
  {
    chain: "gibbsNonnegativity",
    step: 3,
    right: ["E(x ~ P, Q(x)/P(x)) - 1", "-1 + E(t ~ P, Q(t)/P(t))"],
    slips: ["E(x ~ P, Q(x)/P(x)) + 1", "1 - E(x ~ P, Q(x)/P(x))", "E(x ~ P, Q(x)/P(x))"],
  },
  {
    chain: "gibbsNonnegativity",
    step: 4,
    right: ["0", "≤ 0"],
    slips: ["-1", "-log(2)", "E(x ~ P, Q(x)/P(x)) - 1"],
  },
  {
    chain: "likelihoodDivergence",
    step: 2,
    right: [
      "argmax(θ, ∑(k=1, m, log(P_G(x[k] | θ))))",
      "\\arg\\max_\\theta \\sum_{i=1}^m \\log P_G(x^{(i)};\\theta)",
    ],
    slips: [
      "argmax(θ, ∑(i=1, m, P_G(x[i] | θ)))",
      "argmin(θ, ∑(i=1, m, log(P_G(x[i] | θ))))",
      "argmax(θ, log(∏(k=1, m, P_G(x[k] | θ))))",
    ],
  },
  {
    chain: "likelihoodDivergence",
    step: 3,
    right: [`argmax(θ, ${mean})`, "argmin(θ, -∑(i=1, m, log(P_G(x[i] | θ))))"],
    slips: [
      `argmax(θ, -${mean})`,
      "argmax(t, ∑(j=1, m, log(P_G(x[j] | θ))))",
      "argmax(θ, ∑(j=1, m, log(P_G(x[j] | θ))))",
    ],
  },
  {
    chain: "likelihoodDivergence",
    step: 6,
    right: [
      "argmax(θ, ∫(x, -∞, ∞, P_data(x)*log(P_G(x | θ))) + H(P_data))",
      "argmax(θ, E(x ~ P_data, log(P_G(x | θ))) - E(x ~ P_data, log(P_data(x))))",
    ],
    slips: [
      "argmax(θ, ∫(x, -∞, ∞, P_data(x)*log(P_G(x | θ)))) - 1",
      "argmin(θ, ∫(x, -∞, ∞, P_data(x)*log(P_G(x | θ))) + H(P_data))",
      "argmax(θ, ∫(y, -∞, ∞, P_data(y)*log(P_G(y | θ))))",
    ],
  },
  {
    chain: "likelihoodDivergence",
    step: 8,
    right: ["argmax(θ, -KL(P_data ‖ P_G(· | θ)))", "argmin(θ, H(P_data, P_G(· | θ)))"],
    slips: [
      "argmax(θ, KL(P_data ‖ P_G(· | θ)))",
      "argmin(θ, KL(P_G(· | θ) ‖ P_data))",
      "argmax(θ, ∫(y, -∞, ∞, P_data(y)*log(P_G(y | θ)/P_data(y))))",
    ],
  },
];
