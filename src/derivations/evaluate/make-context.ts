import type { Distribution } from "../../distributions/distribution";
import { isLineDistribution } from "../line-distribution";
import { shapeError, valueError } from "../../math/errors";
import { canonicalName } from "../language/lexicon";
import type { ScopeValue, World } from "../world";
import { type Cell, type Context, type SampleCell, initialState } from "./context";

/**
 * Reads a world: one name, however it is typed, and every sample with its source.
 *
 * @throws TypeError for a world of another shape, RangeError for a sample size or grid out of range
 */
export function makeContext(world: World, definitions: Context["definitions"]): Context {
  if (typeof world?.scope !== "object" || world.scope === null) {
    throw shapeError(
      "derivation",
      "世界应为 { name, scope }",
      "a world must be { name, scope, sample?, grid? }",
    );
  }
  const scope = new Map<string, ScopeValue>();
  for (const [name, value] of Object.entries(world.scope)) scope.set(canonicalName(name), value);
  const samples = new Map<string, SampleCell>();
  for (const [name, { from, size }] of Object.entries(world.sample ?? {})) {
    if (!(Number.isSafeInteger(size) && size > 0)) {
      throw valueError(
        "derivation",
        `世界「${world.name}」的样本 ${name}：size 是 ${size}，应为正整数`,
        `sample ${name} of world ${world.name}: size is ${size}; give an integer > 0`,
      );
    }
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
    free.set(canonicalName(name), { value: sorted[0]! });
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
  throw shapeError(
    "derivation",
    `世界「${world.name}」的样本 ${sample}：from 应是 scope 里的一个分布，给的是 ${String(from)}`,
    `sample ${sample} of world ${world.name}: from must name a distribution of the scope, got ${String(from)}`,
  );
}
