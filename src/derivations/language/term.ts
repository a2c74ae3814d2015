/** Where a term begins in the text the author typed, from 0. */
interface Placed {
  readonly at: number;
}

export interface NumberTerm extends Placed {
  readonly kind: "number";
  readonly value: number;
  /** As typed: "0.1" is one tenth to exact arithmetic. */
  readonly text: string;
}

export interface NameTerm extends Placed {
  readonly kind: "name";
  readonly name: string;
}

/** The `·` in P(· | θ). */
export interface BlankTerm extends Placed {
  readonly kind: "blank";
}

export interface NegateTerm extends Placed {
  readonly kind: "negate";
  readonly body: Term;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "^";

export interface BinaryTerm extends Placed {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Term;
  readonly right: Term;
}

export type ElementaryName =
  | "log"
  | "log2"
  | "exp"
  | "sqrt"
  | "abs"
  | "sigmoid"
  | "logsigmoid"
  | "softplus"
  | "tanh";

export interface ElementaryTerm extends Placed {
  readonly kind: "elementary";
  readonly name: ElementaryName;
  readonly body: Term;
}

/** The least or the greatest of several numbers. */
export interface ExtremeTerm extends Placed {
  readonly kind: "extreme";
  readonly operator: "min" | "max";
  readonly terms: readonly Term[];
}

/** P(x), P(x, y | θ): a density, a probability, or a function of the world. */
export interface CallTerm extends Placed {
  readonly kind: "call";
  readonly name: string;
  readonly values: readonly Term[];
  /** What stands after the bar. */
  readonly given: readonly Term[];
  /** x of p(x=a), where variables are named. */
  readonly names?: readonly (string | undefined)[];
}

/** x[i]; indices count from 1. */
export interface IndexTerm extends Placed {
  readonly kind: "index";
  readonly name: string;
  readonly index: Term;
}

/** ∑ or ∏ with limits. */
export interface FoldTerm extends Placed {
  readonly kind: "fold";
  readonly operator: "sum" | "product";
  readonly variable: string;
  readonly low: Term;
  readonly high: Term;
  readonly body: Term;
}

/** ∑ or ∏ over the values a discrete distribution can take. */
export interface SupportFoldTerm extends Placed {
  readonly kind: "supportFold";
  readonly operator: "sum" | "product";
  readonly variable: string;
  readonly over: Term;
  readonly body: Term;
}

export interface IntegralTerm extends Placed {
  readonly kind: "integral";
  readonly variable: string;
  readonly low: Term;
  readonly high: Term;
  readonly body: Term;
}

export interface ExpectationTerm extends Placed {
  readonly kind: "expectation";
  readonly variable: string;
  /** A name or a call that stands for a distribution. */
  readonly over: Term;
  readonly body: Term;
}

export interface OptimumTerm extends Placed {
  readonly kind: "optimum";
  readonly operator: "argmax" | "argmin";
  readonly variable: string;
  readonly body: Term;
}

/** lim(x, 0, …): what the body tends to where the variable goes to a number or to ±∞. */
export interface LimitTerm extends Placed {
  readonly kind: "limit";
  readonly variable: string;
  readonly to: Term;
  readonly body: Term;
}

/** KL(p ‖ q), of two terms that stand for distributions. */
export interface DivergenceTerm extends Placed {
  readonly kind: "divergence";
  readonly p: Term;
  readonly q: Term;
}

/** H(p), or H(p, q) where q is given. */
export interface EntropyTerm extends Placed {
  readonly kind: "entropy";
  readonly p: Term;
  readonly q: Term | undefined;
}

/** Divergences other than KL, by the name they have in the language. */
export type MeasureName = "JS" | "TV" | "χ2" | "H2" | "W1" | "Df" | "Rényi";

/** JS(P, Q), TV(P, Q), Df(f, P ‖ Q): a divergence of two distributions. */
export interface MeasureTerm extends Placed {
  readonly kind: "measure";
  readonly name: MeasureName;
  /** f of Df: a generator by name, or a function of the world. */
  readonly generator?: string;
  /** α of Rényi's divergence. */
  readonly order?: Term;
  readonly p: Term;
  readonly q: Term;
}

/** I(x; z), I(x; y | z), H(z | x), H(x, z): of the variables of a joint distribution. */
export interface InformationTerm extends Placed {
  readonly kind: "information";
  readonly measure: "I" | "H";
  readonly values: readonly string[];
  /** y of I(x; y). */
  readonly others?: readonly string[];
  readonly given: readonly string[];
}

export type Comparison = "<" | ">" | "≤" | "≥" | "=" | "≠";

/** A value where a condition holds. */
export interface CaseRow {
  readonly value: Term;
  readonly relation: Comparison;
  readonly left: Term;
  readonly right: Term;
}

/** cases(a, x > 0, b): the first value whose condition holds. */
export interface CasesTerm extends Placed {
  readonly kind: "cases";
  readonly rows: readonly CaseRow[];
  readonly otherwise: Term | undefined;
}

/** ∂(θ, f): the derivative of f in a name or an entry of an array. */
export interface DerivativeTerm extends Placed {
  readonly kind: "derivative";
  readonly variable: NameTerm | IndexTerm;
  readonly body: Term;
}

/** An expression as a tree: what is typeset and what is evaluated are walks over the same one. */
export type Term =
  | NumberTerm
  | NameTerm
  | BlankTerm
  | NegateTerm
  | BinaryTerm
  | ElementaryTerm
  | ExtremeTerm
  | CallTerm
  | IndexTerm
  | FoldTerm
  | SupportFoldTerm
  | IntegralTerm
  | ExpectationTerm
  | OptimumTerm
  | LimitTerm
  | DivergenceTerm
  | EntropyTerm
  | MeasureTerm
  | InformationTerm
  | CasesTerm
  | DerivativeTerm;

/** Terms that bind a name in their body. */
export type BinderTerm =
  | FoldTerm
  | SupportFoldTerm
  | IntegralTerm
  | ExpectationTerm
  | OptimumTerm
  | LimitTerm;

/** `L(θ) := …` or `θ* := …`. */
export interface Definition {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Term;
  readonly at: number;
}
