import { seeded } from "../../math/random";
import { type JointOfMany, jointOfMany, type NestedTable } from "../joints/joint-of-many";
import type { ScopeValue, World } from "../world";
import { finishedWorld } from "./finished-world";
import type { Kinds } from "./kinds";
import type { Signature } from "./signature";

const worldNames = ["三个变量的表", "强相依的表", "几乎独立的表", "偏斜的表"];

/**
 * A world of a table of three or more variables: any table, or a chain x → y → z where only pairs of variables are spoken
 * of, as in the data processing inequality.
 */
export function tableWorld(kinds: Kinds, signature: Signature, which: number): World {
  const { many } = kinds;
  const isOfPairs = isChain(signature);
  const tableOf = (letter: number): JointOfMany => {
    const draw = seeded((isOfPairs ? 171 : 71) + which);
    const further = seeded(1015 * letter);
    // Q is P with every variable leaning, or nothing would keep a marginal or a conditional of two random tables apart.
    const own = (): number => spreads[which] * (2 * draw() - 1);
    const spread = (): number => (letter === 0 ? own() : own() + 0.8 * (2 * further() - 1));
    const lean = leaning * letter;
    const table = isOfPairs
      ? chained(many.length, { spread, lean })
      : free(many.length, { spread, lean });
    return jointOfMany(many, table);
  };
  const own = tableOf(0);
  const scope: Record<string, ScopeValue> = { J_0: own };
  // Q(x, y, z) beside P(x, y, z) is another table; P and p_xy are of one.
  const names = [
    ...kinds.joints.map(({ name }) => name),
    ...kinds.conditionals.map(({ name }) => name),
    ...kinds.distributions,
  ];
  const letterOf = (name: string): string => name.charAt(0).toLowerCase();
  const letters = [...new Set(names.map(letterOf))].sort();
  for (const name of names) {
    const letter = letters.indexOf(letterOf(name));
    scope[name] = letter === 0 ? own : tableOf(letter);
  }
  return finishedWorld(worldNames[which], {
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

/** Only pairs of three and more variables are spoken of, as in the data processing inequality: they are taken for a chain. */
export const isChain = ({ information }: Signature): boolean =>
  information.every(({ length }) => length <= 2) && information.length > 1;

const sizeOf = (level: number): number => (level === 1 ? 3 : 2);
// How far apart the weights of a table lie: the greater, the more its variables depend on each other.
const spreads = [1.2, 3, 0.15, 2];

/** How much more the later values of each variable weigh, on a logarithmic scale, in every further table of a world. */
const leaning = 0.9;

interface Draws {
  /** The logarithm of the next weight. */
  readonly spread: () => number;
  readonly lean: number;
}

/** A table of positive weights drawn once for all. */
function free(levels: number, { spread, lean }: Draws): NestedTable {
  const weights = (level: number, place: number): NestedTable =>
    Array.from({ length: sizeOf(level) }, (_, i) =>
      level === levels - 1
        ? Math.exp(spread() + lean * (i + place))
        : weights(level + 1, place + i),
    );
  return normalised(weights(0, 0));
}

/** p(x) p(y | x) p(z | y) …: each variable knows only the one before it. */
function chained(levels: number, { spread, lean }: Draws): NestedTable {
  const row = (size: number): number[] => {
    const raw = Array.from({ length: size }, (_, i) => Math.exp(spread() + lean * i));
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
