import { ExpressionError } from "../language/expression-error";
import { canonicalName } from "../language/lexicon";
import { readTerm } from "../language/read-expression";
import type { Term } from "../language/term";
import type { Algebra } from "./algebra";

/** Numbers as text or integers: "1/6" is a sixth, 0.1 the decimal fraction one tenth. */
export type ExactValue = string | number;

/** What the names of an exact expression stand for: a number, or an array of them. */
export interface ExactScope {
  readonly [name: string]: ExactValue | readonly ExactValue[];
}

/** Evaluates sums, products and arithmetic in the numbers of an algebra. */
export function evaluateExactly<T>(
  expression: string,
  scope: ExactScope,
  math: Algebra<T>,
): string {
  const numbers = new Map<string, T>();
  const arrays = new Map<string, readonly T[]>();
  for (const [name, value] of Object.entries(scope)) {
    if (Array.isArray(value)) {
      arrays.set(
        canonicalName(name),
        (value as readonly ExactValue[]).map((entry) => math.read(String(entry))),
      );
    } else numbers.set(canonicalName(name), math.read(String(value)));
  }
  const fail = (at: number, zh: string, en: string): never => {
    throw new ExpressionError({ expression, at }, zh, en);
  };
  const zero = math.read("0");
  const one = math.read("1");
  const array = (term: Term): readonly T[] => {
    const found = term.kind === "name" ? arrays.get(term.name) : undefined;
    return found ?? fail(term.at, "这里应是 scope 里的数组", "an array of the scope belongs here");
  };

  const visit = (term: Term, bound: ReadonlyMap<string, T>): T => {
    const of = (t: Term): T => visit(t, bound);
    const log = (a: T, at: number): T =>
      math.elementary("log", a) ??
      fail(at, "对数不是分数；用 precise 求小数", "a logarithm is no fraction; use precise");
    switch (term.kind) {
      case "number":
        return math.read(term.text);
      case "name":
        return (
          bound.get(term.name) ??
          numbers.get(term.name) ??
          fail(
            term.at,
            `不认识名字 ${term.name}；scope 里有 ${Object.keys(scope).join("、")}`,
            `unknown name ${term.name}; the scope has ${Object.keys(scope).join(", ")}`,
          )
        );
      case "negate":
        return math.subtract(zero, of(term.body));
      case "binary": {
        const a = of(term.left);
        // 0·log 0 = 0.
        if (term.operator === "*" && math.toNumber(a) === 0) return zero;
        const b = of(term.right);
        if (term.operator === "+") return math.add(a, b);
        if (term.operator === "-") return math.subtract(a, b);
        if (term.operator === "*") return math.multiply(a, b);
        return term.operator === "/" ? math.divide(a, b) : math.power(a, b);
      }
      case "elementary": {
        const a = of(term.body);
        if (!isExact(term.name)) {
          return fail(
            term.at,
            `${term.name} 没有精确的算法`,
            `${term.name} is not computed exactly`,
          );
        }
        return term.name === "log"
          ? log(a, term.at)
          : (math.elementary(term.name, a) ?? log(a, term.at));
      }
      case "index": {
        const values = array({ kind: "name", name: term.name, at: term.at });
        const i = math.toNumber(of(term.index));
        return (
          values[i - 1] ??
          fail(term.at, `下标从 1 到 ${values.length}`, `indices go from 1 to ${values.length}`)
        );
      }
      case "fold": {
        const low = math.toNumber(of(term.low));
        const high = math.toNumber(of(term.high));
        let total = term.operator === "sum" ? zero : one;
        for (let i = low; i <= high; i++) {
          const inner = new Map([...bound, [term.variable, math.read(String(i))]]);
          const value = visit(term.body, inner);
          total = term.operator === "sum" ? math.add(total, value) : math.multiply(total, value);
        }
        return total;
      }
      case "expectation":
        return array(term.over).reduce((total, weight, i) => {
          if (math.toNumber(weight) === 0) return total;
          const inner = new Map([...bound, [term.variable, math.read(String(i))]]);
          return math.add(total, math.multiply(weight, visit(term.body, inner)));
        }, zero);
      case "divergence":
      case "entropy": {
        const p = array(term.p);
        const q = term.q ? array(term.q) : p;
        return p.reduce((total, weight, i) => {
          if (math.toNumber(weight) === 0) return total;
          const inside =
            term.kind === "divergence" ? math.divide(weight, q[i]) : math.divide(one, q[i]);
          return math.add(total, math.multiply(weight, log(inside, term.at)));
        }, zero);
      }
      default:
        return fail(
          term.at,
          "这里只有四则、乘方、∑、∏、数组上的 E、KL、H",
          "only arithmetic, powers, ∑, ∏, and E, KL, H of arrays are exact",
        );
    }
  };
  return math.text(visit(readTerm(expression), new Map()));
}

type ExactFunction = "log" | "log2" | "exp" | "sqrt" | "abs";

const isExact = (name: string): name is ExactFunction =>
  ["log", "log2", "exp", "sqrt", "abs"].includes(name);
