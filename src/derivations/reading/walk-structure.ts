import { childrenOf, plainText } from "./latex-nodes";
import type { LatexWalk } from "./latex-walk";
import type { Span } from "./tex-token";

/** Macros of which only what they hold is read: struck out or framed, it stays part of the formula. */
const unwrapped: ReadonlySet<string> = new Set(
  "boxed fbox mathchoice substack cancel bcancel xcancel ensuremath smash mathstrut mathinner mathopen mathclose mathpunct".split(
    " ",
  ),
);

/** Macros that arrange what they hold. */
export function walkStructure(walk: LatexWalk, name: string, at: Span): undefined {
  if (name === "underbrace" || name === "overbrace") {
    const held = walk.argument();
    // What a brace holds together stays together.
    if (held) walk.push({ kind: "group", body: walk.inner(held), at, gap: walk.gap });
    const next = walk.nodes[walk.next];
    if (next?.type === "macro" && (next.content === "_" || next.content === "^")) {
      walk.next++;
      walk.argument();
    }
    return;
  }
  if (unwrapped.has(name)) return walk.unwrap(walk.argument());
  if (name === "textcolor" || name === "colorbox") {
    walk.argument();
    return walk.unwrap(walk.argument());
  }
  if (/^x(longequal|eq|equal)/.test(name)) {
    walk.argument();
    return walk.push({ kind: "sign", text: "=", at, gap: walk.gap });
  }
  if (/^x.*(arrow|to)/i.test(name)) {
    walk.argument();
    return walk.push({ kind: "sign", text: "→", at, gap: walk.gap });
  }
  if (name === "underset") {
    const below = walk.argument();
    walk.unwrap(walk.argument());
    walk.push({ kind: "sub", body: walk.inner(below, true), at, gap: false });
    return;
  }
  if (name === "overset" || name === "stackrel") {
    walk.argument();
    return walk.unwrap(walk.argument());
  }
  if (name === "intertext" || name === "shortintertext") {
    // Words between the rows: what follows goes on with the chain.
    const words = walk.argument();
    if (words) walk.prose(childrenOf(words).map(plainText).join("").trim(), at);
    return;
  }
  if (name === "sideset") {
    walk.argument();
    walk.argument();
    return;
  }
  if (/^[A-Za-z]+$/.test(name)) {
    if (
      /^(d|t)?binom$|^(choose|genfrac|atop|cup|cap|notin|subset|subseteq|supset|supseteq|bmod|pmod|mp|oplus|ddot|wedge|vee|neg|angle)$/.test(
        name,
      )
    )
      return walk.push({ kind: "sign", text: `\\${name}`, at, gap: walk.gap });
    if (name.length === 1) return walk.push({ kind: "letter", text: name, at, gap: walk.gap });
    walk.notes.add(
      "reading",
      at,
      `不认识的命令 \\${name}，读作名字`,
      `the command \\${name} is not known; read as a name`,
    );
    walk.push({ kind: "word", text: name, isKnown: false, at, gap: walk.gap });
    return;
  }
  // \\% and its like: a sign that no reader of signs knows, so that it is refused and not lost.
  if (/\S/.test(name)) walk.push({ kind: "sign", text: `\\${name}`, at, gap: walk.gap });
}
