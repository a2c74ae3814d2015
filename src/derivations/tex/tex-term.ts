import type {
  BinaryTerm,
  CallTerm,
  Comparison,
  FoldTerm,
  MeasureName,
  SupportFoldTerm,
  Term,
} from "../language/term";
import { freeNames } from "../language/walk";
import { texExpectation } from "./tex-expectation";
import { texName } from "./tex-name";

/** How a printed term may stand beside others. */
interface Printed {
  readonly tex: string;
  /** 1 sum, 2 product, 3 power, 4 atom: what binds less needs brackets. */
  readonly level: 1 | 2 | 3 | 4;
  /** True where what follows on the right would be read as part of it: after ∑, log without brackets. */
  readonly open?: boolean;
}

/** Names that print differently for what they are in the world. */
export interface TexOptions {
  /** Arrays: p[i] is pᵢ. Others are samples: x[i] is x⁽ⁱ⁾. */
  readonly arrays?: ReadonlySet<string>;
  /** What stands after their bar is observed, p(x ∣ z), whatever it is: not a parameter, P(x; θ). */
  readonly conditional?: ReadonlySet<string>;
}

/** Brackets grow only round what is tall: \left … \right sets a space before it. */
const bracket = (tex: string): string =>
  /\\(frac|sum|prod|int|left|mathop)/.test(tex) ? `\\left(${tex}\\right)` : `(${tex})`;

/** Typesets a term. */
export function texTerm(term: Term, options: TexOptions = {}): string {
  return print(term, options).tex;
}

function print(term: Term, options: TexOptions): Printed {
  const of = (t: Term): Printed => print(t, options);
  const tex = (t: Term): string => of(t).tex;
  /** Under a big operator, or after log: a sum needs brackets. */
  const operand = (t: Term): string => (of(t).level === 1 ? bracket(tex(t)) : tex(t));
  switch (term.kind) {
    case "number":
      return texNumber(term.text);
    case "name":
      return { tex: texName(term.name), level: 4 };
    case "blank":
      return { tex: "\\cdot", level: 4 };
    case "negate": {
      const body = of(term.body);
      const inner = body.level === 1 ? bracket(body.tex) : body.tex;
      return { tex: `-${inner}`, level: 1, ...(body.open ? { open: true } : {}) };
    }
    case "binary":
      return printBinary(term, of);
    case "elementary":
      return printElementary(term.name, term.body, of);
    case "extreme":
      return {
        tex: `\\${term.operator}${bracket(term.terms.map(tex).join(", "))}`,
        level: 4,
      };
    case "call":
      return { tex: texCall(term, tex, options), level: 4 };
    case "index": {
      const index = tex(term.index);
      const name = texName(term.name);
      return options.arrays?.has(term.name)
        ? { tex: `${name}_{${index}}`, level: 4 }
        : { tex: `${name}^{(${index})}`, level: 3 };
    }
    case "fold":
    case "supportFold":
      return {
        tex: `${texFold(term, tex)} ${operand(term.body)}`,
        level: 2,
        open: true,
      };
    case "integral": {
      const limits = `\\int_{${tex(term.low)}}^{${tex(term.high)}}`;
      return {
        tex: `${limits} ${operand(term.body)}\\,\\mathrm{d}${texName(term.variable)}`,
        level: 2,
      };
    }
    case "expectation":
      return { tex: texExpectation(term, tex), level: 4 };
    case "optimum": {
      const name = term.operator === "argmax" ? "\\arg\\max" : "\\arg\\min";
      const body = of(term.body);
      const inner = body.level === 1 ? `\\left\\{${body.tex}\\right\\}` : body.tex;
      const head = `\\mathop{${name}}\\limits_{${texName(term.variable)}}`;
      return { tex: `${head} ${inner}`, level: 2, open: true };
    }
    case "divergence":
      return {
        tex: `D_{\\mathrm{KL}}${bracket(`${tex(term.p)} \\parallel ${tex(term.q)}`)}`,
        level: 4,
      };
    case "measure": {
      const [head, sign] = measureTex[term.name];
      const name = term.name === "Df" ? `D_{${texName(term.generator ?? "f")}}` : head;
      return { tex: `${name}${bracket(`${tex(term.p)} ${sign} ${tex(term.q)}`)}`, level: 4 };
    }
    case "information": {
      const list = (names: readonly string[], by: string): string => names.map(texName).join(by);
      const values = list(term.values, term.measure === "I" ? " ; " : ", ");
      const given = term.given.length ? ` \\mid ${list(term.given, ", ")}` : "";
      return { tex: `${term.measure}(${values}${given})`, level: 4 };
    }
    case "cases": {
      const rows = term.rows.map(
        ({ value, relation, left, right }) =>
          `${tex(value)} & ${tex(left)} ${comparisonTex[relation]} ${tex(right)}`,
      );
      const last = term.otherwise ? [`${tex(term.otherwise)} & \\text{else}`] : [];
      return { tex: `\\begin{cases}${[...rows, ...last].join(" \\\\ ")}\\end{cases}`, level: 4 };
    }
    case "derivative": {
      const body = of(term.body);
      const inner = body.level <= 1 || body.open ? bracket(body.tex) : body.tex;
      return {
        tex: `\\frac{\\partial}{\\partial ${tex(term.variable)}} ${inner}`,
        level: 2,
        open: true,
      };
    }
    case "entropy": {
      const sides = term.q ? `${tex(term.p)}, ${tex(term.q)}` : tex(term.p);
      return { tex: `H${bracket(sides)}`, level: 4 };
    }
  }
}

const measureTex: Readonly<Record<MeasureName, readonly [head: string, sign: string]>> = {
  JS: ["\\mathrm{JS}", "\\parallel"],
  TV: ["\\mathrm{TV}", ","],
  χ2: ["\\chi^2", "\\parallel"],
  H2: ["\\mathrm{H}^2", ","],
  W1: ["W_1", ","],
  Df: ["D_f", "\\parallel"],
};

const comparisonTex: Readonly<Record<Comparison, string>> = {
  "<": "<",
  ">": ">",
  "≤": "\\le",
  "≥": "\\ge",
  "=": "=",
  "≠": "\\ne",
};

function texNumber(text: string): Printed {
  const [mantissa, exponent] = text.split(/e/i);
  if (exponent === undefined) return { tex: mantissa, level: 4 };
  return { tex: `${mantissa}\\times 10^{${Number(exponent)}}`, level: 2 };
}

function texFold(term: FoldTerm | SupportFoldTerm, tex: (t: Term) => string): string {
  const sign = term.operator === "sum" ? "\\sum" : "\\prod";
  const variable = texName(term.variable);
  if (term.kind === "supportFold") return `${sign}_{${variable} \\in ${tex(term.over)}}`;
  return `${sign}_{${variable}=${tex(term.low)}}^{${tex(term.high)}}`;
}

/** P_G(x;θ) for parameters, p(z∣x) for what is observed, p(z∣x;θ) for both. */
function texCall(term: CallTerm, tex: (t: Term) => string, { conditional }: TexOptions): string {
  const list = (terms: readonly Term[]): string => terms.map(tex).join(", ");
  const isObserved = (t: Term): boolean =>
    conditional?.has(term.name) ? !isGreek(t) : !isGreek(t) && !isConstant(t);
  const observed = term.given.filter(isObserved);
  const parameters = term.given.filter((t) => !isObserved(t));
  const bar = observed.length ? ` \\mid ${list(observed)}` : "";
  const semicolon = parameters.length ? ` ; ${list(parameters)}` : "";
  return texName(term.name) + bracket(list(term.values) + bar + semicolon);
}

const isConstant = (t: Term): boolean => freeNames(t).size === 0;

/** True for θ, 2θ + 1, θ₁: made of Greek names alone, as parameters are. */
export const isGreek = (t: Term): boolean =>
  !isConstant(t) && [...freeNames(t)].every((name) => /^[\u0370-\u03ff]/.test(name));

function printElementary(name: string, body: Term, of: (t: Term) => Printed): Printed {
  const inner = of(body);
  if (name === "sqrt") return { tex: `\\sqrt{${inner.tex}}`, level: 4 };
  if (name === "abs") return { tex: `\\left|${inner.tex}\\right|`, level: 4 };
  if (name === "exp") return { tex: `\\exp${bracket(inner.tex)}`, level: 4 };
  if (name === "sigmoid") return { tex: `\\sigma${bracket(inner.tex)}`, level: 4 };
  if (name === "tanh") return { tex: `\\tanh${bracket(inner.tex)}`, level: 4 };
  if (name === "softplus")
    return { tex: `\\operatorname{softplus}${bracket(inner.tex)}`, level: 4 };
  if (name === "logsigmoid") return { tex: `\\log\\sigma${bracket(inner.tex)}`, level: 4 };
  const log = name === "log2" ? "\\log_{2}" : "\\log";
  const isPlain =
    ["number", "name", "call", "fold", "supportFold", "index"].includes(body.kind) ||
    (body.kind === "binary" && body.operator === "/" && !inner.open);
  return isPlain
    ? { tex: `${log} ${inner.tex}`, level: 2, open: true }
    : { tex: `${log}${bracket(inner.tex)}`, level: 2 };
}

function printBinary({ operator, left, right }: BinaryTerm, of: (t: Term) => Printed): Printed {
  const a = of(left);
  const b = of(right);
  /** On the left nothing may reach over what follows. */
  const first = (least: number): string => (a.level < least || a.open ? bracket(a.tex) : a.tex);
  const second = (least: number): string => (b.level < least ? bracket(b.tex) : b.tex);
  switch (operator) {
    case "+":
    case "-": {
      // A logarithm on the left of + is read as it is meant; a sum sign is not.
      const isLog = endsInLog(left);
      const one = a.open && !isLog ? bracket(a.tex) : a.tex;
      const needs = right.kind === "negate" || (operator === "-" && b.level === 1);
      const two = needs ? bracket(b.tex) : b.tex;
      return { tex: `${one} ${operator} ${two}`, level: 1, ...(b.open ? { open: true } : {}) };
    }
    case "*": {
      if (left.kind === "negate") {
        const product = printBinary(
          { kind: "binary", operator, left: left.body, right, at: left.at },
          of,
        );
        return { ...product, tex: `-${product.tex}`, level: 1 };
      }
      const dot = right.kind === "number" || startsWithDigit(b.tex) ? " \\cdot " : "\\,";
      return {
        tex: first(2) + dot + second(2),
        level: 2,
        ...(b.open && b.level >= 2 ? { open: true } : {}),
      };
    }
    case "/": {
      const isShort = right.kind === "number" || right.kind === "name";
      if ((left.kind === "fold" || left.kind === "supportFold") && isShort) {
        return { tex: `\\frac{1}{${b.tex}}${a.tex}`, level: 2, open: true };
      }
      return { tex: `\\frac{${a.tex}}{${b.tex}}`, level: 2 };
    }
    case "^": {
      const base = a.level < 4 || left.kind === "call" ? bracket(a.tex) : a.tex;
      const isStarred = left.kind === "name" && /[*′]/.test(left.name);
      return { tex: `${isStarred ? bracket(a.tex) : base}^{${b.tex}}`, level: 3 };
    }
  }
}

const startsWithDigit = (tex: string): boolean => /^\d/.test(tex);

/** True for a product or sum whose open end is a logarithm. */
function endsInLog(term: Term): boolean {
  if (term.kind === "elementary") {
    const isSum = term.body.kind === "fold" || term.body.kind === "supportFold";
    return (term.name === "log" || term.name === "log2") && !isSum;
  }
  if (term.kind === "negate") return endsInLog(term.body);
  return term.kind === "binary" && term.operator !== "/" && endsInLog(term.right);
}
