import { ExpressionError, ExpressionKindError } from "../language/expression-error";
import { builtInDistributions, constantNamed } from "../language/lexicon";
import { isDefinition, readExpression } from "../language/read-expression";
import type { CallTerm, EntropyTerm, Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { variablesOf } from "../language/variables-of";
import { children, contains, isBinder } from "../language/walk";
import { type NameUse, newUse, noteCall, steppedIn } from "./name-use";
import { sampleSource } from "./sample-source";

/** What expressions say of their names. */
export interface Signature {
  readonly uses: ReadonlyMap<string, NameUse>;
  /** Pairs of variables of I(x; z), H(z | x). */
  readonly information: readonly (readonly string[])[];
  /** Names that some expression defines. */
  readonly defined: ReadonlySet<string>;
  /** Variables that sums, integrals and expectations bind. */
  readonly bound: ReadonlySet<string>;
  /** Variables of expectations. */
  readonly drawn: ReadonlySet<string>;
  readonly hasIntegral: boolean;
  /** Densities are written out, not only named under KL and H. */
  readonly hasDensities: boolean;
  readonly hasDerivative: boolean;
  /** A variable of a distribution stands under a logarithm or a root: its values are above 0. */
  readonly needsPositive: boolean;
  /** P·Q of two distributions: on a line their divergence is a double integral. */
  readonly hasProducts: boolean;
  /** How many divergences and entropies there are. */
  readonly quantities: number;
  /** There are entropies among them. */
  readonly hasEntropies: boolean;
  /** The distribution that samples, if there are any, come from. */
  readonly source: string | undefined;
}

const nameOf = (term: Term | undefined): string => (term?.kind === "name" ? term.name : "");

/** H(x, y): of two variables, as the reader writes H(X, Y); distributions have other letters. */
const isJoint = ({ p, q }: EntropyTerm): boolean =>
  [p, q].every((side) => /^[xyz]$/.test(nameOf(side))) && nameOf(p) !== nameOf(q);

/** Reads expressions and notes how each free name is used; what cannot be read is left out. */
export function signatureOf(expressions: readonly string[]): Signature {
  const uses = new Map<string, NameUse>();
  const information: string[][] = [];
  const defined = new Set<string>();
  const bound = new Set<string>();
  const drawn = new Set<string>();
  const conjugated = new Set(
    expressions.flatMap((text) =>
      [...text.matchAll(/([\p{L}_]+)_conj\(/gu)].map(([, name]) => name),
    ),
  );
  let hasIntegral = false;
  let hasDensities = false;
  let hasDerivative = false;
  let needsPositive = false;
  let hasProducts = false;
  let quantities = 0;
  let hasEntropies = false;
  const use = (name: string): NameUse => {
    let found = uses.get(name);
    if (!found) uses.set(name, (found = newUse(name)));
    return found;
  };
  const asDistribution = (term: Term, inner: ReadonlySet<string>): void => {
    if (term.kind === "binary") {
      const isTimes = term.operator === "*";
      if (isTimes && ![term.left, term.right].some(isShareOf)) hasProducts = true;
      for (const side of [term.left, term.right]) {
        if (isTimes && isShareOf(side)) visit(side, inner);
        else if (side.kind === "name" || side.kind === "call" || side.kind === "binary")
          asDistribution(side, inner);
        else visit(side, inner);
      }
      return;
    }
    if (term.kind === "name" && !inner.has(term.name)) use(term.name).isDistribution = true;
    else if (term.kind === "call") {
      if (builtInDistributions.has(term.name)) {
        for (const value of term.values) {
          if (term.name === "softmax") {
            const [logits] = value.kind === "binary" ? [value.left] : [value];
            if (logits.kind === "name") use(logits.name).isIndexed = true;
            else visit(logits, inner);
            if (value.kind === "binary") visit(value.right, inner);
          } else if (term.name === "mix" && value !== term.values[0]) asDistribution(value, inner);
          else {
            visit(value, inner);
            if (/^(Bern|Geom)$/.test(term.name) && value.kind === "name") noteProbability(value);
            else if (/^(Poisson|Exp|Γ|Beta)$/.test(term.name)) notePositive(value, inner);
          }
        }
        return;
      }
      const own = use(term.name);
      own.isDistribution = true;
      noteCall(own, term);
      for (const given of term.given) {
        const step = steppedIn(given)?.step;
        if (step !== undefined) use(step).isStep = true;
        visit(given, inner);
      }
    } else visit(term, inner);
  };
  const visit = (term: Term, inner: ReadonlySet<string>): void => {
    switch (term.kind) {
      case "name":
        if (!inner.has(term.name) && constantNamed(term.name) === undefined) {
          use(term.name).isNumber = true;
          use(term.name).numbers++;
        }
        return;
      case "index":
        if (!inner.has(term.name)) use(term.name).isIndexed = true;
        if (term.index.kind === "name" && !inner.has(term.index.name))
          use(term.index.name).isPlace = true;
        visit(term.index, inner);
        return;
      case "call": {
        if (term.name === "softmax") {
          for (const name of term.values.flatMap(namesOf)) use(name).isIndexed = true;
          return;
        }
        if (isBuiltIn(term)) {
          for (const child of children(term)) visit(child, inner);
          return;
        }
        const own = use(term.name);
        hasDensities ||= /^[pPqQ](_|$)/.test(term.name);
        noteCall(own, term);
        noteConjugate(term, inner);
        if (term.given.length === 0) own.isCalled = true;
        for (const child of children(term)) visit(child, inner);
        if (
          term.values.some((value) =>
            contains(value, (t) => t.kind === "binary" && t.operator === "/"),
          )
        )
          own.isGenerator ||= /^f/.test(term.name);
        return;
      }
      case "divergence":
      case "entropy":
      case "measure":
        if (term.kind === "entropy" && isJoint(term)) {
          information.push([nameOf(term.p), nameOf(term.q)]);
          return;
        }
        quantities++;
        hasEntropies ||= term.kind === "entropy" && !term.q;
        asDistribution(term.p, inner);
        if (term.q) asDistribution(term.q, inner);
        if (term.kind === "measure" && term.generator) use(term.generator).isGenerator = true;
        if (term.kind === "measure" && term.order) {
          visit(term.order, inner);
          if (term.order.kind === "name") use(term.order.name).isPositive = true;
        }
        return;
      case "information":
        information.push([...new Set(variablesOf(term))]);
        return;
      case "elementary":
        if (term.name === "log") noteProbability(term.body);
        if (/^log|^sqrt/.test(term.name)) notePositive(term.body, inner);
        if (/^log/.test(term.name) && term.body.kind === "name" && !inner.has(term.body.name))
          use(term.body.name).logs++;
        if (term.name === "exp") noteExponent(term.body);
        break;
      case "optimum":
        use(term.variable).isMoved = true;
        break;
      case "derivative":
        hasDerivative = true;
        if (!inner.has(term.variable.name)) use(term.variable.name).isMoved = true;
        // The slope of F at a point belongs to a convex F.
        if (
          term.body.kind === "call" &&
          term.body.values.length === 1 &&
          /^[FGφψ](_|$)/u.test(term.body.name)
        )
          use(term.body.name).isGenerator = true;
        break;
      case "integral":
        hasIntegral = true;
        break;
      case "fold":
        for (const name of namesOf(term.high)) if (!inner.has(name)) use(name).isLimit = true;
        break;
      case "extreme": {
        const [first, second] = term.terms;
        if (
          term.terms.length === 2 &&
          first.kind === "name" &&
          second &&
          mentions(second, first.name)
        )
          use(first.name).isMoved = true;
        break;
      }
    }
    if (term.kind === "expectation" || term.kind === "supportFold") {
      bound.add(term.variable);
      if (term.kind === "expectation") drawn.add(term.variable);
      asDistribution(term.over, inner);
      if (term.kind === "supportFold" && (term.over.kind === "name" || term.over.kind === "call"))
        use(term.over.name).isSummedOver = true;
      visit(term.body, new Set([...inner, term.variable]));
      return;
    }
    if (isBinder(term)) {
      if (term.kind !== "optimum" && term.kind !== "limit") bound.add(term.variable);
      const within = term.kind === "optimum" ? inner : new Set([...inner, term.variable]);
      for (const child of children(term)) visit(child, child === term.body ? within : inner);
    } else for (const child of children(term)) visit(child, inner);
  };
  const noteProbability = (body: Term): void => {
    const inside = body.kind === "binary" && body.operator === "-" ? body.right : body;
    if (inside.kind === "call" && inside.given.length === 0) use(inside.name).isProbability = true;
    if (inside.kind === "name") use(inside.name).isProbability = true;
  };
  const notePositive = (body: Term, inner: ReadonlySet<string>): void => {
    if (body.kind === "name") {
      if (inner.has(body.name)) needsPositive ||= bound.has(body.name);
      else if (constantNamed(body.name) === undefined) use(body.name).isPositive = true;
    } else if (body.kind === "index") use(body.name).isPositive = true;
    else if (body.kind === "fold") notePositive(body.body, new Set([...inner, body.variable]));
    else if (body.kind === "expectation" && textTerm(body.body) === body.variable)
      needsPositive = true;
    else if (body.kind === "binary" && /^[*/+]$/.test(body.operator)) {
      notePositive(body.left, inner);
      notePositive(body.right, inner);
    }
  };
  /** f beside f*: a convex function with its conjugate, which is taken over u ≥ 0. */
  const noteConjugate = ({ name, values }: CallTerm, inner: ReadonlySet<string>): void => {
    if (name.endsWith("_conj")) use(name.slice(0, -"_conj".length)).isGenerator = true;
    else if (conjugated.has(name)) for (const value of values) notePositive(value, inner);
  };
  const noteExponent = (body: Term): void => {
    if (body.kind === "call" && body.given.length === 0) use(body.name).isExponent = true;
    else if (body.kind === "binary" && /^[-+*]$/.test(body.operator)) {
      noteExponent(body.left);
      noteExponent(body.right);
    }
  };
  const sides: Term[] = [];
  const bodies = new Map<string, Term>();
  for (const expression of expressions) {
    const read = tryRead(expression);
    if (!read) continue;
    if (!isDefinition(read)) sides.push(read);
    if (isDefinition(read)) {
      defined.add(read.name);
      bodies.set(read.name, read.body);
      visit(read.body, new Set(read.parameters));
    } else visit(read, new Set());
  }
  return {
    uses,
    information,
    defined,
    bound,
    drawn,
    hasIntegral,
    hasDensities,
    hasDerivative,
    needsPositive,
    hasProducts,
    quantities,
    hasEntropies,
    source: sampleSource(sides, bodies),
  };
}

/** N(x | μ, σ): a density that needs no world. */
const isBuiltIn = ({ name, given }: CallTerm): boolean =>
  builtInDistributions.get(name) === given.length && given.length > 0;

/** λ and 1 − λ before a distribution: how much of a mixture it is. */
function isShareOf(term: Term): boolean {
  if (term.kind === "number") return true;
  if (term.kind === "name") return /^[λαβγερωtwcab](_|$)/u.test(term.name);
  if (term.kind === "index") return true;
  return term.kind === "binary" && isShareOf(term.left) && isShareOf(term.right);
}

function namesOf(term: Term): string[] {
  if (term.kind === "name") return [term.name];
  return children(term).flatMap(namesOf);
}

const mentions = (term: Term, name: string): boolean =>
  contains(term, (t) => (t.kind === "name" || t.kind === "call") && t.name === name);

function tryRead(expression: string): ReturnType<typeof readExpression> | undefined {
  try {
    return readExpression(expression);
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof ExpressionKindError) return undefined;
    throw error;
  }
}
