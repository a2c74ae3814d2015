import { expect, test } from "vitest";
import { readTex } from "../../../src/derivations";
import { samenessOf } from "./same-structure";

// Each equivalence beside a formula that it must not let through.
test.each([
  // The order of addends and factors; names, one for one.
  ["D(p||q) = H(p,q) - H(p)", "KL(P ‖ Q) = -H(P) + H(P, Q)", "same"],
  ["D(p||q) = H(p,q) - H(p)", "KL(F ‖ G) = H(F, G) - H(F)", "same"],
  ["D(p||q) = H(p,q) - H(p)", "KL(F ‖ G) = H(G, F) - H(F)", "different"],
  ["D(p||q) = H(p,q) - H(p)", "KL(P ‖ Q) = H(P, Q) - H(Q)", "different"],
  ["D(p||q) = H(p,q) - H(p)", "KL(P ‖ P) = H(P, P) - H(P)", "different"],
  ["D(p||q) = H(p,q) - H(p)", "KL(P ‖ Q) = H(P, Q) + H(P)", "different"],
  ["D(p||q) = H(p,q) - H(p)", "KL(P ‖ Q) = H(P, Q) - 2*H(P)", "different"],
  ["D(p||q) = H(p,q) - H(p)", "TV(P, Q) = H(P, Q) - H(P)", "different"],
  ["a b = c", "b*a = c", "same"],
  ["a b = c", "a/b = c", "different"],
  // The relation.
  ["D(p||q) \\ge 0", "KL(P ‖ Q) ≥ 0", "same"],
  ["D(p||q) \\ge 0", "KL(P ‖ Q) ≤ 0", "different"],
  ["D(p||q) \\ge 0", "KL(P ‖ Q) = 0", "different"],
  // A first side that is a mere name, or missing.
  ["D_{KL} = H(p,q) - H(p)", "KL(P ‖ Q) = H(P, Q) - H(P)", "same"],
  ["D_{KL} = H(p,q) - H(p)", "KL(P ‖ Q) = H(P, Q)", "different"],
  // Where a sign stands.
  ["c = \\frac{-b}{1-D}", "c = -(b/(1 - D))", "same"],
  ["c = \\frac{-b}{1-D}", "c = b/(1 - D)", "different"],
  ["c = -(a - 2 b)", "c = 2*b - a", "same"],
  ["c = -(a - 2 b)", "c = a - 2*b", "different"],
  // d(f, x) is ∂(x, f); of which and in what matters.
  ["\\frac{\\partial f}{\\partial x} = 2 x", "d(f, x) = 2*x", "same"],
  ["\\frac{\\partial f}{\\partial x} = 2 x", "d(x, f) = 2*x", "different"],
  // log₂ and log/log 2; √ and ^½; 1/A and inv(A).
  ["a = \\log_2 b", "a = log(b)/log(2)", "same"],
  ["a = \\log_2 b", "a = log(b)/log(3)", "different"],
  ["a = \\sqrt{b}", "a = b^(1/2)", "same"],
  ["a = \\sqrt{b}", "a = b^2", "different"],
  // The support that a bare ∑_x runs over is the reader's; which variable it binds is not.
  ["c = \\sum_x p(x) f(x)", "c = ∑(y ∈ Y, P(y)*f(y))", "same"],
  ["c = \\sum_x p(x) f(x)", "c = ∑(y ∈ Y, P(x)*f(y))", "different"],
  ["c = \\sum_x p(x) f(x)", "c = ∏(x ∈ P, P(x)*f(x))", "different"],
  ["c = \\sum_x p(x) f(x)", "c = ∑(i=1, n, P(x[i])*f(x[i]))", "different"],
  // Values by cases and an indicator that multiplies.
  ["c = \\sum_{k=1,k\\ne i}^K a_k", "c = ∑(k=1, K, cases(a[k], k ≠ i, 0))", "same"],
  ["c = \\sum_{k=1,k\\ne i}^K a_k", "c = ∑(k=1, K, cases(a[k], k = i, 0))", "different"],
  // More than is printed: counted apart.
  [
    "K = E_{x \\sim q}[r - 1 - \\log r]",
    "k = E(x ~ Q, P(x)/Q(x) - 1 - log(P(x)/Q(x)))",
    "supplied",
  ],
  [
    "K = E_{x \\sim q}[r - 1 - \\log r]",
    "k = E(x ~ Q, P(x)/Q(x) - 1 - log(Q(x)/P(x)))",
    "different",
  ],
] as const)("the comparer of given readings: %s, %s", (tex, reading, due) => {
  expect(samenessOf(readTex(tex).chains, reading)).toBe(due);
});
