import { expect, test } from "vitest";
import { readTex } from "../../../src/derivations";

const sides = (tex: string): readonly string[] =>
  readTex(tex).chains.flatMap((chain) => chain.map(({ expression }) => expression));
const notes = (tex: string): string =>
  readTex(tex, { locale: "en" })
    .notes.map(({ text }) => text)
    .join("; ");

test.each([
  // What comes before and after is not one, nor is k_+ any k.
  [String.raw`c = x_{t-1}`, "x_tm1"],
  [String.raw`c = x_{t+1}`, "x_t1"],
  [String.raw`c = q(x_t|x_{t-1})`, "Q(x_t | x_tm1)"],
  [String.raw`c = k_+ - k_-`, "k_plus - k_minus"],
  // An entry at temperature T, and a vector turned.
  [String.raw`c = \sum_j p_j^T`, "∑(j=1, n, p_T[j])"],
  [String.raw`c = w^T x`, "transpose(w)*x"],
  // x̂ is drawn, and not x.
  [String.raw`c = E_{\hat x\sim P}[D(\hat x)]`, "E(x_hat ~ P, D(x_hat))"],
  // The gradient of a density is turned, not the density.
  [
    String.raw`F = E_{x\sim p(x|\theta)}[\nabla_\theta\log p(x|\theta)\nabla_\theta\log p(x|\theta)^T]`,
    "E(x ~ P(· | θ), ∂(θ, log(P(x | θ)))*∂(θ, log(P(x | θ))))",
  ],
  [String.raw`c = \int\nabla p(x|\theta)dx`, "∫(x, -∞, ∞, ∂(θ, P(x | θ)))"],
  [String.raw`z = \mu+\sigma\odot\epsilon`, "μ + σ*ε"],
  // r_w and r are two; r_θ alone is r, learned.
  [String.raw`r_w(x) = r(x)`, "r(x)"],
  [String.raw`r(x) = r_w(x)`, "r_w(x)"],
  [String.raw`r(x) = r_\theta(x)`, "r_θ(x)"],
  [String.raw`c = r_\theta(x)`, "r(x)"],
  // A double integral has two variables, and ∛ is no square root.
  [String.raw`c = \iint p(x,y) dxdy`, "∫(y, -∞, ∞, ∫(x, -∞, ∞, P(x, y)))"],
  [String.raw`c = \sqrt[3]{a}`, "a^(1/3)"],
  [String.raw`c = \sqrt{a}`, "sqrt(a)"],
  // What an exponent says of p.
  [String.raw`c = 2^{-\sum_x p(x)\log_2 p(x)}`, "2^(-∑(x ∈ P, P(x)*log2(P(x))))"],
  // A condition on indices.
  [String.raw`c = a_i a_j \quad (i\ne j)`, "cases(a[i]*a[j], i ≠ j, 0)"],
  // Learned functions, whatever their letter.
  [
    String.raw`L = \mathbb{E}_{t,x_0,\epsilon}[\|\epsilon-\epsilon_\theta(x_t,t)\|^2]`,
    "E((t, x_0, ε) ~ P, (ε - ε_θ(x_t, t))^2)",
  ],
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

test("capitals before an equals sign are one name", () => {
  expect(sides("PSI=a b")[0]).toBe("PSI");
  expect(sides(String.raw`\text{cross\_entropy}=a`)[0]).toBe("cross_entropy");
});

test("r_θ read as r is said", () => {
  expect(notes(String.raw`c = r_\theta(x)`)).toContain("the parameter θ of r_θ is left out");
});

test("what is dropped, supposed or repaired is said", () => {
  expect(notes(String.raw`c = [a + b]_t`)).toContain("the subscript t");
  expect(notes(String.raw`c = P(y_w \succ y_l | x)`)).toContain("in this order");
  expect(notes(String.raw`c = \mathrm{TV} + D_{KL}(P\|Q)`)).toContain("does not say of what");
  const cases = String.raw`c = \begin{cases} 1 & \text{if $\theta \ne 0$} \\ 0 & \text{if $\theta - 0$} \end{cases}`;
  expect(notes(cases)).toContain("read as θ = 0");
});
