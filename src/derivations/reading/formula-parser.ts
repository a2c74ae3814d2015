import { conditionText } from "./condition-text";
import { parseApplication } from "./parse-application";
import { parseDerivative, parseFunction, parseNabla } from "./parse-functions";
import { parseBig, parseExpectation, parseOptimum } from "./parse-operators";
import { type Notes, UnreadError } from "./reading-note";
import type { NameNode, TexNode } from "./tex-node";
import { isSign, type Span, type TexToken } from "./tex-token";
import type { Surroundings, TokenReader } from "./token-reader";
import { closingOf, splitOutside, tokenText } from "./token-scan";

// Formulas that people read have ten; far deeper ones would overflow the stack.
const deepest = 150;
const relationSigns = ["=", "≥", "≤", "≈", "≠", "∝", ":=", "<", ">", "~", "∈", "→", "⇒"];
const functionWords = new Set("log ln lg lb exp min max sup inf det tr lim".split(" "));
const optimumWords = new Set("argmax argmin arg max min sup inf".split(" "));

/** A group around one name, or around the bracket that a name takes, is only a way of typing. */
function opened(token: TexToken, before: TexToken | undefined): readonly TexToken[] {
  if (token.kind !== "group") return [token];
  const { body } = token;
  const isName =
    body.length === 1 &&
    (body[0].kind === "word" || body[0].kind === "letter" || body[0].kind === "group");
  const isBracket =
    isSign(body[0], "(") &&
    (before?.kind === "letter" || before?.kind === "word" || before?.kind === "sub");
  return isName || isBracket ? body.flatMap((inner, i) => opened(inner, body[i - 1])) : [token];
}

/** Reads one side of a relation; what hangs together by brackets is read by a parser of its own. */
export class FormulaParser implements TokenReader {
  readonly tokens: readonly TexToken[];
  readonly around: Surroundings;
  next = 0;
  /** Variables of dx dy that an inner integral left for the outer. */
  readonly pending: string[] = [];

  constructor(tokens: readonly TexToken[], around: Surroundings) {
    this.tokens = tokens.flatMap((token, i) => opened(token, tokens[i - 1]));
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
      const right = this.term();
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
      if (isSign(token, "*", "·", "×", "⋆")) {
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
      return ["(", "[", "{", "∑", "∏", "∫", "∇", "∞", "∂", "#"].includes(token.text);
    }
    return ["letter", "word", "number", "group", "command", "cases"].includes(token.kind);
  }

  /** A bar that opens a size: another closes it. */
  hasClosingBar(): boolean {
    const bar = this.peek();
    if (bar?.kind !== "sign") return false;
    return this.tokens.slice(this.next + 1).some((token) => isSign(token, bar.text));
  }

  /** dx, where an integral waits for it. */
  isDifferential(): boolean {
    const token = this.peek();
    if (this.around.openIntegrals === 0) return false;
    if (token?.kind === "word") return /^(d[A-Za-z]){1,3}$/.test(token.text) && !token.isKnown;
    if (token?.kind !== "letter" || token.text !== "d" || token.mark) return false;
    const variable = this.peek(1);
    if (variable?.kind === "letter") return true;
    return variable?.kind === "group" && variable.body.length === 1;
  }

  /** The variables of dx, dx dy …, read. */
  differentials(): string[] {
    const names: string[] = [];
    while (this.isDifferential()) {
      const token = this.peek();
      if (token?.kind === "word") {
        names.push(...(token.text.match(/d[A-Za-z]/g) ?? []).map((pair) => pair[1]));
        this.next++;
      } else {
        names.push(tokenText([this.tokens[this.next + 1]]));
        this.next += 2;
        while (["sub", "sup"].includes(this.peek()?.kind ?? "")) this.next++;
      }
    }
    return names;
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
      } else if (isSign(script, "!")) this.next++;
      else return node;
    }
  }

  primary(): TexNode {
    this.skipCells();
    const token = this.peek();
    if (!token) return this.fail("式子没有写完", "the formula breaks off here");
    switch (token.kind) {
      case "number":
        this.next++;
        return { kind: "number", text: token.text, at: token.at };
      case "group":
        this.next++;
        return this.#group(token.body, token.at);
      case "command":
        return this.#command(token);
      case "cases":
        this.next++;
        return this.#cases(token.body, token.at);
      case "word":
        return this.#word(token.text);
      case "letter":
        return this.#letter(token.text);
      case "sign":
        return this.#sign(token.text, token.at);
      default:
        return this.fail(
          `这里读不懂：${tokenText([token])}`,
          `cannot be read: ${tokenText([token])}`,
        );
    }
  }

  #group(body: readonly TexToken[], at: Span): TexNode {
    const kept = body.filter(({ kind }) => kind !== "cell");
    if (kept.every(({ kind }) => kind === "prose" || kind === "space")) {
      const next = this.isFactorStart() ? this.primary() : undefined;
      return next ?? this.fail("花括号是空的", "an empty group", at);
    }
    const inner = this.inside(kept);
    const node = inner.whole();
    this.pending.push(...inner.pending);
    return node;
  }

  #command(token: Extract<TexToken, { kind: "command" }>): TexNode {
    if (token.name === "sqrt") {
      this.next++;
      const body = this.inside(token.args[0], { openIntegrals: 0 }).whole();
      return { kind: "function", name: "sqrt", args: [body], at: token.at };
    }
    const derivative = parseDerivative(this, token);
    if (derivative) return derivative;
    this.next++;
    const [left, right] = token.args.map((part) => this.inside(part, { openIntegrals: 0 }).whole());
    return { kind: "binary", operator: "/", left, right, at: token.at };
  }

  #cases(body: readonly TexToken[], at: Span): TexNode {
    const rows = splitOutside(body, ({ kind }) => kind === "row")
      .filter((row) => row.some(({ kind }) => kind !== "space"))
      .map((row) => {
        const parts = splitOutside(
          row,
          ({ kind }) => kind === "cell" || kind === "space" || kind === "prose",
        );
        const [value, ...condition] = parts.filter((part) => part.length > 0);
        const words = row.filter(({ kind }) => kind === "prose");
        const rest = condition.map(tokenText).concat(words.map((word) => tokenText([word])));
        return { value: this.inside(value).whole(), condition: conditionText(rest.join(" ")) };
      });
    return { kind: "cases", rows, at };
  }

  #word(text: string): TexNode {
    const own = this.peek();
    if (own?.kind === "word" && own.isBare && (functionWords.has(text) || optimumWords.has(text)))
      this.notes.add("repair", own.at, `${text} 前少了反斜杠`, `${text} lacks its backslash`);
    const isCall = isSign(this.peek(1), "(");
    if (optimumWords.has(text) && !(/^(max|min)$/.test(text) && isCall && this.#isList(1)))
      return parseOptimum(this);
    if (functionWords.has(text)) return parseFunction(this);
    return this.name();
  }

  /** A bracket ahead with commas in it. */
  #isList(ahead: number): boolean {
    const from = this.next + ahead;
    const close = closingOf(this.tokens, from);
    const inner = this.tokens.slice(from + 1, close < 0 ? undefined : close);
    return splitOutside(inner, (token) => isSign(token, ",")).length > 1;
  }

  #letter(text: string): TexNode {
    if (text === "E" && this.#isExpectation()) return parseExpectation(this);
    if (text === "e" && this.peek(1)?.kind === "sup") return parseFunction(this);
    if ((text === "Σ" || text === "Π") && this.#isFold(text)) return parseBig(this);
    return this.name();
  }

  #isExpectation(): boolean {
    let ahead = 1;
    while (["sub", "sup"].includes(this.peek(ahead)?.kind ?? "")) ahead++;
    const token = this.peek(ahead);
    const own = this.peek();
    if (own?.kind === "letter" && own.face === "script" && ahead === 1) return false;
    if (isSign(token, "[", "(", "{")) return true;
    if (ahead > 1) return token !== undefined && token.kind !== "sign";
    return token?.kind === "letter" || token?.kind === "word" || token?.kind === "command";
  }

  /** Σ as a sum: with limits that count or name a variable, or before something to sum. */
  #isFold(text: string): boolean {
    const sub = this.peek(1);
    const after = this.peek(2);
    if (
      sub?.kind === "sup" ||
      (sub?.kind === "sub" && (!after || isSign(after, ")", "]", ",", "|", "/")))
    )
      return false;
    if (after?.kind === "sup" && !/^[A-Za-z0-9]+$/.test(tokenText(after.body))) return false;
    if (sub?.kind === "sub") {
      if (sub.body.some((token) => isSign(token, "=", "∈"))) return true;
      return (
        text === "Σ" && /^[a-zωθ]$/.test(tokenText(sub.body)) && !/^[dk]$/.test(tokenText(sub.body))
      );
    }
    return (
      text === "Σ" && (sub?.kind === "word" || (sub?.kind === "letter" && /[pPqQ]/.test(sub.text)))
    );
  }

  #sign(text: string, at: Span): TexNode {
    switch (text) {
      case "∑":
      case "∏":
      case "∫":
        return parseBig(this);
      case "#": {
        // #x: how often x occurs.
        this.next++;
        const name = this.plainName();
        const fn: NameNode = {
          kind: "name",
          base: "n",
          isWord: false,
          primes: 0,
          isStarred: false,
          at,
        };
        return { kind: "apply", fn, values: [name], given: [], at: this.since(at) };
      }
      case "∇":
        return parseNabla(this);
      case "∞":
        this.next++;
        return { kind: "name", base: "∞", isWord: false, primes: 0, isStarred: false, at };
      case "·":
        this.next++;
        return { kind: "blank", at };
      case "(":
      case "[":
      case "{":
        return this.bracket();
      case "|":
      case "‖":
        return this.#size(text, at);
      default:
        if (relationSigns.includes(text))
          return this.fail(`这里不该有 ${text}`, `${text} has no place here`);
        return this.fail(`这里读不懂 ${text}`, `${text} cannot be read here`);
    }
  }

  #size(bars: "|" | "‖", at: Span): TexNode {
    const start = this.next + 1;
    const length = this.tokens.slice(start).findIndex((token) => isSign(token, bars));
    if (length < 0) return this.fail(`${bars} 没有配对`, `${bars} is not closed`, at);
    this.next = start + length + 1;
    const body = this.inside(this.tokens.slice(start, start + length)).whole();
    const script = this.peek();
    if (script?.kind === "sub") this.next++;
    const sub = script?.kind === "sub" ? script.body : undefined;
    return { kind: "size", bars, sub, body, at: this.since(at) };
  }

  /** The tokens of the bracket that opens here, read past; to the end of the level where none closes it. */
  bracketTokens(): readonly TexToken[] {
    const start = this.next;
    const close = closingOf(this.tokens, start);
    const open = this.tokens[start];
    if (close < 0) {
      this.notes.add(
        "repair",
        open.at,
        `${tokenText([open])} 没有配对，在这一边的末尾补上`,
        `${tokenText([open])} is not closed; closed at the end of this side`,
      );
      this.next = this.tokens.length;
      return this.tokens
        .slice(start + 1)
        .filter((token) => !isSign(token, ")", "]", "}") || closingOf(this.tokens, start) >= 0);
    }
    this.next = close + 1;
    return this.tokens.slice(start + 1, close);
  }

  bracket(): TexNode {
    const { at } = this.tokens[this.next];
    const tokens = this.bracketTokens();
    const parts = splitOutside(tokens, (token) => isSign(token, ","));
    if (parts.length > 1) {
      const items = parts.map((part) => this.inside(part, { openIntegrals: 0 }).whole());
      return { kind: "tuple", items, at: this.since(at) };
    }
    const inner = this.inside(tokens, { openIntegrals: 0 });
    return inner.whole();
  }

  /** A name with its scripts, applied where a bracket follows that its name takes. */
  name(): TexNode {
    return parseApplication(this, this.plainName());
  }

  plainName(): NameNode {
    const token = this.peek();
    if (token?.kind !== "letter" && token?.kind !== "word")
      return this.fail("这里应是一个名字", "a name belongs here");
    this.next++;
    let sub: readonly TexToken[] | undefined;
    let sup: readonly TexToken[] | undefined;
    let primes = 0;
    let isStarred = false;
    for (;;) {
      const script = this.peek();
      if (script?.kind === "sub" && !sub) sub = script.body;
      else if (script?.kind === "sup") {
        const [first, ...rest] = script.body;
        if (isSign(first, "*", "⋆")) {
          isStarred = true;
          if (rest.length > 0) sup = rest;
        } else if (isSign(first, "′")) primes += script.body.length;
        else if (sup) break;
        else sup = script.body;
      } else if (isSign(script, "′")) primes++;
      else if (isSign(script, "*", "⋆") && !script?.gap && this.#endsSide(1)) isStarred = true;
      else break;
      this.next++;
    }
    const mark = token.kind === "letter" ? token.mark : undefined;
    const isWord = token.kind === "word";
    return {
      kind: "name",
      base: token.text,
      isWord,
      mark,
      sub,
      sup,
      primes,
      isStarred,
      at: this.since(token.at),
    };
  }

  #endsSide(ahead: number): boolean {
    const token = this.peek(ahead);
    return !token || isSign(token, ")", "]", "}", ",", "‖", "|", ...relationSigns);
  }
}
