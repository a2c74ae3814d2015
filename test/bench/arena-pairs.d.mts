import type * as klab from "../../src";

export function arenaPairs(
  library: Pick<typeof klab, "normal" | "multivariateNormal">,
): (readonly [title: string, p: klab.AnyDistribution, q: klab.AnyDistribution])[];
