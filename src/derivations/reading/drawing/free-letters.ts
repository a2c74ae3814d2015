import { childrenOfTex, type NameNode, type TexNode } from "../tex-node";
import type { TexToken } from "../tex-token";
import { splitOutside, tokenText } from "../token-scan";

/** A letter that nothing binds, and what it stands in. */
export interface FreeLetter {
  readonly letter: string;
  /** f of f(x, y), with whether the letter stands after its bar. */
  readonly of?: NameNode;
  readonly isGiven?: boolean;
}

/** X and x are one variable. */
const lowered = (base: string): string => (/^[XYZ]$/.test(base) ? base.toLowerCase() : base);

/** The single letters of a body that no sum, integral, expectation or optimum in it binds, from left to right. */
export function freeLetters(body: TexNode): readonly FreeLetter[] {
  const found: FreeLetter[] = [];
  const visit = (node: TexNode, bound: ReadonlySet<string>, within: Partial<FreeLetter>): void => {
    if (node.kind === "name") {
      const letter = lowered(node.base);
      const isFree = !node.isWord && !node.mark && node.primes === 0 && !node.sub;
      if (isFree && !bound.has(letter)) found.push({ letter, ...within });
      return;
    }
    if (node.kind === "apply") {
      for (const value of node.values) visit(value, bound, { of: node.fn });
      for (const value of node.given) visit(value, bound, { of: node.fn, isGiven: true });
      return;
    }
    const inner = new Set([...bound, ...boundBy(node)]);
    const children = node.kind === "derivative" ? [node.body] : childrenOfTex(node);
    for (const child of children) visit(child, inner, {});
  };
  visit(body, new Set(), {});
  return found;
}

/** i of an x_i that no sum in the body counts. */
export function freeSampleIndex(body: TexNode): string | undefined {
  let found: string | undefined;
  const visit = (node: TexNode, bound: ReadonlySet<string>): void => {
    if (node.kind === "name" && /^[xyz]$/i.test(node.base)) {
      const index = tokenText(node.sub ?? []);
      if (/^[ijk]$/.test(index) && !bound.has(index)) found ??= index;
    }
    const inner = new Set([...bound, ...boundBy(node)]);
    for (const child of childrenOfTex(node)) visit(child, inner);
  };
  visit(body, new Set());
  return found;
}

/** Letters that stand as subscripts and that no sum in the body counts. */
export function freeIndices(body: TexNode): readonly string[] {
  const found = new Set<string>();
  const visit = (node: TexNode, bound: ReadonlySet<string>): void => {
    if (node.kind === "name")
      for (const token of node.sub ?? [])
        if (token.kind === "letter" && !bound.has(token.text)) found.add(token.text);
    const inner = new Set([...bound, ...boundBy(node)]);
    for (const child of childrenOfTex(node)) visit(child, inner);
  };
  visit(body, new Set());
  return [...found];
}

/** What a binder binds: x of ∑_x, ∫ dx, E_{x ~ p}, max_x and ∂/∂x. */
function boundBy(node: TexNode): readonly string[] {
  if (node.kind === "derivative")
    return node.variable?.kind === "name" ? [lowered(node.variable.base)] : [];
  if (node.kind !== "big" && node.kind !== "expectation" && node.kind !== "optimum") return [];
  const own = node.kind === "big" && node.variable ? [lowered(node.variable)] : [];
  return [...own, ...lettersOf(node.sub ?? [])];
}

/** Letters before a ~, = or ∈; of p(y | x) under E the y. */
function lettersOf(sub: readonly TexToken[]): readonly string[] {
  return splitOutside(sub, (token) => token.kind === "sign" && token.text === ",").flatMap(
    (part) => {
      const [head] = splitOutside(part, isSeparator);
      const inside = /\(([a-zA-Z])/.exec(tokenText(part))?.[1];
      const letters = head.flatMap((token) => (token.kind === "letter" ? [token.text] : []));
      return [...letters, ...(inside ? [inside] : [])].map(lowered);
    },
  );
}

const isSeparator = (token: TexToken): boolean =>
  token.kind === "sign" && /^[~=∈|]$/.test(token.text);
