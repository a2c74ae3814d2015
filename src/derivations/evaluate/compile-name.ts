import { constantNamed } from "../language/lexicon";
import type { IndexTerm, NameTerm } from "../language/term";
import { compileDefinedName } from "./compile-defined";
import { failAt, failKind, isThunk, type Num, numberOf, type Site } from "./context";
import { isArray, kindOf, unknownName } from "./resolve";

/** A name alone: a variable, a number of the world, a constant or a definition. */
export function compileName({ name, at }: NameTerm, site: Site): Num {
  const binding = site.bindings.get(name);
  if (binding) {
    return isThunk(binding) ? numberOf(binding.term, binding.site) : () => binding.value;
  }
  const { context } = site;
  const free = context.free.get(name);
  if (free && !context.scope.has(name)) return () => free.value;
  if (context.definitions.has(name)) return compileDefinedName(name, at, site, false);
  const value = context.scope.get(name);
  if (typeof value === "number") return () => value;
  const fixed = value === undefined ? constantNamed(name) : undefined;
  if (fixed !== undefined) return () => fixed;
  if (value === undefined && !context.samples.has(name)) return unknownName(site, name, at);
  const [zh, en] = value === undefined ? ["样本", "a sample"] : kindOf(value);
  const example = value === undefined || isArray(value) ? `${name}[i]` : `${name}(x)`;
  throw failKind(
    site,
    at,
    `${name} 是${zh}，这里应是数；写成 ${example}`,
    `${name} is ${en}, a number belongs here; write ${example}`,
  );
}

/** x[i] of a sample or an array. */
export function compileIndex({ name, index, at }: IndexTerm, site: Site): Num {
  const { context } = site;
  const sample = site.bindings.has(name) ? undefined : context.samples.get(name);
  const value = context.scope.get(name);
  const array = value !== undefined && isArray(value) ? value : undefined;
  if (!sample && !array) {
    if (!site.bindings.has(name) && value === undefined) return unknownName(site, name, at);
    throw failKind(
      site,
      at,
      `${name} 没有下标；${name}[i] 里的 ${name} 应是样本或数组`,
      `${name} has no entries: a sample or an array takes an index`,
    );
  }
  const i = numberOf(index, site);
  return () => {
    const values = sample?.values ?? array ?? [];
    const entry = values[i() - 1];
    if (entry !== undefined) return entry;
    throw failAt(
      site,
      at,
      `${name}[${i()}] 不存在；下标从 1 到 ${values.length}`,
      `${name}[${i()}] does not exist; indices go from 1 to ${values.length}`,
    );
  };
}
