import { isLineDistribution } from "../joints/is-line-distribution";
import type { CallTerm } from "../language/term";
import { argument, wrongCount } from "./call-arguments";
import { failKind, type Num, type Site } from "./context";

/** In one dimension a matrix is a number: what formulas for vectors say of it. */
export const scalarFunctions: ReadonlyMap<string, (x: number) => number> = new Map([
  ["det", (x: number) => x],
  ["tr", (x: number) => x],
  ["transpose", (x: number) => x],
  ["inv", (x: number) => 1 / x],
]);

/** f(x) of a function of the world. */
export function compileFunction(
  term: CallTerm,
  f: (...values: number[]) => unknown,
  site: Site,
  log: boolean,
): Num {
  if (f.length > 0 && f.length !== term.values.length) wrongCount(term, site, f.length);
  const values = term.values.map((value) => argument(value, site));
  const check = (result: unknown): number => {
    if (typeof result === "number") return result;
    throw failKind(
      site,
      term.at,
      isLineDistribution(result)
        ? `${term.name} 是一族分布：密度写成 ${term.name}(x | θ)`
        : `${term.name} 应返回数，返回的是 ${typeof result}`,
      isLineDistribution(result)
        ? `${term.name} is a family: its density is written ${term.name}(x | θ)`
        : `${term.name} must return a number, got ${typeof result}`,
    );
  };
  const [only] = values;
  const call =
    values.length === 1
      ? () => check(f(only()))
      : () => check(f(...values.map((value) => value())));
  return log ? () => Math.log(call()) : call;
}
