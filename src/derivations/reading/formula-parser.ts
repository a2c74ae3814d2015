import { bracketTokens } from "./bracket-tokens";
import { differentials, isDifferential } from "./differentials";
import { indexBeyond } from "./extent/index-beyond";
import { isValueBar, valueAt } from "./extent/value-at";
import { openedGroup } from "./opened-group";
import { parsePlainName } from "./parse-plain-name";
import { parsePrimary } from "./parse-primary";
import { type Notes, UnreadError } from "./reading-note";
import { softmaxEntry } from "./softmax-entry";
import type { NameNode, TexNode } from "./tex-node";
import { isSign, type Span, type TexToken } from "./tex-token";
import type { Surroundings, TokenReader } from "./token-reader";
import { tokenText } from "./token-scan";

// Formulas that people read have ten; far deeper ones would overflow the stack.
const deepest = 150;

/** Reads one side of a relation; what hangs together by brackets is read by a parser of its own. */
export class FormulaParser implements TokenReader {
  readonly tokens: readonly TexToken[];
  readonly around: Surroundings;
  next = 0;
  /** Variables of dx dy that an inner integral left for the outer. */
  readonly pending: string[] = [];

  constructor(tokens: readonly TexToken[], around: Surroundings) {
    this.tokens = tokens.flatMap((token, i) => openedGroup(token, tokens[i - 1]));
    this.around = around;
  }

  get notes(): Notes {
    return this.around.notes;
  }

  peek(ahead = 0): TexToken | undefined {
    return this.tokens[this.next + ahead];
  }

  get here(): Span {
    const token = this.peek() ?? this.tokens[this.tokens.length - 1];
    return token ? token.at : [0, 0];
  }

  since(start: Span): Span {
    const last = this.tokens[this.next - 1];
    return [start[0], Math.max(start[1], last ? last.at[1] : start[1])];
  }

  inside(tokens: readonly TexToken[], around: Partial<Surroundings> = {}): FormulaParser {
    const depth = (this.around.depth ?? 0) + 1;
    if (depth > deepest)
      this.fail("式子嵌套太深，分成几步写", "nested too deeply; write it in several steps");
    return new FormulaParser(tokens, { ...this.around, ...around, depth });
  }

  fail(zh: string, en: string, at: Span = this.here): never {
    throw new UnreadError(at, zh, en);
  }

  /** The whole of it, or an error at what is left over. */
  whole(): TexNode {
    const node = this.expression();
    this.skipEmpty();
    const rest = this.peek();
    if (!rest) return node;
    if (isSign(rest, ")", "]", "}")) {
      this.notes.add(
        "repair",
        rest.at,
        `多了一个 ${tokenText([rest])}，略去`,
        `one ${tokenText([rest])} too many, left out`,
      );
      const kept = this.tokens.filter((token) => token !== rest);
      return this.inside(kept).whole();
    }
    return this.fail(
      `读到这里读不下去：${tokenText(this.tokens.slice(this.next, this.next + 6))}`,
      `cannot be read on from here: ${tokenText(this.tokens.slice(this.next, this.next + 6))}`,
    );
  }

  skipEmpty(): void {
    while (["cell", "space", "prose"].includes(this.peek()?.kind ?? "")) {
      const token = this.peek();
      if (token?.kind === "prose" && token.text.trim() !== "")
        this.notes.add(
          "skipped",
          token.at,
          `文字略过：${token.text.trim()}`,
          `words passed over: ${token.text.trim()}`,
        );
      this.next++;
    }
  }

  /** Sums and differences, to the end of this level. */
  expression(): TexNode {
    this.skipEmpty();
    let left = this.signedTerm();
    for (;;) {
      this.skipEmpty();
      const sign = this.peek();
      if (!isSign(sign, "+", "-", "±")) return left;
      this.next++;
      const operator = isSign(sign, "+") ? "+" : "-";
      if (sign && isSign(sign, "±"))
        this.notes.add("ambiguity", sign.at, "± 只读作 −", "± is read as − alone");
      const right = indexBeyond(left, this.term(), this.notes);
      left = { kind: "binary", operator, left, right, at: [left.at[0], right.at[1]] };
    }
  }

  signedTerm(): TexNode {
    const sign = this.peek();
    if (!isSign(sign, "+", "-", "±")) return this.term();
    this.next++;
    this.skipEmpty();
    const body = isSign(this.peek(), "+", "-") ? this.signedTerm() : this.term();
    return isSign(sign, "-") ? { kind: "negate", body, at: [sign?.at[0] ?? 0, body.at[1]] } : body;
  }

  /** Products, to the next + or −. */
  term(): TexNode {
    this.skipCells();
    if (isSign(this.peek(), "-", "+")) return this.signedTerm();
    let left = this.factor();
    for (;;) {
      this.skipCells();
      const token = this.peek();
      if (isValueBar(this)) left = valueAt(this, left);
      else if (isSign(token, "∘"))
        this.fail("复合 f∘g 没有对应的写法：写成 f(g(x))", "write a composition f∘g as f(g(x))");
      else if (isSign(token, "*", "·", "×", "⋆", "⊗")) {
        this.next++;
        if (this.isDifferential() || !this.peek()) continue;
        left = this.#combined(
          "*",
          left,
          isSign(this.peek(), "-") ? this.signedTerm() : this.factor(),
        );
      } else if (isSign(token, "/")) {
        this.next++;
        left = this.#combined("/", left, this.factor());
      } else if (this.isFactorStart()) left = this.#combined("*", left, this.factor());
      else return left;
    }
  }

  skipCells(): void {
    while (this.peek()?.kind === "cell") this.next++;
  }

  #combined(operator: "*" | "/", left: TexNode, right: TexNode): TexNode {
    return { kind: "binary", operator, left, right, at: [left.at[0], right.at[1]] };
  }

  isFactorStart(): boolean {
    const token = this.peek();
    if (!token || this.isDifferential()) return false;
    if (token.kind === "sign") {
      if (token.text === "|" || token.text === "‖") return this.hasClosingBar();
      return ["(", "[", "{", "⟨", "∑", "∏", "∫", "∇", "∞", "∂", "√", "#"].includes(token.text);
    }
    return ["letter", "word", "number", "group", "command", "cases"].includes(token.kind);
  }

  /** A bar that opens a size: another closes it. */
  hasClosingBar(): boolean {
    const bar = this.peek();
    if (bar?.kind !== "sign") return false;
    return this.tokens.slice(this.next + 1).some((token) => isSign(token, bar.text));
  }

  /** One thing with its powers. */
  factor(): TexNode {
    let node = this.primary();
    for (;;) {
      const script = this.peek();
      if (script?.kind === "sup") {
        this.next++;
        node = { kind: "power", base: node, exponent: script.body, at: this.since(node.at) };
      } else if (script?.kind === "sub" && node.kind !== "name") {
        this.next++; // [ … ]_t: where it is taken, not what it is
        const isLimit =
          this.peek()?.kind === "sup" || script.body.some((token) => isSign(token, "="));
        if (isLimit)
          this.fail(
            `括号的上下标 ${tokenText(script.body)} 读不懂：取值或取差写成算式`,
            `the scripts ${tokenText(script.body)} of the bracket cannot be read: write the value or difference out`,
            script.at,
          );
        const entry = softmaxEntry(node, script.body);
        if (entry === node)
          this.notes.add(
            "skipped",
            script.at,
            `整个括号的下标 ${tokenText(script.body)} 略去`,
            `the subscript ${tokenText(script.body)} of the whole bracket is left out`,
          );
        node = entry;
      } else if (isSign(script, "!"))
        this.fail("阶乘没有对应的写法", "a factorial has no counterpart here");
      else return node;
    }
  }

  bracketTokens(): readonly TexToken[] {
    return bracketTokens(this);
  }

  primary(): TexNode {
    return parsePrimary(this);
  }

  plainName(): NameNode {
    return parsePlainName(this);
  }

  isDifferential(): boolean {
    return isDifferential(this);
  }

  differentials(): string[] {
    return differentials(this);
  }
}
