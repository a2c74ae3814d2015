import type { Distribution } from "../../distributions/distribution";
import { ExpressionError } from "../language/expression-error";
import { readTerm } from "../language/read-expression";
import type { CallTerm, Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { contains, freeNames } from "../language/walk";
import { closedLogDensity } from "./closed-log-density";

export interface Families {
  /** For errors. */
  readonly expression: string;
  /** Values of the variable at which families may be called. */
  readonly values: readonly number[];
  family(name: string): ((value: number) => Distribution | undefined) | undefined;
}

interface Symbolic {
  derivative(expression: string, variable: string): { toString(): string };
}

interface MathjsNumber {
  create(dependencies: object): Symbolic;
  readonly all: object;
}

let symbolic: Symbolic | undefined;

function derive(text: string, variable: string): string {
  // All of it: simplifying folds constants with whatever function they stand under.
  const { create, all } = require("mathjs/number") as MathjsNumber;
  symbolic ??= create(all);
  return symbolic.derivative(text, variable).toString();
}

const zero: Term = { kind: "number", value: 0, text: "0", at: 0 };
const isZero = (t: Term): boolean => t.kind === "number" && t.value === 0;
const isPlain = (t: Term): boolean =>
  ["number", "name", "negate", "binary", "elementary", "index"].includes(t.kind);

/** d term / d variable. Derivatives of plain algebra are mathjs's; binders and densities are taken apart here. */
export function differentiate(term: Term, variable: string, families: Families): Term {
  const of = (t: Term): Term => differentiate(t, variable, families);
  const fail = (t: Term): never => {
    throw new ExpressionError(
      { expression: families.expression, at: t.at },
      `这里没有闭式导数（对 ${variable}）`,
      `no closed derivative here (with respect to ${variable})`,
    );
  };
  const isFree = (t: Term): boolean => !freeNames(t).has(variable);
  if (isFree(term)) return zero;
  if (!contains(term, (t) => !isPlain(t)) && !contains(term, (t) => t.kind === "index")) {
    return readTerm(derive(textTerm(term), variable));
  }
  switch (term.kind) {
    case "negate":
      return negate(of(term.body));
    case "binary": {
      const { operator, left, right } = term;
      if (operator === "+" || operator === "-") {
        const [a, b] = [of(left), of(right)];
        if (isZero(b)) return a;
        if (isZero(a)) return operator === "+" ? b : negate(b);
        return { ...term, left: a, right: b };
      }
      if (operator === "*" && isFree(left)) return { ...term, right: of(right) };
      if ((operator === "*" || operator === "/") && isFree(right))
        return { ...term, left: of(left) };
      return fail(term);
    }
    case "elementary":
      return term.name === "log" ? ofLog(term.body) : fail(term);
    case "fold":
      if (term.operator !== "sum" || !isFree(term.low) || !isFree(term.high)) return fail(term);
      return { ...term, body: of(term.body) };
    case "supportFold":
      return term.operator === "sum" && isFree(term.over)
        ? { ...term, body: of(term.body) }
        : fail(term);
    case "integral":
      return isFree(term.low) && isFree(term.high) ? { ...term, body: of(term.body) } : fail(term);
    case "expectation":
      return isFree(term.over) ? { ...term, body: of(term.body) } : fail(term);
    case "divergence":
    case "entropy": {
      // Only the model moves: −E_p[∂ log q].
      if (!term.q || !isFree(term.p) || term.q.kind !== "call") return fail(term);
      const x: Term = { kind: "name", name: "x", at: term.at };
      const body = ofLog({ ...term.q, values: [x] });
      return negate({ kind: "expectation", variable: "x", over: term.p, body, at: term.at });
    }
    default:
      return fail(term);
  }

  function ofLog(body: Term): Term {
    if (body.kind === "call" && body.given.length === 1) return score(body);
    if (body.kind === "fold" && body.operator === "product") {
      return of({ ...body, operator: "sum", body: log(body.body) });
    }
    if (body.kind === "binary" && (body.operator === "*" || body.operator === "/")) {
      const operator = body.operator === "*" ? "+" : "-";
      return of({ ...body, operator, left: log(body.left), right: log(body.right) });
    }
    return fail(body);
  }

  function score(call: CallTerm): Term {
    const [given] = call.given;
    const family = families.family(call.name);
    if (!family || given?.kind !== "name" || given.name !== variable) return fail(call);
    const [value] = call.values;
    const symbol = value?.kind === "name" ? value.name : "x_0";
    const make = (parameter: number): Distribution => family(parameter) ?? fail(call);
    const text = closedLogDensity(make, families.values, symbol, variable);
    if (text === undefined) return fail(call);
    const derived = readTerm(derive(text, variable));
    return symbol === "x_0" && value ? substitute(derived, symbol, value) : derived;
  }
}

const log = (body: Term): Term => ({ kind: "elementary", name: "log", body, at: body.at });

function negate(body: Term): Term {
  if (isZero(body)) return body;
  return body.kind === "negate" ? body.body : { kind: "negate", body, at: body.at };
}

/** Puts a term in the place of a name, in plain algebra. */
function substitute(term: Term, name: string, by: Term): Term {
  if (term.kind === "name") return term.name === name ? by : term;
  if (term.kind === "negate" || term.kind === "elementary") {
    return { ...term, body: substitute(term.body, name, by) };
  }
  if (term.kind !== "binary") return term;
  return {
    ...term,
    left: substitute(term.left, name, by),
    right: substitute(term.right, name, by),
  };
}
