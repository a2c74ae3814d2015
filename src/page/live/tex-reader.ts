import type { MathPiece } from "./math-piece";
import {
  texAccents,
  texFunctions,
  texIntegrals,
  texLetters,
  texLimits,
  texOperators,
  texSpaces,
  texSums,
  texUpright,
} from "./tex-symbols";

const tokens = /\\[a-zA-Z]+\*?|\\[\s\S]|\d+(?:\.\d+)?|\s+|[\s\S]/gu;
const environments = /^(?:aligned|align|gathered|cases|array|[bpvBV]?matrix|split)\*?$/;

const row = (children: readonly MathPiece[]): MathPiece =>
  children.length === 1 ? children[0] : { tag: "mrow", children };
const relations = /^[=≤≥≠≈∼≡∝≪≫∈∉⊂⊆→⇒←↦⟹⟺∣]$/u;

/** At the start of a cell of an alignment, a relation is still between two things. */
const operator = (text: string, stretchy = false): MathPiece => ({
  tag: "mo",
  text,
  attributes: {
    stretchy: String(stretchy),
    ...(relations.test(text) ? { form: "infix" } : {}),
  },
});
const upright = (text: string): MathPiece => ({
  tag: "mi",
  text,
  ...([...text].length === 1 ? { attributes: { mathvariant: "normal" } } : {}),
});

/** Words as letters: words are space to MathML, and a relation before them alone would have none around it. */
const asLetters = (piece: MathPiece): MathPiece => ({
  ...piece,
  tag: piece.tag === "mtext" ? "mi" : piece.tag,
  ...(piece.children ? { children: piece.children.map(asLetters) } : {}),
});

const doubleStruck: Readonly<Record<string, string>> = {
  C: "ℂ",
  H: "ℍ",
  N: "ℕ",
  P: "ℙ",
  Q: "ℚ",
  R: "ℝ",
  Z: "ℤ",
};
const script: Readonly<Record<string, string>> = {
  B: "ℬ",
  E: "ℰ",
  F: "ℱ",
  H: "ℋ",
  I: "ℐ",
  L: "ℒ",
  M: "ℳ",
  R: "ℛ",
};
const styled = (text: string, base: number, known: Readonly<Record<string, string>>): string =>
  [...text]
    .map(
      (c) => known[c] ?? (/[A-Z]/.test(c) ? String.fromCodePoint(base + c.charCodeAt(0) - 65) : c),
    )
    .join("");

/** Reads TeX to pieces of MathML. */
export class TexReader {
  readonly #tokens: readonly string[];
  readonly #display: boolean;
  #at = 0;

  constructor(tex: string, display: boolean) {
    this.#tokens = tex.match(tokens) ?? [];
    this.#display = display;
  }

  read(): MathPiece[] {
    const pieces: MathPiece[] = [];
    // A bracket that closes nothing stands for itself.
    while (this.#at < this.#tokens.length) {
      pieces.push(...this.#row(() => false));
      if (this.#at < this.#tokens.length) pieces.push(operator(this.#next()));
    }
    return pieces;
  }

  get #token(): string | undefined {
    return this.#tokens[this.#at];
  }

  #next(): string {
    return this.#tokens[this.#at++] ?? "";
  }

  #space(): void {
    while (this.#token !== undefined && /^\s+$/.test(this.#token)) this.#at += 1;
  }

  /** Atoms with their scripts, to a token that ends them, which is left. */
  #row(ends: (token: string) => boolean): MathPiece[] {
    const pieces: MathPiece[] = [];
    for (;;) {
      this.#space();
      const token = this.#token;
      if (token === undefined || token === "}" || ends(token)) return pieces;
      if (token === "^" || token === "_") {
        pieces.push(this.#scripts(pieces.pop() ?? { tag: "mrow", children: [] }));
      } else if (token === "'") {
        this.#at += 1;
        const base = pieces.pop() ?? { tag: "mrow", children: [] };
        pieces.push({ tag: "msup", children: [base, operator("′")] });
      } else pieces.push(this.#atom());
    }
  }

  #scripts(base: MathPiece): MathPiece {
    let above: MathPiece | undefined;
    let below: MathPiece | undefined;
    for (;;) {
      this.#space();
      if (this.#token !== "^" && this.#token !== "_") break;
      const isAbove = this.#next() === "^";
      const script = this.#argument();
      if (isAbove) above = script;
      else below = script;
    }
    const limits = this.#display && base.attributes?.movablelimits === "true";
    const [both, over, under] = limits
      ? ["munderover", "mover", "munder"]
      : ["msubsup", "msup", "msub"];
    if (above && below) return { tag: both, children: [base, below, above] };
    return above
      ? { tag: over, children: [base, above] }
      : { tag: under, children: [base, below ?? { tag: "mrow", children: [] }] };
  }

  /** One group in braces, or one atom. */
  #argument(): MathPiece {
    this.#space();
    if (this.#token !== "{") return this.#token === undefined ? row([]) : this.#atom();
    return this.#group();
  }

  #group(): MathPiece {
    this.#at += 1;
    const inside = this.#row(() => false);
    if (this.#token === "}") this.#at += 1;
    return { tag: "mrow", children: inside };
  }

  /** The text of a group, as it was typed. */
  #words(): string {
    this.#space();
    if (this.#token !== "{") return this.#next();
    this.#at += 1;
    let depth = 1;
    let text = "";
    while (this.#at < this.#tokens.length) {
      const token = this.#next();
      if (token === "{") depth += 1;
      if (token === "}" && --depth === 0) break;
      text += token === "\\ " || token === "\\," ? " " : token.replace(/^\\(?=\W)/, "");
    }
    return text;
  }

  #atom(): MathPiece {
    const token = this.#next();
    if (token === "{") {
      this.#at -= 1;
      return this.#group();
    }
    if (/^\d/.test(token)) return { tag: "mn", text: token };
    if (/^\p{L}$/u.test(token)) return { tag: "mi", text: token };
    if (token === "-") return operator("−");
    if (token === "~") return { tag: "mspace", attributes: { width: "0.25em" } };
    if (token.startsWith("\\")) return this.#command(token.slice(1));
    return operator(token);
  }

  #command(name: string): MathPiece {
    const [letter, sign, symbol] = [texLetters, texUpright, texOperators].map((table) =>
      Object.hasOwn(table, name) ? table[name] : undefined,
    );
    if (letter) return { tag: "mi", text: letter };
    if (sign) return upright(sign);
    if (symbol) return operator(symbol);
    if (Object.hasOwn(texSums, name)) {
      return {
        tag: "mo",
        text: texSums[name],
        attributes: { movablelimits: "true", largeop: "true" },
      };
    }
    if (Object.hasOwn(texIntegrals, name)) {
      return { tag: "mo", text: texIntegrals[name], attributes: { largeop: "true" } };
    }
    if (texFunctions.has(name)) return { tag: "mi", text: name };
    if (texLimits.has(name)) {
      return { tag: "mo", text: name, attributes: { movablelimits: "true" } };
    }
    if (Object.hasOwn(texSpaces, name)) {
      return { tag: "mspace", attributes: { width: texSpaces[name] } };
    }
    if (Object.hasOwn(texAccents, name)) {
      const attributes = { accent: "true" };
      return { tag: "mover", attributes, children: [this.#argument(), operator(texAccents[name])] };
    }
    return this.#form(name);
  }

  #form(name: string): MathPiece {
    if (/^[tdc]?frac$/.test(name)) {
      return { tag: "mfrac", children: [this.#argument(), this.#argument()] };
    }
    if (name === "sqrt") return this.#root();
    if (/^(?:text|textrm|textbf|mbox)$/.test(name)) return { tag: "mtext", text: this.#words() };
    if (/^(?:mathrm|operatorname|mathsf|mathbf|mathit)\*?$/.test(name)) {
      const piece = upright(this.#words());
      const limits = name.endsWith("*") || /^arg/.test(piece.text ?? "");
      return limits
        ? { tag: "mo", text: piece.text, attributes: { movablelimits: "true" } }
        : piece;
    }
    if (name === "mathbb") return upright(styled(this.#words(), 0x1d538, doubleStruck));
    if (name === "mathcal" || name === "mathscr")
      return upright(styled(this.#words(), 0x1d49c, script));
    if (name === "boxed") {
      // Not menclose, which browsers leave out.
      return {
        tag: "mrow",
        attributes: { class: "boxed" },
        children: [asLetters(this.#argument())],
      };
    }
    if (/^(?:mathord|mathop|mathbin|mathrel|underline)$/.test(name)) return this.#argument();
    if (/^(?:displaystyle|textstyle|scriptstyle|limits|nolimits|nonumber)$/.test(name))
      return row([]);
    if (/^(?:[bB]igg?[lrm]?|middle)$/.test(name)) return operator(this.#delimiter(), true);
    if (name === "left") return this.#brackets();
    if (name === "begin") return this.#environment();
    if (/^[{}_#$%&]$/.test(name)) return operator(name);
    return { tag: "mtext", text: `\\${name}` };
  }

  #root(): MathPiece {
    this.#space();
    if (this.#token !== "[") return { tag: "msqrt", children: [this.#argument()] };
    this.#at += 1;
    const degree = row(this.#row((token) => token === "]"));
    this.#at += 1;
    return { tag: "mroot", children: [this.#argument(), degree] };
  }

  #delimiter(): string {
    this.#space();
    const token = this.#next();
    if (token === ".") return "";
    const name = token.startsWith("\\") ? token.slice(1) : token;
    return Object.hasOwn(texOperators, name) ? texOperators[name] : name;
  }

  #brackets(): MathPiece {
    const opening = this.#delimiter();
    const inside = this.#row((token) => token === "\\right");
    const isClosed = this.#token === "\\right";
    if (isClosed) this.#at += 1;
    const closing = isClosed ? this.#delimiter() : "";
    const side = (text: string): MathPiece[] => (text === "" ? [] : [operator(text, true)]);
    return { tag: "mrow", children: [...side(opening), ...inside, ...side(closing)] };
  }

  #environment(): MathPiece {
    const name = this.#words();
    if (!environments.test(name)) return { tag: "mtext", text: `\\begin{${name}}` };
    if (name.startsWith("array")) this.#words();
    const rows: MathPiece[][] = [[]];
    let cell: MathPiece[] = [];
    const endCell = (): void => {
      rows.at(-1)?.push({ tag: "mtd", children: [{ tag: "mrow", children: cell }] });
      cell = [];
    };
    for (;;) {
      cell.push(...this.#row((token) => /^(?:&|\\\\|\\end)$/.test(token)));
      const token = this.#next();
      endCell();
      if (token === "\\\\") rows.push([]);
      if (token === "\\end" || token === "" || token === "}") break;
    }
    this.#words();
    const filled = rows.filter((cells) =>
      cells.some(({ children }) => children?.[0]?.children?.length),
    );
    const table: MathPiece = {
      tag: "mtable",
      attributes: {
        class: /^(?:align|split|gather)/.test(name) ? "aligned" : "cells",
        displaystyle: "true",
      },
      children: filled.map((cells) => ({ tag: "mtr", children: cells })),
    };
    const fences: Readonly<Record<string, readonly [string, string]>> = {
      cases: ["{", ""],
      pmatrix: ["(", ")"],
      bmatrix: ["[", "]"],
      vmatrix: ["|", "|"],
    };
    const [opening, closing] = fences[name] ?? ["", ""];
    const side = (text: string): MathPiece[] => (text === "" ? [] : [operator(text, true)]);
    return opening + closing === ""
      ? table
      : { tag: "mrow", children: [...side(opening), table, ...side(closing)] };
  }
}
