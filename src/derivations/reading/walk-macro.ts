import { childrenOf, textOf } from "./latex-nodes";
import type { LatexWalk } from "./latex-walk";
import type { LatexNode } from "./parse-latex";
import {
  faceCommands,
  letterCommands,
  markCommands,
  signCommands,
  silentCommands,
  textCommands,
  wordCommands,
} from "./tex-commands";
import type { Span, TexToken } from "./tex-token";
import { walkScript } from "./walk-script";
import { walkStructure } from "./walk-structure";
import { walkText } from "./walk-text";

/** A command, with the arguments it takes. */
export function walkMacro(walk: LatexWalk, node: LatexNode, at: Span): undefined {
  const name = textOf(node);
  const gap = walk.gap;
  const letter = letterCommands.get(name);
  const sign = signCommands.get(name);
  const word = wordCommands.get(name);
  if (name === "_" || name === "^") return walkScript(walk, name === "_" ? "sub" : "sup", at);
  if (name === "\\" || name === "newline" || name === "cr") {
    walk.skipOption();
    return walk.push({ kind: "row", at, gap });
  }
  if (name === "quad" || name === "qquad") return walk.push({ kind: "space", at, gap });
  if (letter !== undefined) return walk.push({ kind: "letter", text: letter, at, gap });
  if (name === "iint" || name === "iiint") {
    for (let i = 2; i < name.length; i++) walk.sign("∫", node);
    return;
  }
  if (sign !== undefined) return walk.sign(sign, node);
  if (word !== undefined) return walk.push({ kind: "word", text: word, isKnown: true, at, gap });
  if (["frac", "dfrac", "tfrac", "cfrac"].includes(name)) {
    const args = [walk.inner(walk.argument()), walk.inner(walk.argument())];
    return walk.push({ kind: "command", name: "frac", args, at: throughArguments(walk, at), gap });
  }
  if (name === "sqrt") {
    const order = walk.option();
    const body = walk.inner(walk.argument());
    const whole = throughArguments(walk, at);
    if (order) {
      // The n-th root is a power.
      const one: TexToken = { kind: "number", text: "1", at: whole, gap: false };
      const share: TexToken = {
        kind: "command",
        name: "frac",
        args: [[one], order],
        at: whole,
        gap: false,
      };
      walk.push({ kind: "group", body, at: whole, gap });
      return walk.push({ kind: "sup", body: [share], at: whole, gap: false });
    }
    return walk.push({ kind: "command", name: "sqrt", args: [body], at: whole, gap });
  }
  if (silentCommands.has(name)) {
    // \\tag* and its like.
    if (walk.nodes[walk.next]?.content === "*" && /^(tag|hspace|vspace)$/.test(name)) walk.next++;
    for (let i = 0; i < (silentCommands.get(name) ?? 0); i++) walk.argument();
    // An invisible delimiter: \left. and \right.
    const next = walk.nodes[walk.next];
    if ((name === "left" || name === "right") && next?.content === ".") walk.next++;
    if ([" ", ",", ";", ":", ">", "space"].includes(name)) walk.gap = true;
    return;
  }
  if (faceCommands.has(name)) {
    const from = walk.tokens.length;
    walk.unwrap(walk.argument());
    if (name !== "mathcal" && name !== "mathscr") return;
    for (let i = from; i < walk.tokens.length; i++) {
      const inner = walk.tokens[i];
      if (inner.kind === "letter") walk.tokens[i] = { ...inner, face: "script" };
    }
    return;
  }
  if (textCommands.has(name)) return walkText(walk, name, at);
  if (markCommands.has(name)) return walkMarked(walk, markCommands.get(name) ?? "", at);
  walkStructure(walk, name, at);
}

/** The place of a command that stands at `at`, with the arguments that were just read. */
function throughArguments(walk: LatexWalk, at: Span): Span {
  const last = walk.nodes[Math.min(walk.next, walk.nodes.length) - 1];
  return [at[0], Math.max(at[1], last ? walk.place(last)[1] : at[1])];
}

function walkMarked(walk: LatexWalk, mark: string, at: Span): undefined {
  const node = walk.argument();
  if (!node) return;
  const nodes =
    node.type === "macro" && (faceCommands.has(textOf(node)) || textCommands.has(textOf(node)))
      ? [node, ...[walk.argument()].filter((n) => n !== undefined)]
      : node.type === "group"
        ? childrenOf(node)
        : [node];
  const [first, ...rest] = walk.inside(nodes);
  if (!first) return;
  walk.push(
    first.kind === "letter" && mark
      ? { ...first, mark, at: throughArguments(walk, at), gap: walk.gap }
      : { ...first, gap: walk.gap },
  );
  for (const token of rest) walk.push(token);
}
