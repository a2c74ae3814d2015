import type { NameParts } from "../name-parts";
import { UnreadError } from "../reading-note";
import type { NameNode } from "../tex-node";
import { tokenText } from "../token-scan";
import type { Writing } from "./writing";

/**
 * ⊗n of P^{⊗n}, and n of p^n, in the place of a distribution: n independent draws.
 *
 * @throws UnreadError for any other power, whose mass is not 1
 */
export function powerOfLaw(
  { at }: NameNode,
  name: string,
  { copies, exponent }: Pick<NameParts, "copies" | "exponent">,
  { notes }: Writing,
): string {
  if (copies) return `^${tokenText(copies)}`;
  const text = exponent ? tokenText(exponent) : "";
  if (text === "" || text === "′") return "";
  if (/^[nmNMkK]$/.test(text)) {
    notes.add(
      "reading",
      at,
      `分布的上标 ${text} 读作 ${text} 次独立抽样的分布 ${name}^⊗${text}，不是密度的幂`,
      `the superscript ${text} of a distribution is read as ${text} independent draws, ${name}^⊗${text}, not as a power of the density`,
    );
    return `^${text}`;
  }
  throw new UnreadError(
    at,
    `${name}^${text} 不是分布：密度的幂没有归一化；上标若是记号，写成下标`,
    `${name}^${text} is no distribution: a power of a density is not normalised; write a label as a subscript`,
  );
}
