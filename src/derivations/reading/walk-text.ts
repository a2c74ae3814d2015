import { childrenOf, plainText } from "./latex-nodes";
import type { LatexWalk } from "./latex-walk";
import { wordCommands } from "./tex-commands";
import type { Span } from "./tex-token";
import { walkString } from "./walk-string";

/** \text{…}, \mathrm{…}: a name, a formula's letters, or words. */
export function walkText(walk: LatexWalk, name: string, at: Span): undefined {
  // \\operatorname*: limits below it.
  if (walk.nodes[walk.next]?.content === "*") walk.next++;
  const node = walk.argument();
  if (!node) return;
  if (node.type !== "group") {
    return node.type === "string" ? walkString(walk, node, at) : walk.macro(node, at);
  }
  const text = childrenOf(node).map(plainText).join("").trim();
  if (text === "") {
    walk.gap = true;
    return;
  }
  const isMath = name === "mathop" || name === "operatorname" || /^[rl]m|^math/.test(name);
  if (isMath && text.includes("\\") && !/^arg\\/.test(text)) return walk.unwrap(node);
  // "arg max" of a text command is one operator.
  const joined = text.replace(/^arg\s+(?=max$|min$)/i, "arg").replace(/^Arg/, "arg");
  const word = wordCommands.get(joined) ?? wordCommands.get(text.replace(/\\[,; ]+\s*/g, ""));
  if (word) return walk.push({ kind: "word", text: word, isKnown: true, at, gap: walk.gap });
  if (/^[A-Za-z]$/.test(text) || (isMath && !/^[A-Za-z]{2,}$/.test(text))) return walk.unwrap(node);
  const tail = /^(.*[^A-Za-z])([A-Za-z]+)$/su.exec(text);
  const known = tail && wordCommands.get(tail[2]);
  if (known && tail) {
    walk.prose(tail[1], [at[0], walk.place(node)[1]]);
    return walk.push({ kind: "word", text: known, isKnown: true, at, gap: true });
  }
  if (/^[A-Za-z][A-Za-z_-]*$/.test(text) && (text.length <= 14 || isMath))
    return walk.push({ kind: "word", text, isKnown: false, at, gap: walk.gap });
  walk.prose(text, [at[0], walk.place(node)[1]]);
}
