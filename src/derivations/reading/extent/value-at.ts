import type { TexNode } from "../tex-node";
import { isSign, type TexToken } from "../tex-token";
import type { TokenReader } from "../token-reader";
import { splitOutside, tokenText } from "../token-scan";

/** True at the bar of f′(x)|_{x = 0}. */
export function isValueBar(parser: TokenReader): boolean {
  const script = parser.peek(1);
  return (
    isSign(parser.peek(), "|") &&
    script?.kind === "sub" &&
    script.body.some((token) => isSign(token, "="))
  );
}

/** What stands before a bar with x = 0 below it: its value there, as the limit. */
export function valueAt(parser: TokenReader, body: TexNode): TexNode {
  parser.next++;
  const script = parser.peek();
  const sub = script?.kind === "sub" ? script.body : [];
  parser.next++;
  const at = parser.since(body.at);
  const [name, value] = splitOutside(sub, (token) => isSign(token, "="));
  const isOne =
    name.length === 1 && name[0].kind === "letter" && value.length > 0 && !value.some(isComma);
  if (!isOne)
    return parser.fail(
      `竖线下的 ${tokenText(sub)} 读不懂：一次写一个变量等于多少`,
      `${tokenText(sub)} below the bar cannot be read: write one variable and its value`,
      at,
    );
  parser.notes.add(
    "reading",
    at,
    `竖线右下的 ${tokenText(sub)} 读作它前面一项在那里的值，写成极限；若管着整个和，加括号`,
    `${tokenText(sub)} below the bar: the value of the term before it there, written as a limit; put a whole sum in brackets`,
  );
  const arrow: TexToken = { kind: "sign", text: "→", at, gap: false };
  return { kind: "optimum", operator: "lim", sub: [...name, arrow, ...value], body, at };
}

const isComma = (token: TexToken): boolean => isSign(token, ",");
