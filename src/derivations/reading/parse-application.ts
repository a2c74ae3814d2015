import { isDivergence, isKl } from "./divergence-names";
import type { NameNode, TexNode } from "./tex-node";
import { isSign, type TexToken } from "./tex-token";
import type { TokenReader } from "./token-reader";
import { closingOf, hasOutside, splitOutside, tokenText } from "./token-scan";

// Letters that are numbers wherever they stand before a bracket.
const multiplying = new Set([..."λβαετγδεηκ"]);
// Letters that are functions even of a sum.
const functions = new Set([..."fghFDTVULJRCBS"]);
const wordFunctions = new Set(
  "KL JS TV CE BCE IG IV FL Gini Gain Ent softmax sigmoid Softmax ELBO Var Cov clip mean std logsigmoid softplus GainRatio loss".split(
    " ",
  ),
);

/** `name`, or what its bracket makes of it: P(x | θ), D(p ‖ q), or a product with the bracket. */
export function parseApplication(parser: TokenReader, name: NameNode): TexNode {
  const open = parser.peek();
  if (!isSign(open, "(", "[", "{")) {
    if (name.isWord && !/^const$/.test(name.base) && isLetterOrGroup(open))
      noteProduct(parser, name);
    return name;
  }
  if (name.base === "V" && !name.isWord && !name.mark && isSign(open, "[")) {
    parser.notes.add("reading", name.at, "V[…] 读作方差", "V[…] is read as the variance");
    return parseApplication(parser, { ...name, base: "Var", isWord: true });
  }
  const close = closingOf(parser.tokens, parser.next);
  const inner = parser.tokens.slice(parser.next + 1, close < 0 ? parser.tokens.length : close);
  if (isDivergence(name) && comparesTwo(inner, name)) return parsePair(parser, name);
  if (!takesBracket(name, inner, isSign(open, "("))) {
    if (name.base === "δ" && !name.sub)
      parser.notes.add(
        "ambiguity",
        name.at,
        "δ(…) 读作与括号相乘，不是狄拉克函数",
        "δ(…) is read as a product with the bracket, not as Dirac's function",
      );
    else if (isSign(open, "(") && isOneName(inner))
      parser.notes.add(
        "ambiguity",
        name.at,
        `${name.base}(${tokenText(inner)}) 读作乘积；若是函数，写 \\operatorname{${name.base}}(${tokenText(inner)})`,
        `${name.base}(${tokenText(inner)}) is read as a product; write \\operatorname{${name.base}}(${tokenText(inner)}) for a function`,
      );
    return name;
  }
  const isUnusual = multiplying.has(name.base) || isOfVariable(name, inner);
  if (isUnusual && !name.isStarred && !name.isWord && isOneName(inner))
    parser.notes.add(
      "ambiguity",
      name.at,
      `${name.base}(${tokenText(inner)}) 读作函数，不是乘积；若是乘积，写 ${name.base} \\cdot ${tokenText(inner)}`,
      `${name.base}(${tokenText(inner)}) is read as a function, not as a product; write ${name.base} \\cdot ${tokenText(inner)} for a product`,
    );
  const tokens = parser.bracketTokens();
  return applied(parser, name, tokens);
}

const isLetterOrGroup = (token: TexToken | undefined): boolean =>
  token?.kind === "letter" || token?.kind === "group" || token?.kind === "word";

/** Foo x, softmax z: a name of several letters without a bracket. */
function noteProduct(parser: TokenReader, { base, at }: NameNode): void {
  parser.notes.add(
    "ambiguity",
    at,
    `${base} 后面没有括号，读作与它相乘；若是函数，写括号`,
    `${base} has no bracket after it and is read as a factor; write brackets if it is a function`,
  );
}

function comparesTwo(inner: readonly TexToken[], name: NameNode): boolean {
  if (hasOutside(inner, (token) => isSign(token, "‖"))) return true;
  if (name.base === "JS" || name.base === "TV" || isKl(name)) {
    // ℒ_KL(f_S(x), f_T(x)): a loss of two outputs that the formula does not make distributions.
    const isLoss = name.base === "L" && !splitOutside(inner, isComma).every(isDensityText);
    return !isLoss && hasOutside(inner, (token) => isSign(token, ",", "|", ";"));
  }
  // D_f(P, Q): the f-divergence, with a comma.
  if (/^[DdI]$/.test(name.base) && /^[fαφ]$/u.test(tokenText(name.sub ?? [])) && isPair(inner))
    return true;
  // D(g | f): two names and a bar.
  if (name.base !== "D" || name.sub) return false;
  const parts = splitOutside(inner, (token) => isSign(token, "|"));
  return parts.length === 2 && parts.every((part) => /^[a-zPQ]$/.test(tokenText(part)));
}

const isComma = (token: TexToken): boolean => isSign(token, ",");
const isDensityText = (part: readonly TexToken[]): boolean =>
  /^\s*([pPqQπσN](?![a-z])|softmax)/u.test(tokenText(part));

function parsePair(parser: TokenReader, name: NameNode): TexNode {
  const tokens = parser.bracketTokens();
  const at = parser.since(name.at);
  const separator = ["‖", ",", ";", "|"].find((text) => hasOutside(tokens, (t) => isSign(t, text)));
  const parts = splitOutside(tokens, (token) => isSign(token, separator ?? "‖"));
  if (parts.length !== 2)
    return parser.fail(
      `${name.base} 比较两个分布，这里有 ${parts.length} 个`,
      `${name.base} compares two distributions, ${parts.length} are given`,
      at,
    );
  // A comma is how TV(P, Q) is printed, and says nothing of an order.
  const isAsPrinted = separator === "‖" || (separator === "," && isSymmetric(name));
  if (!isAsPrinted && isSymmetric(name))
    parser.notes.add(
      "reading",
      at,
      `「${separator}」读作两个分布之间的分隔，先后无别`,
      `“${separator}” is read as between two distributions, in whichever order`,
    );
  else if (!isAsPrinted)
    parser.notes.add(
      "reading",
      at,
      `${separator} 读作 ‖：左边是真实分布，右边是模型`,
      `${separator} is read as ‖: the truth on the left, the model on the right`,
    );
  const [left, right] = parts.map((part) => parser.inside(part, { openIntegrals: 0 }).whole());
  return { kind: "pair", fn: name, left, right, at };
}

/** TV(P, Q) and JS(P, Q) are the same from either side. */
const isSymmetric = (name: NameNode): boolean =>
  /^(TV|JS|Hel)$/.test(name.base) || /^(TV|JS)$/.test(tokenText(name.sub ?? []));

const isBar = (token: TexToken): boolean => isSign(token, "|", ";");

function takesBracket(name: NameNode, inner: readonly TexToken[], isRound: boolean): boolean {
  if (name.isWord) return wordFunctions.has(name.base) || isRound;
  if (!isRound)
    return (
      (/^[FSJLGU]$/.test(name.base) && /^[pPqQρ](_[^_]+)?(\(.*\))?$/u.test(tokenText(inner))) ||
      (/^[HIDV]$/.test(name.base) &&
        (hasOutside(inner, (t) => isSign(t, "|", ",", ";", "‖")) ||
          (name.base === "H" && /^[pPqQmMπXYZxyz](_[^_]+)?(\(.*\))?$/.test(tokenText(inner)))))
    );
  // ε_θ(x_t, t): a learned function, whatever its letter.
  const isLearned = /^[θφψ]$/u.test(tokenText(name.sub ?? []));
  if (multiplying.has(name.base) && !name.isStarred && !isLearned)
    return name.base === "δ" ? isPair(inner) : isOneName(inner);
  if (hasOutside(inner, (token) => isSign(token, "|", ",", ";", "=", "‖"))) return true;
  if (inner.length === 0) return false;
  if (isOfVariable(name, inner)) return true;
  const hasSum = hasOutside(inner, (token) => isSign(token, "+", "-"));
  // f_i(x), T_j(x): features by number.
  if (/^[fghTuφψℓ]$/u.test(name.base) && isIndexed(name) && isOneName(inner)) return true;
  if (!hasSum)
    return !isIndexed(name) || /^[pPqQDHπ]$/.test(name.base)
      ? !/^[nmkKTNab]$/.test(name.base) || name.base === "T"
      : false;
  // p(x − y): the density there; p(1 − p) is a product.
  const isPlace = /^[pPqQ]$/.test(name.base) && inner.some(isVariable) && !inner.some(isLaw);
  // P(−W): at what is turned round; F_i(θ − a)²: a number of the i-th times the bracket.
  const isTurned = /^[pPqQ]$/.test(name.base) && isSign(inner[0], "-") && isOneName(inner.slice(1));
  if (isTurned) return true;
  if (/^[FJRCBSLVUT]$/.test(name.base) && isIndexed(name)) return false;
  return functions.has(name.base) || isPlace || name.base === "σ" || name.base === "H";
}

const isVariable = (token: TexToken): boolean =>
  token.kind === "letter" && /^[xyz]$/.test(token.text);
const isLaw = (token: TexToken): boolean => token.kind === "letter" && /^[pPqQ]$/.test(token.text);

/** k(x), b(y): letters that usually multiply, before a variable alone. */
const isOfVariable = (name: NameNode, inner: readonly TexToken[]): boolean =>
  /^[abkmnKN]$/.test(name.base) &&
  !name.isWord &&
  isOneName(inner) &&
  inner[0].kind === "letter" &&
  /^[xyzXYZ]$/.test(inner[0].text);

/** z_{nk}: one letter with its scripts, as in γ(z_{nk}). */
const isOneName = ([letter, ...scripts]: readonly TexToken[]): boolean =>
  letter?.kind === "letter" && scripts.every(({ kind }) => kind === "sub" || kind === "sup");

/** P, Q: two distributions and a comma. */
const isPair = (inner: readonly TexToken[]): boolean => {
  const parts = splitOutside(inner, (token) => isSign(token, ","));
  return parts.length === 2 && parts.every((part) => /^[pPqQμν](_[^_]+)?$/u.test(tokenText(part)));
};

/** p_i, x_j: an entry of something. */
function isIndexed(name: NameNode): boolean {
  return name.sub !== undefined && /^[ijkn]$/.test(tokenText(name.sub));
}

function applied(parser: TokenReader, fn: NameNode, tokens: readonly TexToken[]): TexNode {
  const at = parser.since(fn.at);
  const [before, ...after] = splitOutside(tokens, fn.base === "I" ? (t) => isSign(t, "|") : isBar);
  const parse = (part: readonly TexToken[]): TexNode[] =>
    withRanges(
      parser,
      fn,
      splitOutside(part, (token) => isSign(token, ",", ";")).filter((piece) => {
        const isEmpty = piece.every(({ kind }) => kind === "space" || kind === "cell");
        if (isEmpty && piece.length === 0)
          parser.notes.add(
            "repair",
            at,
            `${fn.base}(…) 里少了一个自变量，读作积分或求和的变量`,
            `${fn.base}(…) lacks an argument; read as the variable of the integral or sum`,
          );
        return true;
      }),
      at,
    );
  const [first, ...others] = splitOutside(before, (token) => isSign(token, ";"));
  if (fn.base === "I" && others.length > 1)
    return parser.fail(
      "三个以上变量之间的互信息没有对应的写法",
      "an information between three variables has no counterpart",
      at,
    );
  const isParted = fn.base === "I" && first.length < before.length;
  return {
    kind: "apply",
    fn,
    values: parse(before),
    given: after.flatMap(parse),
    ...(isParted ? { before: parse(first).length } : {}),
    at,
  };
}

/** The arguments; X_1, …, X_n of an entropy as one. */
function withRanges(
  parser: TokenReader,
  fn: NameNode,
  pieces: readonly (readonly TexToken[])[],
  at: readonly [number, number],
): TexNode[] {
  const dots = pieces.findIndex((piece) => /^…+$/.test(tokenText(piece)));
  const all = (some: readonly (readonly TexToken[])[]): TexNode[] =>
    some.flatMap((piece) => argument(parser, piece, at));
  if (dots < 1 || dots + 1 >= pieces.length || !/^[HI]$/.test(fn.base)) return all(pieces);
  const [first] = all([pieces[dots - 1]]);
  const [last] = all([pieces[dots + 1]]);
  if (first.kind !== "name" || last.kind !== "name") return all(pieces);
  // X_1, X_2, …, X_n: the second tells no more.
  const isSecond = dots === 2 && tokenText(pieces[0]).endsWith("_1");
  const [start] = isSecond ? all([pieces[0]]) : [first];
  const from = start.kind === "name" ? start : first;
  return [
    ...all(pieces.slice(0, isSecond ? 0 : dots - 1)),
    { kind: "range", first: from, last, at },
    ...all(pieces.slice(dots + 2)),
  ];
}

function argument(
  parser: TokenReader,
  piece: readonly TexToken[],
  at: readonly [number, number],
): readonly TexNode[] {
  if (piece.length === 0) return [{ kind: "blank", at }];
  const parse = (side: readonly TexToken[]): TexNode =>
    parser.inside(side, { openIntegrals: 0 }).whole();
  const sides = splitOutside(piece, (token) => isSign(token, "=", "≻", "<"));
  if (sides.length !== 2) return [parse(piece)];
  const [left, right] = sides.map(parse);
  if (piece.some((token) => isSign(token, "="))) return [{ kind: "equation", left, right, at }];
  parser.notes.add(
    "ambiguity",
    at,
    "括号里的 ≻ 或 < 没有对应的写法，读作这两个自变量依此顺序的函数",
    "≻ or < in brackets has no counterpart; read as a function of the two in this order",
  );
  return [left, right];
}
