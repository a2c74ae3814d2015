import type { Distribution } from "../../../distributions/distribution";
import { described } from "../../described-function";
import type { Joint } from "../../joints/joint";
import { generatorAt } from "../generator-at";
import type { Kinds } from "../kinds";
import type { NameUse } from "../name-use";

/** A pair, what it is called, and the generator that the world's f is. */
export interface CriticPair {
  readonly laws: readonly Distribution[];
  readonly names: readonly string[];
  /** Of the optimum for (P, Q), or of that for (Q, P). */
  readonly critic: "first" | "second";
  readonly which: number;
}

/**
 * The function at which a variational bound is tight: log(P/Q) for Donsker and Varadhan's T, f′(P/Q) beside f*, P/(P + Q)
 * for a discriminator; or the one of the swapped bound. Undefined for functions that are no critic.
 */
export function optimalCritic(
  use: NameUse,
  kinds: Kinds,
  { laws, names, critic, which }: CriticPair,
): ((x: number) => number) | undefined {
  if (use.arity !== 1 || use.isGenerator || /_conj$|^f?p$/.test(use.name) || laws.length < 2)
    return undefined;
  const order = critic === "first" ? [0, 1] : [1, 0];
  const [p, q] = order.map((i) => laws[i]);
  const [nameP, nameQ] = order.map((i) => names[i]);
  const logRatio = (x: number): number => {
    const difference = p.logProb(x) - q.logProb(x);
    return Number.isNaN(difference) ? 0 : difference;
  };
  if (use.isProbability || /^D(_|$)/.test(use.name))
    return described(
      (x: number) => 1 / (1 + Math.exp(-logRatio(x))),
      (own) => `${own}(x) = ${nameP}(x)/(${nameP}(x) + ${nameQ}(x))`,
    );
  const ratio = `${nameP}(x)/${nameQ}(x)`;
  const conjugate = kinds.functions.find(({ name }) => name.endsWith("_conj"));
  if (conjugate) {
    const { slope } = generatorAt(which);
    return described(
      (x: number) => slope(Math.exp(logRatio(x))),
      (own) => `${own}(x) = ${conjugate.name.replace(/_conj$/, "")}′(${ratio})`,
    );
  }
  if (!use.isExponent && !/^T(_|$)/.test(use.name)) return undefined;
  return described(logRatio, (own) => `${own}(x) = log(${ratio})`);
}

/** T(x, y) of a bound on I(x; y): the logarithm of the joint over its marginals, or of these over the joint. */
export function criticOfBoth(
  use: NameUse,
  joint: Joint,
  name: string,
  critic: "first" | "second",
): ((x: number, y: number) => number) | undefined {
  if (use.arity !== 2 || !(use.isExponent || /^T(_|$)/.test(use.name))) return undefined;
  const [a, b] = [...joint.variables].sort();
  const sign = critic === "first" ? 1 : -1;
  const [of, over] = [`${name}(${a}, ${b})`, `(${name}(${a})*${name}(${b}))`];
  const [first, second] = joint.variables.map((variable) => joint.marginal(variable));
  const isInOrder = joint.variables[0] === a;
  return described(
    (x: number, y: number) => {
      const [u, v] = isInOrder ? [x, y] : [y, x];
      const difference = joint.logProb(u, v) - first.logProb(u) - second.logProb(v);
      return Number.isNaN(difference) ? 0 : sign * difference;
    },
    (own) => `${own}(${a}, ${b}) = log(${sign > 0 ? `${of}/${over}` : `${over}/${of}`})`,
  );
}

/** True where the expressions have a function that a variational bound could be about. */
export const hasCritic = ({ functions }: Kinds): boolean =>
  functions.some(
    (use) =>
      use.arity === 1 &&
      !use.isGenerator &&
      (use.isProbability || use.isExponent || /^[DT](_|$)/.test(use.name)),
  ) || functions.some(({ name }) => name.endsWith("_conj"));
