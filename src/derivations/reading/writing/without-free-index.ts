import type { TexNode } from "../tex-node";
import { tokenText } from "../token-scan";
import type { Writing } from "./writing";

/** x_i as an argument where nothing counts i: any x. */
export function withoutFreeIndex(value: TexNode, writing: Writing): TexNode {
  if (value.kind !== "name" || !/^[a-zX-Z]$/.test(value.base)) return value;
  const sub = value.sub ? tokenText(value.sub) : "";
  // x_t beside x_{t-1} and x_0 keeps its subscript.
  if (writing.roles.hasOtherSubscripts(value)) return value;
  // s_t of E_{s_t ~ ρ} is what is drawn.
  if (writing.scope.has(`${value.base}_${sub}`)) return value;
  if (!/^[ijkt]$/.test(sub) || writing.scope.has(sub) || writing.scope.valueOf(sub, value.base))
    return value;
  writing.notes.add(
    "reading",
    value.at,
    `${value.base}_${sub} 的下标没有求和，读作 ${value.base}`,
    `nothing counts the index of ${value.base}_${sub}; read as ${value.base}`,
  );
  return { ...value, sub: undefined };
}
