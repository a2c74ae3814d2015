import { joinSigns } from "./join-signs";
import { type LatexNode, latexNodes } from "./latex-grammar";
import { childrenOf, isBlank, plainText, singleCharacters, textOf } from "./latex-nodes";
import { plainRun } from "./plain-run";
import type { PlainTex } from "./plain-tex";
import type { Notes } from "./reading-note";
import { splitWords } from "./split-words";
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

const han = /[\u2e80-\u9fff\u3000-\u303f\uac00-\ud7af\u3040-\u30ff\uff00-\uffef]/u;

/** The tokens of a formula, groups as trees, faces and spacing left out. */
export function texTokens({ text, origin }: PlainTex, notes: Notes): TexToken[] {
  const place = (node: LatexNode): Span => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    return [origin[start] ?? 0, (origin[Math.max(start, end - 1)] ?? 0) + 1];
  };
  return tokensOf(latexNodes(text), { place, notes, inScript: false });
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
    return [{ kind: "command", name: "frac", args, at: flattening.place(nodes[over]), gap: false }];
  }
  const flat = new Flat(nodes, flattening);
  return splitWords(joinSigns(flat.tokens()));
}

/** One walk over the nodes of a group. */
class Flat {
  readonly #nodes: readonly LatexNode[];
  readonly #flattening: Flattening;
  readonly #tokens: TexToken[] = [];
  #next = 0;
  #gap = false;

  constructor(nodes: readonly LatexNode[], flattening: Flattening) {
    this.#nodes = nodes;
    this.#flattening = flattening;
  }

  tokens(): TexToken[] {
    while (this.#next < this.#nodes.length) this.#read(this.#nodes[this.#next++]);
    return this.#tokens;
  }

  #push(token: TexToken): undefined {
    this.#tokens.push(token);
    this.#gap = false;
  }

  #sign(text: string, node: LatexNode): undefined {
    this.#push({ kind: "sign", text, at: this.#flattening.place(node), gap: this.#gap });
  }

  #inner(node: LatexNode | undefined, inScript = this.#flattening.inScript): TexToken[] {
    if (!node) return [];
    const nodes = node.type === "group" ? childrenOf(node) : [node];
    return tokensOf(nodes, { ...this.#flattening, inScript });
  }

  /** The next node that is no blank: an argument. */
  #argument(): LatexNode | undefined {
    while (isBlank(this.#nodes[this.#next])) this.#next++;
    return this.#nodes[this.#next++];
  }

  #skipOption(): undefined {
    const open = this.#nodes[this.#next];
    if (open?.type !== "string" || open.content !== "[") return;
    const close = this.#nodes.findIndex((node, i) => i > this.#next && node.content === "]");
    const inside = this.#nodes.slice(this.#next + 1, close);
    // Only a length: \\[2pt]. Otherwise the bracket is part of the next row.
    if (close > 0 && /^-?[\d.]+(pt|em|ex|mm|cm|px)$/.test(inside.map(plainText).join("")))
      this.#next = close + 1;
  }

  #read(node: LatexNode): undefined {
    const at = this.#flattening.place(node);
    switch (node.type) {
      case "whitespace":
      case "parbreak":
        this.#gap = true;
        return;
      case "comment":
        return;
      case "string":
        return this.#string(node, at);
      case "group":
        return this.#push({ kind: "group", body: this.#inner(node), at, gap: this.#gap });
      case "macro":
        return this.#macro(node, at);
      case "mathenv":
      case "environment":
      case "displaymath":
      case "inlinemath":
        return this.#environment(node, at);
      default:
        return;
    }
  }

  #string(node: LatexNode, at: Span): undefined {
    const text = textOf(node);
    if (/^\d+$/.test(text) || (text === "." && this.#isDigitNext())) return this.#number(text, at);
    if (text === "&") return this.#push({ kind: "cell", at, gap: this.#gap });
    if (text === "~" && !this.#flattening.inScript) {
      this.#gap = true;
      return;
    }
    if (text === "'" || text === "’") return this.#sign("′", node);
    if (han.test(text)) return this.#prose(text, at);
    if (/^\p{L}$/u.test(text)) {
      const letter = ({ µ: "μ", ϑ: "θ", ϕ: "φ", ϵ: "ε" } as Record<string, string>)[text] ?? text;
      // A capital sigma or pi with limits is the operator; the reader of operators decides by what follows.
      return this.#push({ kind: "letter", text: letter, at, gap: this.#gap });
    }
    this.#sign(
      ({ "∼": "~", "∥": "‖", "∣": "|", "⩾": "≥", "⩽": "≤" } as Record<string, string>)[text] ??
        text,
      node,
    );
  }

  #isDigitNext(): boolean {
    const next = this.#nodes[this.#next];
    return next?.type === "string" && /^\d+$/.test(textOf(next));
  }

  #number(first: string, at: Span): undefined {
    let text = first;
    let end = at[1];
    for (;;) {
      const node = this.#nodes[this.#next];
      if (node?.type !== "string") break;
      const piece = textOf(node);
      const isPoint = piece === "." && !text.includes(".") && this.#isDigitAfter();
      if (!/^\d+$/.test(piece) && !isPoint) break;
      text += piece;
      end = this.#flattening.place(node)[1];
      this.#next++;
    }
    this.#push({ kind: "number", text, at: [at[0], end], gap: this.#gap });
  }

  #isDigitAfter(): boolean {
    const after = this.#nodes[this.#next + 1];
    return after?.type === "string" && /^\d+$/.test(textOf(after));
  }

  #prose(text: string, at: Span): undefined {
    const last = this.#tokens[this.#tokens.length - 1];
    if (last?.kind === "prose") {
      this.#tokens[this.#tokens.length - 1] = {
        ...last,
        text: `${last.text}${this.#gap ? " " : ""}${text}`,
        at: [last.at[0], at[1]],
      };
      this.#gap = false;
    } else this.#push({ kind: "prose", text, at, gap: this.#gap });
  }

  #script(kind: "sub" | "sup", at: Span): undefined {
    const node = this.#argument();
    if (!node) return;
    const [start] = at;
    if (node.type === "macro" && node.content === "left") {
      // x^\left(i\right): no TeX takes it, readers do.
      const close = this.#nodes.findIndex((n, i) => i >= this.#next && n.content === "right");
      const inside = this.#nodes.slice(this.#next, close + 2);
      this.#next = close + 2;
      this.#flattening.notes.add(
        "repair",
        at,
        "上标少了花括号，按有括号读",
        "a script without braces, read as if it had them",
      );
      const body = tokensOf(inside, { ...this.#flattening, inScript: true });
      return this.#push({ kind, body, at: [start, at[1]], gap: this.#gap });
    }
    if (kind === "sub" && node.content === "(") {
      this.#flattening.notes.add("repair", at, "多了一个 _，略去", "one _ too many, left out");
      this.#next--;
      return;
    }
    const run =
      kind === "sub" && node.type === "string" ? plainRun(this.#nodes, this.#next, node) : [];
    if (run.length > 0) {
      const nodes = [node, ...run];
      this.#next += run.length;
      this.#flattening.notes.add(
        "repair",
        at,
        `下标 ${nodes.map(textOf).join("")} 没有花括号，按整个词读`,
        `the subscript ${nodes.map(textOf).join("")} lacks its braces; read as the whole word`,
      );
      return this.#push({
        kind,
        body: tokensOf(nodes, { ...this.#flattening, inScript: true }),
        at: [start, at[1] + nodes.length],
        gap: this.#gap,
      });
    }
    const body =
      node.type === "macro" && !letterCommands.has(textOf(node)) && !signCommands.has(textOf(node))
        ? this.#scriptOfMacro(node)
        : this.#inner(node, true);
    this.#push({ kind, body, at: [start, this.#flattening.place(node)[1]], gap: this.#gap });
  }

  /** D_\mathrm{KL}: the macro takes its argument with it. */
  #scriptOfMacro(node: LatexNode): TexToken[] {
    const nodes = [node];
    const takes =
      faceCommands.has(textOf(node)) ||
      textCommands.has(textOf(node)) ||
      markCommands.has(textOf(node));
    if (takes) {
      const argument = this.#argument();
      if (argument) nodes.push(argument);
    }
    return tokensOf(nodes, { ...this.#flattening, inScript: true });
  }

  #macro(node: LatexNode, at: Span): undefined {
    const name = textOf(node);
    const gap = this.#gap;
    const letter = letterCommands.get(name);
    const sign = signCommands.get(name);
    const word = wordCommands.get(name);
    if (name === "_" || name === "^") return this.#script(name === "_" ? "sub" : "sup", at);
    if (name === "\\" || name === "newline" || name === "cr") {
      this.#skipOption();
      return this.#push({ kind: "row", at, gap });
    }
    if (name === "quad" || name === "qquad") return this.#push({ kind: "space", at, gap });
    if (letter !== undefined) return this.#push({ kind: "letter", text: letter, at, gap });
    if (sign !== undefined) return this.#sign(sign, node);
    if (word !== undefined) return this.#push({ kind: "word", text: word, isKnown: true, at, gap });
    if (["frac", "dfrac", "tfrac", "cfrac"].includes(name)) {
      const args = [this.#inner(this.#argument()), this.#inner(this.#argument())];
      return this.#push({ kind: "command", name: "frac", args, at, gap });
    }
    if (name === "sqrt") {
      this.#skipOption();
      return this.#push({
        kind: "command",
        name: "sqrt",
        args: [this.#inner(this.#argument())],
        at,
        gap,
      });
    }
    if (silentCommands.has(name)) {
      for (let i = 0; i < (silentCommands.get(name) ?? 0); i++) this.#argument();
      // An invisible delimiter: \left. and \right.
      const next = this.#nodes[this.#next];
      if ((name === "left" || name === "right") && next?.content === ".") this.#next++;
      if ([" ", ",", ";", ":", ">", "space"].includes(name)) this.#gap = true;
      return;
    }
    if (faceCommands.has(name)) {
      const from = this.#tokens.length;
      this.#unwrap(this.#argument());
      if (name !== "mathcal" && name !== "mathscr") return;
      for (let i = from; i < this.#tokens.length; i++) {
        const inner = this.#tokens[i];
        if (inner.kind === "letter") this.#tokens[i] = { ...inner, face: "script" };
      }
      return;
    }
    if (textCommands.has(name)) return this.#text(name, at);
    if (markCommands.has(name)) return this.#marked(markCommands.get(name) ?? "");
    this.#structure(name, at);
  }

  #unwrap(node: LatexNode | undefined): undefined {
    if (!node) return;
    if (node.type === "macro" && (faceCommands.has(textOf(node)) || textCommands.has(textOf(node))))
      return this.#macro(node, this.#flattening.place(node));
    for (const token of this.#inner(node)) this.#push({ ...token, gap: token.gap || this.#gap });
  }

  /** \text{…}, \mathrm{…}: a name, a formula's letters, or words. */
  #text(name: string, at: Span): undefined {
    const node = this.#argument();
    if (!node) return;
    if (node.type !== "group") {
      if (node.type !== "string") return this.#macro(node, at);
      return this.#string(node, at);
    }
    const text = childrenOf(node).map(plainText).join("").trim();
    if (text === "") {
      this.#gap = true;
      return;
    }
    const isMath = name === "mathop" || name === "operatorname" || /^[rl]m|^math/.test(name);
    if (isMath && text.includes("\\") && !/^arg\\/.test(text)) return this.#unwrap(node);
    const word = wordCommands.get(text) ?? wordCommands.get(text.replace(/\\[,; ]+\s*/g, ""));
    if (word) return this.#push({ kind: "word", text: word, isKnown: true, at, gap: this.#gap });
    if (/^[A-Za-z]$/.test(text) || (isMath && !/^[A-Za-z]{2,}$/.test(text)))
      return this.#unwrap(node);
    const tail = /^(.*[^A-Za-z])([A-Za-z]+)$/su.exec(text);
    const known = tail && wordCommands.get(tail[2]);
    if (known && tail) {
      this.#prose(tail[1], at);
      return this.#push({ kind: "word", text: known, isKnown: true, at, gap: true });
    }
    if (/^[A-Za-z][A-Za-z-]*$/.test(text) && (text.length <= 14 || isMath))
      return this.#push({ kind: "word", text, isKnown: false, at, gap: this.#gap });
    this.#prose(text, at);
  }

  #marked(mark: string): undefined {
    const node = this.#argument();
    if (!node) return;
    const nodes =
      node.type === "macro" && (faceCommands.has(textOf(node)) || textCommands.has(textOf(node)))
        ? [node, ...[this.#argument()].filter((n) => n !== undefined)]
        : node.type === "group"
          ? childrenOf(node)
          : [node];
    const [first, ...rest] = tokensOf(nodes, this.#flattening);
    if (!first) return;
    this.#push(
      first.kind === "letter" && mark
        ? { ...first, mark, gap: this.#gap }
        : { ...first, gap: this.#gap },
    );
    for (const token of rest) this.#push(token);
  }

  /** Macros that arrange what they hold. */
  #structure(name: string, at: Span): undefined {
    if (name === "underbrace" || name === "overbrace") {
      this.#unwrapWhole(this.#argument(), at);
      const next = this.#nodes[this.#next];
      if (next?.type === "macro" && (next.content === "_" || next.content === "^")) {
        this.#next++;
        this.#argument();
      }
      return;
    }
    if (name === "boxed" || name === "fbox" || name === "mathchoice")
      return this.#unwrap(this.#argument());
    if (name === "underset") {
      const below = this.#argument();
      this.#unwrap(this.#argument());
      this.#push({ kind: "sub", body: this.#inner(below, true), at, gap: false });
      return;
    }
    if (name === "overset" || name === "stackrel") {
      this.#argument();
      return this.#unwrap(this.#argument());
    }
    if (name === "substack") return this.#unwrap(this.#argument());
    if (/^[A-Za-z]+$/.test(name)) {
      if (name.length === 1) return this.#push({ kind: "letter", text: name, at, gap: this.#gap });
      this.#flattening.notes.add(
        "reading",
        at,
        `不认识的命令 \\${name}，读作名字`,
        `the command \\${name} is not known; read as a name`,
      );
      this.#push({ kind: "word", text: name, isKnown: false, at, gap: this.#gap });
    }
  }

  /** What a brace under it holds together stays together. */
  #unwrapWhole(node: LatexNode | undefined, at: Span): undefined {
    if (!node) return;
    this.#push({ kind: "group", body: this.#inner(node), at, gap: this.#gap });
  }

  #environment(node: LatexNode, at: Span): undefined {
    const name = typeof node.env === "string" ? node.env : (node.env?.content ?? "");
    const content = childrenOf(node);
    const inner = (nodes: readonly LatexNode[]): TexToken[] => tokensOf(nodes, this.#flattening);
    if (/^(d|r)?cases/.test(name)) {
      return this.#push({ kind: "cases", body: inner(content), at, gap: this.#gap });
    }
    const body = inner(
      /^array|^alignat|^tabular/.test(name) && content[0]?.type === "group"
        ? content.slice(1)
        : content,
    );
    if (this.#tokens.length > 0 && node.type === "mathenv")
      this.#push({ kind: "row", at, gap: false });
    for (const token of body) this.#push(token);
    if (node.type === "mathenv") this.#push({ kind: "row", at, gap: false });
  }
}
