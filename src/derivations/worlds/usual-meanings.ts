import type { IndexTerm, Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { children, contains } from "../language/walk";
import { mentioned } from "./defined-by-chains";

/** What names without a definition mean to everybody: the optimal discriminator, the ratio of k1, k2, k3. */
export function usualMeanings(terms: readonly Term[]): readonly (readonly [string, string])[] {
  const names = new Set(terms.flatMap((term) => [...mentioned(term)]));
  const found: (readonly [string, string])[] = [];
  const pair = [...names].filter((name) => /^P(_(data|r|true))?$/.test(name));
  const model = [...names].filter((name) => /^(P_[gG]|Q|P_model)$/.test(name));
  const best = [...names].find((name) => name === "D_opt" || name === "D*");
  if (best && pair.length === 1 && model.length === 1)
    found.push([best, `${pair[0]}(x)/(${pair[0]}(x) + ${model[0]}(x))`]);
  const [latent] = [...names].filter((name) => /^z(_|$)/.test(name));
  for (const bound of ["ELBO", "L_ELBO"])
    if (names.has(bound) && names.has("P") && names.has("Q"))
      found.push([
        bound,
        `E(z ~ Q(· | x), log(P(x, z)) - log(Q(z | x)))`.replaceAll("z", latent ?? "z"),
      ]);
  for (const [probabilities, logits] of [...softmaxPairs(terms), ...slopePairs(terms)])
    found.push([`${probabilities}[]`, logits]);
  const weight = codeWeight(terms);
  if (weight) found.push(weight);
  const ratio = terms.some((term) => contains(term, (t) => t.kind === "name" && t.name === "r"));
  if (ratio && names.has("P") && names.has("Q") && over(terms, "Q")) found.push(["r", "P(x)/Q(x)"]);
  return found;
}

/** l(x) weighed by P(x) beside −Σ P log P: the length of the best code. */
function codeWeight(terms: readonly Term[]): readonly [string, string] | undefined {
  const [first, ...others] = terms;
  if (!first || others.length === 0) return undefined;
  const isLength = (t: Term): boolean => t.kind === "call" && /^(l|ℓ|len)$/.test(t.name);
  const logs = others.flatMap((other) => (contains(other, isLength) ? [] : [other]));
  const log = logs.find((other) => contains(other, (t) => t.kind === "elementary"));
  if (!contains(first, isLength) || !log) return undefined;
  const isBits = contains(log, (t) => t.kind === "elementary" && t.name === "log2");
  const over = [...mentioned(first)].filter((name) => /^[PQ](_|$)/.test(name));
  const name = [...mentioned(first)].find((one) => /^(l|ℓ|len)$/.test(one));
  return over.length === 1 && name
    ? [name, `-${isBits ? "log2" : "log"}(${over[0]}(x))`]
    : undefined;
}

/** p beside ∂p_i/∂z_j and exp z_i: the softmax of z. */
function softmaxPairs(terms: readonly Term[]): readonly (readonly [string, string])[] {
  const pairs = new Map<string, string>();
  const visit = (t: Term): void => {
    if (
      t.kind === "derivative" &&
      t.variable.kind === "index" &&
      t.body.kind === "index" &&
      /^(z|o|a|x|logit)/.test(t.variable.name) &&
      /^(p|y_hat|s|a|q)/.test(t.body.name)
    )
      pairs.set(t.body.name, t.variable.name);
    for (const child of children(t)) visit(child);
  };
  terms.forEach(visit);
  return [...pairs];
}

/** p and y of p_i − y_i beside ∂L/∂z_i, where L is of exp z: the softmax of z. */
function slopePairs(terms: readonly Term[]): readonly (readonly [string, string])[] {
  const slope = slopeIn(terms);
  const difference = slope && errorIn(terms);
  if (!slope || !difference) return [];
  const isTold = contains(slope.body, (t) => t.kind === "index" && t.name === difference[0]);
  const isOfLogits = contains(slope.body, (t) => t.kind === "elementary" && t.name === "exp");
  return isOfLogits && !isTold ? [[difference[0], slope.variable.name]] : [];
}

/** y of p_i − y_i beside the slope of −z_t + log ∑ exp z_j: 1 at t and 0 elsewhere. */
export function oneHot(
  terms: readonly Term[],
): { readonly name: string; readonly place: string } | undefined {
  const slope = slopeIn(terms);
  const difference = slope && errorIn(terms);
  if (!slope || !difference || slopePairs(terms).length === 0) return undefined;
  const places = new Set<string>();
  const visit = (t: Term, bound: ReadonlySet<string>): void => {
    if (
      t.kind === "index" &&
      t.name === slope.variable.name &&
      t.index.kind === "name" &&
      !bound.has(t.index.name)
    )
      places.add(t.index.name);
    const inner = t.kind === "fold" ? new Set([...bound, t.variable]) : bound;
    for (const child of children(t)) visit(child, inner);
  };
  visit(slope.body, new Set());
  const [place] = places;
  const isTold = contains(slope.body, (t) => t.kind === "index" && t.name === difference[1]);
  return places.size === 1 && !isTold ? { name: difference[1], place } : undefined;
}

function slopeIn(
  terms: readonly Term[],
): { readonly variable: IndexTerm; readonly body: Term } | undefined {
  for (const t of terms)
    if (t.kind === "derivative" && t.variable.kind === "index" && t.body.kind !== "name")
      return { variable: t.variable, body: t.body };
  return undefined;
}

/** p and y of p_i − y_i or y_i − p_i, as a whole side: what is predicted, and what is so. */
function errorIn(terms: readonly Term[]): readonly [string, string] | undefined {
  const isPredicted = (name: string): boolean => /^(p|q|s|a|o|ŷ|y_hat|π)(_|$)/u.test(name);
  for (const t of terms) {
    if (t.kind !== "binary" || t.operator !== "-") continue;
    const { left, right } = t;
    if (left.kind !== "index" || right.kind !== "index") continue;
    if (textTerm(left.index) !== textTerm(right.index)) continue;
    const names = [left.name, right.name];
    const predicted = names.filter(isPredicted);
    const observed = names.filter((name) => /^(y|t|d)$/.test(name));
    if (predicted.length === 1 && observed.length === 1) return [predicted[0], observed[0]];
  }
  return undefined;
}

const over = (terms: readonly Term[], name: string): boolean =>
  terms.some((term) =>
    contains(
      term,
      (t) =>
        t.kind === "expectation" &&
        t.over.kind === "name" &&
        t.over.name === name &&
        t.variable === "x",
    ),
  );
