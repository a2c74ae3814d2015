import type { CallTerm, Term } from "../language/term";

/** How a name of some expressions is used: what it must be follows from that. */
export interface NameUse {
  readonly name: string;
  /** In the place of a distribution: under KL, H, E, JS … */
  isDistribution: boolean;
  /** With a bar: P(x | θ), q(z | x). */
  readonly givens: Set<string>;
  /** How many things stand after the bar. */
  givenCount: number;
  /** Names of its arguments, where they are names. */
  readonly arguments: Set<string>;
  /** The most arguments it is given. */
  arity: number;
  /** Called without a bar. */
  isCalled: boolean;
  /** x[i], with the number of indices. */
  isIndexed: boolean;
  /** Alone, as a number. */
  isNumber: boolean;
  /** Summed over: ∑(x ∈ P, …). */
  isSummedOver: boolean;
  /** log D(x), log(1 − D(x)): a value in (0, 1). */
  isProbability: boolean;
  /** f of D_f, or f of a ratio of densities. */
  isGenerator: boolean;
  /** Bound by argmax, or moved by ∂. */
  isMoved: boolean;
  /** The upper limit of a sum. */
  isLimit: boolean;
  /** Stands in square brackets, free: a whole number. */
  isPlace: boolean;
  /** Under a logarithm or a root, alone or in sums, products and ratios: a number above 0. */
  isPositive: boolean;
  /** A function that is exponentiated: exp f(x) must have a mean. */
  isExponent: boolean;
  /** ε of P(· | θ + ε): a small change of a parameter. */
  isStep: boolean;
  /** Times the name stands as a number, and times directly under a logarithm: log n alone is a count. */
  numbers: number;
  logs: number;
  /** What stands after the bar, call by call. */
  readonly givenLists: (readonly string[])[];
}

/** A name of which nothing is known yet. */
export function newUse(name: string): NameUse {
  return {
    name,
    isDistribution: false,
    givens: new Set(),
    givenCount: 0,
    arguments: new Set(),
    arity: 0,
    isCalled: false,
    isIndexed: false,
    isNumber: false,
    isSummedOver: false,
    isProbability: false,
    isGenerator: false,
    isMoved: false,
    isLimit: false,
    isPlace: false,
    isPositive: false,
    isExponent: false,
    isStep: false,
    numbers: 0,
    logs: 0,
    givenLists: [],
  };
}

/** Notes with what arguments, and under what conditions, a name is called. */
export function noteCall(own: NameUse, term: CallTerm): void {
  own.arity = Math.max(own.arity, term.values.length);
  own.givenCount = Math.max(own.givenCount, term.given.length);
  const given = namesAmong(term.given);
  // z of p(z=z_1) is the variable, and z_1 one of its values.
  const variables = term.values.map((value, i): Term => {
    const name = term.names?.[i];
    const isSample = value.kind === "name" && /_\d$/.test(value.name);
    return name === undefined || !isSample ? value : { kind: "name", name, at: value.at };
  });
  for (const name of namesAmong(variables)) own.arguments.add(name);
  own.givenLists.push(given);
  for (const name of given) own.givens.add(name);
}

const namesAmong = (terms: readonly Term[]): readonly string[] =>
  terms.flatMap((term) => {
    const own = steppedIn(term)?.parameter ?? term;
    return own.kind === "name" || own.kind === "index" ? [own.name] : [];
  });

/** θ and ε of θ + ε. */
export function steppedIn(
  term: Term,
): { readonly parameter: Term; readonly step: string } | undefined {
  const isStep =
    term.kind === "binary" &&
    /^[+-]$/.test(term.operator) &&
    term.left.kind === "name" &&
    term.right.kind === "name" &&
    /^(ε|δ|Δ|h|d(?=\p{L})|η|t$)/u.test(term.right.name);
  return isStep && term.kind === "binary" && term.right.kind === "name"
    ? { parameter: term.left, step: term.right.name }
    : undefined;
}
