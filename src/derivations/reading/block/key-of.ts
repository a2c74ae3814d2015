import type { NameNode } from "../tex-node";
import { tokenText } from "../token-scan";

/** Text of a subscript without the parameters in it. */
export const subscriptOf = (name: NameNode): string => (name.sub ? tokenText(name.sub) : "");

export const keyOf = (name: NameNode): string =>
  `${name.base}${name.mark ?? ""}_${subscriptOf(name)}`;
