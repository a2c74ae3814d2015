import type { Distribution } from "../../distributions/distribution";
import { bernoulli } from "../../distributions/families/bernoulli";
import { beta } from "../../distributions/families/beta";
import { categorical } from "../../distributions/families/categorical";
import { exponential } from "../../distributions/families/exponential";
import { gamma } from "../../distributions/families/gamma";
import { geometric } from "../../distributions/families/geometric";
import { laplace } from "../../distributions/families/laplace";
import { mixture } from "../../distributions/families/mixture";
import { normal } from "../../distributions/families/normal";
import { poisson } from "../../distributions/families/poisson";
import { uniform } from "../../distributions/families/uniform";
import { builtInDistributions } from "../language/lexicon";
import type { CallTerm, Term } from "../language/term";
import { failKind, type Num, numberOf, type Site } from "./context";
import { type DistributionSource, isArray } from "./resolve";

type CompileSource = (term: Term, site: Site) => DistributionSource;

interface Part {
  readonly weight: Num;
  readonly source: DistributionSource;
}

/** (P + Q)/2, t*P + (1 - t)*Q: a mixture, where the weights are ≥ 0 and sum to 1. */
export function compileMixture(term: Term, site: Site, compile: CompileSource): DistributionSource {
  const parts = partsOf(term, site, compile, () => 1);
  let last: Distribution | undefined;
  let seen = "";
  let made: readonly Distribution[] = [];
  const isSame = (sources: readonly Distribution[]): boolean =>
    sources.every((source, i) => source === made[i]);
  return () => {
    const weights = parts.map(({ weight }) => weight());
    const sources = parts.map(({ source }) => source());
    const total = weights.reduce((sum, w) => sum + w, 0);
    if (weights.some((w) => !(w >= 0)) || Math.abs(total - 1) > 1e-9) {
      throw failKind(
        site,
        term.at,
        `混合的权重应 ≥ 0 且和为 1，这里是 ${weights.join("、")}`,
        `the weights of a mixture must be ≥ 0 and sum to 1, here they are ${weights.join(", ")}`,
      );
    }
    const key = weights.join(" ");
    if (!last || key !== seen || !isSame(sources)) {
      last = mixture(weights, sources);
      seen = key;
      made = sources;
    }
    return last;
  };
}

function partsOf(term: Term, site: Site, compile: CompileSource, factor: Num): Part[] {
  if (term.kind !== "binary") return [{ weight: factor, source: compile(term, site) }];
  const { operator, left, right } = term;
  const times = (number: Num, inverse = false): Num =>
    inverse ? () => factor() / number() : () => factor() * number();
  if (operator === "+") {
    return [...partsOf(left, site, compile, factor), ...partsOf(right, site, compile, factor)];
  }
  if (operator === "*") {
    const isLeftNumber = !holdsDistribution(left, site);
    const [number, other] = isLeftNumber ? [left, right] : [right, left];
    return partsOf(other, site, compile, times(numberOf(number, site)));
  }
  if (operator === "/") return partsOf(left, site, compile, times(numberOf(right, site), true));
  throw failKind(
    site,
    term.at,
    `分布的位置上只有混合，例如 (P + Q)/2，没有 ${operator}`,
    `in the place of a distribution only mixtures stand, as in (P + Q)/2, not ${operator}`,
  );
}

/** True for a name or call of a distribution, or arithmetic with one. */
export function holdsDistribution(term: Term, site: Site): boolean {
  if (term.kind === "binary")
    return holdsDistribution(term.left, site) || holdsDistribution(term.right, site);
  if (term.kind !== "name" && term.kind !== "call") return false;
  const value = site.context.scope.get(term.name);
  if (value === undefined) return term.kind === "call" && builtInDistributions.has(term.name);
  return typeof value === "object" && !isArray(value);
}

const forms =
  "N(μ, σ)|Bern(p)|mix(t, P, Q)|softmax(z)|Poisson(λ)|Exp(λ)|Geom(p)|Gamma(a, b)|Beta(a, b)|Laplace(μ, b)|Unif(a, b)".split(
    "|",
  );

/**
 * N(μ, σ) by mean and standard deviation, mix(t, P, Q) = t·P + (1 − t)·Q, softmax(z/τ) of an array; Exp and Gamma by
 * the rate, Geom by the failures before the first success.
 */
export function compileBuiltIn(
  term: CallTerm,
  site: Site,
  compile: CompileSource,
): DistributionSource {
  const { name, values, given } = term;
  const args = name === "N" && given.length === 2 ? given : values;
  if (args.length !== builtInDistributions.get(name)) {
    throw failKind(
      site,
      term.at,
      `${name} 有 ${builtInDistributions.get(name)} 个参数：${forms.join("、")}`,
      `${name} takes ${builtInDistributions.get(name)} arguments: ${forms.join(", ")}`,
    );
  }
  if (name === "mix") {
    const [share, p, q] = args;
    const one: Term = { kind: "number", value: 1, text: "1", at: term.at };
    const rest: Term = { kind: "binary", operator: "-", left: one, right: share, at: term.at };
    const first: Term = { kind: "binary", operator: "*", left: share, right: p, at: term.at };
    const second: Term = { kind: "binary", operator: "*", left: rest, right: q, at: term.at };
    return compileMixture(
      { kind: "binary", operator: "+", left: first, right: second, at: term.at },
      site,
      compile,
    );
  }
  if (name === "softmax") return softmaxOf(args[0], site);
  const numbers = args.map((arg) => numberOf(arg, site));
  return remade(numbers, families[name]);
}

/** Families by the names under which they are written in place. */
const families: Readonly<Record<string, (a: number, b: number) => Distribution>> = {
  N: normal,
  Bern: bernoulli,
  Poisson: poisson,
  Exp: exponential,
  Geom: geometric,
  Γ: gamma,
  Beta: beta,
  Laplace: laplace,
  Unif: uniform,
};

/** Made again only where a number has changed. */
function remade(
  numbers: readonly Num[],
  make: (...values: number[]) => Distribution,
): DistributionSource {
  let last: Distribution | undefined;
  let seen: readonly number[] = [];
  return () => {
    const values = numbers.map((number) => number());
    if (!last || values.some((value, i) => value !== seen[i])) {
      last = make(...values);
      seen = values;
    }
    return last;
  };
}

/** softmax(z), softmax(z/τ): the entries of the array as logits of 0, 1, 2 … */
function softmaxOf(term: Term, site: Site): DistributionSource {
  const isScaled = term.kind === "binary" && (term.operator === "/" || term.operator === "*");
  const name = isScaled ? term.left : term;
  const value = name.kind === "name" ? site.context.scope.get(name.name) : undefined;
  if (value === undefined || !isArray(value)) {
    throw failKind(
      site,
      term.at,
      "softmax(z) 或 softmax(z/τ) 里的 z 应是世界里的一个数组",
      "z of softmax(z) or softmax(z/τ) must be an array of the world",
    );
  }
  const factor = isScaled ? numberOf(term.right, site) : () => 1;
  return remade([factor], (t) => {
    const scale = isScaled && term.operator === "/" ? 1 / t : t;
    const logits = Array.from(value, (z) => z * scale);
    const most = Math.max(...logits);
    const weights = logits.map((z) => Math.exp(z - most));
    const total = weights.reduce((sum, w) => sum + w, 0);
    return categorical(weights.map((w) => w / total));
  });
}
