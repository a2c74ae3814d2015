import { textOf } from "./latex-nodes";
import type { LatexWalk } from "./latex-walk";
import type { LatexNode } from "./parse-latex";
import type { Span } from "./tex-token";

const han = /[\u2e80-\u9fff\u3000-\u303f\uac00-\ud7af\u3040-\u30ff\uff00-\uffef]/u;

/** A letter, a number, a sign, or words between formulas. */
export function walkString(walk: LatexWalk, node: LatexNode, at: Span): undefined {
  const text = textOf(node);
  if (/^\d+$/.test(text) || (text === "." && isDigitNext(walk))) return walkNumber(walk, text, at);
  if (text === "&") return walk.push({ kind: "cell", at, gap: walk.gap });
  if (text === "~" && !walk.inScript) {
    walk.gap = true;
    return;
  }
  if (text === "'" || text === "’") return walk.sign("′", node);
  if (han.test(text)) return walk.prose(text, at);
  if (/^\p{L}$/u.test(text)) {
    const letter = ({ µ: "μ", ϑ: "θ", ϕ: "φ", ϵ: "ε" } as Record<string, string>)[text] ?? text;
    // A capital sigma or pi with limits is the operator; the reader of operators decides by what follows.
    return walk.push({ kind: "letter", text: letter, at, gap: walk.gap });
  }
  walk.sign(
    ({ "∼": "~", "∥": "‖", "∣": "|", "⩾": "≥", "⩽": "≤" } as Record<string, string>)[text] ?? text,
    node,
  );
}

function isDigitNext(walk: LatexWalk): boolean {
  const next = walk.nodes[walk.next];
  return next?.type === "string" && /^\d+$/.test(textOf(next));
}

function walkNumber(walk: LatexWalk, first: string, at: Span): undefined {
  let text = first;
  let end = at[1];
  for (;;) {
    const node = walk.nodes[walk.next];
    if (node?.type !== "string") break;
    const piece = textOf(node);
    const isPoint = piece === "." && !text.includes(".") && isDigitAfter(walk);
    if (!/^\d+$/.test(piece) && !isPoint) break;
    text += piece;
    end = walk.place(node)[1];
    walk.next++;
  }
  walk.push({ kind: "number", text, at: [at[0], end], gap: walk.gap });
}

function isDigitAfter(walk: LatexWalk): boolean {
  const after = walk.nodes[walk.next + 1];
  return after?.type === "string" && /^\d+$/.test(textOf(after));
}
