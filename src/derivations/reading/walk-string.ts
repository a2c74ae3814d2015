import { isBlank, plainText, textOf } from "./latex-nodes";
import type { LatexWalk } from "./latex-walk";
import type { LatexNode } from "./parse-latex";
import { isSign, type Span } from "./tex-token";

const han = /[\u2e80-\u9fff\u3000-\u303f\uac00-\ud7af\u3040-\u30ff\uff00-\uffef]/u;

/** A letter, a number, a sign, or words between formulas. */
export function walkString(walk: LatexWalk, node: LatexNode, at: Span): undefined {
  const text = textOf(node);
  if (/^\d+$/.test(text) || (text === "." && isDigitNext(walk))) return walkNumber(walk, text, at);
  if (text === "&") return walk.push({ kind: "cell", at, gap: walk.gap });
  if (text === "~" && !walk.inScript && !isDrawn(walk)) {
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

/** x ~ p, ε~N(0, 1): a letter before it and a law after it; between others ~ is TeX's blank. */
function isDrawn(walk: LatexWalk): boolean {
  const last = walk.tokens[walk.tokens.length - 1];
  const isName = last?.kind === "letter" || last?.kind === "sub" || isSign(last, ")");
  const rest = walk.nodes.slice(walk.next).filter((node) => !isBlank(node));
  const [first, second] = rest;
  const isLaw = /^[pPqQNBUDπ]$/u.test(
    textOf(first?.type === "macro" ? letterOf(first, second) : (first ?? { type: "" })),
  );
  if (!isName || !isLaw) return false;
  const own = walk.nodes[walk.next - 1];
  const at = own ? walk.place(own) : ([0, 0] as const);
  walk.notes.add(
    "reading",
    at,
    "~ 读作「服从」；若只是 TeX 的空格，删去",
    "~ is read as “drawn from”; delete it if it is only TeX's blank",
  );
  return true;
}

/** π, or the letter of \\mathcal{N}. */
function letterOf(macro: LatexNode, argument: LatexNode | undefined): LatexNode {
  if (textOf(macro) === "pi") return { type: "string", content: "π" };
  const isFace = /^(mathcal|mathrm|mathbb|operatorname|text)$/.test(textOf(macro));
  return { type: "string", content: isFace && argument ? plainText(argument)[0] : "" };
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
