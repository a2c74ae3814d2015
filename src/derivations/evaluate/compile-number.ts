import { sigmoid, softplus } from "../../math/sigmoid";
import type { BinaryTerm, ExtremeTerm, Term } from "../language/term";
import { compileBinder } from "./compile-binder";
import { compileCall } from "./compile-call";
import { compileCases } from "./compile-cases";
import { compileDerivative } from "./compile-derivative";
import { compileDivergence, compileEntropy } from "./compile-divergence";
import { compileInformation } from "./compile-information";
import { compileLog, compileLogAbs, multiply } from "./compile-log";
import { compileMeasure } from "./compile-measure";
import { compileIndex, compileName } from "./compile-name";
import { compileOptimalValue } from "./compile-optimum";
import { type Bindings, type Context, failKind, logOf, type Num, type Site } from "./context";
import { isOverParameter } from "./is-over-parameter";
import { isNonnegative } from "./range-of";
import { settledDifference } from "./settled";
import { containsUnfolded, isCheap } from "./unfold";

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

const smoothFunctions: ReadonlyMap<string, (x: number) => number> = new Map([
  ["sigmoid", sigmoid],
  ["logsigmoid", (x: number) => -softplus(-x)],
  ["softplus", softplus],
  ["tanh", Math.tanh],
]);

function compileBinary({ operator, left, right }: BinaryTerm, site: Site): Num {
  const a = compileNumber(left, site);
  const b = compileNumber(right, site);
  switch (operator) {
    case "+":
      return () => a() + b();
    case "-": {
      const isWorkedOut = !isCheap(left, site) || !isCheap(right, site);
      if (!isWorkedOut) return () => a() - b();
      const { state } = site.context;
      return () => settledDifference(a(), b(), state);
    }
    case "*": {
      const isLog = (t: Term): boolean =>
        t.kind === "elementary" && (t.name === "log" || t.name === "log2");
      const holdsLog = (t: Term): boolean => containsUnfolded(t, site, isLog);
      if (holdsLog(right)) {
        return () => {
          const x = a();
          return x === 0 ? 0 : multiply(x, b());
        };
      }
      return holdsLog(left) ? () => multiply(a(), b()) : () => a() * b();
    }
    case "/":
      return compileQuotient(a, b, { left, right }, site);
    default:
      return () => a() ** b();
  }
}

/** a/b; where both are 0, or both are ∞, because they left the range of doubles, by their logarithms. */
function compileQuotient(
  a: Num,
  b: Num,
  { left, right }: Pick<BinaryTerm, "left" | "right">,
  site: Site,
): Num {
  if (left.kind === "number" || right.kind === "number") return () => a() / b();
  let logs: readonly [Num, Num] | undefined;
  const isApart = isNonnegative(left, site) && isNonnegative(right, site);
  return () => {
    const value = a() / b();
    if (!Number.isNaN(value) || !isApart) return value;
    logs ??= [logOf(left, site), logOf(right, site)];
    return Math.exp(logs[0]() - logs[1]());
  };
}

function compileExtreme(term: ExtremeTerm, site: Site): Num {
  const { operator, terms } = term;
  if (isOverParameter(term, site)) return compileOptimalValue(term, site);
  const choose = Math[operator];
  const [first, ...others] = terms.map((t) => compileNumber(t, site));
  // Two by two: no array for each point of an integral.
  return others.reduce<Num>((a, b) => () => choose(a(), b()), first);
}

/** Compiles an expression in a context. */
export function compile(
  term: Term,
  expression: string,
  context: Context,
  bindings: Bindings = new Map(),
): Num {
  const compiler = { number: compileNumber, log: compileLog, logAbs: compileLogAbs };
  return compileNumber(term, { context, expression, bindings, compiler });
}
