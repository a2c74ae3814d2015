import { parseApplication } from "./parse-application";
import { parseFunction } from "./parse-functions";
import { parseBig, parseExpectation, parseOptimum } from "./parse-operators";
import type { TexNode } from "./tex-node";
import { isSign } from "./tex-token";
import type { TokenReader } from "./token-reader";
import { closingOf, splitOutside, tokenText } from "./token-scan";

const functionWords = new Set("log ln lg lb exp min max sup inf det tr tanh".split(" "));
const optimumWords = new Set("argmax argmin arg max min sup inf lim".split(" "));

export function parseWord(parser: TokenReader, text: string): TexNode {
  const own = parser.peek();
  if (own?.kind === "word" && own.isBare && (functionWords.has(text) || optimumWords.has(text)))
    parser.notes.add("repair", own.at, `${text} 前少了反斜杠`, `${text} lacks its backslash`);
  const isCall = isSign(parser.peek(1), "(");
  if (optimumWords.has(text) && !(/^(max|min)$/.test(text) && isCall && isList(parser, 1)))
    return parseOptimum(parser);
  if (functionWords.has(text)) return parseFunction(parser);
  return parseApplication(parser, parser.plainName());
}

export function parseLetter(parser: TokenReader, text: string): TexNode {
  if (text === "E" && isExpectation(parser)) return parseExpectation(parser);
  if (text === "e" && parser.peek(1)?.kind === "sup") return parseFunction(parser);
  if ((text === "Σ" || text === "Π") && isFold(parser, text)) return parseBig(parser);
  return parseApplication(parser, parser.plainName());
}

/** A bracket ahead with commas in it. */
function isList(parser: TokenReader, ahead: number): boolean {
  const from = parser.next + ahead;
  const close = closingOf(parser.tokens, from);
  const inner = parser.tokens.slice(from + 1, close < 0 ? undefined : close);
  return splitOutside(inner, (token) => isSign(token, ",")).length > 1;
}

function isExpectation(parser: TokenReader): boolean {
  let ahead = 1;
  while (["sub", "sup"].includes(parser.peek(ahead)?.kind ?? "")) ahead++;
  const token = parser.peek(ahead);
  const own = parser.peek();
  if (own?.kind === "letter" && own.face === "script" && ahead === 1) return false;
  if (isSign(token, "[", "(", "{")) return true;
  if (ahead > 1) return token !== undefined && token.kind !== "sign";
  return token?.kind === "letter" || token?.kind === "word" || token?.kind === "command";
}

/** Σ as a sum: with limits that count or name a variable, or before something to sum. */
function isFold(parser: TokenReader, text: string): boolean {
  const sub = parser.peek(1);
  const after = parser.peek(2);
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
