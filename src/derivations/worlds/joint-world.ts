import type { Distribution } from "../../distributions/distribution";
import { described } from "../described-function";
import { jointText } from "../joint-text";
import { isJoint, type Joint } from "../joints/joint";
import type { ScopeValue, World } from "../world";
import { criticOfBoth } from "./extremes/optimal-critic";
import { finishedWorld } from "./finished-world";
import type { JointPool } from "./joint-pools";
import type { Kinds } from "./kinds";
import type { Signature } from "./signature";

/** A world of joint distributions, their conditionals and marginals. */
export function jointWorld(
  pool: JointPool,
  kinds: Kinds,
  signature: Signature,
  which: number,
): World {
  const scope: Record<string, ScopeValue> = {};
  const [θ = "θ", φ = θ] = kinds.parameters;
  const examples = pool.isDiscrete ? [0, 1] : [-1, 0.5, 2];
  /** Q(· | x=0) = …, for some values of the condition. */
  const conditional = (of: string, f: (value: number) => Distribution) =>
    described(f, (own) => examples.map((v) => `${own}(· | ${of}=${v}) = ${f(v)}`).join("; "));
  const [shape] = kinds.joints;
  const condition = kinds.conditionals[0]?.of ?? "x";
  const [latent, seen] = shape?.variables ?? ["z", condition];
  kinds.joints.forEach(({ name, parameters }, i) => {
    const at = (value: number): Joint => pool.make(latent, seen, value, i);
    const text = (own: string): string =>
      pool.range.map((v) => `${θ}=${v}: ${jointText(own, at(v))}`).join("; ");
    scope[name] =
      parameters > 0
        ? described(parameters > 1 ? (value: number, _φ: number) => at(value) : at, text)
        : at(0.4);
  });
  for (const { name, of, parameters } of kinds.conditionals) {
    const isOfSeen = of === seen || !shape;
    scope[name] = !isOfSeen
      ? conditional(of, (z) => pool.make(latent, seen, 0.2, 1).conditional(seen, z))
      : parameters > 0
        ? described(
            (x: number, other: number) => pool.approximate(x, other),
            (own) =>
              examples
                .map((x) => `${own}(· | ${of}=${x}, ${φ}=0) = ${pool.approximate(x, 0)}`)
                .join("; "),
          )
        : conditional(of, (x) => pool.approximate(x, 0.3));
  }
  for (const { name } of kinds.families)
    scope[name] = conditional(θ, (value) => pool.make(latent, seen, value, 0).marginal(seen));
  for (const name of kinds.distributions) {
    const isOfLatent =
      [...(signature.uses.get(name)?.arguments ?? [])].includes(latent) ||
      /^[pqQ]$/.test(name) ||
      /_z$/.test(name);
    const base = pool.make(latent, seen, 0.2, 1);
    scope[name] =
      name === "p" || /_z$/.test(name)
        ? pool.prior(0)
        : isOfLatent
          ? pool.approximate(pool.values[1], 0.2)
          : base.marginal(seen);
  }
  const [only, other] = kinds.joints;
  const both = only && scope[only.name];
  if (pool.critic && !other && isJoint(both))
    for (const use of kinds.functions) {
      const printed = only.name === "J_0" ? "p" : only.name;
      const critic = criticOfBoth(use, both, printed, pool.critic);
      if (critic) scope[use.name] = critic;
    }
  return finishedWorld(pool.name, {
    scope,
    kinds,
    signature,
    which,
    observed: pool.values[1],
    range: pool.range,
    from: pool.make(latent, seen, 0.1, 0).marginal(seen),
    extreme: pool.extreme,
    latent: { name: latent, value: pool.values[0] },
    seen,
  });
}
