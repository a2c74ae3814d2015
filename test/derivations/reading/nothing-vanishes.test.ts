import { describe, expect, test } from "vitest";
import { readTex } from "../../../src/derivations";

/** All that a reader is told of a formula. */
function told(tex: string): string {
  const { chains, notes, unread } = readTex(tex);
  return JSON.stringify([
    chains.map((chain) => chain.map(({ relation, expression }) => [relation, expression])),
    notes.map(({ text }) => text),
    unread.map(({ reason }) => reason),
  ]);
}

/** Commands of layout, of faces and of what is typed in many ways. */
const layout =
  /^\\(left|right|big|Big|bigg|Bigg|middle|mathrm|mathbb|mathbf|mathcal|mathsf|text|operatorname|quad|qquad|limits|tfrac|dfrac|frac|cdot|displaystyle|mathop|nonumber|label|tag|vec|\W)$/;

/** What can be taken out and nothing is told of it. */
function lostIn(tex: string): readonly string[] {
  const whole = told(tex);
  const pieces = [...tex.matchAll(/\\[A-Za-z]+|\\.|[\p{L}\d=<>+\-−|‖!?≠≥≤≈'²½√∂∇∑∫∏∞/]/gu)];
  return pieces.flatMap(({ 0: piece, index }) => {
    if (layout.test(piece)) return [];
    // K(p ‖ q) is KL(p ‖ q), and JS the same as JSD.
    if (/^[LD]$/.test(piece) && /(K|JS)$/.test(tex.slice(0, index))) return [];
    const without = tex.slice(0, index) + tex.slice(index + piece.length);
    return told(without) === whole ? [`${piece} at ${index}`] : [];
  });
}

describe("whatever is taken out of a formula, the reading, a note or what is unread changes", () => {
  test.each([
    String.raw`KL(p||q)=\sum_x p(x)\log(p(x)/q(x)) > 0`,
    String.raw`D_{KL}\left(q_\phi(z|x)\middle\|p(z)\right) \ge 0`,
    String.raw`H(Y|X)=\sum_x p(x)H(Y|X=x) \le H(Y)`,
    String.raw`\mathrm{Cov}(X,Y)=E[XY]-E[X]E[Y]`,
    String.raw`\log p(x) \ge E_q[\log p(x,z)]+H(q)`,
    String.raw`L_{DPO} = -E_{(x,y_w,y_l)~D}[\log σ(β \log π_θ(y_w|x)/π_{ref}(y_w|x))]`,
    String.raw`\frac12\log 2\pi e\sigma^2 < \log 3`,
    "I(θ)=E[(∂/∂θ log p(x|θ))^2]",
    "KL(N(μ,σ²)||N(0,1)) = ½(μ²+σ²-1-log σ²)",
    String.raw`p(z|x) = \frac{p(x|z)p(z)}{\sum_{z'} p(x|z')p(z')}`,
    String.raw`\min_G \max_D E_{x\sim p_{data}}[\log D(x)] + E_{z\sim p_z}[\log(1-D(G(z)))]`,
    String.raw`E_{p}^{n}[f(x)] \neq E_{p}[f(y)]`,
    String.raw`D_{KL}^{n}(p\|q) \ll KL^2(p\|q)`,
    String.raw`JS_{w}(p\|q) + KL_{\beta}(p\|q)`,
    String.raw`H_{\alpha}(p) \le H_\infty(p)`,
    String.raw`\sum_{x: p(x)>0} p(x)\log p(x)`,
    String.raw`\int_{A} p(x) dx \approx 1`,
    String.raw`\sum_{x\in A} p(x)`,
    String.raw`I_p(X;Y)`,
    String.raw`\|x\|_p \ge |y|`,
    String.raw`f^{(2)}(x) - g'(x)`,
    String.raw`\left. \frac{d}{dx} x^2 \right|_{x=0} = 0`,
    String.raw`\mathbf{1}\{x>0\} \pm 2`,
    String.raw`\mathbb{V}_p[x] \ge 0`,
    String.raw`\prod_{i=2}^{n} p(x_i|x_{i-1})`,
    String.raw`H(p;q) \ge H(p)`,
    String.raw`\operatorname*{arg\,min}_\theta f(\theta) = \lim_{x\to 0} g(x)`,
    String.raw`a \to b`,
  ])("%s", (tex) => {
    expect(lostIn(tex)).toEqual([]);
  });

  test.each([
    "5\\%",
    "x!",
    String.raw`A \subset B`,
    String.raw`x \in A`,
    String.raw`X \to Y \to Z`,
    String.raw`\sum_{i<j} a_i b_j`,
    String.raw`\sum_{x>0} p(x)`,
    "I(X;Y;Z)",
    String.raw`P(A\cup B)`,
    String.raw`a \bmod b`,
    String.raw`\ddot x`,
  ])("%s is not read, and says so", (tex) => {
    const { chains, unread } = readTex(tex);
    expect(chains).toEqual([]);
    expect(unread).toHaveLength(1);
  });
});

test("every part of a block stands in a chain, in a note or in what is unread", () => {
  const tex = String.raw`\begin{aligned} KL(p\|q) &= \sum_x p(x)\log\frac{p(x)}{q(x)} \label{a} \\ &= H(p,q)-H(p) \nonumber \\ &> 0 \quad \text{当 } p \neq q, \; x \in A, \; a \cup b = 1 \end{aligned}`;
  const { chains, notes, unread } = readTex(tex);
  const covered = [...chains.flat(), ...notes, ...unread].map(({ at }) => at);
  const rest = [...tex].map((char, i) => (covered.some(([a, b]) => a <= i && i < b) ? " " : char));
  const left = rest
    .join("")
    .replace(/\\(begin|end)\{aligned\}|\\label\{a\}|\\nonumber|\\quad|\\text\{\s*\}?|\\[;\\]/g, "")
    .replace(/\\(neq|cup)/g, "")
    .replace(/[&=>,{}\s]/g, "");
  expect(left).toBe("");
});
