import { required } from "../../words/required";
import { bound, isBar, isWord, readPair } from "./form-parts";
import { canonicalName, operatorNamed } from "./lexicon";
import { argumentsOf } from "./math-node";
import type { MathNode } from "./parse-tree";
import { readCases } from "./read-cases";
import {
  readExpectation,
  readInformation,
  readNamedForm,
  readTogether,
} from "./read-further-forms";
import type { Reader } from "./reader";
import type { ElementaryName, Term } from "./term";
import { signOf, usageOf } from "./usage";

const elementary = new Set([
  "log",
  "log2",
  "exp",
  "sqrt",
  "abs",
  "sigmoid",
  "logsigmoid",
  "softplus",
  "tanh",
]);

/** Reads `name(…)`: an operator of the language, or a function of the world. */
export function readForm(node: MathNode, reader: Reader): Term {
  const fn = node.fn as MathNode | undefined;
  const typedName = fn?.name ?? node.name ?? "";
  const at = reader.places.name(typedName);
  const args = node.args ?? [];
  const operator = operatorNamed(typedName);
  if (!operator) {
    return readNamedForm(typedName, at, args, reader) ?? readCall(typedName, at, args, reader);
  }
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
    case "lim": {
      if (args.length !== 3 || args[0].type !== "SymbolNode") wrong();
      const variable = bound(args[0], reader);
      const [to, body] = args.slice(1).map(reader.term);
      return { kind: "limit", variable, to, body, at };
    }
    case "E":
      return readExpectation(args, at, reader) ?? wrong();
    case "cases":
      return readCases(args, at, reader) ?? wrong();
    case "Partial": {
      const variable = args.length === 2 ? reader.term(args[0]) : wrong();
      if (variable.kind !== "name" && variable.kind !== "index") return wrong();
      return { kind: "derivative", variable, body: reader.term(args[1]), at };
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
        const information = readInformation("H", args, at, reader);
        if (information) return information;
        throw reader.places.kindError(
          at,
          "交叉熵用逗号 H(P, Q)；条件熵写成 H(z | x)，z 与 x 是一个联合分布的变量",
          "a cross-entropy has a comma, H(P, Q); a conditional entropy is H(z | x), of the variables of a joint distribution",
        );
      }
      const together = readTogether(args, at, reader);
      if (together) return together;
      const sides = args.length === 1 ? args : (readPair(args) ?? wrong());
      const [p, q] = sides.map(reader.distribution);
      return { kind: "entropy", p: p, q, at };
    }
  }
}

function readFold(
  operator: "sum" | "product",
  at: number,
  args: readonly MathNode[],
  reader: Reader,
): Term | undefined {
  const [first] = args;
  if (args.length === 2 && isWord(first, "in")) {
    const variable = bound(argumentsOf(first)[0], reader);
    const over = reader.distribution(argumentsOf(first)[1]);
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
  const names: (string | undefined)[] = [];
  for (const typed of args) {
    // p(x=a | θ): an assignment reaches over the bar.
    const isNamed = typed.type === "AssignmentNode" && typed.object?.type === "SymbolNode";
    const name = isNamed ? bound(required(typed.object, "object"), reader) : undefined;
    const arg = isNamed ? (typed.value as MathNode) : typed;
    if (!seenBar) names.push(name);
    if (!isBar(arg)) {
      (seenBar ? given : values).push(reader.term(arg));
      continue;
    }
    if (seenBar || isBar(argumentsOf(arg)[0])) {
      throw reader.places.kindError(
        at,
        "一个括号里只有一条竖线；几个条件用逗号分开：P(x | a, b)",
        "one bar in one bracket; several conditions are set apart by commas: P(x | a, b)",
      );
    }
    seenBar = true;
    values.push(reader.term(argumentsOf(arg)[0]));
    given.push(reader.term(argumentsOf(arg)[1]));
  }
  if (values.length === 0) {
    throw reader.places.kindError(
      at,
      `${typedName} 的括号是空的`,
      `${typedName} needs an argument`,
    );
  }
  const named = names.some((name) => name !== undefined) ? { names } : {};
  return { kind: "call", name: canonicalName(typedName), values, given, ...named, at };
}
