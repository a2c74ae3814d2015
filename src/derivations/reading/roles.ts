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
  readonly sequence: { readonly base: string; readonly last: string } | undefined;
  /** r stands beside r_θ: two functions. */
  isBareToo(name: NameNode): boolean;
  /** x_t stands beside x_{t-1} or x_0. */
  hasOtherSubscripts(name: NameNode): boolean;
  /** π stands as a number somewhere: e beside it is Euler's. */
  readonly hasPi: boolean;
  /** The two that the block's divergences compare, where they are the same two everywhere. */
  readonly compared: readonly [TexNode, TexNode] | undefined;
  /** p(y | x) where the name is only ever applied to something given something. */
  conditionalOf(name: NameNode): ApplyNode | undefined;
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

/** Text of a subscript without the parameters in it. */
export const subscriptOf = (name: NameNode): string => (name.sub ? tokenText(name.sub) : "");

export const keyOf = (name: NameNode): string =>
  `${name.base}${name.mark ?? ""}_${subscriptOf(name)}`;

/** Q(θ | θ_t) of the EM algorithm: a function of parameters alone. */
const isObjective = ({ fn, values, given }: ApplyNode): boolean =>
  fn.base === "Q" &&
  given.length > 0 &&
  [...values, ...given].every((part) => part.kind === "name" && /^[θΘφψ]$/u.test(part.base));

/** Parameters and variables, never distributions. */
const neverDistributions = /^[θφψωΘσλαβγτNHIEDVLTrtxyz]$/;

/** Every name in `nodes` that stands for a distribution, found by how it is used. */
export function rolesOf(
  nodes: readonly TexNode[],
  parseTokens: (tokens: readonly TexToken[]) => TexNode | undefined,
): Roles {
  const found = new Map<string, NameNode>();
  const applied = new Set<string>();
  const families = new Set<string>();
  const firstArguments = new Map<string, ApplyNode>();
  const parametersOf = new Map<string, string>();
  let usual: NameNode | undefined;
  let hasRandomVariables = false;
  let hasLatent = false;
  const joints = jointsIn(nodes);
  const shares = sharesIn(nodes);
  const generators = appliedLetters(nodes);
  const take = (node: TexNode | undefined): void => {
    if (!node || (node.kind === "name" && shares.has(keyOf(node)))) return;
    const isPlain =
      node.kind === "apply" &&
      [...node.values, ...node.given].every(({ kind }) => kind === "name" || kind === "blank");
    const name = isPlain ? node.fn : node.kind === "name" ? node : undefined;
    if (
      name &&
      !neverDistributions.test(name.base) &&
      !(name.isWord && !name.sub && name.base !== "data")
    ) {
      found.set(keyOf(name), name);
      usual ??= name;
    }
    if (node.kind === "binary") {
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
      const { fn, values, given } = node;
      if (/^([Wδd]|CE)$/u.test(fn.base) && values.length === 2 && given.length === 0)
        for (const value of values)
          if (value.kind === "name" && /^[pPqQ]$/.test(value.base)) take(value);
      const names = values.map((value) =>
        value.kind === "name" ? value.base : value.kind === "range" ? value.first.base : "",
      );
      if (/^[HI]$/.test(fn.base)) {
        const isVariables = names.every((name) =>
          (given.length > 0 ? /^[A-Z]$/ : isSampleSpace).test(name),
        );
        const isMany = values.length > 1 || values.some(({ kind }) => kind === "range");
        if (isVariables && (given.length > 0 || fn.base === "I" || isMany))
          hasRandomVariables = true;
        else if (!isVariables && fn.base === "H" && values.every(({ kind }) => kind !== "binary"))
          for (const value of values) take(value);
      }
      if (fn.base === "CE" || fn.base === "H")
        for (const value of values) if (value.kind === "apply") take(value);
      if (alwaysDistributions.test(fn.base) && !isDivergence(fn) && !isObjective(node)) {
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
    hasRandomVariables,
    hasLatent,
    isJoint: (name) => joints.has(keyOf(name)),
    bound: boundIn(nodes),
    posteriorGiven: posteriorGivenIn(nodes),
    hasHellinger: hasHellingerIn(nodes),
    hasPairs: nodes.some(namesPairs),
    families,
    usual,
    sequence: sequenceIn(nodes),
    isBareToo: bareNames(nodes),
    hasOtherSubscripts: subscriptsIn(nodes),
    hasPi: nodes.some(hasPiIn) && !applied.has("π"),
    compared: comparedIn(nodes, generators),
    conditionalOf: conditionalsIn(nodes),
    isDistribution: (name) =>
      !name.isWord && (name.primes === 0 || applied.has(name.base)) && hasKey(name),
    isShare: (name) => shares.has(keyOf(name)),
    distributionOf: (variable) => firstArguments.get(variable.toLowerCase()),
    parameterOf: (name) => parametersOf.get(keyOf(name)),
  };
}

/** D_F where F is applied to points: Bregman's divergence, of numbers and not of distributions. */
export const isBregman = (fn: NameNode, applied: ReadonlySet<string>): boolean =>
  /^[DdB]$/.test(fn.base) && /^[FGφψh]$/u.test(subscriptOf(fn)) && applied.has(subscriptOf(fn));

const appliedLetters = (nodes: readonly TexNode[]): ReadonlySet<string> => {
  const letters = new Set<string>();
  for (const node of nodes)
    visitTex(node, (part) => {
      if (part.kind !== "apply" || part.values.length !== 1 || part.given.length > 0) return;
      // f of a ratio makes an f-divergence; F of a point Bregman's.
      if (part.values[0].kind === "name") letters.add(part.fn.base);
    });
  return letters;
};

/** Letters that stand with the subscript t and with t − 1, or 0, or T. */
function subscriptsIn(nodes: readonly TexNode[]): Roles["hasOtherSubscripts"] {
  const found = new Map<string, Set<string>>();
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "name" || !node.sub) return;
      found.set(node.base, (found.get(node.base) ?? new Set()).add(subscriptOf(node)));
    });
  return (name) =>
    subscriptOf(name) === "t" &&
    [...(found.get(name.base) ?? [])].some((sub) => /^(t[-+]1|0|T)$/.test(sub));
}

/** Letters that stand with a subscript and without one. */
function bareNames(nodes: readonly TexNode[]): Roles["isBareToo"] {
  const bare = new Set<string>();
  for (const root of nodes)
    visitTex(root, (node) => {
      const name = node.kind === "apply" ? node.fn : node;
      if (name.kind === "name" && !name.sub && !name.isStarred)
        bare.add(`${name.base}${name.mark}`);
    });
  return (name) => name.sub !== undefined && bare.has(`${name.base}${name.mark}`);
}

function sequenceIn(nodes: readonly TexNode[]): Roles["sequence"] {
  let found: Roles["sequence"];
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
function hasPiIn(root: TexNode): boolean {
  let found = false;
  visitTex(root, (node) => {
    if (node.kind !== "binary" || node.operator !== "*") return;
    found ||= [node.left, node.right].some(
      (side) => side.kind === "name" && side.base === "π" && !side.sub,
    );
  });
  return found;
}

function comparedIn(
  nodes: readonly TexNode[],
  generators: ReadonlySet<string>,
): readonly [TexNode, TexNode] | undefined {
  const found = new Map<string, readonly [TexNode, TexNode]>();
  let isPlain = true;
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "pair" || isBregman(node.fn, generators)) return;
      const { left, right } = node;
      if (left.kind === "name" && right.kind === "name")
        found.set([keyOf(left), keyOf(right)].sort().join(), [left, right]);
      else isPlain = false;
    });
  const [only] = found.values();
  return isPlain && found.size === 1 ? only : undefined;
}

/** The one conditional that each name is applied as, of names that are applied in no other way. */
function conditionalsIn(nodes: readonly TexNode[]): Roles["conditionalOf"] {
  const found = new Map<string, ApplyNode | undefined>();
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "apply") return;
      const [value] = node.values;
      const isConditional =
        node.values.length === 1 && /^(name|blank)$/.test(value.kind) && node.given.length > 0;
      const key = keyOf(node.fn);
      if (!isConditional) found.set(key, undefined);
      else if (!found.has(key)) found.set(key, node);
    });
  return (name) => found.get(keyOf(name));
}

/** Names that 1 is diminished by and that are nowhere applied: p of p log p + (1 − p) log(1 − p). */
function sharesIn(nodes: readonly TexNode[]): ReadonlySet<string> {
  const found = new Set<string>();
  const applied = new Set<string>();
  const isPlain = (name: NameNode): boolean =>
    /^[apqrsxyεP]$/u.test(name.base) && /^\d?$/.test(subscriptOf(name)) && !name.sup;
  for (const node of nodes)
    visitTex(node, (part) => {
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
  return found;
}

const variableOf = (node: TexNode): string | undefined =>
  node.kind === "name" && /^[a-zX-Z]$/.test(node.base) ? node.base.toLowerCase() : undefined;

function jointsIn(nodes: readonly TexNode[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "apply" || !alwaysDistributions.test(node.fn.base)) return;
      const variables = new Set(
        [...node.values, ...node.given].flatMap((v) => variableOf(v) ?? []),
      );
      if (variables.size > 1) found.add(keyOf(node.fn));
    });
  return found;
}

function posteriorGivenIn(nodes: readonly TexNode[]): string | undefined {
  const given = new Set<string>();
  let hasPrior = false;
  let isApproximated = false;
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "apply") return;
      const [value] = node.values;
      const isLatent = value?.kind === "name" && /^[zZ]$/.test(value.base);
      if (!isLatent || node.values.length !== 1) return;
      if (/^[qQ]$/.test(node.fn.base)) isApproximated ||= node.given.length === 0;
      else if (node.given.length === 0) hasPrior = true;
      else if (node.given.length === 1) given.add(variableOf(node.given[0]) ?? "");
    });
  const [only] = given;
  return isApproximated && !hasPrior && given.size === 1 && only !== "" ? only : undefined;
}

/** x of ∑_x and of D(p(x, y) ‖ q(x, y)). */
function boundIn(nodes: readonly TexNode[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind === "big") {
        if (node.variable) found.add(node.variable.toLowerCase());
        for (const token of node.sub ?? [])
          if (token.kind === "letter") found.add(token.text.toLowerCase());
      } else if (node.kind === "pair" && node.left.kind === "apply" && node.left.values.length > 1)
        for (const value of node.left.values) found.add(variableOf(value) ?? "");
    });
  return found;
}

function hasHellingerIn(nodes: readonly TexNode[]): boolean {
  let hasSquare = false;
  let hasEntropy = false;
  for (const root of nodes)
    visitTex(root, (node) => {
      if (node.kind !== "apply" || node.fn.base !== "H") return;
      hasSquare ||= node.values.length === 2 && tokenText(node.fn.sup ?? []) === "2";
      hasEntropy ||= node.values.length === 1;
    });
  return hasSquare && !hasEntropy;
}

function namesPairs(root: TexNode): boolean {
  let found = false;
  visitTex(root, (node) => {
    if (node.kind !== "name" || !/^[pPqQ]$/.test(node.base)) return;
    found ||= /^[X-Z]([,|]?[X-Z])+$/.test(subscriptOf(node).replace(/[()\s_{}]/g, ""));
  });
  return found;
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
