import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import { shapeError } from "../../words/errors";
import { isLineDistribution } from "../joints/is-line-distribution";
import { canonicalName } from "../language/lexicon";
import type { ScopeValue, World } from "../world";
import { checkWorld } from "./check-world";
import { type Cell, type Context, initialState, type SampleCell } from "./context";
import { isArray } from "./resolve";

/**
 * Reads a world: one name, however it is typed, and every sample with its source.
 *
 * @throws TypeError for a world of another shape, RangeError for a sample size or grid out of range
 */
export function makeContext(world: World, definitions: Context["definitions"]): Context {
  checkWorld(world);
  const scope = new Map<string, ScopeValue>();
  for (const [name, value] of Object.entries(world.scope)) scope.set(canonicalName(name), value);
  const samples = new Map<string, SampleCell>();
  for (const [name, { from, size }] of Object.entries(world.sample ?? {})) {
    samples.set(canonicalName(name), {
      from: sourceOf(world, name, from, scope),
      size,
      values: [],
      drawn: new Map(),
    });
  }
  const grid = new Map<string, readonly number[]>();
  const free = new Map<string, Cell>();
  for (const [name, values] of Object.entries(world.grid ?? {})) {
    if (!Array.isArray(values) || values.length === 0 || !values.every(Number.isFinite)) {
      throw shapeError(
        "derivation",
        `世界「${world.name}」的 grid.${name} 应为有限数的数组`,
        `grid.${name} of world ${world.name} must be an array of finite numbers`,
      );
    }
    const sorted = [...values].sort((a, b) => a - b);
    grid.set(canonicalName(name), sorted);
    free.set(canonicalName(name), { value: sorted[0] });
  }
  const [first] = samples.values();
  const given = scope.get("m");
  if (first && (given === undefined || given === first.size)) {
    // Also where the scope says it: m has to grow with the sample.
    scope.delete("m");
    free.set("m", { value: first.size });
  }
  return { world, scope, grid, samples, definitions, free, state: initialState() };
}

function sourceOf(
  world: World,
  sample: string,
  from: string | Distribution,
  scope: ReadonlyMap<string, ScopeValue>,
): Distribution {
  const source = typeof from === "string" ? scope.get(canonicalName(from)) : from;
  if (isLineDistribution(source)) return source;
  // The numbers of a table are probabilities of 0, 1, 2 …, as everywhere in expressions.
  if (source !== undefined && isArray(source)) return categorical(source);
  throw shapeError(
    "derivation",
    `世界「${world.name}」的样本 ${sample}：from 应是 scope 里的一个分布，给的是 ${String(from)}；scope 里有 ${[...scope.keys()].join("、")}`,
    `sample ${sample} of world ${world.name}: from must name a distribution of the scope, got ${String(from)}; the scope has ${[...scope.keys()].join(", ")}`,
  );
}
