import type { NameNode } from "../tex-node";
import { subscriptOf } from "./key-of";

/** D_F where F is applied to points: Bregman's divergence, of numbers and not of distributions. */
export const isBregman = (fn: NameNode, applied: ReadonlySet<string>): boolean =>
  /^[DdB]$/.test(fn.base) && /^[FGφψh]$/u.test(subscriptOf(fn)) && applied.has(subscriptOf(fn));
