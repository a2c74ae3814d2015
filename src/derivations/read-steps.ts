import { valueError } from "../words/errors";
import { isDefinition, readExpression } from "./language/read-expression";
import type { Definition, Term } from "./language/term";
import {
  detailOf,
  isWrittenStep,
  type OpenStep,
  type Relation,
  type RelationDetail,
  relationOf,
  type Step,
} from "./step";

/** A step, read. */
export interface Line {
  readonly relation: Relation | undefined;
  readonly detail?: RelationDetail;
  readonly expression: string;
  readonly because: string | undefined;
  readonly term: Term;
  /** The name this line gives a meaning to, where it is a definition. */
  readonly defines: Definition | undefined;
  /** Nobody has written it yet: `term` has no value. */
  readonly isOpen?: true;
}

/** What stands in the place of a line that is open. */
const unwritten: Term = { kind: "number", value: Number.NaN, text: "NaN", at: 0 };

export type Definitions = ReadonlyMap<string, Definition & { readonly expression: string }>;

/** The lines of a derivation and what they define. */
export interface Reading {
  readonly lines: readonly Line[];
  readonly definitions: Definitions;
}

/** Parses each step once. */
export function readSteps(steps: readonly (Step | OpenStep)[]): Reading {
  const definitions = new Map<string, Definition & { readonly expression: string }>();
  let started = false;
  const lines = steps.map((step, index): Line => {
    const given = relationOf(step, index, started);
    if (!isWrittenStep(step)) {
      const { because } = step;
      const none = { expression: "", term: unwritten, defines: undefined };
      return { relation: given, detail: detailOf(step), because, ...none, isOpen: true };
    }
    const read = readExpression(step.expression);
    const defines = isDefinition(read) ? read : undefined;
    if (defines) definitions.set(defines.name, { ...defines, expression: step.expression });
    const relation = defines ? undefined : given;
    started ||= !defines;
    const { expression, because } = step;
    const term = isDefinition(read) ? read.body : read;
    return { relation, detail: detailOf(step), expression, because, term, defines };
  });
  // `L(θ)` followed by `:= …`: the left side is the name, the right side its meaning.
  lines.forEach((line, index) => {
    if (line.relation !== ":=") return;
    const { term, expression } = lines[index - 1];
    definitions.set(nameDefined(term, expression), {
      name: nameDefined(term, expression),
      parameters: parametersOf(term),
      body: line.term,
      at: line.term.at,
      expression: line.expression,
    });
  });
  return { lines, definitions };
}

function nameDefined(term: Term, expression: string): string {
  if (term.kind === "name" || term.kind === "call") return term.name;
  throw valueError(
    "derivation",
    `:= 的左边应是名字或 L(θ)，给的是 ${expression}`,
    `the left of := must be a name or L(θ), got ${expression}`,
  );
}

function parametersOf(term: Term): readonly string[] {
  if (term.kind !== "call") return [];
  return [...term.values, ...term.given].flatMap((t) => (t.kind === "name" ? [t.name] : []));
}
