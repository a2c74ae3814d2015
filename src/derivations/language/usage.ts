/** How each operator is written, for the errors that say so. */
const usage: Readonly<Record<string, string>> = {
  Sum: "∑(i=1, m, …)、∑(x ∈ P, …)",
  Prod: "∏(i=1, m, …)、∏(x ∈ P, …)",
  Int: "∫(x, -∞, ∞, …)",
  E: "E(x ~ P, …)",
  argmax: "argmax(θ, …)",
  argmin: "argmin(θ, …)",
  KL: "KL(P ‖ Q)",
  H: "H(P)、H(P, Q)、H(z | x)",
  cases: "cases(a, x > 0, b)",
  Partial: "∂(θ, …)",
  lim: "lim(x, 0, …)",
  min: "min(a, b, …)",
  max: "max(a, b, …)",
};

const signs: Readonly<Record<string, string>> = {
  Sum: "∑",
  Prod: "∏",
  Int: "∫",
  sqrt: "√",
  Partial: "∂",
};

/** The sign by which readers know an operator. */
export const signOf = (operator: string): string => signs[operator] ?? operator;

export function usageOf(operator: string): { readonly zh: string; readonly en: string } {
  const zh = usage[operator] ?? `${operator}(x)`;
  return { zh, en: zh.replace("、", ", ") };
}
