import { unbracedDraw } from "./definitions/unbraced-draw";
import { joinSigns } from "./join-signs";
import { childrenOf, isBlank, plainText, singleCharacters, textOf } from "./latex-nodes";
import type { LatexWalk } from "./latex-walk";
import { type LatexNode, parseLatex } from "./parse-latex";
import type { PlainTex } from "./plain-tex";
import type { Notes } from "./reading-note";
import { splitWords } from "./split-words";
import { faceCommands, textCommands } from "./tex-commands";
import type { Span, TexToken } from "./tex-token";
import { walkEnvironment } from "./walk-environment";
import { walkMacro } from "./walk-macro";
import { walkString } from "./walk-string";

/** The tokens of a formula, groups as trees, faces and spacing left out. */
export function texTokens({ text, origin }: PlainTex, notes: Notes): TexToken[] {
  const place = (node: LatexNode): Span => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    return [origin[start] ?? 0, (origin[Math.max(start, end - 1)] ?? 0) + 1];
  };
  return tokensOf(parseLatex(text), { place, notes, inScript: false });
}

interface Flattening {
  readonly place: (node: LatexNode) => Span;
  readonly notes: Notes;
  readonly inScript: boolean;
}

function tokensOf(given: readonly LatexNode[], flattening: Flattening): TexToken[] {
  const nodes = singleCharacters(given);
  const over = nodes.findIndex(({ type, content }) => type === "macro" && content === "over");
  if (over >= 0) {
    const args = [nodes.slice(0, over), nodes.slice(over + 1)].map((part) =>
      tokensOf(part, flattening),
    );
    const at: Span = [flattening.place(nodes[0])[0], flattening.place(nodes[nodes.length - 1])[1]];
    return [{ kind: "command", name: "frac", args, at, gap: false }];
  }
  const signs = joinSigns(new Flat(nodes, flattening).read());
  return splitWords(unbracedDraw(signs, flattening.notes), flattening.notes);
}

class Flat implements LatexWalk {
  readonly nodes: readonly LatexNode[];
  readonly tokens: TexToken[] = [];
  next = 0;
  gap = false;
  readonly #flattening: Flattening;

  constructor(nodes: readonly LatexNode[], flattening: Flattening) {
    this.nodes = nodes;
    this.#flattening = flattening;
  }

  get notes(): Notes {
    return this.#flattening.notes;
  }

  get inScript(): boolean {
    return this.#flattening.inScript;
  }

  read(): TexToken[] {
    while (this.next < this.nodes.length) this.#node(this.nodes[this.next++]);
    return this.tokens;
  }

  place(node: LatexNode): Span {
    return this.#flattening.place(node);
  }

  macro(node: LatexNode, at: Span): undefined {
    return walkMacro(this, node, at);
  }

  inside(nodes: readonly LatexNode[], inScript = this.inScript): TexToken[] {
    return tokensOf(nodes, { ...this.#flattening, inScript });
  }

  push(token: TexToken): undefined {
    this.tokens.push(token);
    this.gap = false;
  }

  sign(text: string, node: LatexNode): undefined {
    this.push({ kind: "sign", text, at: this.place(node), gap: this.gap });
  }

  inner(node: LatexNode | undefined, inScript = this.inScript): TexToken[] {
    if (!node) return [];
    const nodes = node.type === "group" ? childrenOf(node) : [node];
    return this.inside(nodes, inScript);
  }

  /** The next node that is no blank: an argument. */
  argument(): LatexNode | undefined {
    while (isBlank(this.nodes[this.next])) this.next++;
    return this.nodes[this.next++];
  }

  /** [3] of \\sqrt[3]{x}. */
  option(): readonly TexToken[] | undefined {
    const open = this.nodes[this.next];
    if (open?.type !== "string" || open.content !== "[") return undefined;
    const close = this.nodes.findIndex((node, i) => i > this.next && node.content === "]");
    if (close < 0) return undefined;
    const tokens = this.inside(this.nodes.slice(this.next + 1, close));
    this.next = close + 1;
    return tokens;
  }

  skipOption(): undefined {
    const open = this.nodes[this.next];
    if (open?.type !== "string" || open.content !== "[") return;
    const close = this.nodes.findIndex((node, i) => i > this.next && node.content === "]");
    const inside = this.nodes.slice(this.next + 1, close);
    // Only a length: \\[2pt]. Otherwise the bracket is part of the next row.
    if (close > 0 && /^-?[\d.]+(pt|em|ex|mm|cm|px)$/.test(inside.map(plainText).join("")))
      this.next = close + 1;
  }

  #node(node: LatexNode): undefined {
    const at = this.place(node);
    switch (node.type) {
      case "whitespace":
      case "parbreak":
        this.gap = true;
        return;
      case "comment":
        return;
      case "string":
        return walkString(this, node, at);
      case "group":
        return this.push({ kind: "group", body: this.inner(node), at, gap: this.gap });
      case "macro":
        return this.macro(node, at);
      case "mathenv":
      case "environment":
      case "displaymath":
      case "inlinemath":
        return walkEnvironment(this, node, at);
      default:
        return;
    }
  }

  prose(text: string, at: Span): undefined {
    const last = this.tokens[this.tokens.length - 1];
    if (last?.kind === "prose") {
      this.tokens[this.tokens.length - 1] = {
        ...last,
        text: `${last.text}${this.gap ? " " : ""}${text}`,
        at: [last.at[0], at[1]],
      };
      this.gap = false;
    } else this.push({ kind: "prose", text, at, gap: this.gap });
  }

  unwrap(node: LatexNode | undefined): undefined {
    if (!node) return;
    if (node.type === "macro" && (faceCommands.has(textOf(node)) || textCommands.has(textOf(node))))
      return this.macro(node, this.place(node));
    for (const token of this.inner(node)) this.push({ ...token, gap: token.gap || this.gap });
  }
}
