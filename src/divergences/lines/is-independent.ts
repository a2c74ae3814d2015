import type { AnyDistribution } from "../../distributions/distribution";
import type { Independent } from "../../distributions/families/independent";

/** True for points whose coordinates are independent: what is known of each coordinate adds. */
export function isIndependent(d: AnyDistribution): d is Independent {
  return d.family === "independent";
}
