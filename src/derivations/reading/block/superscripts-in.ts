import { type NameNode, type TexNode, visitTex } from "../tex-node";
import type { TexToken } from "../tex-token";
import { isSign } from "../tex-token";
import { tokenText } from "../token-scan";

/** What the superscripts of a block's names are, told from all of the block. */
export interface Superscripts {
  /** adv of x^{adv}, π of V^π, s of a^s beside a^t: a part of the name. */
  isLabel(name: NameNode): boolean;
  /** γ^k, and p^k beside a p alone: a power, whatever counts k. */
  isPower(name: NameNode): boolean;
  /** A letter that stands nowhere else in the block: a power of it says nothing that could be computed. */
  isAlone(name: NameNode): boolean;
}

/** Discounts, step sizes and rates: numbers, never samples. */
const isRate = (name: NameNode): boolean => /^[γλβραδηκ]$/u.test(name.base) && !name.sub;

const ofPolicies = /^[VQAUJdRρη]$/u;

export function superscriptsIn(nodes: readonly TexNode[]): Superscripts {
  const raised = new Map<string, Set<string>>();
  const elsewhere = new Set<string>();
  const bare = new Set<string>();
  const families = new Set<string>();
  const see = (tokens: readonly TexToken[] = []): void => {
    for (const letter of lettersOf(tokens)) elsewhere.add(letter);
  };
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind === "name") {
        const sup = node.sup ? tokenText(node.sup) : "";
        elsewhere.add(node.base);
        see(node.sub);
        if (sup.length > 1) see(node.sup);
        else if (sup !== "") raised.set(node.base, (raised.get(node.base) ?? new Set()).add(sup));
        else if (!node.sub && !node.isStarred && !node.isWord) bare.add(node.base);
      }
      // f^θ(x), P^π(y | x): a function by its parameter; Z^θ beside it, too.
      if (node.kind === "apply" && node.fn.sup && isParameter(node.fn.sup))
        families.add(tokenText(node.fn.sup));
      if (node.kind === "power") see(node.exponent);
      if (node.kind === "big" || node.kind === "expectation" || node.kind === "optimum") {
        see(node.sub);
        if (node.kind === "big") see(node.sup);
      }
    });
  const isAlone = ({ sup }: NameNode): boolean => {
    const text = tokenText(sup ?? []);
    return /^[a-z]$/i.test(text) && !elsewhere.has(text);
  };
  /** a^s beside a^t, p^T beside p^S: student and teacher. */
  const isOfTwo = (name: NameNode): boolean => {
    const text = tokenText(name.sup ?? []);
    const other = { s: "t", t: "s", S: "T", T: "S" }[text];
    const hasOther =
      other !== undefined && !elsewhere.has(other) && raised.get(name.base)?.has(other) === true;
    return hasOther && isAlone(name);
  };
  return {
    isAlone,
    isPower: (name) => isRate(name) || (bare.has(name.base) && /^[a-wα-ω]$/u.test(name.base)),
    isLabel: (name) =>
      name.sup !== undefined &&
      (isWord(name, name.sup) ||
        (ofPolicies.test(name.base) && isPolicy(name.sup)) ||
        families.has(tokenText(name.sup)) ||
        (/^[LJ]$/.test(name.base) && /^[A-Z]$/.test(tokenText(name.sup)) && !isTransposed(name)) ||
        isOfTwo(name)),
  };
}

const isParameter = (sup: readonly TexToken[]): boolean =>
  isOneLetter(sup) && /^[θφψπ]/u.test(tokenText(sup));

const isTransposed = ({ sup }: NameNode): boolean => tokenText(sup ?? []) === "T";

/** Three small letters and more: new, adv, true; e^{abc} is a power. */
const isWord = ({ base }: NameNode, sup: readonly TexToken[]): boolean =>
  base !== "e" &&
  sup.every((token) => token.kind === "word" || (token.kind === "letter" && !token.mark)) &&
  /^[A-Za-z]{3,}$/.test(tokenText(sup));

/** π, π_θ, π′. */
const isPolicy = (sup: readonly TexToken[]): boolean =>
  isOneLetter(sup) && /^π/u.test(tokenText(sup));

const isOneLetter = ([first, ...rest]: readonly TexToken[]): boolean =>
  first?.kind === "letter" &&
  rest.every((token) => token.kind === "sub" || token.kind === "sup" || isSign(token, "′"));

function lettersOf(tokens: readonly TexToken[]): readonly string[] {
  return tokens.flatMap((token) =>
    token.kind === "letter"
      ? [token.text]
      : token.kind === "sup" && token.body.length === 1
        ? []
        : token.kind === "sub" || token.kind === "sup" || token.kind === "group"
          ? lettersOf(token.body)
          : token.kind === "command"
            ? token.args.flatMap(lettersOf)
            : [],
  );
}
