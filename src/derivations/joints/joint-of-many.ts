import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import { shapeError } from "../../words/errors";

/** What marks a value as a table of three and more variables; registered, so that two copies of klab agree. */
export const jointOfManyBrand: unique symbol = Symbol.for("klab.jointOfMany");

/** A nested array of probabilities, one level for each variable. */
export type NestedTable = readonly (number | NestedTable)[];

/** A distribution of three or more named variables with values 0, 1, 2 … */
export interface JointOfMany {
  readonly [jointOfManyBrand]: true;
  readonly variables: readonly string[];
  readonly table: NestedTable;
  /** Probability that the variables named have these values, whatever the others have. */
  probability(values: ReadonlyMap<string, number>): number;
  /** The distribution of one variable where others have these values; of none: its marginal. */
  conditional(variable: string, values: ReadonlyMap<string, number>): Distribution;
  /** H of the variables named together, in nats. */
  entropyOf(variables: readonly string[]): number;
}

export function isJointOfMany(value: unknown): value is JointOfMany {
  return (
    typeof value === "object" &&
    value !== null &&
    (value as Partial<JointOfMany>)[jointOfManyBrand] === true
  );
}

interface Cell {
  readonly place: readonly number[];
  readonly probability: number;
}

/**
 * The table of a distribution of three or more variables.
 *
 * @throws TypeError for nested arrays that have not one level for each variable, or not one length on a level
 */
export function jointOfMany(variables: readonly string[], table: NestedTable): JointOfMany {
  const sizes: number[] = [];
  const cells: Cell[] = [];
  const walk = (part: number | NestedTable, place: readonly number[]): void => {
    const level = place.length;
    if (level === variables.length) {
      if (typeof part !== "number") wrongTable(variables.length);
      cells.push({ place, probability: part });
      return;
    }
    if (!Array.isArray(part) || part.length === 0) wrongTable(variables.length);
    sizes[level] ??= part.length;
    if (sizes[level] !== part.length) wrongTable(variables.length);
    part.forEach((inner, i) => {
      walk(inner, [...place, i]);
    });
  };
  walk(table, []);
  // Refuses what are no probabilities, in the words that every table has.
  categorical(cells.map(({ probability }) => probability));
  const placeOf = (name: string): number => variables.indexOf(name);
  const probability = (values: ReadonlyMap<string, number>): number => {
    let sum = 0;
    for (const cell of cells)
      if ([...values].every(([name, value]) => cell.place[placeOf(name)] === value))
        sum += cell.probability;
    return sum;
  };
  return {
    [jointOfManyBrand]: true,
    variables,
    table,
    probability,
    conditional(variable, values) {
      const weights = Array.from({ length: sizes[placeOf(variable)] }, (_, i) =>
        probability(new Map([...values, [variable, i]])),
      );
      const total = weights.reduce((sum, w) => sum + w, 0);
      // Where the condition has probability 0, any will do: it is multiplied by 0.
      return categorical(weights.map((w) => (total > 0 ? w / total : 1 / weights.length)));
    },
    entropyOf(names) {
      const masses = new Map<string, number>();
      for (const cell of cells) {
        const key = names.map((name) => cell.place[placeOf(name)]).join(" ");
        masses.set(key, (masses.get(key) ?? 0) + cell.probability);
      }
      let sum = 0;
      for (const mass of masses.values()) if (mass > 0) sum -= mass * Math.log(mass);
      return sum;
    },
  };
}

function wrongTable(levels: number): never {
  throw shapeError(
    "jointTable",
    `table 应为 ${levels} 层嵌套的概率数组，每层一样长`,
    `table must be arrays of probabilities nested ${levels} deep, of one length on each level`,
  );
}
