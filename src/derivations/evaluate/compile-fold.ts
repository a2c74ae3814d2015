import type { Distribution } from "../../distributions/distribution";
import type { FoldTerm, SupportFoldTerm } from "../language/term";
import { sumAround } from "../lines/sum-around";
import { compileDistribution } from "./compile-distribution";
import { bind, type Cell, failAt, failKind, type Num, numberOf, type Site } from "./context";
import { endlessSum } from "./endless-sum";
import { rangeOf, rangeOfSource } from "./range-of";
import { tick } from "./tick";

const smallest = 2.2250738585072014e-308;

/** Multiplies, and says in the state when the product is too small for doubles although no factor is 0. */
function accumulator(
  operator: "sum" | "product",
  site: Site,
): (values: Iterable<number>) => number {
  const { state } = site.context;
  return (values) => {
    if (operator === "sum") {
      let sum = 0;
      for (const value of values) sum += value;
      return sum;
    }
    let product = 1;
    let zero = false;
    for (const value of values) {
      product *= value;
      zero ||= value === 0;
    }
    if (!zero && Math.abs(product) < smallest) state.underflow = true;
    return product;
  };
}

// More terms than this, and the author means something else.
const mostTerms = 10_000_000;

/** ∑ and ∏ with limits. */
export function compileFold(term: FoldTerm, site: Site): Num {
  const range = [rangeOf(term.low, site)[0], rangeOf(term.high, site)[1]] as const;
  const cell: Cell = { value: Number.NaN, range };
  const low = numberOf(term.low, site);
  const high = numberOf(term.high, site);
  const body = numberOf(term.body, bind(site, term.variable, cell));
  const { state } = site.context;
  const at = (i: number): number => {
    tick(state);
    cell.value = i;
    return body();
  };
  if (term.operator === "sum") {
    return () => {
      const [from, to] = limits(term, low(), high(), site);
      if (!(Number.isFinite(from) && Number.isFinite(to))) return endless(at, from, to, site);
      let sum = 0;
      for (let i = from; i <= to; i++) sum += at(i);
      return sum;
    };
  }
  const combine = accumulator(term.operator, site);
  return () => {
    const [from, to] = limits(term, low(), high(), site);
    if (!(Number.isFinite(from) && Number.isFinite(to))) {
      throw failAt(
        site,
        term.at,
        `∏ 要有限的上下限；无穷乘积写成 exp(∑(${term.variable}=…, ∞, log(…)))`,
        `∏ takes finite limits; an endless product is written exp(∑(${term.variable}=…, ∞, log(…)))`,
      );
    }
    const values: number[] = [];
    for (let i = from; i <= to; i++) values.push(at(i));
    return combine(values);
  };
}

/** The limits, where one can step from the lower to the upper by ones. */
function limits(term: FoldTerm, low: number, high: number, site: Site): readonly [number, number] {
  const isWhole = Number.isInteger(low) || low === Number.NEGATIVE_INFINITY;
  if (!isWhole || Number.isNaN(high) || low === Number.POSITIVE_INFINITY) {
    throw failAt(
      site,
      term.at,
      `${term.variable} 从 ${low} 到 ${high}：下限应为整数，上限应为数`,
      `${term.variable} from ${low} to ${high}: the lower limit must be a whole number, the upper a number`,
    );
  }
  if (Number.isFinite(low) && Number.isFinite(high) && high - low > mostTerms) {
    throw failAt(
      site,
      term.at,
      `${term.variable} 从 ${low} 到 ${high}，项数太多；至多 ${mostTerms} 项，或上限写 ∞`,
      `${term.variable} from ${low} to ${high} are too many terms; at most ${mostTerms}, or give ∞ as the upper limit`,
    );
  }
  return [low, high];
}

function endless(at: (i: number) => number, low: number, high: number, { context }: Site): number {
  const parts = [
    ...(high === Number.POSITIVE_INFINITY ? [endlessSum(at, Math.max(low, 0))] : []),
    ...(low === Number.NEGATIVE_INFINITY
      ? [endlessSum((k) => at(-k), high === Number.POSITIVE_INFINITY ? 1 : -Math.floor(high))]
      : []),
  ];
  // A sum from −3 on: the few terms below 0 by themselves.
  let value = 0;
  if (low < 0 && Number.isFinite(low)) for (let i = low; i < 0; i++) value += at(i);
  for (const part of parts) {
    value += part.value;
    context.state.noise = Math.max(context.state.noise, part.noise);
  }
  return value;
}

/** ∑ and ∏ over the support of a discrete distribution. */
export function compileSupportFold(term: SupportFoldTerm, site: Site): Num {
  const cell: Cell = { value: Number.NaN, range: rangeOfSource(term.over, site) };
  const over = compileDistribution(term.over, site, term.variable);
  const body = numberOf(term.body, bind(site, term.variable, cell));
  const combine = accumulator(term.operator, site);
  const at = (x: number): number => {
    tick(site.context.state);
    cell.value = x;
    return body();
  };
  return () => {
    const distribution = discrete(over(), term, site);
    const [low, high] = distribution.support;
    const inside = (x: number): boolean => distribution.prob(x) > 0;
    if (term.operator === "sum") {
      return sumAround((x) => (inside(x) ? at(x) : 0), low, high, [distribution]).value;
    }
    const [first, last] = [low, high].map((end, i) =>
      Number.isFinite(end) ? end : distribution.quantile(i === 0 ? 1e-15 : 1 - 1e-15),
    ) as [number, number];
    const values: number[] = [];
    for (let x = first; x <= last; x++) if (inside(x)) values.push(at(x));
    return combine(values);
  };
}

function discrete(d: Distribution, term: SupportFoldTerm, site: Site): Distribution {
  if (d.kind === "discrete") return d;
  throw failKind(
    site,
    term.over.at,
    `${d} 是连续的，∑ 只对离散分布；写 ∫(${term.variable}, -∞, ∞, …) 或 E(${term.variable} ~ P, …)`,
    `${d} is continuous and cannot be summed over; write ∫(${term.variable}, -∞, ∞, …)`,
  );
}
