import { expect, test } from "vitest";
import { readTex } from "../../../src/derivations";

const sides = (tex: string): readonly string[] =>
  readTex(tex).chains.flatMap((chain) => chain.map(({ expression }) => expression));
const notes = (tex: string): string =>
  readTex(tex, { locale: "en" })
    .notes.map(({ text }) => text)
    .join("; ");

test.each([
  // A small change of a parameter is one name.
  [String.raw`c = \delta\theta^\top F \delta\theta`, "transpose(δθ)*F*δθ"],
  [String.raw`c = \tfrac12 F \Delta x^2`, "1/2*F*Δx^2"],
  [String.raw`c = \delta (p+q)`, "δ*(p + q)"],
  [String.raw`c = \delta a`, "δ*a"],
  // The entries before are no entry number i.
  [
    String.raw`c = \sum_{i=1}^n \log p_\theta(x_i | x_{<i})`,
    "∑(i=1, n, log(P(x[i] | x_before_i, θ)))",
  ],
  [String.raw`c = \sum_{t=1}^n \log p(x_t | x_{\le t})`, "∑(t=1, n, log(P(x[t] | x_upto_t)))"],
  // A sample by the distribution that it is drawn from.
  [String.raw`c = \frac1m\sum_{i=1}^m \log D(x_i^P)`, "1/m*∑(i=1, m, log(D(x_P[i])))"],
  [String.raw`c = \sum_{i=1}^m x_i^2`, "∑(i=1, m, x[i]^2)"],
  // How often x occurs.
  [String.raw`c = \sum_x \#x \log p(x)`, "∑(x ∈ P, n(x)*log(P(x)))"],
  // A sum over the values of z_i within a sum over i.
  [
    String.raw`c = \sum_i\sum_{z_i}Q(z_i)\log\frac{P(x_i,z_i;\theta)}{Q(z_i)}`,
    "∑(i=1, m, ∑(z ∈ Q, Q(z)*log(P(x[i], z | θ)/Q(z))))",
  ],
  // Another index runs as far as the one that it differs from.
  [
    String.raw`c = \sum_{k=1}^{K}\sum_{k'\neq k}p_kp_{k'}`,
    "∑(k=1, K, ∑(j=1, K, cases(p[k]*p[j], j ≠ k, 0)))",
  ],
  [
    String.raw`c = \sum_{i=1}^{N}\sum_{j\neq i}a_i a_j`,
    "∑(i=1, N, ∑(j=1, N, cases(a[i]*a[j], j ≠ i, 0)))",
  ],
  // A product of distributions, and no product of entries.
  [String.raw`c = \chi^2(\prod_i P_i \| \prod_i Q_i)`, "χ2(∏(i=1, m, P[i]) ‖ ∏(i=1, m, Q[i]))"],
  // What is drawn given what.
  [
    String.raw`J = \mathbb{E}_{x \sim D, y \sim \pi_\phi} [r(x, y)] - \beta KL(\pi_\phi(y|x) \| \pi_{ref}(y|x))`,
    "E(x ~ D, y ~ π(· | x, φ), r(x, y)) - β*KL(π(· | x, φ) ‖ π_ref(· | x))",
  ],
  // A distance without its distributions, where only two are compared.
  [String.raw`c = \mathrm{TV}^2 + D_{KL}(P\|Q)`, "TV(P, Q)^2 + KL(P ‖ Q)"],
  [String.raw`p_S^i = a`, "a"],
  // A loss of two outputs is no divergence of them.
  [String.raw`c = \mathcal{L}_{KL}(f_S(x), f_T(x))`, "L_KL(f_S(x), f_T(x))"],
  [String.raw`c = \mathcal{D}_{KL}(p, q)`, "KL(P ‖ Q)"],
  [String.raw`c = \mathrm{Ent}(P)`, "H(P)"],
])("%s", (tex, due) => {
  const own = sides(tex);
  expect(own[own.length - 1]).toBe(due);
});

test("several words before a relation are one name, and said to be", () => {
  expect(sides("Information Gain = H(p) - H(q)")[0]).toBe("Information_Gain");
  expect(sides(String.raw`\text{sample}\ 1\ \text{loss} = -\log 0.4`)[0]).toBe("sample_1_loss");
  expect(notes("Information Gain = H(p) - H(q)")).toContain("one name");
});

test("what is dropped, supposed or repaired is said", () => {
  expect(notes(String.raw`c = [a + b]_t`)).toContain("the subscript t");
  expect(notes(String.raw`c = P(y_w \succ y_l | x)`)).toContain("in this order");
  expect(notes(String.raw`c = \mathrm{TV} + D_{KL}(P\|Q)`)).toContain("does not say of what");
  const cases = String.raw`c = \begin{cases} 1 & \text{if $\theta \ne 0$} \\ 0 & \text{if $\theta - 0$} \end{cases}`;
  expect(notes(cases)).toContain("read as θ = 0");
});
