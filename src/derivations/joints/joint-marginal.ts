import type { Distribution } from "../../distributions/distribution";
import { mixture } from "../../distributions/families/mixture";
import { normal } from "../../distributions/families/normal";
import { maximizeOnGrid } from "../../math/maximize-on-grid";
import { integrateLine } from "../lines/integrate-line";
import { fine } from "../lines/quality";
import { sumAround } from "../lines/sum-around";
import { IntegratedFamily } from "./integrated-family";
import { type LinearGaussian, linearGaussian } from "./linear-gaussian";
import { Tabulated } from "./tabulated";

// Below this a product of two densities has lost its digits.
const leastPlain = 1e-250;

/** ∫ p(a) p(b | a) da as a distribution of b. */
class Marginal extends IntegratedFamily {
  readonly support: readonly [number, number];
  readonly kind: "continuous" | "discrete";
  readonly #own: Distribution;
  readonly #given: (value: number) => Distribution;
  /** Each value is an integral, and quadratures ask for many, and for the same again. */
  #table: Tabulated | undefined;
  #reach: readonly [number, number] | undefined;

  constructor(own: Distribution, given: (value: number) => Distribution) {
    super();
    this.#own = own;
    this.#given = given;
    const middle = given(own.quantile(0.5));
    this.kind = middle.kind;
    this.support = middle.support;
  }

  get family(): "marginal" {
    return "marginal";
  }

  get parameters(): Readonly<Record<string, unknown>> {
    return { of: String(this.#own) };
  }

  logProb(x: number): number {
    this.#table ??= this.#makeTable();
    return this.#table.at(x);
  }

  protected override massAt(x: number): number {
    const [low, high] = (this.#reach ??= reachOf(this.#own, this.#given));
    return x < low || x > high ? 0 : this.prob(x);
  }

  #makeTable(): Tabulated {
    const middle = this.#given(this.#own.quantile(0.5));
    const width = middle.quantile(0.75) - middle.quantile(0.25);
    const isUsable = this.kind === "continuous" && width > 0 && Number.isFinite(width);
    const f = (x: number): number => this.#logIntegral(x);
    return new Tabulated(f, middle.quantile(0.5), isUsable ? 2 * width : 0);
  }

  #logIntegral(x: number): number {
    const own = this.#own;
    const [low, high] = own.support;
    const log = (a: number): number => own.logProb(a) + this.#given(a).logProb(x);
    const term = (a: number, logJacobian: number): number => Math.exp(log(a) + logJacobian);
    if (own.kind === "discrete") {
      return Math.log(sumAround((a) => term(a, 0), low, high, [own]).value);
    }
    const plain = integrateLine(term, { low, high, guides: [own] }, fine).value;
    if (plain > leastPlain) return Math.log(plain);
    // Far out the product under-flows: taken relative to its greatest value.
    const peak = summit(log, own);
    if (!peak) return Math.log(plain);
    const { at, value, width } = peak;
    const scaled = (a: number, logJacobian: number): number =>
      Math.exp(log(a) - value + logJacobian);
    const guides = [own, normal(at, width)];
    return value + Math.log(integrateLine(scaled, { low, high, guides }, fine).value);
  }
}

// Beyond the outermost of these nothing is left that doubles could add to 1.
const outermost = 1e-16;

/** Between which values all the mass of b lies but for 1e-16. */
function reachOf(
  own: Distribution,
  given: (value: number) => Distribution,
): readonly [number, number] {
  const levels = [outermost, 1e-12, 1e-8, 1e-4, 0.01, 0.1, 0.3, 0.5];
  const each = [...levels, ...levels.map((u) => 1 - u)].map((u) => given(own.quantile(u)));
  return [
    Math.min(...each.map((d) => d.quantile(outermost))),
    Math.max(...each.map((d) => d.quantile(1 - outermost))),
  ];
}

/** Where ln p(a) p(x | a) is greatest, found outwards from the middle of p(a), and how wide it is there. */
function summit(
  log: (a: number) => number,
  own: Distribution,
): { readonly at: number; readonly value: number; readonly width: number } | undefined {
  const middle = own.quantile(0.5);
  const unit = (own.quantile(0.75) - own.quantile(0.25)) / 8;
  const [low, high] = own.support;
  const outward = Array.from({ length: 40 }, (_, k) => unit * 1.5 ** k);
  const probes = [
    ...outward.map((d) => middle - d).reverse(),
    middle,
    ...outward.map((d) => middle + d),
  ];
  const points = probes.filter((a) => a > low && a < high);
  if (points.length < 3) return undefined;
  const { at } = maximizeOnGrid(log, points, 1e-12);
  const value = log(at);
  if (!Number.isFinite(value)) return undefined;
  const step = 1e-3 * (Math.abs(at - middle) + unit);
  const curvature = (2 * value - log(at - step) - log(at + step)) / (step * step);
  return { at, value, width: curvature > 0 ? 1 / Math.sqrt(curvature) : unit };
}

const mostComponents = 1024;

/** The closed form, where there is one and a quadrature at three values of b confirms it. */
export function closedForm(
  own: Distribution,
  given: (value: number) => Distribution,
): LinearGaussian | undefined {
  const found = linearGaussian(own, given);
  if (!found) return undefined;
  const { marginal } = found;
  const numeric = new Marginal(own, given);
  const isConfirmed = [0.03, 0.4, 0.9].every((u) => {
    const b = marginal.quantile(u);
    return Math.abs(numeric.logProb(b) - marginal.logProb(b)) < 1e-10;
  });
  return isConfirmed ? found : undefined;
}

/** The distribution of b where p(a) and p(b | a) are given: a mixture where a has finitely many values. */
export function marginalOf(
  own: Distribution,
  given: (value: number) => Distribution,
): Distribution {
  const [low, high] = own.support;
  if (own.kind === "continuous" || high - low >= mostComponents) return new Marginal(own, given);
  const values = Array.from({ length: high - low + 1 }, (_, i) => low + i).filter(
    (value) => own.prob(value) > 0,
  );
  return mixture(
    values.map((value) => own.prob(value)),
    values.map(given),
  );
}
