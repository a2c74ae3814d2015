import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import { shapeError } from "../../words/errors";
import { isLineDistribution } from "./is-line-distribution";
import { jointConditional } from "./joint-conditional";
import { closedForm, marginalOf } from "./joint-marginal";
import { type JointOfMany, jointOfMany, type NestedTable } from "./joint-of-many";
import type { LinearGaussian } from "./linear-gaussian";

/** What marks a value as a joint distribution; registered, so that two copies of klab agree. */
export const jointBrand: unique symbol = Symbol.for("klab.joint");

/** A distribution of two named variables. In expressions the names tell which density is meant: p(x), p(z | x), p(x, z). */
export interface Joint {
  readonly [jointBrand]: true;
  readonly variables: readonly [string, string];
  /** ln p(first, second), in the order of `variables`. */
  logProb(first: number, second: number): number;
  marginal(variable: string): Distribution;
  /** The distribution of `variable` where the other one has `value`. */
  conditional(variable: string, value: number): Distribution;
}

export function isJoint(value: unknown): value is Joint {
  return (
    typeof value === "object" && value !== null && (value as Partial<Joint>)[jointBrand] === true
  );
}

const memoSize = 64;
// A quadrature over the first variable asks for much the same values each time.
const nodeCount = 32_768;

/**
 * The distribution of two variables: one by itself, and the other given it.
 *
 * p(a, b) = p(a) p(b | a); the marginal of b and a given b follow by summing or integrating, and by Bayes.
 *
 * @param parts two names: the first with a distribution, the second with a function of the first's value
 * @throws TypeError unless `parts` is such a pair
 *
 * @example
 * joint({ z: bernoulli(0.5), x: (z) => normal(z, 1) }).conditional("z", 0.5).prob(1); // 0.5
 */
export function joint(
  parts: Readonly<Record<string, Distribution | ((value: number) => Distribution)>>,
): Joint {
  const entries = Object.entries(parts ?? {});
  const [[first, own] = ["", undefined], [second, given] = ["", undefined]] = entries;
  if (entries.length !== 2 || !isLineDistribution(own) || typeof given !== "function") {
    throw shapeError(
      "joint",
      "parts 应为 { z: 分布, x: (z) => 分布 }",
      "parts must be { z: distribution, x: (z) => distribution }",
    );
  }
  const cache = new Map<number, Distribution>();
  const byBayes = new Map<number, Distribution>();
  let other: Distribution | undefined;
  const secondGiven = (value: number): Distribution =>
    remembered(cache, value, () => given(value), nodeCount);
  let closed: LinearGaussian | false | undefined;
  const closedOne = (): LinearGaussian | false => (closed ??= closedForm(own, given) ?? false);
  const marginalOfSecond = (): Distribution => {
    const line = closedOne();
    return (other ??= line ? line.marginal : marginalOf(own, secondGiven));
  };
  const check = (variable: string): void => {
    if (variable === first || variable === second) return;
    throw shapeError(
      "joint",
      `没有变量 ${variable}；变量是 ${first} 与 ${second}`,
      `no variable ${variable}; the variables are ${first} and ${second}`,
    );
  };
  return {
    [jointBrand]: true,
    variables: [first, second],
    logProb(a, b) {
      const outer = own.logProb(a);
      return outer === Number.NEGATIVE_INFINITY ? outer : outer + secondGiven(a).logProb(b);
    },
    marginal(variable) {
      check(variable);
      return variable === first ? own : marginalOfSecond();
    },
    conditional(variable, value) {
      check(variable);
      if (variable === second) return secondGiven(value);
      const line = closedOne();
      if (line) return line.posterior(value);
      return remembered(
        byBayes,
        value,
        () => jointConditional(own, secondGiven, value, marginalOfSecond().logProb(value)),
        memoSize,
      );
    },
  };
}

function remembered(
  cache: Map<number, Distribution>,
  key: number,
  make: () => Distribution,
  most: number,
): Distribution {
  let found = cache.get(key);
  if (!found) {
    if (cache.size >= most) cache.clear();
    cache.set(key, (found = make()));
  }
  return found;
}

/**
 * The joint distribution of two or more variables with values 0, 1, 2 … from a table of probabilities.
 *
 * @param variables the names, rows first
 * @param table p(row, column), of more variables nested deeper; entries ≥ 0 that sum to 1
 * @throws RangeError for entries that are no probabilities, TypeError for rows of unequal length
 *
 * @example
 * jointTable(["x", "y"], [[0.4, 0.1], [0.2, 0.3]]).marginal("y").prob(0); // 0.6000000000000001
 */
export function jointTable(
  variables: readonly [string, string],
  table: readonly ArrayLike<number>[],
): Joint;
export function jointTable(
  variables: readonly [string, string, string, ...string[]],
  table: NestedTable,
): JointOfMany;
export function jointTable(
  variables: readonly string[],
  table: readonly ArrayLike<number>[] | NestedTable,
): Joint | JointOfMany {
  const isOfMany = Array.isArray(variables) && variables.length > 2;
  if (isOfMany && variables.every((name) => typeof name === "string"))
    return jointOfMany(variables, table as NestedTable);
  return tableOfTwo(variables as readonly [string, string], table as readonly ArrayLike<number>[]);
}

function tableOfTwo(
  variables: readonly [string, string],
  table: readonly ArrayLike<number>[],
): Joint {
  const named = Array.isArray(variables) && variables.length === 2;
  if (!named || !variables.every((name) => typeof name === "string")) {
    throw shapeError(
      "jointTable",
      '变量应为两个名字，例如 ["x", "y"]',
      'variables must be two names, for example ["x", "y"]',
    );
  }
  const given: unknown = table;
  const isRow = (row: unknown): boolean => Array.isArray(row) || ArrayBuffer.isView(row);
  if (!Array.isArray(given) || !given.every(isRow)) {
    throw shapeError(
      "jointTable",
      "table 应为概率数组的数组",
      "table must be an array of arrays of probabilities",
    );
  }
  const columns = table[0]?.length ?? 0;
  if (columns === 0 || table.some((row) => row.length !== columns)) {
    throw shapeError(
      "jointTable",
      "table 的各行应一样长，至少一格",
      "the rows of table must have one length, and at least one entry",
    );
  }
  const totals = table.map((row) => Array.from(row).reduce((sum, p) => sum + p, 0));
  const rows = table.map((row, i) =>
    // A row of probability 0 has no conditional; any will do, it is multiplied by 0.
    Array.from(row, (p) => (totals[i] > 0 ? p / totals[i] : 1 / columns)),
  );
  const conditionals = rows.map((row) => categorical(row));
  return joint({
    [variables[0]]: categorical(totals),
    // Beyond the table the first variable has probability 0, and any conditional will do.
    [variables[1]]: (value) => conditionals[value] ?? conditionals[0],
  });
}
