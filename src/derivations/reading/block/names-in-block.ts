import { type NameNode, type TexNode, visitTex } from "../tex-node";
import { keyOf, subscriptOf } from "./key-of";

/** X and n of H(X_1, …, X_n). */
export interface Sequence {
  readonly base: string;
  readonly last: string;
}

export const appliedLetters = (nodes: readonly TexNode[]): ReadonlySet<string> => {
  const letters = new Set<string>();
  for (const node of nodes)
    visitTex(node, (part) => {
      if (part.kind !== "apply" || part.values.length !== 1 || part.given.length > 0) return;
      // f of a ratio makes an f-divergence; F of a point Bregman's.
      if (part.values[0].kind === "name") letters.add(part.fn.base);
    });
  return letters;
};

/** Letters that stand with the subscript t and with t − 1, or 0, or T; with k and with k + 1. */
export function subscriptsIn(nodes: readonly TexNode[]): (name: NameNode) => boolean {
  const found = new Map<string, Set<string>>();
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "name" || !node.sub) return;
      found.set(node.base, (found.get(node.base) ?? new Set()).add(subscriptOf(node)));
    });
  return (name) => {
    const own = subscriptOf(name);
    const isStep = (sub: string): boolean =>
      own === "t" ? /^(t[-+]1|0|T)$/.test(sub) : sub === `${own}+1` || sub === `${own}-1`;
    return /^[tkn]$/.test(own) && [...(found.get(name.base) ?? [])].some(isStep);
  };
}

/** The letters that each name is applied to, those after a bar left out: x and z of p(x, z | θ). */
export function argumentsIn(nodes: readonly TexNode[]): (name: NameNode) => readonly string[] {
  const found = new Map<string, Set<string>>();
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "apply") return;
      const letters = found.get(keyOf(node.fn)) ?? new Set();
      for (const value of node.values)
        if (value.kind === "name" && !value.sub && !/^[θφψω]$/u.test(value.base))
          letters.add(/^[XYZ]$/.test(value.base) ? value.base.toLowerCase() : value.base);
      found.set(keyOf(node.fn), letters);
    });
  return (name) => [...(found.get(keyOf(name)) ?? [])];
}

/** True where the letter is an argument of something, or stands under an expectation. */
export function isArgumentIn(nodes: readonly TexNode[], letter: string): boolean {
  let found = false;
  const isIt = (node: TexNode): boolean => node.kind === "name" && node.base === letter;
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind === "apply") found ||= [...node.values, ...node.given].some(isIt);
      if (node.kind === "expectation")
        visitTex(node.body, (part) => {
          found ||= isIt(part);
        });
      if (node.kind === "expectation" || node.kind === "big")
        found ||= (node.sub ?? []).some(
          (token) => token.kind === "letter" && token.text === letter,
        );
      if (node.kind === "big") found ||= node.variable === letter;
    });
  return found;
}

/** x and y of Cov(X, Y) and of E[XY]: random variables that the block takes together. */
export function togetherIn(nodes: readonly TexNode[]): readonly string[] {
  const found = new Set<string>();
  for (const root of nodes)
    visitTex(root, (node) => {
      const isPair =
        (node.kind === "apply" && node.fn.isWord && /^(Cov|Corr|Var)$/i.test(node.fn.base)) ||
        (node.kind === "expectation" && !node.sub && !node.over);
      const letters = isPair ? capitalsIn(node) : [];
      if (letters.length > 1) for (const letter of letters) found.add(letter.toLowerCase());
    });
  return [...found].sort();
}

function capitalsIn(root: TexNode): readonly string[] {
  const found = new Set<string>();
  visitTex(root, (node) => {
    if (node.kind === "name" && /^[XYZ]$/.test(node.base) && !node.sub) found.add(node.base);
  });
  return [...found];
}

/** Letters that stand with a subscript and without one. */
export function bareNames(nodes: readonly TexNode[]): (name: NameNode) => boolean {
  const bare = new Set<string>();
  for (const root of nodes)
    visitTex(root, (node) => {
      const name = node.kind === "apply" ? node.fn : node;
      if (name.kind === "name" && !name.sub && !name.isStarred)
        bare.add(`${name.base}${name.mark}`);
    });
  return (name) => name.sub !== undefined && bare.has(`${name.base}${name.mark}`);
}

export function sequenceIn(nodes: readonly TexNode[]): Sequence | undefined {
  let found: Sequence | undefined;
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "apply") return;
      for (const value of [...node.values, ...node.given])
        if (value.kind === "range" && /^[a-zA-Z]$/.test(subscriptOf(value.last)))
          found ??= { base: value.first.base, last: subscriptOf(value.last) };
    });
  return found;
}

/** π as a factor. */
export function hasPiIn(root: TexNode): boolean {
  let found = false;
  visitTex(root, (node) => {
    if (node.kind !== "binary" || node.operator !== "*") return;
    found ||= [node.left, node.right].some(
      (side) => side.kind === "name" && side.base === "π" && !side.sub,
    );
  });
  return found;
}

/** Names that 1 is diminished by and that are nowhere applied: p of p log p + (1 − p) log(1 − p). */
export function sharesIn(nodes: readonly TexNode[]): ReadonlySet<string> {
  const found = new Set<string>();
  const errors = new Set<string>();
  const applied = new Set<string>();
  /** P_e: the probability of an error. */
  const isOfError = (name: NameNode): boolean =>
    /^[pP]$/.test(name.base) && /^(e|err|error)$/.test(subscriptOf(name)) && !name.sup;
  const isPlain = (name: NameNode): boolean =>
    /^[apqrsxyεP]$/u.test(name.base) && /^\d?$/.test(subscriptOf(name)) && !name.sup;
  for (const node of nodes)
    visitTex(node, (part) => {
      if (part.kind === "name" && isOfError(part)) errors.add(keyOf(part));
      if (part.kind === "apply" && isOfError(part.fn)) applied.add(keyOf(part.fn));
      if (part.kind === "apply") applied.add(part.fn.base);
      if (part.kind === "expectation" || (part.kind === "big" && part.operator === "integral"))
        for (const letter of "pqP") applied.add(letter);
      const isRest =
        part.kind === "binary" &&
        part.operator === "-" &&
        part.left.kind === "number" &&
        part.left.text === "1";
      if (isRest && part.right.kind === "name" && isPlain(part.right)) found.add(keyOf(part.right));
    });
  for (const key of found) if (applied.has(key[0])) found.delete(key);
  for (const key of errors) if (!applied.has(key)) found.add(key);
  return found;
}
