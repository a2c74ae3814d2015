import type { NameNode } from "./tex-node";
import { isSign, type TexToken } from "./tex-token";
import { splitOutside, tokenText } from "./token-scan";

const parameters = /^[θφψωϕΘΦΨwλ]$/;

/** What the scripts of a name say. */
export interface NameParts {
  /** `P_data`, `x`, `μt`. */
  readonly text: string;
  /** The parameter that a subscript names: θ of p_θ. */
  readonly parameter: string | undefined;
  /** Indices: i of x_i and x^{(i)}. */
  readonly indices: readonly string[];
  /** x^i or x^{(i)} counts a sample. */
  readonly isSampled: boolean;
  /** A superscript that is neither index nor part of the name. */
  readonly exponent: readonly TexToken[] | undefined;
  /** The number of tensor factors, P^{⊗n}. */
  readonly copies: readonly TexToken[] | undefined;
}

/** What the reader of names asks of its surroundings. */
export interface NameSurroundings {
  readonly isDistribution: boolean;
  /** The same letter stands in the block without this subscript too. */
  readonly keepsSubscripts: boolean;
  /** x_k stands beside x_{k+1}: names of two steps, where nothing counts k. */
  readonly isOfStep: boolean;
  /** The superscript is a part of the name. */
  readonly isLabel: boolean;
  /** The superscript is a power, whatever counts it. */
  readonly isPower: boolean;
  isIndex(letter: string): boolean;
  /** s_t of E_{s_t ~ ρ} is one name. */
  isBound(name: string): boolean;
}

const marks: Readonly<Record<string, string>> = {
  hat: "_hat",
  bar: "_bar",
  tilde: "_tilde",
  dot: "_dot",
};

/** Parts the scripts of a name into name, parameter, indices and power. */
export function nameParts(name: NameNode, around: NameSurroundings): NameParts {
  let text = name.base + (name.mark ? marks[name.mark] : "");
  let parameter: string | undefined;
  const indices: string[] = [];
  const pieces = name.sub ? splitOutside(name.sub, (token) => isSign(token, ",")) : [];
  for (const [i, piece] of pieces.entries()) {
    const sub = tokenText(piece)
      .replace(/\s/g, "")
      .replace(/^([a-z])\^?′$/, "$1p");
    const letter = tokenText(piece.slice(0, 1));
    if (sub === "") continue;
    // r_w and f_λ are functions by another name than r and f; r_θ is one that has been learned.
    const isParameter = around.isDistribution
      ? parameters.test(letter)
      : /^[rRTDGVLfπ]$/.test(name.base) && !/^[wλ]$/.test(letter) && parameters.test(letter);
    if (around.isBound(`${text}_${sub}`)) text += suffix(sub);
    else if (isParameter && !around.keepsSubscripts) parameter = parameterText(piece);
    else if (isShifted(piece, around)) indices.push(sub.replace(/[+-]/g, " $& "));
    else if (isCounted(piece, around)) {
      // T_k of π_{T_k}: the k-th of the π_T.
      text += suffix(letter);
      indices.push(tokenText(bodyOf(piece[1])));
    } else if (isIndexText(sub, around, name) || isLastIndex(i, pieces, around))
      indices.push(...splitIndices(sub, around));
    // D_G^*: the best discriminator against G; π_1^* and π_2^* are two.
    else if (!name.isStarred || name.base !== "D") text += suffix(sub);
  }
  const sup = name.sup;
  const bare = sup ? tokenText(sub0(sup)) : "";
  let exponent: readonly TexToken[] | undefined;
  let copies: readonly TexToken[] | undefined;
  const counted = indices.length;
  if (sup && sup.length > 0) {
    if (isSign(sup[0], "⊗")) copies = sup.slice(1);
    else if (around.isLabel && !isIterate(name, sup))
      text += suffix(tokenText(sup).replace(/\^?′/g, "p"));
    else if (/^\([a-z](,[a-z])+\)$/.test(tokenText(sup))) indices.push(...bare.split(","));
    else if (/^[a-zA-Z]$/.test(bare) && isSign(sup[0], "(")) {
      if (around.isIndex(bare) || /^[xyzs]$/.test(name.base)) indices.push(bare);
      else text += bare;
    } else if (/^\(\d+\)$/.test(tokenText(sup)) && !/^[A-Zfghu]$/.test(name.base)) text += bare;
    else if (/^\(?[a-z]([+-]\d)?\)?$/.test(tokenText(sup)) && isSign(sup[0], "("))
      text += bare.replace("-", "m").replace(/[^a-z0-9]/g, "");
    else if (
      /^[a-z]$/.test(bare) &&
      (around.isIndex(bare) || (/^[ijk]$/.test(bare) && /^[xyzspP]$/.test(name.base))) &&
      !isSign(sup[0], "-") &&
      !around.isPower
    )
      indices.push(bare);
    // a_t^n: step t of the n-th sample.
    else if (/^[nijkm]$/.test(bare) && isOfStepT(name)) indices.push(bare);
    else if (sup.every(({ kind }) => kind === "word") || /^[A-Z]{2,}$/.test(bare))
      text += suffix(bare);
    // p_i^T: an entry is a number and not transposed; T is the temperature.
    else if (/^[TS]$/.test(tokenText(sup)) && counted > 0) text += suffix(bare);
    // θ^t, θ^{t+1}: the parameter of that step.
    else if (isIterate(name, sup))
      text += tokenText(sup)
        .replace("-", "m")
        .replace(/[^a-z0-9]/g, "");
    else if (/^[+-]$/.test(tokenText(sup))) text += suffix(tokenText(sup));
    // x_i^P: a sample by the distribution that it is drawn from.
    else if (/^[PQ]$/.test(tokenText(sup)) && /^[xyz]$/.test(name.base)) text += suffix(bare);
    else exponent = sup;
  }
  return {
    text: text + "p".repeat(name.primes),
    parameter,
    indices,
    isSampled: indices.length > counted,
    exponent,
    copies,
  };
}

const sub0 = (tokens: readonly TexToken[]): readonly TexToken[] =>
  tokens.filter((token) => !isSign(token, "(", ")"));

/** θ, θ', θ_{old}, θ^{(t)}: one name each. */
function parameterText(piece: readonly TexToken[]): string {
  const [letter, script] = piece;
  // θ_0 of P_{θ_0} is the number θ_0.
  if (piece.length === 2 && script.kind === "sub")
    return tokenText([letter]).replace("ϕ", "φ") + suffix(tokenText(script.body));
  return tokenText(piece)
    .replace(/′/g, "p")
    .replace(/[_^(){}]/g, "")
    .replace("ϕ", "φ");
}

/** t of θ^t, t + 1 of θ^{t+1}, old of θ^{old}. */
export const isIterate = ({ base }: NameNode, sup: readonly TexToken[]): boolean =>
  /^[θφψωΘ]$/u.test(base) && /^(t([+-]\d)?|k[+-]1|old|new)$/.test(tokenText(sup));

const suffix = (sub: string): string => {
  const order = { "<": "_before", "≤": "_upto", ">": "_after", "≥": "_from" }[sub[0]] ?? "";
  if (order !== "") return order + suffix(sub.slice(1));
  if (sub === "+") return "_plus";
  if (sub === "-") return "_minus";
  if (sub === "∞") return "_inf";
  // p_* and p_⋆, θ_{0*}: names of their own, told from p and θ_0.
  if (/^[*⋆]$/.test(sub)) return "_star";
  // x_{-i}, x_{∖M}: all but these.
  if (/^[-∖](?=[\p{L}])/u.test(sub)) return `_without${suffix(sub.slice(1))}`;
  // x_{t-1} is not x_{t+1}.
  const clean = sub
    .replace(/[*⋆]/g, "star")
    .replace(/(?<=.)-(?=\d)/g, "m")
    .replace(/[^\p{L}\p{N}]/gu, "");
  if (clean === "") return "";
  return `_${clean}`;
};

const isOfStepT = ({ base, sub = [] }: NameNode): boolean =>
  /^[asrRxyzuov]$/.test(base) && /^t(\^?′|[-+]1)?$/.test(tokenText(sub));

const bodyOf = (token: TexToken | undefined): readonly TexToken[] =>
  token?.kind === "sub" ? token.body : [];

/** t + k + 1 of R_{t+k+1}, where a sum counts k. */
function isShifted(piece: readonly TexToken[], around: NameSurroundings): boolean {
  if (around.isDistribution || !/^[a-z]([+-]([a-z]|\d+))+$/.test(tokenText(piece))) return false;
  return piece.some((token) => token.kind === "letter" && around.isIndex(token.text));
}

/** T_k, where a sum counts k. */
const isCounted = (piece: readonly TexToken[], around: NameSurroundings): boolean =>
  piece.length === 2 && piece[1].kind === "sub" && around.isIndex(tokenText(piece[1].body));

/** i of P_{student, i}. */
const isLastIndex = (
  i: number,
  pieces: readonly (readonly TexToken[])[],
  around: NameSurroundings,
): boolean =>
  i > 0 &&
  i === pieces.length - 1 &&
  around.isDistribution &&
  /^[ijk]$/.test(tokenText(pieces[i]).trim());

function isIndexText(sub: string, around: NameSurroundings, name: NameNode): boolean {
  if (around.isIndex(sub)) return true;
  // nk of z_{nk}, where a sum counts n.
  if (/^[a-z]{2}$/.test(sub) && [...sub].some((letter) => around.isIndex(letter))) return true;
  if (/^[a-z]{3,4}$/.test(sub) && [...sub].every((letter) => around.isIndex(letter))) return true;
  if (sub.length === 1) {
    if (around.isOfStep) return false;
    if (around.isDistribution && /^[A-Z]$/.test(name.base)) return false;
    if (name.isWord) return false;
    return /^[ijk]$/.test(sub) || (/^[tvynl]$/.test(sub) && /^[zaswm]$/.test(name.base));
  }
  return /^[ijk]{2}$/.test(sub) && !around.isDistribution;
}

const splitIndices = (sub: string, around: NameSurroundings): string[] =>
  /^[a-z]{2,4}$/.test(sub) && !around.isIndex(sub) ? [...sub] : [sub];
