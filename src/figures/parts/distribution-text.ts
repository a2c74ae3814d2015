import type { Distribution } from "../../distributions/distribution";
import { numberText } from "../../words/number-text";

/** How prose names families whose parameters it gives in the factory's order; the others go by the factory's call. */
const letters: Readonly<Record<string, string>> = {
  normal: "N",
  uniform: "U",
  bernoulli: "Bernoulli",
  poisson: "Poisson",
  exponential: "Exp",
  gamma: "Gamma",
  beta: "Beta",
  laplace: "Laplace",
  cauchy: "Cauchy",
  studentT: "t",
  logNormal: "LogNormal",
};

/** A mean that a fit left at 1e-16 standard deviations is 0. */
const rounded = ([mean, sd]: readonly [number, number]): readonly number[] => [
  Math.abs(mean) < 1e-12 * sd ? 0 : mean,
  sd,
];

/** What distributions of ours have beyond the interface. */
interface Parametric extends Distribution {
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/**
 * A distribution in the notation of the prose, its numbers as short as the others of a caption: N(0, 1),
 * 0.5·N(−3, 1) + 0.5·N(3, 1).
 */
export function distributionText(distribution: Distribution): string {
  const { family, parameters } = distribution as Parametric;
  const letter = Object.hasOwn(letters, family) ? letters[family] : undefined;
  const values = Object.values(parameters ?? {});
  if (letter !== undefined && values.length > 0 && values.every((v) => typeof v === "number")) {
    const shown = letter === "N" ? rounded(values as [number, number]) : values;
    return `${letter}(${shown.map((v) => numberText(v)).join(", ")})`;
  }
  const { weights, components } = distribution as Partial<{
    weights: readonly number[];
    components: readonly Distribution[];
  }>;
  if (family === "mixture" && weights && components && components.length <= 4) {
    return components
      .map((component, i) => `${numberText(weights[i])}·${distributionText(component)}`)
      .join(" + ");
  }
  return String(distribution).replace(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g, (digits) =>
    digits.length > 6 ? numberText(Number(digits)) : digits.replace("-", "−"),
  );
}
