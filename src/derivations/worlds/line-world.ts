import type { Distribution } from "../../distributions/distribution";
import { categorical } from "../../distributions/families/categorical";
import { described } from "../described-function";
import { familyText } from "../family-text";
import type { ScopeValue, World } from "../world";
import { bestCritic } from "./best-critic";
import { optimalCritic } from "./extremes/optimal-critic";
import { withMixture } from "./fill-scope";
import { finishedWorld } from "./finished-world";
import type { Kinds } from "./kinds";
import type { Pool } from "./line-pools";
import { withListedValues } from "./listed-values";
import { countOf, countsOf, isUniform } from "./pools-for";
import type { Signature } from "./signature";

/** A world of distributions of one variable. */
export function lineWorld(pool: Pool, kinds: Kinds, signature: Signature, which: number): World {
  const scope: Record<string, ScopeValue> = {};
  const ordered = [...kinds.distributions].sort(byRole);
  ordered.forEach((name, i) => {
    scope[name] = pool.distributions[i % pool.distributions.length];
  });
  withMixture(ordered, scope);
  const [low, high] = pool.range;
  kinds.families.forEach(({ name, parameters }, rank) => {
    // Two families of one parameter are not one: the second runs the other way.
    const at = (θ: number): number => (rank % 2 === 0 ? θ : low + high - θ);
    const [θ = "θ", φ = "φ"] = kinds.parameters;
    const printed = (value: number): string => String(pool.family(at(value)));
    const given = parameters > 1 ? `${θ}, ${φ}=0` : θ;
    const text = (own: string): string => {
      const found = familyText(printed, θ, pool.range);
      const rows = found
        ? [`${own}(· | ${given}) = ${found}`]
        : pool.range.map((v) => `${own}(· | ${given}=${v}) = ${printed(v)}`);
      return rows.join("; ");
    };
    scope[name] = described(
      parameters > 1
        ? (value: number, other: number) => pool.family(at(value), other)
        : (value: number) => pool.family(at(value)),
      text,
    );
  });
  withListedValues(scope, ordered, kinds);
  const count = countOf(pool);
  for (const name of ordered) {
    if (!isUniform(name) || count === 0) continue;
    scope[name] = categorical(Array.from({ length: count }, () => 1 / count));
    for (const size of ["N", "n", "K", "k"]) if (kinds.numbers.includes(size)) scope[size] = count;
  }
  if (count > 0) for (const size of countsOf(kinds, signature)) scope[size] = count;
  const pair = ordered.map((name) => scope[name] as Distribution);
  if (pair.length === 2) {
    for (const use of kinds.functions) {
      const critic = pool.critic
        ? optimalCritic(use, kinds, { laws: pair, names: ordered, critic: pool.critic, which })
        : bestCritic(use, which, pair, ordered);
      if (critic) scope[use.name] = critic;
    }
  }
  const source =
    ordered.find((name) => kinds.samples.length > 0 && signature.source === name) ??
    ordered.find((name) => /data|^P/.test(name)) ??
    ordered[0];
  const from = source ?? pool.distributions[0];
  return finishedWorld(pool.name, {
    scope,
    kinds,
    signature,
    which,
    observed: pool.value,
    range: pool.range,
    from,
    extreme: pool.extreme,
  });
}

/** P before Q, what is observed before what is modelled. */
function byRole(a: string, b: string): number {
  const rank = (name: string): number =>
    /data|true|ref/.test(name) ? 0 : /^[pP]/.test(name) ? 1 : /^[qQ]/.test(name) ? 2 : 3;
  return rank(a) - rank(b);
}
