import { actionValuesIn } from "./block/action-values-in";
import { isBregman } from "./block/is-bregman";
import { isFunctionOfVariable } from "./block/is-function-of-variable";
import { keyOf, subscriptOf } from "./block/key-of";
import {
  appliedLetters,
  argumentsIn,
  bareNames,
  hasPiIn,
  isArgumentIn,
  type Sequence,
  sequenceIn,
  sharesIn,
  subscriptsIn,
  togetherIn,
} from "./block/names-in-block";
import {
  areBothJoint,
  boundIn,
  comparedIn,
  conditionalsIn,
  hasHellingerIn,
  jointsIn,
  namesPairs,
  posteriorGivenIn,
} from "./block/pairs-in-block";
import { parametersIn } from "./block/parameters-in";
import { type Superscripts, superscriptsIn } from "./block/superscripts-in";
import { isDivergence } from "./divergence-names";
import { type ApplyNode, type NameNode, type TexNode, visitTex } from "./tex-node";
import type { TexToken } from "./tex-token";
import { splitOutside, tokenText } from "./token-scan";

/** What the names of one block are, from all their uses together. */
export interface Roles {
  /** Names of distributions, by base letter and subscript: `P`, `P_data`. */
  isDistribution(name: NameNode): boolean;
  /** Bases that are applied to something in the block. */
  readonly applied: ReadonlySet<string>;
  /** Bases that are applied without a prime: f of f′(x) beside f(x). */
  readonly appliedPlain: ReadonlySet<string>;
  /** Q beside a policy: what actions are worth. */
  isActionValue(name: NameNode): boolean;
  /** X and Y of H(X | Y) and I(X; Y). */
  readonly hasRandomVariables: boolean;
  /** A latent variable: q(z | x) beside p(x, z). */
  readonly hasLatent: boolean;
  /** Used with two variables, or with one given another: p(x) is then one of its marginals. */
  isJoint(name: NameNode): boolean;
  /** Variables that sums, integrals and expectations of the block bind, or joints have, in lower case. */
  readonly bound: ReadonlySet<string>;
  /** x of p(z | x) beside q(z), where p(z | x) is all that p is of z. */
  readonly posteriorGiven: string | undefined;
  /** H²(P, Q) stands somewhere, with TV or without an entropy: H(P, Q) is Hellinger's distance too. */
  readonly hasHellinger: boolean;
  /** P_{XY} or P_{X|Y} stands somewhere: a subscript names the variables. */
  readonly hasPairs: boolean;
  /** Subscripts that an argmax ranges over: the G of P_G. */
  readonly families: ReadonlySet<string>;
  /** X and n of H(X_1, …, X_n). */
  readonly sequence: Sequence | undefined;
  /** r stands beside r_θ: two functions. */
  isBareToo(name: NameNode): boolean;
  /** q_ψ stands beside q_φ. */
  hasOtherParameter(name: NameNode): boolean;
  /** x_t stands beside x_{t-1} or x_0, θ_k beside θ_{k+1}. */
  hasOtherSubscripts(name: NameNode): boolean;
  readonly superscripts: Superscripts;
  /** π stands as a number somewhere: e beside it is Euler's. */
  readonly hasPi: boolean;
  /** The two that the block's divergences compare, where they are the same two everywhere. */
  readonly compared: readonly [TexNode, TexNode] | undefined;
  /** p(y | x) where the name is only ever applied to something given something. */
  conditionalOf(name: NameNode): ApplyNode | undefined;
  /** x and y of Cov(X, Y) and E[XY]. */
  readonly together: readonly string[];
  /** Z stands alone, and is no argument anywhere: a sum or integral, and no variable. */
  readonly isNormaliser: boolean;
  /** The letters that a name is applied to in the block. */
  argumentsOf(name: NameNode): readonly string[];
  /** The distribution that an expectation without one is taken over. */
  readonly usual: NameNode | undefined;
  /** The distribution whose first argument is `variable`, if any. */
  distributionOf(variable: string): ApplyNode | undefined;
  /** p of 1 − p, never applied: a number in [0, 1], and H(p) is that of a coin. */
  isShare(name: NameNode): boolean;
  /** θ where the name is also written P_G(x; θ). */
  parameterOf(name: NameNode): string | undefined;
}

const alwaysDistributions = /^[pPqQ]$/;
const isSampleSpace = /^[XYZSATWUVC]$/;

/** Q(θ | θ_t) of the EM algorithm: a function of parameters alone. */
const isObjective = ({ fn, values, given }: ApplyNode): boolean =>
  fn.base === "Q" &&
  given.length > 0 &&
  [...values, ...given].every((part) => part.kind === "name" && /^[θΘφψ]$/u.test(part.base));

/** Parameters and variables, never distributions. */
const neverDistributions = /^([dδΔ]?[θφψωξ]|[dΔ][xyzwts]|[ΘσλαβγτNHIEDVLTrtxyz])$/u;

/** Every name in `nodes` that stands for a distribution, found by how it is used. */
export function rolesOf(
  nodes: readonly TexNode[],
  parseTokens: (tokens: readonly TexToken[]) => TexNode | undefined,
): Roles {
  const found = new Map<string, NameNode>();
  const applied = new Set<string>();
  const appliedPlain = new Set<string>();
  const families = new Set<string>();
  const firstArguments = new Map<string, ApplyNode>();
  const parametersOf = new Map<string, string>();
  let usual: NameNode | undefined;
  let hasRandomVariables = false;
  let hasLatent = false;
  const joints = jointsIn(nodes);
  const shares = sharesIn(nodes);
  const generators = appliedLetters(nodes);
  const actionValues = actionValuesIn(nodes);
  const take = (node: TexNode | undefined): void => {
    if (!node || (node.kind === "name" && shares.has(keyOf(node)))) return;
    const isPlain =
      node.kind === "apply" &&
      [...node.values, ...node.given].every(({ kind }) => kind === "name" || kind === "blank");
    const name = isPlain ? node.fn : node.kind === "name" ? node : undefined;
    if (
      name &&
      !neverDistributions.test(name.base) &&
      !actionValues.has(keyOf(name)) &&
      !(name.isWord && !name.sub && name.base !== "data")
    ) {
      found.set(keyOf(name), name);
      usual ??= name;
    }
    // θ + h: a parameter that is moved, and no mixture.
    const isMoved =
      node.kind === "binary" && node.left.kind === "name" && /^[θφψη]$/u.test(node.left.base);
    if (node.kind === "binary" && !isMoved) {
      take(node.left);
      take(node.right);
    }
  };
  /** p and q alone under an integral or expectation are densities. */
  const takeBare = (body: TexNode): void =>
    visitTex(body, (node) => {
      if (
        node.kind === "name" &&
        alwaysDistributions.test(node.base) &&
        !/^[ijknt]$/.test(subscriptOf(node))
      )
        take(node);
    });
  const visit = (node: TexNode): void => {
    if (node.kind === "pair") {
      if (isBregman(node.fn, generators)) return;
      if (!/^[IHW]$/.test(node.fn.base) || node.fn.sub) {
        take(node.left);
        take(node.right);
      }
    } else if (node.kind === "apply") {
      applied.add(node.fn.base);
      if (node.fn.primes === 0) appliedPlain.add(node.fn.base);
      const { fn, values, given } = node;
      if (/^([Wδd]|CE)$/u.test(fn.base) && values.length === 2 && given.length === 0)
        for (const value of values)
          if (value.kind === "name" && /^[pPqQ]$/.test(value.base)) take(value);
      const names = values.map((value) =>
        value.kind === "name" ? value.base : value.kind === "range" ? value.first.base : "",
      );
      if (/^[HI]$/.test(fn.base)) {
        const isVariables = names.every((name) =>
          (given.length > 0 || (fn.base === "I" && node.before !== undefined)
            ? /^[A-Z]$/
            : isSampleSpace
          ).test(name),
        );
        const isMany = values.length > 1 || values.some(({ kind }) => kind === "range");
        if (isVariables && (given.length > 0 || fn.base === "I" || isMany))
          hasRandomVariables = true;
        else if (!isVariables && fn.base === "H" && values.every(({ kind }) => kind !== "binary"))
          for (const value of values) if (!isFunctionOfVariable(value)) take(value);
      }
      if (fn.base === "CE" || fn.base === "H")
        for (const value of values)
          if (value.kind === "apply" && !(fn.base === "H" && isFunctionOfVariable(value)))
            take(value);
      const isFunction = isObjective(node) || actionValues.has(keyOf(fn));
      if (alwaysDistributions.test(fn.base) && !isDivergence(fn) && !isFunction) {
        found.set(keyOf(fn), found.get(keyOf(fn)) ?? fn);
        usual ??= fn;
        const [first] = names;
        const earlier = first ? firstArguments.get(first.toLowerCase()) : undefined;
        if (first && (!earlier || (earlier.values.length > 1 && values.length === 1)))
          firstArguments.set(first.toLowerCase(), node);
        for (const value of [...values.slice(1), ...given])
          if (value.kind === "name" && /^[θφψ]$/.test(value.base) && fn.sub)
            parametersOf.set(keyOf(fn), value.base);
        if (/^[qQ]$/.test(fn.base) && given.length > 0 && /^[zZθ]$/.test(names[0] ?? ""))
          hasLatent = true;
        if (/^[pP]$/.test(fn.base) && [...names.slice(1)].some((name) => /^[zZ]$/.test(name)))
          hasLatent = true;
        const conditions = given.map((value) => (value.kind === "name" ? value.base : ""));
        if (/^[pP]$/.test(fn.base) && conditions.some((name) => /^[zZ]$/.test(name)))
          hasLatent = true;
      }
      if (fn.base === "π" && (given.length > 0 || /ref|θ/.test(subscriptOf(fn))))
        found.set(keyOf(fn), fn);
    } else if (node.kind === "name") {
      // π_ref and π_θ as they stand in a ratio.
      if (node.base === "π" && /^(ref|θ|old|θ_?old|φ)$/u.test(subscriptOf(node)))
        found.set(keyOf(node), node);
    } else if (node.kind === "expectation") {
      const over = node.sub && overOf(node.sub);
      if (over) take(parseTokens(over));
      take(node.over);
      takeBare(node.body);
    } else if (node.kind === "big" && node.operator === "integral") takeBare(node.body);
    else if (node.kind === "optimum" && node.sub) {
      const variable = tokenText(node.sub.slice(0, 1));
      families.add(variable);
    }
  };
  for (const node of nodes) visitTex(node, visit);
  const hasKey = (name: NameNode): boolean =>
    found.has(keyOf(name)) || found.has(keyOf({ ...name, sub: undefined }));
  return {
    applied,
    appliedPlain,
    isActionValue: (name) => actionValues.has(keyOf(name)),
    hasRandomVariables,
    hasLatent: hasLatent && !areBothJoint(nodes),
    isJoint: (name) => joints.has(keyOf(name)),
    bound: boundIn(nodes),
    posteriorGiven: posteriorGivenIn(nodes),
    hasHellinger: hasHellingerIn(nodes),
    hasPairs: nodes.some(namesPairs),
    families,
    usual,
    sequence: sequenceIn(nodes),
    isBareToo: bareNames(nodes),
    hasOtherParameter: parametersIn(nodes),
    hasOtherSubscripts: subscriptsIn(nodes),
    superscripts: superscriptsIn(nodes),
    hasPi: nodes.some(hasPiIn) && !applied.has("π"),
    compared: comparedIn(nodes, generators),
    conditionalOf: conditionalsIn(nodes),
    argumentsOf: argumentsIn(nodes),
    isNormaliser: !isArgumentIn(nodes, "Z"),
    together: togetherIn(nodes),
    isDistribution: (name) =>
      !name.isWord && (name.primes === 0 || applied.has(name.base)) && hasKey(name),
    isShare: (name) => shares.has(keyOf(name)),
    distributionOf: (variable) => firstArguments.get(variable.toLowerCase()),
    parameterOf: (name) => parametersOf.get(keyOf(name)),
  };
}

/** What stands after the ~ of an expectation's subscript, or all of it where it names a distribution. */
export function overOf(sub: readonly TexToken[]): readonly TexToken[] | undefined {
  const parts = splitOutside(sub, (token) => token.kind === "sign" && token.text === "~");
  if (parts.length >= 2) return parts[parts.length - 1];
  const [first] = sub;
  const isVariable =
    /^[xyztaωθτXYZ]$/.test(tokenText(sub).replace(/\(.*$/s, "")) && sub.length === 1;
  return first && !isVariable ? sub : undefined;
}
