import type { Distribution } from "./distribution";

const levels = [1e-15, 1e-9, 1e-4, 0.02, 0.2, 0.5, 0.8, 0.98, 0.9999, 1 - 1e-9, 1 - 1e-15];
const smoothFamilies = ["bernoulli", "binomial", "geometric", "poisson", "negativeBinomial"];

/** Integers among which a distribution on the integers has its mass, and next to which it may jump. */
export function integerMarks(d: Distribution): number[] {
  const parts = partsOf(d);
  if (parts.length > 0) return [...parts.flatMap(integerMarks), ...endsOf(d)];
  return [...levels.map((u) => d.quantile(u)), ...endsOf(d)].filter(Number.isFinite);
}

/** Whether the probabilities are a smooth function of k between the marks; those of a table need not be. */
export function isSmooth(d: Distribution): boolean {
  const parts = partsOf(d);
  return parts.length > 0 ? parts.every(isSmooth) : smoothFamilies.includes(d.family);
}

function endsOf(d: Distribution): number[] {
  const [low, high] = d.support;
  return [low, low + 1, high - 1, high].filter(Number.isFinite);
}

/** The components of a mixture, or what is cut by a truncation. */
function partsOf(d: Distribution): readonly Distribution[] {
  const { components, base } = d as {
    readonly components?: readonly Distribution[];
    readonly base?: Distribution;
  };
  return components ?? (base ? [base] : []);
}
