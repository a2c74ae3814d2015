import { bound, isBar, isWord, readPair } from "./form-parts";
import { canonicalName } from "./lexicon";
import { argumentsOf, nameOf } from "./math-node";
import type { MathNode } from "./parse-tree";
import { readRow } from "./read-cases";
import type { Reader } from "./reader";
import type { MeasureName, Term } from "./term";

const measureNames: ReadonlyMap<string, MeasureName> = new Map([
  ["JS", "JS"],
  ["JSD", "JS"],
  ["TV", "TV"],
  ["χ2", "χ2"],
  ["chi2", "χ2"],
  ["H2", "H2"],
  ["W1", "W1"],
  ["Df", "Df"],
  ["D_f", "Df"],
  ["Rényi", "Rényi"],
  ["Renyi", "Rényi"],
]);

/** Names that are operators only where what is in their brackets says so: they may name other things elsewhere. */
export function readNamedForm(
  name: string,
  at: number,
  args: readonly MathNode[],
  reader: Reader,
): Term | undefined {
  const measure = measureNames.get(name);
  if (measure) return readMeasure(measure, at, args, reader);
  if (name === "I" && args.some(isBar)) return readInformation("I", args, at, reader);
  if (name === "Var" && args.length === 2 && isWord(args[0], "to")) {
    const [source, body] = args;
    const variable = bound(argumentsOf(source)[0], reader);
    const over = reader.distribution(argumentsOf(source)[1]);
    const value = reader.term(body);
    const mean: Term = { kind: "expectation", variable, over, body: value, at };
    const gap: Term = { kind: "binary", operator: "-", left: value, right: mean, at };
    const two: Term = { kind: "number", value: 2, text: "2", at };
    const square: Term = { kind: "binary", operator: "^", left: gap, right: two, at };
    return { kind: "expectation", variable, over, body: square, at };
  }
  if (name === "clip" && args.length === 3) {
    const [x, low, high] = args.map(reader.term);
    const raised: Term = { kind: "extreme", operator: "max", terms: [x, low], at };
    return { kind: "extreme", operator: "min", terms: [raised, high], at };
  }
  if (name === "indicator" && args.length === 1) {
    const row = readRow({ kind: "number", value: 1, text: "1", at }, args[0], reader);
    const zero: Term = { kind: "number", value: 0, text: "0", at };
    return row && { kind: "cases", rows: [row], otherwise: zero, at };
  }
  return undefined;
}

function readMeasure(
  name: MeasureName,
  at: number,
  args: readonly MathNode[],
  reader: Reader,
): Term | undefined {
  if (name === "Df") {
    const [first, ...rest] = args;
    const sides = first?.type === "SymbolNode" ? readPair(rest) : undefined;
    if (!sides) return undefined;
    reader.places.name(nameOf(first));
    const [p, q] = sides.map(reader.distribution);
    return { kind: "measure", name, generator: canonicalName(nameOf(first)), p, q, at };
  }
  if (name === "Rényi") {
    const [first, ...rest] = args;
    const sides = readPair(rest);
    if (!sides) return undefined;
    const order = reader.term(first);
    const [p, q] = sides.map(reader.distribution);
    return { kind: "measure", name, order, p, q, at };
  }
  const sides = readPair(args);
  if (!sides) return undefined;
  const [p, q] = sides.map(reader.distribution);
  return { kind: "measure", name, p, q, at };
}

/** I(x; z), I(x; y | z), H(z | x), H(x, y | z): plain names before and after the bars. */
export function readInformation(
  measure: "I" | "H",
  args: readonly MathNode[],
  at: number,
  reader: Reader,
): Term | undefined {
  const groups: MathNode[][] = [[]];
  const take = (node: MathNode): void => {
    if (!isBar(node)) {
      groups[groups.length - 1].push(node);
      return;
    }
    take(argumentsOf(node)[0]);
    groups.push([]);
    take(argumentsOf(node)[1]);
  };
  for (const arg of args) take(arg);
  const isNames = groups.flat().every(({ type }) => type === "SymbolNode");
  if (!isNames || groups.some(({ length }) => length === 0)) return undefined;
  const names = (nodes: readonly MathNode[]): string[] =>
    nodes.map((node) => {
      reader.places.name(nameOf(node));
      return canonicalName(nameOf(node));
    });
  if (groups.length !== 2 && !(measure === "I" && groups.length === 3)) return undefined;
  const [values, second, third = []] = groups.map(names);
  return measure === "I"
    ? { kind: "information", measure, values, others: second, given: third, at }
    : { kind: "information", measure, values, given: second, at };
}

/** H(x, y, z): of three and more variables together. */
export function readTogether(
  args: readonly MathNode[],
  at: number,
  reader: Reader,
): Term | undefined {
  if (args.length < 3 || !args.every(({ type }) => type === "SymbolNode")) return undefined;
  const values = args.map((node) => {
    reader.places.name(nameOf(node));
    return canonicalName(nameOf(node));
  });
  return { kind: "information", measure: "H", values, given: [], at };
}

/** E(x ~ P, …), E(x ~ P, y ~ Q(· | x), …), E((x, y) ~ p, …): the last two are one expectation in another. */
export function readExpectation(
  args: readonly MathNode[],
  at: number,
  reader: Reader,
): Term | undefined {
  const sources = args.slice(0, -1);
  if (sources.length === 0 || !sources.every((source) => isDraw(source))) return undefined;
  const draws = sources.flatMap((source) => {
    const [drawn, from] = argumentsOf(source);
    if (drawn.type === "SymbolNode") {
      return [{ variable: bound(drawn, reader), over: reader.distribution(from) }];
    }
    const names = (drawn.args ?? []).map((node) => bound(node, reader));
    return jointDraws(names, reader.distribution(from), at, reader);
  });
  const body = reader.term(args[args.length - 1]);
  return draws.reduceRight<Term>(
    (inner, { variable, over }) => ({ kind: "expectation", variable, over, body: inner, at }),
    body,
  );
}

const isDraw = (node: MathNode): boolean =>
  isWord(node, "to") ||
  (node.type === "OperatorNode" && node.op === "to" && isTuple(node.args?.[0]));

/** What a list of names in brackets before ~ was rewritten to. */
const isTuple = (node: MathNode | undefined): boolean =>
  node?.type === "FunctionNode" && (node.fn as MathNode | undefined)?.name === "tuple";

/** (x, y) ~ p: x from its marginal, y given x. */
function jointDraws(
  names: readonly string[],
  over: Term,
  at: number,
  reader: Reader,
): readonly { readonly variable: string; readonly over: Term }[] {
  const [first, second] = names;
  if (names.length !== 2 || (over.kind !== "name" && over.kind !== "call")) {
    throw reader.places.kindError(
      at,
      "联合分布有两个变量：E((x, y) ~ p, …)",
      "a joint distribution has two variables: E((x, y) ~ p, …)",
    );
  }
  const given = over.kind === "call" ? over.given : [];
  const name = (text: string): Term => ({ kind: "name", name: text, at });
  const of = (value: string, conditions: readonly Term[]): Term => ({
    kind: "call",
    name: over.name,
    values: [name(value)],
    given: conditions,
    at,
  });
  return [
    { variable: first, over: of(first, given) },
    { variable: second, over: of(second, [name(first), ...given]) },
  ];
}
