import { canonicalName, constantNamed, operatorNamed } from "./lexicon";
import type { MathNode } from "./parser";
import type { Reader } from "./reader";
import type { ElementaryName, Term } from "./term";
import { signOf, usageOf } from "./usage";

const elementary = new Set(["log", "log2", "exp", "sqrt", "abs"]);

/** Reads `name(…)`: an operator of the language, or a function of the world. */
export function readForm(node: MathNode, reader: Reader): Term {
  const fn = node.fn as MathNode | undefined;
  const typedName = fn?.name ?? node.name ?? "";
  const at = reader.places.name(typedName);
  const args = node.args ?? [];
  const operator = operatorNamed(typedName);
  if (!operator) return readCall(typedName, at, args, reader);
  const wrong = (): never => {
    const sign = signOf(operator);
    const how = usageOf(operator);
    throw reader.places.kindError(
      at,
      `${sign} 写成 ${how.zh}，这里有 ${args.length} 项`,
      `${sign} is written ${how.en}; ${args.length} arguments are given`,
    );
  };
  if (elementary.has(operator)) {
    if (args.length !== 1) wrong();
    return {
      kind: "elementary",
      name: operator as ElementaryName,
      body: reader.term(args[0]),
      at,
    };
  }
  switch (operator) {
    case "Sum":
    case "Prod":
      return readFold(operator === "Sum" ? "sum" : "product", at, args, reader) ?? wrong();
    case "Int": {
      if (args.length !== 4 || args[0].type !== "SymbolNode") wrong();
      const variable = bound(args[0], reader);
      const [low, high, body] = args.slice(1).map(reader.term);
      return { kind: "integral", variable, low: low, high: high, body: body, at };
    }
    case "E": {
      const [source, body] = args;
      if (args.length !== 2 || !isWord(source, "to")) return wrong();
      const variable = bound(source.args![0], reader);
      const over = reader.distribution(source.args![1]);
      return { kind: "expectation", variable, over, body: reader.term(body), at };
    }
    case "argmax":
    case "argmin": {
      if (args.length !== 2 || args[0].type !== "SymbolNode") wrong();
      const variable = bound(args[0], reader);
      return { kind: "optimum", operator, variable, body: reader.term(args[1]), at };
    }
    case "min":
    case "max":
      if (args.length < 2 || args.some(isBar)) wrong();
      return { kind: "extreme", operator, terms: args.map(reader.term), at };
    case "KL": {
      const sides = readPair(args) ?? wrong();
      if (sides.some(isBar)) wrong();
      const [p, q] = sides.map(reader.distribution);
      return { kind: "divergence", p: p, q: q, at };
    }
    default: {
      if (args.some(isBar)) {
        throw reader.places.kindError(
          at,
          "交叉熵用逗号 H(P, Q)；条件熵写成 E(x ~ p(x), H(p(y | x)))",
          "a cross-entropy has a comma, H(P, Q); a conditional entropy is E(x ~ p(x), H(p(y | x)))",
        );
      }
      const sides = args.length === 1 ? args : (readPair(args) ?? wrong());
      const [p, q] = sides.map(reader.distribution);
      return { kind: "entropy", p: p, q, at };
    }
  }
}

const isBar = (node: MathNode | undefined): boolean =>
  node?.type === "OperatorNode" && node.op === "|" && node.args?.length === 2;

const isWord = (node: MathNode | undefined, word: string): boolean =>
  node?.type === "OperatorNode" && node.op === word && node.args?.[0]?.type === "SymbolNode";

/** The two sides of `P ‖ Q`, or of `P, Q`. */
function readPair(args: readonly MathNode[]): readonly MathNode[] | undefined {
  if (args.length === 1 && isBar(args[0])) return args[0].args;
  return args.length === 2 && !args.some(isBar) ? args : undefined;
}

function bound(node: MathNode, reader: Reader): string {
  const at = reader.places.name(node.name!);
  const name = canonicalName(node.name!);
  if (operatorNamed(node.name!) || constantNamed(name) !== undefined) {
    throw reader.places.error(
      at,
      `${node.name} 是固定的记号，不能作变量`,
      `${node.name} is taken and cannot be a variable`,
    );
  }
  return name;
}

function readFold(
  operator: "sum" | "product",
  at: number,
  args: readonly MathNode[],
  reader: Reader,
): Term | undefined {
  const [first] = args;
  if (args.length === 2 && isWord(first, "in")) {
    const variable = bound(first.args![0], reader);
    const over = reader.distribution(first.args![1]);
    return { kind: "supportFold", operator, variable, over, body: reader.term(args[1]), at };
  }
  const assigned = first?.type === "AssignmentNode" && first.object?.type === "SymbolNode";
  if (assigned && args.length === 3) {
    const variable = bound(first.object, reader);
    const low = reader.term(first.value as MathNode);
    const [high, body] = args.slice(1).map(reader.term);
    return { kind: "fold", operator, variable, low, high: high, body: body, at };
  }
  if (first?.type === "SymbolNode" && args.length === 4) {
    const variable = bound(first, reader);
    const [low, high, body] = args.slice(1).map(reader.term);
    return { kind: "fold", operator, variable, low: low, high: high, body: body, at };
  }
  return undefined;
}

/** P(x), P(x, y | θ): the bar stands between the last value and the first parameter. */
function readCall(typedName: string, at: number, args: readonly MathNode[], reader: Reader): Term {
  const values: Term[] = [];
  const given: Term[] = [];
  let seenBar = false;
  for (const arg of args) {
    if (!isBar(arg)) {
      (seenBar ? given : values).push(reader.term(arg));
      continue;
    }
    if (seenBar || isBar(arg.args![0])) {
      throw reader.places.kindError(
        at,
        "一个括号里只有一条竖线；几个条件用逗号分开：P(x | a, b)",
        "one bar in one bracket; several conditions are set apart by commas: P(x | a, b)",
      );
    }
    seenBar = true;
    values.push(reader.term(arg.args![0]));
    given.push(reader.term(arg.args![1]));
  }
  if (values.length === 0) {
    throw reader.places.kindError(
      at,
      `${typedName} 的括号是空的`,
      `${typedName} needs an argument`,
    );
  }
  return { kind: "call", name: canonicalName(typedName), values, given, at };
}
