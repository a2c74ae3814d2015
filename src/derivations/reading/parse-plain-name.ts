import { relationSigns } from "./relation-signs";
import type { NameNode } from "./tex-node";
import { isSign, type TexToken } from "./tex-token";
import type { TokenReader } from "./token-reader";

export function parsePlainName(parser: TokenReader): NameNode {
  const token = parser.peek();
  if (token?.kind !== "letter" && token?.kind !== "word")
    return parser.fail("这里应是一个名字", "a name belongs here");
  parser.next++;
  const moved = parser.peek();
  // δθ, Δx: a small change of it, one name.
  const isChange =
    token.kind === "letter" &&
    !token.mark &&
    moved?.kind === "letter" &&
    (token.text === "d"
      ? (/^[θφψωξηxyzwtsruv]$/u.test(moved.text) ||
          (/^[μσλ]$/u.test(moved.text) && !parser.tokens.some(isDimension))) &&
        !moved.gap
      : /^[δΔ]$/u.test(token.text) &&
        (token.text === "Δ" ? /^[\p{L}]$/u : /^[θφψωμσxwz]$/u).test(moved.text) &&
        // δ x is a product, Δ x hardly ever.
        (token.text === "Δ" || !moved.gap));
  if (isChange && token.text === "d")
    parser.notes.add(
      "reading",
      [token.at[0], moved.at[1]],
      `d${moved.text} 读作一个名字：微小的改变，不是乘积`,
      `d${moved.text} is read as one name, a small change, and not as a product`,
    );
  if (isChange) parser.next++;
  let sub: readonly TexToken[] | undefined;
  let sup: readonly TexToken[] | undefined;
  let primes = 0;
  let isStarred = false;
  for (;;) {
    const script = parser.peek();
    if (script?.kind === "sub" && !sub && script.body.some((part) => isSign(part, "#")))
      return parser.fail(
        "下标 # 像是推前测度，没有对应的写法",
        "a subscript # looks like a push-forward, which has no counterpart",
        script.at,
      );
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
    else if (isSign(script, "*", "⋆") && !script?.gap && endsSide(parser, 1)) isStarred = true;
    else break;
    parser.next++;
  }
  const mark = token.kind === "letter" ? token.mark : undefined;
  const isWord = token.kind === "word";
  return {
    kind: "name",
    base: isChange ? token.text + moved.text : token.text,
    isWord,
    mark,
    ...(token.kind === "letter" && token.face === "script" ? { isScript: true } : {}),
    sub,
    sup,
    primes,
    isStarred,
    at: parser.since(token.at),
  };
}

/** d that stands alone, as in −d or d log σ: a number of dimensions. */
const isDimension = (token: TexToken, i: number, all: readonly TexToken[]): boolean =>
  token.kind === "letter" && token.text === "d" && all[i + 1]?.kind !== "letter";

function endsSide(parser: TokenReader, ahead: number): boolean {
  const token = parser.peek(ahead);
  return !token || isSign(token, ")", "]", "}", ",", "‖", "|", ...relationSigns);
}
