import { type Token, tokenizer, tokTypes } from "acorn";

/** A statement at the top level of a cell. */
export interface Statement {
  readonly text: string;
  /** The names it declares for what comes after it. */
  readonly declares: readonly string[];
  /** The names it mentions. */
  readonly names: readonly string[];
  /** What it calls, where it is a call and nothing else: `check1`, `tests.first`. */
  readonly calls: string | undefined;
}

const { name: word, dot, questionDot, comma, colon, eq, semi } = tokTypes;
const { braceL, braceR, bracketL, bracketR, parenL, parenR, dollarBraceL } = tokTypes;
const opening = new Set([braceL, bracketL, parenL, dollarBraceL]);
const closing = new Set([braceR, bracketR, parenR]);
/** Words of a statement that began before them. */
const continuing = new Set(["else", "catch", "finally", "in", "instanceof"]);
/** Words before what a declaration declares. */
const outer = new Set(["export", "default", "declare", "async", "abstract"]);

const isWord = (token: Token | undefined): boolean => token?.type === word;
// A name's token has its text, which acorn's types do not tell.
const nameOf = (token: Token): string => String(Reflect.get(token, "value"));
/** A name or a keyword as it is written. */
const wordOf = (token: Token | undefined): string =>
  token === undefined ? "" : (token.type.keyword ?? (token.type === word ? nameOf(token) : ""));

/**
 * The statements of a cell in TypeScript or JavaScript, told by its tokens, for types leave nothing else to read them by;
 * undefined where they cannot be told.
 */
export function statementsOf(source: string): readonly Statement[] | undefined {
  try {
    const tokens = [...tokenizer(source, { ecmaVersion: 2024, sourceType: "module" })];
    return groupsOf(tokens, source).map((group) => {
      const own = group.filter(({ type }, i) => type !== semi || i < group.length - 1);
      const text = source.slice(group[0].start, group[group.length - 1].end);
      return { text, declares: declaredIn(own), names: namesIn(own), calls: calledBy(own, source) };
    });
  } catch {
    return undefined;
  }
}

function groupsOf(tokens: readonly Token[], source: string): Token[][] {
  const groups: Token[][] = [];
  let group: Token[] = [];
  let depth = 0;
  const end = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const token of tokens) {
    const before = group.at(-1);
    if (before && depth === 0 && begins(token, before, source)) end();
    if (opening.has(token.type)) depth += 1;
    if (closing.has(token.type)) depth -= 1;
    const ends = token.type === semi && depth === 0;
    if (!ends || group.length > 0) group.push(token);
    if (ends) end();
  }
  end();
  return groups;
}

/** Whether a token begins a statement where no semicolon ends the one before: on a line of its own. */
function begins(token: Token, before: Token, source: string): boolean {
  if (!source.slice(before.end, token.start).includes("\n")) return false;
  const hasEnded = isWord(before) || closing.has(before.type) || isLiteral(before);
  return hasEnded && wordOf(token) !== "" && !continuing.has(wordOf(token));
}

const isLiteral = ({ type }: Token): boolean =>
  [tokTypes.num, tokTypes.string, tokTypes.regexp, tokTypes.backQuote].includes(type) ||
  ["null", "true", "false", "this"].includes(type.keyword ?? "");

/** The place behind the bracket that closes the one at `from`. */
function behindBracket(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i += 1) {
    if (opening.has(tokens[i].type)) depth += 1;
    if (closing.has(tokens[i].type)) depth -= 1;
    if (depth === 0) return i + 1;
  }
  return tokens.length;
}

/** The place behind what stands at `from`, with what its bracket holds. */
const behind = (tokens: readonly Token[], from: number): number =>
  opening.has(tokens[from].type) ? behindBracket(tokens, from) : from + 1;

function declaredIn(tokens: readonly Token[]): string[] {
  const at = tokens.findIndex((token) => !outer.has(wordOf(token)));
  const kind = wordOf(tokens[at]);
  const isEnum = kind === "enum" || wordOf(tokens[at + 1]) === "enum";
  if (kind === "import") return importedIn(tokens.slice(at + 1));
  if (/^(?:function|class|enum)$/.test(kind) || isEnum) {
    const name = tokens.slice(at + 1).find((token) => isWord(token) && wordOf(token) !== "enum");
    return name ? [wordOf(name)] : [];
  }
  return /^(?:const|let|var|using)$/.test(kind) ? declaratorsIn(tokens.slice(at + 1)) : [];
}

/** The names of `a = 1, { b, c: d } = e, f: number = 2`. */
function declaratorsIn(tokens: readonly Token[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const next = behind(tokens, i);
    names.push(...boundIn(tokens.slice(i, next)));
    // To the comma before the next one: a comma within a type's angle brackets has none behind it.
    i = next;
    while (i < tokens.length && !(tokens[i].type === comma && isDeclarator(tokens, i + 1)))
      i = behind(tokens, i);
  }
  return names;
}

function isDeclarator(tokens: readonly Token[], at: number): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]];
  if (token?.type === braceL || token?.type === bracketL) return true;
  return isWord(token) && (!after || [eq, comma, colon].includes(after.type));
}

/** The names that a pattern binds: not its keys, nor what stands behind its `=`. */
function boundIn(pattern: readonly Token[]): string[] {
  const names: string[] = [];
  let isDefault = false;
  for (let i = 0; i < pattern.length; i += 1) {
    const { type } = pattern[i];
    if (type === comma || type === eq) isDefault = type === eq;
    else if (isDefault) i = behind(pattern, i) - 1;
    else if (isWord(pattern[i]) && pattern[i + 1]?.type !== colon) names.push(wordOf(pattern[i]));
    if (type === braceR || type === bracketR) isDefault = false;
  }
  return names;
}

function importedIn(tokens: readonly Token[]): string[] {
  const clause = tokens.slice(
    0,
    Math.max(
      0,
      tokens.findIndex((token) => wordOf(token) === "from"),
    ),
  );
  return clause.flatMap((token, i) => {
    const next = clause[i + 1];
    const isOther =
      /^(?:as|type)$/.test(wordOf(token)) && next !== undefined && next.type !== comma;
    return isWord(token) && !isOther && wordOf(next) !== "as" ? [wordOf(token)] : [];
  });
}

function namesIn(tokens: readonly Token[]): string[] {
  const names = tokens.flatMap((token, i) => {
    const [before, after] = [tokens[i - 1]?.type, tokens[i + 1]?.type];
    const isMember = before === dot || before === questionDot;
    const isKey = after === colon && (before === braceL || before === comma);
    return isWord(token) && !isMember && !isKey ? [wordOf(token)] : [];
  });
  return [...new Set(names)];
}

function calledBy(tokens: readonly Token[], source: string): string | undefined {
  const at = wordOf(tokens[0]) === "await" || tokens[0].type.keyword === "void" ? 1 : 0;
  let to = at;
  while (isWord(tokens[to]) && tokens[to + 1]?.type === dot) to += 2;
  const isCall = wordOf(tokens[to]) !== "" && tokens[to + 1]?.type === parenL;
  if (!isCall || behindBracket(tokens, to + 1) < tokens.length) return undefined;
  return source.slice(tokens[at].start, tokens[to].end);
}
