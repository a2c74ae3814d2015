import type { NameNode } from "./tex-node";
import { tokenText } from "./token-scan";

/** True for names whose bracket compares two distributions. */
export function isDivergence(name: NameNode): boolean {
  if (name.isWord) return /^(KL|JS|TV|CE|DL|Hel|RE)$/.test(name.base);
  return (
    /^[DdKHWχIJC]$/.test(name.base) || (name.sub !== undefined && /KL|JS/.test(tokenText(name.sub)))
  );
}

/** True for the names of the Kullback–Leibler divergence, and of JS, which take a comma for ‖ too. */
export const isKl = (name: NameNode): boolean =>
  name.base === "KL" || (name.sub !== undefined && /^(KL|kl|JS)$/.test(tokenText(name.sub)));
