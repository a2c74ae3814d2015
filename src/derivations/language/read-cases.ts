import { argumentsOf } from "./math-node";
import type { MathNode } from "./parse-tree";
import type { Reader } from "./reader";
import type { CaseRow, Comparison, Term } from "./term";

const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ["<", "<"],
  [">", ">"],
  ["<=", "≤"],
  [">=", "≥"],
  ["==", "="],
  ["!=", "≠"],
]);

/** A value where a condition holds; undefined where `condition` is none. */
export function readRow(value: Term, condition: MathNode, reader: Reader): CaseRow | undefined {
  if (condition.type === "AssignmentNode" && condition.object?.type === "SymbolNode") {
    const left = reader.term(condition.object);
    return { value, relation: "=", left, right: reader.term(condition.value as MathNode) };
  }
  const relation =
    condition.type === "OperatorNode" ? comparisons.get(condition.op ?? "") : undefined;
  if (!relation) return undefined;
  const [left, right] = argumentsOf(condition).map(reader.term);
  return { value, relation, left, right };
}

/** cases(a, x > 0, b, x = 0, c): value, condition, value, condition …, and last a value for all else. */
export function readCases(args: readonly MathNode[], at: number, reader: Reader): Term | undefined {
  const rows: CaseRow[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const row = readRow(reader.term(args[i]), args[i + 1], reader);
    if (!row) return undefined;
    rows.push(row);
  }
  const last = args.length % 2 === 1 ? args[args.length - 1] : undefined;
  if (rows.length === 0) return undefined;
  return { kind: "cases", rows, otherwise: last && reader.term(last), at };
}
