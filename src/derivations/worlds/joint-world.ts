import type { ScopeValue, World } from "../world";
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
  const [shape] = kinds.joints;
  const condition = kinds.conditionals[0]?.of ?? "x";
  const [latent, seen] = shape?.variables ?? ["z", condition];
  kinds.joints.forEach(({ name, parameters }, i) => {
    scope[name] =
      parameters > 0
        ? parameters > 1
          ? (θ: number, _φ: number) => pool.make(latent, seen, θ, i)
          : (θ: number) => pool.make(latent, seen, θ, i)
        : pool.make(latent, seen, 0.4, i);
  });
  for (const { name, of, parameters } of kinds.conditionals) {
    const isOfSeen = of === seen || !shape;
    scope[name] = !isOfSeen
      ? (z: number) => pool.make(latent, seen, 0.2, 1).conditional(seen, z)
      : parameters > 0
        ? (x: number, φ: number) => pool.approximate(x, φ)
        : (x: number) => pool.approximate(x, 0.3);
  }
  for (const { name } of kinds.families)
    scope[name] = (θ: number) => pool.make(latent, seen, θ, 0).marginal(seen);
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
