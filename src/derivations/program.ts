import { valueError } from "../words/errors";
import { compile } from "./evaluate/compile-number";
import type { Bindings, Context, Num } from "./evaluate/context";
import { makeContext } from "./evaluate/make-context";
import { ExpressionError } from "./language/expression-error";
import { isDefinition, readExpression } from "./language/read-expression";
import type { Definition, Term } from "./language/term";
import { contains, freeNames } from "./language/walk";
import { type Relation, relationOf, type Step } from "./step";
import type { World } from "./world";

/** A step, read. */
export interface Line {
  readonly relation: Relation | undefined;
  readonly expression: string;
  readonly because: string | undefined;
  readonly term: Term;
  /** The name this line gives a meaning to, where it is a definition. */
  readonly defines: Definition | undefined;
}

export type Definitions = ReadonlyMap<string, Definition & { readonly expression: string }>;

/** The lines of a derivation and what they define. */
export interface Reading {
  readonly lines: readonly Line[];
  readonly definitions: Definitions;
}

/** A world and every line ready to be evaluated in it. */
export interface Program {
  readonly context: Context;
  readonly sides: readonly Num[];
}

/** Parses each step once. */
export function readSteps(steps: readonly Step[]): Reading {
  const definitions = new Map<string, Definition & { readonly expression: string }>();
  let started = false;
  const lines = steps.map((step, index): Line => {
    const given = relationOf(step, index, started);
    const read = readExpression(step.expression);
    const defines = isDefinition(read) ? read : undefined;
    if (defines) definitions.set(defines.name, { ...defines, expression: step.expression });
    const relation = defines ? undefined : given;
    started ||= !defines;
    const { expression, because } = step;
    return { relation, expression, because, term: isDefinition(read) ? read.body : read, defines };
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

/**
 * Compiles every line in a world.
 *
 * @throws ExpressionError for a name the world does not know, ExpressionKindError for one used as what it is not
 */
export function compileProgram({ lines, definitions }: Reading, world: World): Program {
  // What a world knows already is not defined again: `:=` is then checked like `=`.
  const scope = makeContext(world, new Map()).scope;
  for (const { defines, expression } of lines) {
    if (defines && scope.has(defines.name)) {
      throw new ExpressionError(
        { expression, at: defines.at },
        `${defines.name} 在世界「${world.name}」里已有，不能再定义；若是等式，等号写在 relation 里`,
        `${defines.name} is known in world ${world.name} and not defined again; an equals sign belongs in relation`,
      );
    }
  }
  const own: Definitions = new Map([...definitions].filter(([name]) => !scope.has(name)));
  const context = makeContext(world, own);
  for (const [name, { parameters, body, expression }] of own) {
    const entries = [...own];
    const earlier = new Map(
      entries.slice(
        0,
        entries.findIndex(([key]) => key === name),
      ),
    );
    const bindings: Bindings = new Map(parameters.map((p) => [p, { value: Number.NaN }]));
    compile(body, expression, { ...context, definitions: earlier }, bindings);
  }
  const sides = lines.map(({ term, expression, defines }): Num => {
    // A definition stands beside the chain; its value is asked for where it is used.
    if (defines) return () => Number.NaN;
    return compile(term, expression, context);
  });
  return { context, sides };
}

/** Every name of a term, through the definitions it uses. */
export function namesOf(term: Term, context: Context): ReadonlySet<string> {
  const names = new Set(freeNames(term));
  for (const name of names) {
    const definition = context.definitions.get(name);
    for (const inner of definition ? freeNames(definition.body) : []) {
      if (!definition!.parameters.includes(inner)) names.add(inner);
    }
  }
  return names;
}

/** True where some part of a term, or of what it uses, satisfies the test. */
export function involves(term: Term, context: Context, test: (t: Term) => boolean): boolean {
  if (contains(term, test)) return true;
  return [...namesOf(term, context)].some((name) => {
    const definition = context.definitions.get(name);
    return definition !== undefined && contains(definition.body, test);
  });
}
