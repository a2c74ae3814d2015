import type { Prng } from "../math/random";
import type { Distribution } from "./distribution";

/** One draw, without what a sample prepares for many. */
export function drawOf(d: Distribution, prng: Prng): number {
  const { draw } = d as { readonly draw?: (prng: Prng) => number };
  return draw ? draw.call(d, prng) : d.sample(1, prng)[0];
}
