import { describe, expect, test } from "vitest";
import { readTex } from "../../../src/derivations";
import { textsOf } from "./reading-texts";

const notes = (tex: string): string[] => readTex(tex).notes.map(({ text }) => text);

describe("the article's blocks as they stand", () => {
  test("the definition of KL, with ~ and log without backslash", () => {
    expect(
      textsOf(String.raw`D_{KL}(P||Q) = E_{X~P}[log\frac{P(x)}{Q(x)}] = E_{X~P}[logP(x)-logQ(x)]`),
    ).toEqual(["KL(P ‖ Q) = E(x ~ P, log(P(x)/Q(x))) = E(x ~ P, log(P(x)) - log(Q(x)))"]);
  });

  test("the likelihood, whose superscript counts samples", () => {
    const tex = String.raw`L = \prod_{i=1}^m P_G(x^i; \theta)`;
    expect(textsOf(tex)).toEqual(["L = ∏(i=1, m, P_G(x[i] | θ))"]);
    expect(notes(tex)).toContain("x^i 读作第 i 个样本");
  });

  test("the merged integral: a lost argument, a lost dx, brackets that were meant", () => {
    const tex = String.raw`\int_xP_{data}logP_G(x,\theta)-P_{data}(x)logP_{data}(x)dx = \int_x P_{data}(x)log\frac{P_G(,\theta)}{P_{data}(x)}`;
    expect(textsOf(tex)).toEqual([
      "∫(x, -∞, ∞, P_data(x)*log(P_G(x | θ)) - P_data(x)*log(P_data(x))) = ∫(x, -∞, ∞, P_data(x)*log(P_G(x | θ)/P_data(x)))",
    ]);
    expect(notes(tex).join("\n")).toMatch(/积分少了 dx/);
    expect(notes(tex).join("\n")).toMatch(/少了一个自变量/);
    expect(notes(tex)).toContain("log 前少了反斜杠");
  });

  test("the chain to argmin KL over five lines, with a set between", () => {
    const tex = String.raw`\theta^* = arg max_{\theta} \prod_{i=1}^m P_G(x^i; \theta) = arg max_{\theta} log\prod_{i=1}^m P_G(x^i; \theta)
         = arg max_{\theta} \sum_{i=1}^m logP_G(x^i; \theta)  {x^1, x^2, .., x^m} from P_{data}(x)
         \approx arg max_{\theta} E_{x~P_{data}} [logP_G(x; \theta)]
         =arg max_{\theta} \int_x P_{data}(x) logP_G(x; \theta)dx - \int_x P_{data}(x)logP_{data}(x)dx
         =arg min_{\theta} KL(P_{data}(x)||P_G(x;\theta))`;
    const [chain, ...others] = readTex(tex).chains;
    expect(others).toEqual([]);
    expect(chain.map(({ relation }) => relation)).toEqual([
      undefined,
      "=",
      "=",
      "=",
      "≈",
      "=",
      "=",
    ]);
    expect(chain[6].expression).toBe("argmin(θ, KL(P_data ‖ P_G(· | θ)))");
    expect(notes(tex).some((text) => text.startsWith("略过"))).toBe(true);
  });
});

describe("one meaning, typed in many ways", () => {
  test.each([
    "D_{KL}(p||q)",
    String.raw`D_{\mathrm{KL}}(p \parallel q)`,
    String.raw`\mathrm{KL}[p\Vert q]`,
    String.raw`\operatorname{KL}\left(p \,\middle\|\, q\right)`,
    String.raw`\mathbb{D}_{KL}\bigl(p(x) \mid\mid q(x)\bigr)`,
    "KL(p, q)",
    "DKL(p‖q)",
    String.raw`D(p\&#124;q)`,
    "D_KL(p||q)",
  ])("%s is a divergence", (tex) => {
    expect(textsOf(tex)).toEqual(["KL(P ‖ Q)"]);
  });

  test.each([
    String.raw`\mathbb{E}_{x\sim p}\left[\log\frac{p(x)}{q(x)}\right]`,
    "E_{x~p}[log(p(x)/q(x))]",
    String.raw`\mathbb E_{p(x)}\Big[\ln {p(x)\over q(x)}\Big]`,
    String.raw`E_{p} \log \frac{p}{q}`,
    String.raw`\mathbb{E}_{p}\!\left[\log p(x)/q(x)\right]`,
  ])("%s is an expectation", (tex) => {
    expect(textsOf(tex)).toEqual(["E(x ~ P, log(P(x)/Q(x)))"]);
  });

  test.each([
    String.raw`\arg\max_\theta L(\theta)`,
    String.raw`arg max_{\theta} L(\theta)`,
    String.raw`argmax_\theta L(\theta)`,
    String.raw`\underset{\theta}{\operatorname{argmax}} L(\theta)`,
    String.raw`\underset{\theta}{\arg\max}\ L(\theta)`,
    String.raw`\mathop{\arg\max}\limits_{\theta} L(\theta)`,
    String.raw`\mathop{\mathrm{arg\,max}}_{\theta}\; L(\theta)`,
  ])("%s is an argmax", (tex) => {
    expect(textsOf(tex)).toEqual(["argmax(θ, L(θ))"]);
  });

  test.each([
    [String.raw`p_\theta(x)`, "P(x | θ)"],
    [String.raw`p(x;\theta)`, "P(x | θ)"],
    [String.raw`p(x|\theta)`, "P(x | θ)"],
    [String.raw`P(x \mid \theta)`, "P(x | θ)"],
  ])("%s has a parameter", (tex, text) => {
    expect(textsOf(`${tex} = 1`)[0]).toBe(`${text} = 1`);
  });

  test.each([
    [String.raw`\sum_x p(x)\log p(x)`, "∑(x ∈ P, P(x)*log(P(x)))"],
    [String.raw`\sum_{i=1}^n p(x_i)\log p(x_i)`, "∑(x ∈ P, P(x)*log(P(x)))"],
    [String.raw`\sum p(x)\log p(x)`, "∑(x ∈ P, P(x)*log(P(x)))"],
    [String.raw`\sum_{i=1}^{n}\log p(x_i)`, "∑(i=1, n, log(P(x[i])))"],
    [String.raw`\sum_{i=1}^{n}\log p(x^{(i)})`, "∑(i=1, n, log(P(x[i])))"],
    [String.raw`\sum_{i=1}^{K} y_i\log a_i`, "∑(i=1, K, y[i]*log(a[i]))"],
  ])("%s: a sum over values, or over a sample", (tex, text) => {
    expect(textsOf(tex)).toEqual([text]);
  });

  test.each([
    [String.raw`\int p(x)\log p(x)\,dx`, "∫(x, -∞, ∞, P(x)*log(P(x)))"],
    [String.raw`\int dx\, p(x)\log p(x)`, "∫(x, -∞, ∞, P(x)*log(P(x)))"],
    [String.raw`\int_{0}^{1} x(1-x)\,\mathrm{d}x`, "∫(x, 0, 1, x*(1 - x))"],
    [String.raw`\int p(x) - q(x)\,dx`, "∫(x, -∞, ∞, P(x) - Q(x))"],
  ])("%s: dx in any place", (tex, text) => {
    expect(textsOf(tex)).toEqual([text]);
  });
});

describe("blocks of several rows", () => {
  test("a chain in align goes on in the next row, and words beside it are passed over", () => {
    const tex = String.raw`\begin{align}
      KL(p\|q) &= \int p(x)\ln\frac{p(x)}{q(x)}\,dx && \text{定义} \\
      &\ge -\ln\int q(x)\,dx \tag{3} \\
      &= 0 \label{gibbs}
    \end{align}`;
    expect(textsOf(tex)).toEqual([
      "KL(P ‖ Q) = ∫(x, -∞, ∞, P(x)*log(P(x)/Q(x))) ≥ -log(∫(x, -∞, ∞, Q(x))) = 0",
    ]);
  });

  test("rows without a relation to the row above are chains of their own", () => {
    expect(
      textsOf(String.raw`H(p) = -\sum_x p(x)\log p(x) \\ H(p,q) = -\sum_x p(x)\log q(x)`),
    ).toHaveLength(2);
  });

  test("one unreadable row does not lose the block", () => {
    const reading = readTex(
      String.raw`H(p) = -\sum_x p(x)\log p(x) \\ H(p) = \frac{}{} \\ D(p\|q) \ge 0`,
    );
    expect(reading.chains.map((chain) => chain.length)).toEqual([2, 1, 2]);
    expect(reading.unread).toHaveLength(1);
    expect(reading.unread[0].reason).not.toBe("");
  });

  test("underbrace, boxed and colours hold what they hold", () => {
    expect(
      textsOf(
        String.raw`\boxed{D(p\|q) = \underbrace{H(p,q)}_{\text{交叉熵}} - \underbrace{H(p)}_{\text{熵}}}`,
      ),
    ).toEqual(["KL(P ‖ Q) = H(P, Q) - H(P)"]);
  });

  test("+ const is the relation up to a constant", () => {
    const [chain] = readTex(String.raw`D(p\|q) = -\sum_x p(x)\log q(x) + \text{const}`).chains;
    expect(chain[1]).toMatchObject({ relation: "=const", expression: "-∑(x ∈ P, P(x)*log(Q(x)))" });
  });
});

describe("places and errors", () => {
  test("each side says where it stands in the TeX", () => {
    const tex = String.raw`$$ D_{KL}(p\|q) = H(p,q) - H(p) $$`;
    const [chain] = readTex(tex).chains;
    expect(chain.map(({ at: [from, to] }) => tex.slice(from, to).trim())).toEqual([
      String.raw`D_{KL}(p\|q)`,
      "H(p,q) - H(p)",
    ]);
  });

  test("what is no text is refused, and so are options that do not exist", () => {
    expect(() => readTex(5 as never)).toThrow(/^readTex: .* \/ .*text/);
    expect(() => readTex("x", { lang: "en" } as never)).toThrow(/lang/);
  });

  test("English notes hold no Chinese", () => {
    const { notes: list } = readTex(String.raw`E[log p(x^i)] = \int p(x)`, { locale: "en" });
    expect(list.length).toBeGreaterThan(1);
    for (const { text } of list) expect(text).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test.each([
    "",
    "}",
    "{",
    "\\",
    "\\frac",
    "\\begin{align}",
    "$",
    "_",
    "^",
    "x_",
    "((((",
    "))))",
    "|||",
    "\\left(",
    "∑",
    "\\sum",
    "E_",
    "% c",
    "&&&",
    "\\\\\\\\",
    "=",
    "= = =",
    "\\int\\int",
    "a".repeat(3000),
    "(".repeat(2000),
  ])("never throws on a text, whatever it is: %j", (tex) => {
    const reading = readTex(tex);
    expect(reading.chains).toBeInstanceOf(Array);
    for (const { reason } of reading.unread) expect(reason).not.toBe("");
  });
});

describe("conditions, temperatures and comparisons are read or noted", () => {
  test("a sum without one of its indices", () => {
    const tex = String.raw`\sum_{k=1, k \neq i}^{n} a_k b_i`;
    expect(textsOf(tex)).toEqual(["∑(k=1, n, cases(a[k]*b[i], k ≠ i, 0))"]);
    expect(notes(tex)).toContain("求和的条件 k ≠ i 写成 cases");
    expect(textsOf(String.raw`\prod_{j \neq i} a_j`)[0]).toContain("cases(a[j], j ≠ i, 1)");
  });

  test("an index with a prime takes a letter of its own", () => {
    const [text] = textsOf(String.raw`\sum_{k=1}^{K}\sum_{k' \neq k} p_k p_{k'}`);
    expect(text).toContain("cases(p[k]*p[j], j ≠ k, 0)");
  });

  test("the square of a temperature is no value of a critic", () => {
    expect(textsOf("L = T^2 * KL(p||q) = Σ p(i) * log(p(i) / q(i)) * T²")[0]).toMatch(/\*T\^2\)$/);
  });

  test("conditions of cases come without their words", () => {
    const tex = String.raw`f = \begin{cases} 1 & \text{if } \theta \neq 0 \\ 0 & \text{当 } \theta = 0 \end{cases}`;
    expect(textsOf(tex)).toEqual(["f = cases(1, θ ≠ 0, 0, θ = 0)"]);
  });

  test.each([
    [String.raw`P(y_1 \succ y_2 \mid x) = \sigma(s)`, "≻"],
    [String.raw`\log p(x_i \mid x_{<i})`, "前面各项"],
    [String.raw`KL(\sigma(z/\tau) \| \sigma(y/\tau))`, "softmax"],
  ])("%s is noted", (tex, word) => {
    expect(notes(tex).join()).toContain(word);
  });
});
