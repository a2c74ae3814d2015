import type { Distribution } from "./distribution";

/** What a parameter does in another unit of length. */
const powers: Readonly<Record<string, number>> = {
  location: 1,
  mean: 1,
  scale: 1,
  sd: 1,
  low: 1,
  mode: 1,
  high: 1,
  rate: -1,
};

/** Families of which X/unit is a member again, and the parameter that tells how wide it is. */
const widths: Readonly<Record<string, string>> = {
  cauchy: "scale",
  exponential: "rate",
  gamma: "rate",
  gumbel: "scale",
  halfNormal: "scale",
  inverseGamma: "scale",
  laplace: "scale",
  logistic: "scale",
  normal: "sd",
  pareto: "scale",
  rayleigh: "scale",
  skewNormal: "scale",
  studentT: "scale",
  triangular: "high",
  uniform: "high",
  weibull: "scale",
};

interface Parts {
  readonly weights: readonly number[];
  readonly components: readonly Distribution[];
  readonly kind: "continuous" | "discrete";
}

interface Cut {
  readonly base: Distribution;
  readonly low: number;
  readonly high: number;
}

interface InLogs {
  readonly mu: number;
  readonly sigma: number;
}

type Numbers = Readonly<Record<string, number>>;

/** About how wide a member of such a family is, by its parameters; undefined for other families. */
export function widthByParameters(d: Distribution): number | undefined {
  const numbers = d as unknown as Numbers;
  if (d.family === "logNormal") return Math.exp(numbers.mu);
  const name = widths[d.family];
  if (name === undefined) return undefined;
  if (name === "rate") return 1 / numbers.rate;
  return name === "high" ? numbers.high - numbers.low : numbers[name];
}

/** X/unit as a member of the same family; undefined where it is none, or not within the doubles. */
export function remade(d: Distribution, unit: number): Distribution | undefined {
  if (d.family === "mixture") return remadeMixture(d as unknown as Parts, unit);
  if (d.family === "truncated") return remadeTruncated(d as unknown as Cut, unit);
  if (d.family === "logNormal") return remadeLogNormal(d as unknown as InLogs, unit);
  if (widths[d.family] === undefined) return undefined;
  const { parameters } = d as unknown as { readonly parameters: Numbers };
  const values = Object.entries(parameters).map(([name, value]) => {
    const power = powers[name] ?? 0;
    return power === 0 ? value : power > 0 ? value / unit : value * unit;
  });
  const kept = Object.values(parameters).every((value, i) => (value === 0) === (values[i] === 0));
  if (!kept || !values.every(Number.isFinite)) return undefined;
  const Same = d.constructor as new (...given: number[]) => Distribution;
  return new Same(...values);
}

function remadeMixture(d: Parts, unit: number): Distribution | undefined {
  const components: Distribution[] = [];
  for (const component of d.components) {
    const part = remade(component, unit);
    if (!part) return undefined;
    components.push(part);
  }
  const Same = d.constructor as new (parts: Parts) => Distribution;
  return new Same({ weights: d.weights, components, kind: d.kind });
}

function remadeTruncated(d: Cut, unit: number): Distribution | undefined {
  const part = remade(d.base, unit);
  const Same = d.constructor as new (base: Distribution, low: number, high: number) => Distribution;
  return part && new Same(part, d.low / unit, d.high / unit);
}

function remadeLogNormal(d: InLogs, unit: number): Distribution {
  const Same = d.constructor as new (mu: number, sigma: number) => Distribution;
  return new Same(d.mu - Math.log(unit), d.sigma);
}
