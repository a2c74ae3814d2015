import type { TexToken } from "../tex-token";
import { tokenText } from "../token-scan";
import type { Writing } from "./writing";
import { atom, call, power, type Written } from "./written";

/** A power, a transpose, an inverse. */
export function writePower(
  base: Written,
  exponent: readonly TexToken[],
  writing: Writing,
): Written {
  const text = tokenText(exponent);
  if (text === "⊤" || text === "T") return call("transpose", [base]);
  if (text === "′") return base;
  if (/^\([a-z]\)$/.test(text)) return { ...base, text: `${base.text}[${text[1]}]` };
  if (/^[ij]$/.test(text) && !writing.scope.has(text)) return atom(`${base.text}[${text}]`);
  const node = writing.parse(exponent);
  return power(base, writing.write(node, writing));
}
