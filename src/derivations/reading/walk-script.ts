import { textOf } from "./latex-nodes";
import type { LatexWalk } from "./latex-walk";
import type { LatexNode } from "./parse-latex";
import { plainRun } from "./plain-run";
import {
  faceCommands,
  letterCommands,
  markCommands,
  signCommands,
  textCommands,
} from "./tex-commands";
import type { Span, TexToken } from "./tex-token";

/** What stands below or above: in braces, one letter, one macro, or a word typed without its braces. */
export function walkScript(walk: LatexWalk, kind: "sub" | "sup", at: Span): undefined {
  const node = walk.argument();
  if (!node) return;
  const [start] = at;
  if (node.type === "macro" && node.content === "left") {
    // x^\left(i\right): no TeX takes it, readers do.
    const close = walk.nodes.findIndex((n, i) => i >= walk.next && n.content === "right");
    const inside = walk.nodes.slice(walk.next, close + 2);
    walk.next = close + 2;
    walk.notes.add(
      "repair",
      at,
      "上标少了花括号，按有括号读",
      "a script without braces, read as if it had them",
    );
    const body = walk.inside(inside, true);
    return walk.push({ kind, body, at: [start, at[1]], gap: walk.gap });
  }
  if (kind === "sub" && node.content === "(") {
    walk.notes.add("repair", at, "多了一个 _，略去", "one _ too many, left out");
    walk.next--;
    return;
  }
  const run = kind === "sub" && node.type === "string" ? plainRun(walk.nodes, walk.next, node) : [];
  if (run.length > 0) {
    const nodes = [node, ...run];
    walk.next += run.length;
    walk.notes.add(
      "repair",
      at,
      `下标 ${nodes.map(textOf).join("")} 没有花括号，按整个词读`,
      `the subscript ${nodes.map(textOf).join("")} lacks its braces; read as the whole word`,
    );
    return walk.push({
      kind,
      body: walk.inside(nodes, true),
      at: [start, at[1] + nodes.length],
      gap: walk.gap,
    });
  }
  const body =
    node.type === "macro" && !letterCommands.has(textOf(node)) && !signCommands.has(textOf(node))
      ? scriptOfMacro(walk, node)
      : walk.inner(node, true);
  walk.push({ kind, body, at: [start, walk.place(node)[1]], gap: walk.gap });
}

/** D_\mathrm{KL}: the macro takes its argument with it. */
function scriptOfMacro(walk: LatexWalk, node: LatexNode): TexToken[] {
  const nodes = [node];
  const takes =
    faceCommands.has(textOf(node)) ||
    textCommands.has(textOf(node)) ||
    markCommands.has(textOf(node));
  if (takes) {
    const argument = walk.argument();
    if (argument) nodes.push(argument);
  }
  return walk.inside(nodes, true);
}
