import { seeded } from "../../math/random";
import { jointOfMany, type NestedTable } from "../joints/joint-of-many";
import type { ScopeValue, World } from "../world";
import { finishedWorld } from "./finished-world";
import type { Kinds } from "./kinds";
import type { Signature } from "./signature";

const names = ["三个变量的表", "强相依的表", "几乎独立的表", "偏斜的表"];

/**
 * A world of a table of three or more variables: any table, or a chain x → y → z where only pairs of variables are spoken
 * of, as in the data processing inequality.
 */
export function tableWorld(kinds: Kinds, signature: Signature, which: number): World {
  const { many } = kinds;
  const isOfPairs =
    signature.information.every(({ length }) => length <= 2) && signature.information.length > 1;
  const table = isOfPairs ? chained(many.length, which) : free(many.length, which);
  const own = jointOfMany(many, table);
  const scope: Record<string, ScopeValue> = { J_0: own };
  for (const name of kinds.distributions) scope[name] = own;
  for (const { name } of kinds.joints) scope[name] = own;
  for (const { name } of kinds.conditionals) scope[name] = own;
  return finishedWorld(names[which], {
    scope,
    kinds,
    signature,
    which,
    extreme: undefined,
    observed: 1,
    range: [-1, 1],
    from: own.conditional(many[0], new Map()),
  });
}

const sizeOf = (level: number): number => (level === 1 ? 3 : 2);
// How far apart the weights of a table lie: the greater, the more its variables depend on each other.
const spreads = [1.2, 3, 0.15, 2];

/** A table of positive weights drawn once for all. */
function free(levels: number, which: number): NestedTable {
  const prng = seeded(71 + which);
  const weights = (level: number): NestedTable =>
    Array.from({ length: sizeOf(level) }, () =>
      level === levels - 1 ? Math.exp(spreads[which] * (2 * prng() - 1)) : weights(level + 1),
    );
  return normalised(weights(0));
}

/** p(x) p(y | x) p(z | y) …: each variable knows only the one before it. */
function chained(levels: number, which: number): NestedTable {
  const prng = seeded(171 + which);
  const row = (size: number): number[] => {
    const raw = Array.from({ length: size }, () => Math.exp(spreads[which] * (2 * prng() - 1)));
    const total = raw.reduce((sum, w) => sum + w, 0);
    return raw.map((w) => w / total);
  };
  const steps = Array.from({ length: levels }, (_, level) =>
    Array.from({ length: level === 0 ? 1 : sizeOf(level - 1) }, () => row(sizeOf(level))),
  );
  const build = (level: number, before: number, mass: number): NestedTable =>
    steps[level][before].map((p, i) =>
      level === levels - 1 ? mass * p : build(level + 1, i, mass * p),
    );
  return normalised(build(0, 0, 1));
}

function normalised(table: NestedTable): NestedTable {
  const sum = (part: number | NestedTable): number =>
    typeof part === "number" ? part : part.reduce((total: number, inner) => total + sum(inner), 0);
  const total = sum(table);
  const scaled = (part: number | NestedTable): number | NestedTable =>
    typeof part === "number" ? part / total : part.map(scaled);
  return table.map(scaled);
}
