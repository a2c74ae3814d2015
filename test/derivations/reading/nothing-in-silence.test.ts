import { describe, expect, test } from "vitest";
import { readTex } from "../../../src/derivations";
import { notesOf, reasonsOf, textOf } from "./reading-texts";

describe("a superscript that is no number is a part of the name, and said", () => {
  test.each([
    [String.raw`x^{adv} = x + \epsilon s`, "x_adv = x + ε*s", /x\^adv 的上标读作名字的一部分/],
    [String.raw`w^{new} = w^{old} - \eta g`, "w_new = w_old - η*g", /w\^new.*不是幂/],
    [
      String.raw`H = -\sum_k y_k^{true}\log y_k^{pred}`,
      /y_true\[k\]\*log\(y_pred\[k\]\)/,
      /y\^true/,
    ],
    [String.raw`m_k^{fit} = c_k`, "m_fit[k] = c[k]", /m\^fit/],
    [String.raw`V^\pi(s) = \max_a Q^\pi(s,a)`, "V_π(s) = max(a, Q_π(s, a))", /V\^π/],
    [
      String.raw`A^{\pi_\theta}(s,a) = Q^{\pi_\theta}(s,a) - V^{\pi_\theta}(s)`,
      /^A_πθ\(s, a\)/,
      /A\^π_θ/,
    ],
    [String.raw`J(\pi') = d^{\pi'}(s) - d^\pi(s)`, "J(πp) = d_πp(s) - d_π(s)", /d_πp/],
    [String.raw`P^\pi(y|x) = \sum_a \pi(a|x)P(y|x,a)`, /^P_π\(y \| x\) = /, /P\^π/],
    [String.raw`d(a^s, a^t) = |a^s - a^t|`, "d(a_s, a_t) = abs(a_s - a_t)", /a\^s.*不是幂/],
    [String.raw`D(b^T\|b^S) = L`, "KL(b_T ‖ b_S) = L", /b\^T.*不是幂/],
    [String.raw`f^\theta(x) = \theta x`, "f_θ(x) = θ*x", /f\^θ/],
  ])("%s", (tex, text, note) => {
    if (typeof text === "string") expect(textOf(tex)).toBe(text);
    else expect(textOf(tex)).toMatch(text);
    expect(notesOf(tex)).toMatch(note);
  });

  test.each([
    [String.raw`(1-p)^{1-y}p^y = c`, "(1 - p)^(1 - y)*p^y = c"],
    [String.raw`\sum_x p^\alpha(x) q^{1-\alpha}(x) = c`, "∑(x ∈ P, P(x)^α*Q(x)^(1 - α)) = c"],
    [String.raw`e^{abc} = e^{ab}`, "exp(a*b*c) = exp(a*b)"],
    [String.raw`\sum_{k=0}^\infty \gamma^k r_k = R`, "∑(k=0, ∞, γ^k*r[k]) = R"],
    [String.raw`\sum_{k=0}^\infty q^k = \frac1{1-q}`, "∑(k=0, ∞, q^k) = 1/(1 - q)"],
  ])("%s stays a power", (tex, text) => {
    expect(textOf(tex)).toBe(text);
    expect(notesOf(tex)).not.toMatch(/名字的一部分/);
  });

  test("a letter over a name that stands nowhere else is read as a power, and doubted", () => {
    for (const tex of ["a^c = b", "m = u^g", "h(x) = w^b x", "z^r + 1 = v"])
      expect(notesOf(tex)).toMatch(/读作幂；.若?在别处没有出现|读作幂；\w 在别处没有出现/);
  });
});

describe("an index moves with its sum", () => {
  test.each([
    [String.raw`G_t = \sum_{k=0}^\infty \gamma^k R_{t+k+1}`, /R\[t \+ k \+ 1\]/],
    [String.raw`A_t = \sum_{l=0}^\infty c^l \delta_{t+l}`, /δ\[t \+ l\]/],
    [String.raw`N_k = \sum_{n=1}^N z_{nk}`, /z\[n, k\]/],
    [String.raw`L = \sum_{k=1}^K w_k D(\pi_S\|\pi_{T_k})`, /π_T\[k\]/],
    [String.raw`L = \sum_{j=1}^J v_j D(p\|q_{S_j})`, /Q_S\[j\]|q_S\[j\]/],
    [
      String.raw`L = \sum_i P_{student,i}\log P_{teacher,i}`,
      /p_student\[i\]\*log\(p_teacher\[i\]\)/,
    ],
  ])("%s", (tex, text) => {
    expect(textOf(tex)).toMatch(text);
  });

  test.each([
    [String.raw`\log p(x) = \sum_{t=1}^T \log p(x_t|x_{1:t-1})`, "t"],
    [String.raw`\log p(y) = \sum_{i=1}^n \log p(y_i|y_{1:i})`, "i"],
    [String.raw`L = \sum_{k=1}^K \log q(z_k|z_{k:K})`, "k"],
    [String.raw`L = \sum_{j=1}^n \log p(w_j|w_{j-2:j-1})`, "j"],
  ])("%s: where only a name is left of it, that is said", (tex, index) => {
    expect(notesOf(tex)).toContain(`里面的下标 ${index} 不随求和变`);
  });

  test("steps k and k + 1 that nothing counts are two names", () => {
    expect(textOf(String.raw`\theta_{k+1} = \theta_k + a_k`)).toMatch(/^θ_k1 = θ_k \+ /);
    expect(textOf(String.raw`b_{n+1} = b_n(1-c)`)).toBe("b_n1 = b_n*(1 - c)");
    expect(textOf(String.raw`s_{t+1} - s_t = v`)).toBe("s_t1 - s_t = v");
    expect(textOf(String.raw`\mu_k - \mu_{k-1} = v`)).toBe("μ_k - μ_km1 = v");
  });
});

describe("what binds nothing is said", () => {
  test.each([
    [String.raw`L = \mathbb{E}[r_t A_t]`, /期望对 x 取，里面却没有 x/],
    [String.raw`C = \sum_{i=1}^n c`, /求和或求积对 i 取，里面却没有 i/],
    [String.raw`a = \arg\min_c H(p)`, /最优点对 c 取，里面却没有 c/],
    [String.raw`m = \max_b V(s)`, /max 对 b 取，里面却没有 b/],
    [String.raw`x_{t+1} = x_t + \nabla_x \log p(x_t)`, /对 x 求导，里面却没有 x/],
    [String.raw`\mathbb{E}_{x\sim p}[c] = c`, /期望对 x 取，里面却没有 x/],
  ])("%s", (tex, note) => {
    expect(notesOf(tex)).toMatch(note);
  });

  test.each([
    String.raw`\mathbb{E}_{x\sim p}[f(y)] = c`,
    String.raw`\mathbb{E}_{z\sim q}[g(x)] = c`,
    String.raw`\mathbb{E}_{(x,y)\sim p}[f(z)] = c`,
    String.raw`\mathbb{E}_{y\sim p}[\log h(x)] \le c`,
  ])("%s: once, in each language", (tex) => {
    for (const locale of ["zh-CN", "en"] as const) {
      const texts = readTex(tex, { locale }).notes.map(({ text }) => text);
      expect(texts.filter((text) => /^期望对|expectation (is )?over/.test(text))).toHaveLength(1);
    }
  });

  test.each([
    [
      String.raw`L = \mathbb{E}_t[\frac{\pi_\theta(a_t|s_t)}{\pi_{old}(a_t|s_t)} A_t]`,
      /A_t 随 t 一同变/,
    ],
    [String.raw`\mathbb{E}[(r_i - b)\nabla_\theta\log p_\theta(y_i)] = 0`, /r_i 随 i 一同变/],
    [String.raw`\hat{\mathbb{E}}_t[u_t \log \pi(a_t|s_t)] = 0`, /u_t 随 t 一同变/],
    [String.raw`\mathbb{E}[w_i \log q(x_i)] = 0`, /w_i 随 i 一同变/],
  ])("%s: a factor with the index of what is drawn", (tex, note) => {
    expect(notesOf(tex)).toMatch(note);
  });

  test.each([
    [String.raw`C = \max_{p(x)} I(X;Y)`, "C = max(P, I(x; y))", /max 对分布 p\(x\) 取/],
    [String.raw`R = \min_{p(z|x)} I(X;Z)`, "R = min(P, I(x; z))", /min 对分布 p\(z\|x\) 取/],
    [String.raw`C = \sup_{q(x)} H(Y) - H(Y|X)`, /^C = max\(Q, /, /sup 对分布 q\(x\) 取/],
    [String.raw`R = \inf_{q(y|x)} I(X;Y)`, "R = min(Q, I(x; y))", /inf 对分布/],
  ])("%s is over a distribution", (tex, text, note) => {
    if (typeof text === "string") expect(textOf(tex)).toBe(text);
    else expect(textOf(tex)).toMatch(text);
    expect(notesOf(tex)).toMatch(note);
  });
});

describe("what looks like a product and is none", () => {
  test.each([
    [String.raw`ds^2 = g\,d\theta^2`, "ds^2 = g*dθ^2", /dθ 读作一个名字/],
    [
      String.raw`D(p_\theta\|p_{\theta+d\theta}) = \frac12 d\theta^T F d\theta`,
      /= 1\/2\*transpose\(dθ\)\*F\*dθ$/,
      /dθ/,
    ],
    [String.raw`dx = f dt + g dw`, "dx = f*dt + g*dw", /dt 读作一个名字/],
    [
      String.raw`ds^2 = \frac{1}{\sigma^2}(d\mu^2 + 2d\sigma^2)`,
      "ds^2 = 1/σ^2*(dμ^2 + 2*dσ^2)",
      /dμ/,
    ],
    [String.raw`\gamma(z_{nk}) = r`, /^γ\(z_nk\) = r$/, /γ\(z_nk\) 读作函数/],
    [String.raw`\eta(\pi) = c`, "η(π) = c", /η\(π\) 读作函数/],
    [String.raw`\log Z = \sum_i \lambda_i f_i(x)`, /λ\[i\]\*f\[i\]\(x\)/, /∑_i 没写上限/],
    [String.raw`A(P,Q) = -\ln BC(P,Q)`, "A(P, Q) = -log(BC(P, Q))", /BC 读作一个函数的名字/],
    [String.raw`PMI(x;y) = \log\frac{p(x,y)}{p(x)p(y)}`, /^PMI\(x, y\) = /, /PMI/],
    [String.raw`MMD^2(P,Q) = c`, "MMD(P, Q)^2 = c", /MMD/],
    [String.raw`H[x] = -\int p(x)\ln p(x)dx`, /^H\(P\) = /, /H\(x\) 读作 P 的熵/],
    [String.raw`S(r) = -\mathrm{Tr} r\ln r`, "S(r) = -tr(r*log(r))", /tr 没有括号/],
    [String.raw`1 - BC = c`, "1 - B*C = c", /BC 读作字母的乘积/],
  ])("%s", (tex, text, note) => {
    if (typeof text === "string") expect(textOf(tex)).toBe(text);
    else expect(textOf(tex)).toMatch(text);
    expect(notesOf(tex)).toMatch(note);
  });

  test.each([
    [String.raw`\frac12(d\sigma^2 - d - d\log\sigma^2) = c`, "1/2*(d*σ^2 - d - d*log(σ^2)) = c"],
    [String.raw`\lambda(r - 1) = c`, "λ*(r - 1) = c"],
    ["p_i(1-p_i) = v", "p[i]*(1 - p[i]) = v"],
    [String.raw`\int f(x)dx = 1`, "∫(x, -∞, ∞, f(x)) = 1"],
  ])("%s still is one", (tex, text) => {
    expect(textOf(tex)).toBe(text);
  });
});

describe("a gradient", () => {
  test.each([
    [String.raw`D = A(b) - A(a) - \nabla A(a)(b - a)`, /∂\(a, A\(a\)\)\*\(b - a\)$/],
    [
      String.raw`D = \psi(x) - \psi(y) - \nabla\psi(y)^T(x-y)`,
      /transpose\(∂\(y, ψ\(y\)\)\)\*\(x - y\)$/,
    ],
    [String.raw`f(y) \ge f(x) + \nabla f(x)\cdot(y-x)`, /∂\(x, f\(x\)\)\*\(y - x\)$/],
    [String.raw`D = F(p) - F(q) - \nabla F(q)\cdot(p - q)`, /∂\(q, F\(q\)\)\*\(p - q\)$/],
  ])("%s is of the function before the bracket", (tex, text) => {
    expect(textOf(tex)).toMatch(text);
    expect(notesOf(tex)).toMatch(/∇ 没写对谁求导，读作对/);
  });

  test("by φ is by a number, and ∂_i by the i-th parameter", () => {
    expect(textOf(String.raw`g = \mathbb{E}_{q_\phi(z)}[f(z)\nabla_\phi\log q_\phi(z)]`)).toContain(
      "∂(φ, log(Q(z | φ)))",
    );
    expect(textOf(String.raw`g_{ij} = -\mathbb{E}[\partial_i\partial_j\log p]`)).toContain(
      "∂(θ[i], ∂(θ[j], ",
    );
  });
});

describe("relations and places that say less than they seem to", () => {
  test.each([
    [String.raw`\frac1n\log p_n \to -h`, /→ 两边分开读/],
    [String.raw`b_n \doteq 2^{-nD}`, /≐ 读作 ≈/],
    [String.raw`R \lesssim \sqrt n`, /≲ 读作 ≤/],
    [String.raw`R \gtrsim \log n`, /≳ 读作 ≥/],
    [String.raw`w \leftarrow w - g`, /← 读作 :=/],
    [String.raw`P(y=1|x) = s`, /y = 1 作自变量：只读取值 1/],
    [String.raw`P(Y=k) = s_k`, /y = k 作自变量/],
    [String.raw`Q^n(x) = c`, /Q\^n\(…\) 读作幂/],
    [String.raw`p(x^n) = c`, /x\^n 读作幂；若指 n 个值的序列/],
    [String.raw`I(X^n;Y^n) \le nC`, /X\^n 读作幂/],
    [String.raw`D_G^*(x) = c`, /D_G\^\* 的下标 G 略去/],
    [
      String.raw`\log p_\theta(x) = \log\int p_\theta(z)p_\theta(x|z)dz`,
      /先验 p_θ\(z\) 的参数 θ 略去/,
    ],
    [String.raw`C = 1 - H(p)`, /若 p 是一个概率，写 H_b\(p\)/],
    [String.raw`D(\theta_0\|\theta) = c`, /散度里的参数读作它的分布 P\(· \| θ_0\)/],
    [String.raw`i(x_i;y_j) = I(x_i;y_j)`, /点互信息/],
    [String.raw`z = \mathcal{E}(x;w)`, /花体 E\(…\) 读作一个函数/],
  ])("%s", (tex, note) => {
    expect(notesOf(tex)).toMatch(note);
  });

  test.each([
    [String.raw`F(q) = \mathbb{E}_q[E(x)] - H(q)`, /能量函数/],
    [String.raw`\ln q_j = \mathbb{E}_{-j}[\ln p(x,z)]`, /对别的因子取期望/],
    [String.raw`W^2 = \inf_\pi \int |x-y|^2 d\pi(x,y)`, /对联合分布积分/],
    [String.raw`U = \langle u\rangle + \mathbb{E}_p[E(s)]`, /能量函数/],
  ])("%s is not read, with the reason", (tex, reason) => {
    expect(reasonsOf(tex)).toMatch(reason);
  });

  test.each([
    "F_{ij} = c",
    String.raw`\mathbb{E}_{(x,y,z)\sim p}[f(x,y,z)] = c`,
    String.raw`\mathrm{KL}(N(\mu,\Sigma)\|N(0,1)) = c`,
    String.raw`\sum_k \pi_k D(p_k\|q_k) = c`,
  ])("what the language cannot express is said: %s", (tex) => {
    const { notes } = readTex(tex);
    expect(notes.some(({ kind, text }) => kind === "skipped" && /只显示，不检验/.test(text))).toBe(
      true,
    );
  });
});

describe("what is drawn is what stands inside", () => {
  test.each([
    [String.raw`V(s) = \mathbb{E}_{s'\sim P}[V(s')]`, "V(s) = E(sp ~ P, V(sp))"],
    [
      String.raw`J = \mathbb{E}_{(s_t,a_t)\sim\rho}[r(s_t,a_t)]`,
      "J = E((s_t, a_t) ~ ρ, r(s_t, a_t))",
    ],
    [
      String.raw`L = \mathbb{E}_{\hat x}[D(\hat x)] - \mathbb{E}_{x\sim p}[D(x)]`,
      /^L = E\(x_hat ~ P, D\(x_hat\)\)/,
    ],
    [String.raw`I(X;\hat X) = R`, "I(x; x_hat) = R"],
    [
      String.raw`I(\theta) = \mathbb{E}_\theta[(\frac{\partial}{\partial\theta}\log f(X;\theta))^2]`,
      /E\(x ~ /,
    ],
    [
      String.raw`I(X;Y) = \mathbb{E}_{Y}[D(p_{X|Y}\|p_X)]`,
      /E\(y ~ P\(y\), KL\(P\(· \| y\) ‖ P\(x\)\)\)/,
    ],
    [String.raw`V(s) = \alpha\log\sum_a e^{Q(s,a)/\alpha}`, /∑\(a ∈ π\(· \| s\), /],
    [String.raw`q(x_t|x_{t-1}) = N(x_t; c x_{t-1}, \beta_t I)`, /sqrt\(β_t\)\)$/],
    [String.raw`C = 1 - H_b(p)`, "C = 1 - H(Bern(p))"],
    [String.raw`H(P_e) + P_e\log m \ge h`, "H(Bern(P_e)) + P_e*log(m) ≥ h"],
  ])("%s", (tex, text) => {
    if (typeof text === "string") expect(textOf(tex)).toBe(text);
    else expect(textOf(tex)).toMatch(text);
  });
});

describe("marks, primes and steps tell names apart", () => {
  test.each([
    [String.raw`D = \sum_{x,\hat x}p(x)p(\hat x|x)d(x,\hat x)`, /∑\(x ∈ P, ∑\(x_hat ∈ /],
    [String.raw`c = \sum_{\tilde z} q(\tilde z)`, "c = ∑(z_tilde ∈ Q, Q(z_tilde))"],
    [String.raw`R = \sum_{t'=1}^T \gamma^{t'} r_{t'}`, "R = ∑(tp=1, T, γ^tp*r[tp])"],
    [String.raw`L = \sum_n \sum_t \log p(a_t^n|s_t^n)`, /a\[t, n\] \| s\[t, n\]/],
    [String.raw`J^{\theta'}(\theta) = A^{\theta'}(s)`, "J_θp(θ) = A_θp(s)"],
    [String.raw`L = -\mathbb{E}_{q(x_0)}\log p_\theta(x_0)`, "L = -E(x_0 ~ Q, log(P(x_0 | θ)))"],
    [String.raw`J = \mathbb{E}_{(s_t,a_t)\sim\pi}[\log\pi(a_t|s_t)]`, /π\(a_t \| s_t\)/],
    [String.raw`C = \max_{p_X} I(X;Y)`, "C = max(P, I(x; y))"],
  ])("%s", (tex, text) => {
    if (typeof text === "string") expect(textOf(tex)).toBe(text);
    else expect(textOf(tex)).toMatch(text);
  });

  test.each([
    [String.raw`P(x) = \int p(z) I_{[G(z)=x]}dz`, /cases\(1, G\(z\) = x, 0\)/],
    [String.raw`P(a) = \sum_x p(x) I_{x > 0}`, /cases\(1, x > 0, 0\)/],
    [String.raw`n = \sum_{i=1}^m 1_{[x_i \ge 0]}`, /cases\(1, /],
    [String.raw`m = \mathbb{E}[I_{\{x = 1\}}]`, /cases\(1, x = 1, 0\)/],
  ])("%s: an indicator", (tex, text) => {
    expect(textOf(tex)).toMatch(text);
  });

  test.each([
    [String.raw`g = \frac{|D_1|}{|D|}a + \frac{|D_2|}{|D|}b`, "g = n_D_1/n_D*a + n_D_2/n_D*b"],
    [String.raw`H(X) = \mathbb{E}[I(X)]`, /E\(x ~ P, I\(x\)\)/],
    [String.raw`p(w|x) = \frac{p(x|w)}{\sum_j p(x|\omega_j)p(\omega_j)}`, /P\(x \| ω\)\*P\(ω\)/],
    [
      String.raw`K(\theta\|\theta+h) = \frac12 h^T F h`,
      "KL(P(· | θ) ‖ P(· | θ + h)) = 1/2*transpose(h)*F*h",
    ],
  ])("%s", (tex, text) => {
    if (typeof text === "string") expect(textOf(tex)).toBe(text);
    else expect(textOf(tex)).toMatch(text);
  });

  test.each(["N(\\epsilon) = 2", "k(t) = c", "b(v) = v", "n(u) = r"])(
    "%s: a product with one name in brackets is said",
    (tex) => {
      expect(notesOf(tex)).toMatch(/读作乘积；若是函数/);
    },
  );
});

describe("signs that used to vanish", () => {
  test.each([
    [String.raw`S = \sum_{ij} p_i w_{ij}`, /∑\(i=1, m, ∑\(j=1, n, p\[i\]\*w\[i, j\]\)\)/],
    [String.raw`Z = \sum_{kl} a_k b_l`, /∑\(k=1, K, ∑\(l=1, n, a\[k\]\*b\[l\]\)\)/],
    [String.raw`C = \sum_{ijk} a_{ijk}`, /∑\(k=1, K, a\[i, j, k\]\)/],
    [String.raw`\log p = \sum_i \log p(x_i|x_{-i})`, /x_without_i/],
    [String.raw`L = \log p(z|x_{\setminus M})`, /x_without_M/],
    [String.raw`\Delta S = S_2 - S_1`, "ΔS = S_2 - S_1"],
    [String.raw`W \ge \Delta F`, "W ≥ ΔF"],
    [String.raw`P_R(-W) = c`, "P_R(-W) = c"],
    [String.raw`L = \sum_i F_i(\theta_i - a_i)^2`, /F\[i\]\*\(θ\[i\] - a\[i\]\)\^2/],
    [String.raw`\langle W\rangle = c`, /^E\(/],
    [String.raw`\mathbb{H}[y|x,D] = h`, "H(y | x, D) = h"],
    [String.raw`ECE = \sum_m a_m`, /^ECE = /],
    [String.raw`W \le I(X;M)`, "W ≤ I(x; M)"],
  ])("%s", (tex, text) => {
    if (typeof text === "string") expect(textOf(tex)).toBe(text);
    else expect(textOf(tex)).toMatch(text);
  });

  test.each([
    [String.raw`I(p\|q) = c`, /I\(p ‖ q\) 读作KL散度/],
    [String.raw`P(err) = c`, /err 读作字母的乘积/],
    [String.raw`k(x) = c`, /k\(x\) 读作函数/],
    [String.raw`p_i = softmax(z_i)`, /softmax\(z_i\) 读作 softmax\(z\) 的第 i 项/],
    [String.raw`1. H \ge 0`, /略过：1\./],
  ])("%s is said", (tex, note) => {
    expect(notesOf(tex)).toMatch(note);
  });

  test.each([
    [String.raw`KL(T_\#P\|T_\#Q) \le KL(P\|Q)`, /推前测度/],
    [String.raw`\partial_t p = \nabla\cdot(p\nabla V)`, /向量场的散度/],
  ])("%s is not read", (tex, reason) => {
    expect(reasonsOf(tex)).toMatch(reason);
  });
});

describe("a horizon is a number, and a letter that counts steps is said to be drawn", () => {
  test.each([
    [
      String.raw`\mathbb{E}_{\tau\sim\pi}[\sum_{t=0}^T \gamma^t r_t] = c`,
      "E(τ ~ π, ∑(t=0, T, γ^t*r[t])) = c",
    ],
    [String.raw`E_{x\sim p}[\sum_{t=1}^T t f(x)] = c`, "E(x ~ P, ∑(t=1, T, t*f(x))) = c"],
    [
      String.raw`\int p(x) \sum_{k=1}^T a_k g(x) dx = c`,
      "∫(x, -∞, ∞, P(x)*∑(k=1, T, a[k]*g(x))) = c",
    ],
    [String.raw`E_{x\sim p}[\prod_{t=1}^{T} g(x)] = c`, "E(x ~ P, ∏(t=1, T, g(x))) = c"],
    [String.raw`E_{x\sim p}[T] = c`, "E(x ~ P, T(x)) = c"],
  ])("%s", (tex, text) => {
    expect(textOf(tex)).toBe(text);
  });

  test.each([
    [String.raw`L = E_q[\|\mu_\theta(x_t,t)\|^2]`, /E 的下标 q 没写变量，读作 t ~ Q/],
    [String.raw`L = E_q[f(x_t,t)]`, /读作 t ~ Q/],
    [String.raw`L = E_p[(\epsilon_t - g(t))^2]`, /读作 t ~ P/],
    [String.raw`I_q(x;z) = c`, /I_q\(…\) 只当作一个函数的名字，不是互信息/],
    [String.raw`E_{p(x)}[KL(q(z|x)\|p(z))] = I_q(x;z) + KL(q(z)\|p(z))`, /I_q\(…\)/],
    [String.raw`L = I_\phi(x, z) - I_\phi(z, y)`, /I_φ\(…\)/],
  ])("%s is said", (tex, note) => {
    expect(notesOf(tex)).toMatch(note);
  });
});

describe("a sum or product of what is no distribution, where one belongs, is read as it stands", () => {
  test.each([
    [String.raw`KL(\prod_i f(x)\|q) = c`, "KL(∏(i=1, m, f(x)) ‖ Q) = c"],
    [String.raw`KL(\prod_i\prod_j f(x)\|q) = c`, "KL(∏(i=1, m, ∏(j=1, n, f(x))) ‖ Q) = c"],
    [String.raw`KL(p\|\sum_k\log p_k) = c`, "KL(P ‖ ∑(k=1, K, log(p[k]))) = c"],
    [String.raw`KL(p\|\sum_k |x|) = c`, "KL(P ‖ ∑(k=1, K, abs(x))) = c"],
    [String.raw`\mathbb{E}_{q\sum_i f(z)}[g(z)] = c`, "E(z ~ Q*∑(i=1, m, f(z)), g(z)) = c"],
    [String.raw`KL(\prod_i p_i\|\prod_i q_i) = c`, "KL(∏(i=1, m, P[i]) ‖ ∏(i=1, m, Q[i])) = c"],
  ])("%s", (tex, text) => {
    expect(textOf(tex)).toBe(text);
  });
});
