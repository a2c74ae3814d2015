import type { ReadingLink } from "../../../src/derivations";
import { readSide } from "../../../src/derivations/worlds/read-side";
import { type Correspondence, type MatchOptions, matches, noNames } from "./match-trees";
import { type Tree, treeOf } from "./neutral-tree";

/** How far what was read is what is due: the same; the same where `due` says more than is printed; or not. */
export type Sameness = "same" | "supplied" | "different";

interface Side {
  readonly relation: string;
  readonly tree: Tree;
  readonly text: string;
}

/**
 * Compares the sides that were read with those of `reading`, as trees, up to consistent naming, to the order of addends
 * and factors, and to a first side that only one of the two has, or that is a mere name in one of them.
 */
export function samenessOf(chains: readonly (readonly ReadingLink[])[], reading: string): Sameness {
  const own = chains.flat().map(({ relation = "", expression }) => sideOf(relation, expression));
  const due = sidesOf(reading).map(({ relation, text }) => sideOf(relation, text));
  if (isMatch(own, due, { mayBeSupplied: false })) return "same";
  return isMatch(own, due, { mayBeSupplied: true }) ? "supplied" : "different";
}

function isMatch(own: readonly Side[], due: readonly Side[], options: MatchOptions): boolean {
  const isName = (side: Side | undefined): boolean =>
    side !== undefined && (side.tree.kind === "name" || side.tree.kind.startsWith("unread"));
  const isFirstSupplied = isName(own[0]) || isName(due[0]);
  return (
    allMatch(own, due, options) ||
    (isFirstSupplied && allMatch(own.slice(1), due.slice(1), options)) ||
    allMatch(own.slice(1), due, options) ||
    allMatch(own, due.slice(1), options)
  );
}

function allMatch(own: readonly Side[], due: readonly Side[], options: MatchOptions): boolean {
  if (own.length === 0 || own.length !== due.length) return false;
  const isFrom = (at: number, known: Correspondence): boolean => {
    if (at === own.length) return true;
    if (at > 0 && own[at].relation !== due[at].relation) return false;
    for (const next of matches(own[at].tree, due[at].tree, known, options))
      if (isFrom(at + 1, next)) return true;
    return false;
  };
  return isFrom(0, noNames);
}

/** A side as a tree; outside the language its text stands for it. */
function sideOf(relation: string, text: string): Side {
  const term = readSide(inLanguage(text));
  const tree = term ? treeOf(term) : { kind: `unread ${text.replace(/[\s_]/g, "")}`, children: [] };
  return { relation: relation.replace(/^:=$/, "="), tree, text };
}

/** Spellings of the givers that the language has otherwise. */
function inLanguage(text: string): string {
  return (
    text
      .replace(/\bD_f\(/g, "Df(f, ")
      // a if c, b if d
      .replace(/^(.*) if (.*), (.*) if (.*)$/, "cases($1, $2, $3, $4)")
      // θ* and D*(x): a star that multiplies has something before its bracket that is no name of a function.
      .replace(/^([\p{L}_]+)\*$/u, "$1_opt")
      .replace(/(?<![\p{L}\d_])(D|π|P|r|f|T)\*(?=\()/gu, "$1_opt")
      // (A)' is the transpose; c[i, j] an entry with two indices.
      .replace(/\(([^()]*)\)'/g, "transpose($1)")
      .replace(/([\p{L}_]+)\[(\w), ?(\w)\]/gu, "$1_2($2, $3)")
      // (x, y) drawn from D*π(· | x): x from D, then y from π(· | x).
      .replace(
        /E\(\((\p{L}+), ?(\p{L}+)\) ~ (\p{L}+)\*(\p{L}+\([^()]*\)), /gu,
        "E($1 ~ $3, $2 ~ $4, ",
      )
  );
}

/** The sides of relations outside brackets, and the relation before each. */
function sidesOf(text: string): { relation: string; text: string }[] {
  const sides = [{ relation: "", text: "" }];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (/[([{]/.test(c)) depth++;
    if (/[)\]}]/.test(c)) depth--;
    const relation = /^(=const\b|:=|:∝|[=≤≥≈<>≠∝;])/.exec(text.slice(i))?.[0];
    if (depth === 0 && relation && !/ if [^,]*$/.test(text.slice(0, i))) {
      sides.push({ relation: relation === ";" ? "" : relation, text: "" });
      i += relation.length - 1;
    } else sides[sides.length - 1].text += c;
  }
  return sides
    .map((side) => ({ ...side, text: side.text.trim() }))
    .filter((side) => side.text !== "");
}
