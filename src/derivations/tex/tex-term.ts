import type { Comparison, FoldTerm, MeasureName, SupportFoldTerm, Term } from "../language/term";
import { bracket, type Printed } from "./printed";
import { texBinary } from "./tex-binary";
import { type TexOptions, texCall } from "./tex-call";
import { texElementary } from "./tex-elementary";
import { texExpectation } from "./tex-expectation";
import { texName } from "./tex-name";

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
      return texBinary(term, of);
    case "elementary":
      return texElementary(term, of, options);
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
    case "limit":
      return {
        tex: `\\lim_{${texName(term.variable)} \\to ${tex(term.to)}} ${operand(term.body)}`,
        level: 2,
        open: true,
      };
    case "divergence":
      return {
        tex: options.isCourse
          ? `D${bracket(`${tex(term.p)}\\,\\|\\,${tex(term.q)}`)}`
          : `D_{\\mathrm{KL}}${bracket(`${tex(term.p)} \\parallel ${tex(term.q)}`)}`,
        level: 4,
      };
    case "measure": {
      const [head, sign] = measureTex[term.name];
      const index = term.order ? tex(term.order) : texName(term.generator ?? "f");
      const name = head === "D" ? `D_{${index}}` : head;
      const isPair = sign === "," || term.name === "JS";
      const inText = isPair ? ", " : "\\,\\|\\,";
      const between = options.isCourse ? inText : ` ${sign} `;
      return { tex: `${name}${bracket(`${tex(term.p)}${between}${tex(term.q)}`)}`, level: 4 };
    }
    case "information": {
      const list = (names: readonly string[], by: string): string => names.map(texName).join(by);
      const others = term.others ? ` ; ${list(term.others, ", ")}` : "";
      const values = list(term.values, ", ") + others;
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
  Df: ["D", "\\parallel"],
  Rényi: ["D", "\\parallel"],
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
