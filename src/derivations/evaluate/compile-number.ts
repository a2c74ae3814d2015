import { constantNamed } from "../language/lexicon";
import type { BinaryTerm, ExtremeTerm, IndexTerm, NameTerm, Term } from "../language/term";
import { contains, freeNames } from "../language/walk";
import { compileBinder, compileBinderLog } from "./compile-binder";
import { compileCall, compileDefinedName } from "./compile-call";
import { compileCases } from "./compile-cases";
import { compileDerivative } from "./compile-derivative";
import { compileDivergence, compileEntropy } from "./compile-divergence";
import { compileInformation } from "./compile-information";
import { compileMeasure } from "./compile-measure";
import { compileOptimalValue } from "./compile-optimum";
import { type Bindings, type Context, failAt, failKind, type Num, type Site } from "./context";
import { isNonnegative } from "./nonnegative";
import { isArray, kindOf, unknownName } from "./resolve";

/** Compiles a term once into nested closures: an integrand then costs what hand-written code does. */
export function compileNumber(term: Term, site: Site): Num {
  switch (term.kind) {
    case "number": {
      const { value } = term;
      return () => value;
    }
    case "name":
      return compileName(term, site);
    case "blank":
      throw failKind(site, term.at, "· 不是数", "a blank is no number");
    case "negate": {
      const body = compileNumber(term.body, site);
      return () => -body();
    }
    case "binary":
      return compileBinary(term, site);
    case "elementary": {
      if (term.name === "log") return compileLog(term.body, site);
      const body = compileNumber(term.body, site);
      if (term.name === "log2") {
        const log = compileLog(term.body, site);
        return () => log() / Math.LN2;
      }
      if (term.name === "exp") return () => Math.exp(body());
      const smooth = smoothFunctions.get(term.name);
      if (smooth) return () => smooth(body());
      if (term.name === "sqrt") return () => Math.sqrt(body());
      return () => Math.abs(body());
    }
    case "extreme":
      return compileExtreme(term, site);
    case "call":
      return compileCall(term, site, false);
    case "index":
      return compileIndex(term, site);
    case "divergence":
      return compileDivergence(term, site);
    case "entropy":
      return compileEntropy(term, site);
    case "measure":
      return compileMeasure(term, site);
    case "information":
      return compileInformation(term, site);
    case "cases":
      return compileCases(term, site);
    case "derivative":
      return compileDerivative(term, site);
    default:
      return compileBinder(term, site);
  }
}

/**
 * ln of a term, pushed inwards as far as signs allow: the logarithm of a density is its logProb, of a product a
 * sum, so that nothing under-flows on the way.
 */
export function compileLog(term: Term, site: Site): Num {
  if (term.kind === "call") return compileCall(term, site, true);
  if (term.kind === "fold" && term.operator === "product") {
    return compileBinderLog(term, site);
  }
  if (term.kind === "supportFold" && term.operator === "product") {
    return compileBinderLog(term, site);
  }
  if (term.kind === "elementary" && term.name === "exp") return compileNumber(term.body, site);
  if (term.kind === "elementary" && term.name === "sigmoid") {
    const body = compileNumber(term.body, site);
    return () => -softplus(-body());
  }
  if (term.kind === "elementary" && term.name === "sqrt") {
    const body = compileLog(term.body, site);
    return () => body() / 2;
  }
  if (term.kind === "name" && site.context.definitions.has(term.name)) {
    return compileDefinedName(term.name, term.at, site, true);
  }
  if (term.kind === "binary") {
    const { operator, left, right } = term;
    if (operator === "^" && isNonnegative(left, site)) {
      const base = compileLog(left, site);
      const exponent = compileNumber(right, site);
      return () => multiply(exponent(), base());
    }
    if (operator !== "^" && operator !== "-" && isNonnegative(term, site)) {
      const a = compileLog(left, site);
      const b = compileLog(right, site);
      if (operator === "*") return () => a() + b();
      if (operator === "/") return () => a() - b();
      return () => logAddExp(a(), b());
    }
  }
  const value = compileNumber(term, site);
  return () => Math.log(value());
}

/** ln(1 + eˣ) without overflow. */
const softplus = (x: number): number =>
  x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));

const smoothFunctions: ReadonlyMap<string, (x: number) => number> = new Map([
  ["sigmoid", (x: number) => 1 / (1 + Math.exp(-x))],
  ["logsigmoid", (x: number) => -softplus(-x)],
  ["softplus", softplus],
  ["tanh", Math.tanh],
]);

function logAddExp(a: number, b: number): number {
  if (a === b) return a + Math.LN2;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** A factor 0 wins over the logarithm of 0: 0·log 0 = 0. */
function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

function compileBinary({ operator, left, right }: BinaryTerm, site: Site): Num {
  const a = compileNumber(left, site);
  const b = compileNumber(right, site);
  switch (operator) {
    case "+":
      return () => a() + b();
    case "-":
      return () => a() - b();
    case "*": {
      const isLog = (t: Term): boolean =>
        t.kind === "elementary" && (t.name === "log" || t.name === "log2");
      if (contains(right, isLog)) {
        return () => {
          const x = a();
          return x === 0 ? 0 : multiply(x, b());
        };
      }
      return contains(left, isLog) ? () => multiply(a(), b()) : () => a() * b();
    }
    case "/":
      return () => a() / b();
    default:
      return () => a() ** b();
  }
}

function compileExtreme(term: ExtremeTerm, site: Site): Num {
  const { operator, terms } = term;
  const [name, body] = terms;
  // max(θ, f(θ)) over a parameter of the world is the greatest value of f.
  const isOver =
    terms.length === 2 &&
    name.kind === "name" &&
    site.context.grid.has(name.name) &&
    !site.bindings.has(name.name) &&
    freeNames(body).has(name.name);
  if (isOver) return compileOptimalValue(name.name, body, term, site);
  const choose = Math[operator];
  const [first, ...others] = terms.map((t) => compileNumber(t, site));
  // Two by two: no array for each point of an integral.
  return others.reduce<Num>((a, b) => () => choose(a(), b()), first);
}

function compileName({ name, at }: NameTerm, site: Site): Num {
  const cell = site.bindings.get(name);
  if (cell) return () => cell.value;
  const { context } = site;
  const free = context.free.get(name);
  if (free && !context.scope.has(name)) return () => free.value;
  if (context.definitions.has(name)) return compileDefinedName(name, at, site, false);
  const value = context.scope.get(name);
  if (typeof value === "number") return () => value;
  const fixed = value === undefined ? constantNamed(name) : undefined;
  if (fixed !== undefined) return () => fixed;
  if (value === undefined && !context.samples.has(name)) return unknownName(site, name, at);
  const [zh, en] = value === undefined ? ["样本", "a sample"] : kindOf(value);
  const example = value === undefined || isArray(value) ? `${name}[i]` : `${name}(x)`;
  throw failKind(
    site,
    at,
    `${name} 是${zh}，这里应是数；写成 ${example}`,
    `${name} is ${en}, a number belongs here; write ${example}`,
  );
}

function compileIndex({ name, index, at }: IndexTerm, site: Site): Num {
  const { context } = site;
  const sample = site.bindings.has(name) ? undefined : context.samples.get(name);
  const value = context.scope.get(name);
  const array = value !== undefined && isArray(value) ? value : undefined;
  if (!sample && !array) {
    if (!site.bindings.has(name) && value === undefined) return unknownName(site, name, at);
    throw failKind(
      site,
      at,
      `${name} 没有下标；${name}[i] 里的 ${name} 应是样本或数组`,
      `${name} has no entries: a sample or an array takes an index`,
    );
  }
  const i = compileNumber(index, site);
  return () => {
    const values = sample?.values ?? array!;
    const entry = values[i() - 1];
    if (entry !== undefined) return entry;
    throw failAt(
      site,
      at,
      `${name}[${i()}] 不存在；下标从 1 到 ${values.length}`,
      `${name}[${i()}] does not exist; indices go from 1 to ${values.length}`,
    );
  };
}

/** Compiles an expression in a context. */
export function compile(
  term: Term,
  expression: string,
  context: Context,
  bindings: Bindings = new Map(),
): Num {
  const compiler = { number: compileNumber, log: compileLog };
  return compileNumber(term, { context, expression, bindings, compiler });
}
