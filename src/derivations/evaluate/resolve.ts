import type { Distribution } from "../../distributions/distribution";
import { isLineDistribution } from "../joints/is-line-distribution";
import { isJoint } from "../joints/joint";
import { isJointOfMany } from "../joints/joint-of-many";
import { hintFor } from "../language/hint-for";
import { constants } from "../language/lexicon";
import type { ScopeValue } from "../world";
import { failAt, type Site } from "./context";

/** Every name that means something at a place, for the error that lists them. */
function knownNames({ context, bindings }: Site): string[] {
  const names = [
    ...bindings.keys(),
    ...context.scope.keys(),
    ...context.samples.keys(),
    ...context.free.keys(),
    ...context.definitions.keys(),
    ...Object.keys(constants),
  ];
  return [...new Set(names)];
}

/** Throws what is known instead of a name that is not. */
export function unknownName(site: Site, name: string, at: number): never {
  const known = knownNames(site);
  const near = known.filter(
    (k) =>
      distance(k, name) <= (name.length < 3 ? 0.5 * name.length : Math.max(1, name.length / 3)),
  );
  const guess = near.sort((a, b) => distance(a, name) - distance(b, name))[0];
  const { world } = site.context;
  const hint = hintFor(name);
  if (hint && (!guess || distance(guess, name) >= 1)) {
    throw failAt(site, at, `不认识名字 ${name}：${hint[0]}`, `unknown name ${name}: ${hint[1]}`);
  }
  throw failAt(
    site,
    at,
    `不认识名字 ${name}${guess ? `，是 ${guess} 吗？` : "；"}世界「${world.name}」里有 ${known.join("、")}`,
    `unknown name ${name}${guess ? `, perhaps ${guess}?` : ";"} world ${world.name} has ${known.join(", ")}`,
  );
}

/** Edit distance; case counts half. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a[i - 1], b[j - 1]];
      const cost = x === y ? 0 : x.toLowerCase() === y.toLowerCase() ? 0.5 : 1;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost));
    }
    row = next;
  }
  return row[b.length];
}

export function isArray(value: ScopeValue): value is ArrayLike<number> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

/** What a value of the scope is called in errors. */
export function kindOf(value: ScopeValue | undefined): readonly [zh: string, en: string] {
  if (typeof value === "number") return ["数", "a number"];
  if (typeof value === "function") return ["函数", "a function"];
  if (isJoint(value) || isJointOfMany(value)) return ["联合分布", "a joint distribution"];
  if (isLineDistribution(value)) return ["分布", "a distribution"];
  if (value !== undefined && isArray(value)) return ["数组", "an array"];
  return [typeof value, typeof value];
}

export type DistributionSource = () => Distribution;
