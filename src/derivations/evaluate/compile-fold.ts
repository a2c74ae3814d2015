import type { Distribution } from "../../distributions/distribution";
import type { FoldTerm, SupportFoldTerm } from "../language/term";
import { compileDistribution } from "./compile-distribution";
import { type Cell, type Num, type Site, bind, failKind, numberOf } from "./context";
import { sumIntegers } from "./measure";

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

/** ∑ and ∏ with limits. */
export function compileFold(term: FoldTerm, site: Site): Num {
  const cell: Cell = { value: Number.NaN };
  const low = numberOf(term.low, site);
  const high = numberOf(term.high, site);
  const body = numberOf(term.body, bind(site, term.variable, cell));
  const combine = accumulator(term.operator, site);
  if (term.operator === "sum") {
    return () => {
      const to = high();
      if (to === Number.POSITIVE_INFINITY) return combine(endless(low(), cell, body));
      let sum = 0;
      for (let i = low(); i <= to; i++) {
        cell.value = i;
        sum += body();
      }
      return sum;
    };
  }
  return () => {
    const to = high();
    const values: number[] = [];
    for (let i = low(); i <= to; i++) {
      cell.value = i;
      values.push(body());
    }
    return combine(values);
  };
}

/** Terms of an endless sum until they no longer count. */
function* endless(low: number, cell: Cell, body: Num): Iterable<number> {
  let magnitude = 0;
  let quiet = 0;
  for (let i = low; quiet < 8 && i < low + 1e6; i++) {
    cell.value = i;
    const value = body();
    magnitude += Math.abs(value);
    quiet = i > low + 32 && Math.abs(value) <= 1e-17 * magnitude ? quiet + 1 : 0;
    yield value;
  }
}

/** ∑ and ∏ over the support of a discrete distribution. */
export function compileSupportFold(term: SupportFoldTerm, site: Site): Num {
  const cell: Cell = { value: Number.NaN };
  const over = compileDistribution(term.over, site, term.variable);
  const body = numberOf(term.body, bind(site, term.variable, cell));
  const combine = accumulator(term.operator, site);
  const at = (x: number): number => {
    cell.value = x;
    return body();
  };
  return () => {
    const distribution = discrete(over(), term, site);
    const [low, high] = distribution.support;
    const inside = (x: number): boolean => distribution.prob(x) > 0;
    if (term.operator === "sum") {
      return sumIntegers((x) => (inside(x) ? at(x) : 0), low, high, [distribution]).value;
    }
    const values: number[] = [];
    for (let x = low; x <= high; x++) if (inside(x)) values.push(at(x));
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
