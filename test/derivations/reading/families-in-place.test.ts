import { describe, expect, test } from "vitest";
import { check, derivation, readTex } from "../../../src/derivations";
import { annotateFormula } from "../../../src/derivations/articles/annotate-formula";
import { worldsOrReason } from "../../../src/derivations/worlds/worlds-for";

const statusOf = (tex: string): string => annotateFormula(tex, "zh-CN", 10).status;
const reasonOf = (tex: string): string | undefined => readTex(tex).unread[0]?.reason;

describe("families that klab has are known by their names in a formula", () => {
  test.each([
    String.raw`KL(\mathrm{Poisson}(\lambda_1)\|\mathrm{Poisson}(\lambda_2)) = \lambda_1\log\frac{\lambda_1}{\lambda_2}+\lambda_2-\lambda_1`,
    String.raw`KL(\mathcal{P}(\lambda_1)\|\mathcal{P}(\lambda_2)) = \lambda_1\log\frac{\lambda_1}{\lambda_2}+\lambda_2-\lambda_1`,
    String.raw`KL(\mathrm{Exp}(\lambda)\|\mathrm{Exp}(\mu)) = \log\frac{\lambda}{\mu}+\frac{\mu}{\lambda}-1`,
    String.raw`KL(\mathrm{Geom}(p)\|\mathrm{Geom}(q)) = \log\frac pq + \frac{1-p}{p}\log\frac{1-p}{1-q}`,
    String.raw`KL(\mathrm{Gamma}(a,b)\|\mathrm{Gamma}(a,d))=a\log\frac{b}{d}+a(\frac{d}{b}-1)`,
    String.raw`H(\mathrm{Exp}(\lambda)) = 1-\log\lambda`,
    String.raw`h(\mathcal N(\mu,\sigma^2))=\frac12\log(2\pi e\sigma^2)`,
  ])("holds: %s", (tex) => {
    expect(statusOf(tex)).toBe("holds");
  });

  test.each([
    String.raw`KL(\mathrm{Poisson}(\lambda_1)\|\mathrm{Poisson}(\lambda_2)) = 0`,
    String.raw`KL(\mathrm{Gamma}(a,b)\|\mathrm{Gamma}(c,d))=0`,
    String.raw`H(\mathrm{Exp}(\lambda)) = 1+\log\lambda`,
    String.raw`h(\mathcal N(\mu,\sigma^2))=\frac12\log(2\pi\sigma^2)`,
    // Where b is less than a the divergence is ∞.
    String.raw`KL(U(0,a)\|U(0,b)) = \log\frac ba`,
  ])("fails: %s", (tex) => {
    expect(statusOf(tex)).toBe("fails");
  });

  test.each([
    [String.raw`KL(\mathrm{Weibull}(a,b)\|\mathrm{Weibull}(c,d))=0`, "不认识的分布 Weibull"],
    [String.raw`H(\mathrm{Dirichlet}(\alpha)) \le 0`, "不认识的分布 Dirichlet"],
    [String.raw`KL(\mathrm{Exp}(a,b)\|p) \ge 0`, "有 2 个参数"],
    [String.raw`H(U(a,b))=\log(b-a)`, "a < b"],
  ])("is not read: %s", (tex, reason) => {
    expect(reasonOf(tex)).toContain(reason);
  });
});

describe("a weight of a mixture is a number and no coin", () => {
  test.each([
    [
      String.raw`H((1-\epsilon)p+\epsilon u,q) = (1-\epsilon)H(p,q)+\epsilon H(u,q)`,
      "H((1 - ε)*P + ε*u, Q)",
    ],
    [String.raw`KL(p\|(1-\epsilon)p+\epsilon q) \ge 0`, "KL(P ‖ (1 - ε)*P + ε*Q)"],
  ])("%s", (tex, expected) => {
    expect(readTex(tex).chains[0][0].expression).toBe(expected);
    expect(statusOf(tex)).toBe("holds");
  });
});

describe("what is printed of a normal means the same when it is typed again", () => {
  test.each([
    [
      String.raw`KL(N(\mu,\sigma^2)\|N(0,1)) = \frac12(\mu^2+\sigma^2-1-\log\sigma^2)`,
      "KL(N(μ, σ) ‖ N(0, 1))",
    ],
    [
      String.raw`KL(N(\mu_1,\sigma_1^2)\|N(\mu_2,\sigma_2^2)) = \log\frac{\sigma_2}{\sigma_1}+\frac{\sigma_1^2+(\mu_1-\mu_2)^2}{2\sigma_2^2}-\frac12`,
      "KL(N(μ_1, σ_1) ‖ N(μ_2, σ_2))",
    ],
    [String.raw`H(N(0,4)) = \frac12\log(8\pi e)`, "H(N(0, sqrt(4)))"],
    [String.raw`H(N(0,v^2+1)) = \frac12\log(2\pi e(v^2+1))`, "H(N(0, sqrt(v^2 + 1)))"],
    [String.raw`H(\mathcal N(0,\sigma^2 I)) = \frac12\log(2\pi e\sigma^2)`, "H(N(0, σ))"],
  ])("%s", (tex, expected) => {
    const [steps] = readTex(tex).chains;
    expect(steps[0].expression).toBe(expected);
    const { worlds } = worldsOrReason(steps.map(({ expression }) => expression));
    const typed = derivation({
      id: "typed",
      steps: steps.map(({ relation, expression }) =>
        relation === "=" ? { relation, expression } : { expression },
      ),
      worlds,
    });
    expect(check(typed).ok).toBe(true);
    expect(statusOf(tex)).toBe("holds");
    expect(
      readTex(tex)
        .notes.map(({ text }) => text)
        .join(),
    ).toContain("方差");
  });
});
