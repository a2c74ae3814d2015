import { isBlank, textOf } from "./latex-nodes";
import type { LatexNode } from "./parse-latex";
import { letterCommands } from "./tex-commands";

/** P_teacher, D_KL: letters that belong to a subscript typed without braces. */
export function plainRun(nodes: readonly LatexNode[], next: number, first: LatexNode): LatexNode[] {
  const letter = textOf(first);
  if (!/^[A-Za-z]$/.test(letter)) return [];
  const run: LatexNode[] = [];
  for (let i = next; i < nodes.length; i++) {
    const node = nodes[i];
    if (node.type !== "string" || !/^[A-Za-z]$/.test(textOf(node))) break;
    run.push(node);
  }
  const text = run.map(textOf).join("");
  const after = nodes[next + run.length];
  const isWord =
    /^[a-z]{3,}$/.test(text) && /^[a-z]$/.test(letter) && !/^(log|ln|exp|max|min)/.test(text);
  const isKnown = /^(ref|old|new|sft|gen|enc|dec|obs|emp|opt|pos|neg|adv|tot)$/.test(letter + text);
  const isAcronym =
    /^[A-Z]+$/.test(letter + text) &&
    run.length > 0 &&
    (/^(KL|JS|JSD|TV)$/.test(letter + text) || isBlank(after));
  return isWord || isKnown || isAcronym || letterCommands.has(letter + text) ? run : [];
}
