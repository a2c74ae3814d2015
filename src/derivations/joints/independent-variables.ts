import type { Distribution } from "../../distributions/distribution";
import { type Joint, joint } from "./joint";

/** Two variables that know nothing of each other: p(a, b) = p(a) p(b). */
export const independentVariables = (
  [first, second]: readonly [string, string],
  p: Distribution,
  q: Distribution,
): Joint => joint({ [first]: p, [second]: () => q });
