import type { Span, TexToken } from "./tex-token";

interface Placed {
  readonly at: Span;
}

/** A letter or word with everything that hangs on it. */
export interface NameNode extends Placed {
  readonly kind: "name";
  readonly base: string;
  readonly isWord: boolean;
  readonly mark?: string;
  /** Set in a script face: 𝒳, a set. */
  readonly isScript?: boolean;
  readonly sub?: readonly TexToken[];
  readonly sup?: readonly TexToken[];
  readonly primes: number;
  readonly isStarred: boolean;
}

/** f(a, b | c): a name applied. */
export interface ApplyNode extends Placed {
  readonly kind: "apply";
  readonly fn: NameNode;
  readonly values: readonly TexNode[];
  readonly given: readonly TexNode[];
  /** How many of the values stand before the semicolon of I(X; Y, Z). */
  readonly before?: number;
}

/** D(p ‖ q): a name applied to two things that are compared. */
export interface PairNode extends Placed {
  readonly kind: "pair";
  readonly fn: NameNode;
  readonly left: TexNode;
  readonly right: TexNode;
}

export interface NumberNode extends Placed {
  readonly kind: "number";
  readonly text: string;
}

export interface BinaryNode extends Placed {
  readonly kind: "binary";
  readonly operator: "+" | "-" | "*" | "/";
  readonly left: TexNode;
  readonly right: TexNode;
}

export interface NegateNode extends Placed {
  readonly kind: "negate";
  readonly body: TexNode;
}

/** A bracket or fraction with a superscript. */
export interface PowerNode extends Placed {
  readonly kind: "power";
  readonly base: TexNode;
  readonly exponent: readonly TexToken[];
}

/** log, exp, min and their like. */
export interface FunctionNode extends Placed {
  readonly kind: "function";
  readonly name: string;
  /** The subscript of log. */
  readonly base?: readonly TexToken[];
  readonly args: readonly TexNode[];
}

export interface BigNode extends Placed {
  readonly kind: "big";
  readonly operator: "sum" | "product" | "integral";
  readonly sub?: readonly TexToken[];
  readonly sup?: readonly TexToken[];
  /** x of dx. */
  readonly variable?: string;
  /** k of ∑_{j ≠ k}: j runs as far as k does. */
  readonly like?: string;
  readonly body: TexNode;
}

export interface ExpectationNode extends Placed {
  readonly kind: "expectation";
  readonly sub?: readonly TexToken[];
  /** P of E(f(X); P). */
  readonly over?: TexNode;
  readonly body: TexNode;
}

export interface OptimumNode extends Placed {
  readonly kind: "optimum";
  readonly operator: string;
  readonly sub?: readonly TexToken[];
  readonly body: TexNode;
}

/** |D| and ‖x‖. */
export interface SizeNode extends Placed {
  readonly kind: "size";
  readonly bars: "|" | "‖";
  readonly sub?: readonly TexToken[];
  readonly body: TexNode;
}

export interface DerivativeNode extends Placed {
  readonly kind: "derivative";
  readonly variable: TexNode | undefined;
  readonly order: number;
  readonly body: TexNode;
}

/** x = 1 as an argument. */
export interface EquationNode extends Placed {
  readonly kind: "equation";
  readonly left: TexNode;
  readonly right: TexNode;
}

export interface CasesNode extends Placed {
  readonly kind: "cases";
  readonly rows: readonly { readonly value: TexNode; readonly condition: string }[];
}

export interface TupleNode extends Placed {
  readonly kind: "tuple";
  readonly items: readonly TexNode[];
}

/** X_1, …, X_n as arguments. */
export interface RangeNode extends Placed {
  readonly kind: "range";
  readonly first: NameNode;
  readonly last: NameNode;
}

/** The dot of P(· | x). */
export interface BlankNode extends Placed {
  readonly kind: "blank";
}

/** What a formula says before its names have a meaning. */
export type TexNode =
  | NameNode
  | ApplyNode
  | PairNode
  | NumberNode
  | BinaryNode
  | NegateNode
  | PowerNode
  | FunctionNode
  | BigNode
  | ExpectationNode
  | OptimumNode
  | SizeNode
  | DerivativeNode
  | EquationNode
  | CasesNode
  | TupleNode
  | RangeNode
  | BlankNode;

/** Calls back with the node and all below it. */
export function visitTex(node: TexNode, visit: (node: TexNode) => void): void {
  visit(node);
  for (const child of childrenOfTex(node)) visitTex(child, visit);
}

export function childrenOfTex(node: TexNode): readonly TexNode[] {
  switch (node.kind) {
    case "apply":
      return [node.fn, ...node.values, ...node.given];
    case "pair":
      return [node.left, node.right];
    case "binary":
    case "equation":
      return [node.left, node.right];
    case "negate":
    case "big":
    case "optimum":
    case "size":
      return [node.body];
    case "derivative":
      return node.variable ? [node.body, node.variable] : [node.body];
    case "expectation":
      return node.over ? [node.body, node.over] : [node.body];
    case "power":
      return [node.base];
    case "function":
      return node.args;
    case "cases":
      return node.rows.map(({ value }) => value);
    case "tuple":
      return node.items;
    default:
      return [];
  }
}
