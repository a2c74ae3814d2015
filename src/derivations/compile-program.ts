import { compile } from "./evaluate/compile-number";
import type { Bindings, Context, Num } from "./evaluate/context";
import { makeContext } from "./evaluate/make-context";
import { ExpressionError } from "./language/expression-error";
import type { Term } from "./language/term";
import { contains, freeNames } from "./language/walk";
import type { Definitions, Reading } from "./read-steps";
import type { World } from "./world";

/** A world and every line ready to be evaluated in it. */
export interface Program {
  readonly context: Context;
  readonly sides: readonly Num[];
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
    if (!definition) continue;
    for (const inner of freeNames(definition.body)) {
      if (!definition.parameters.includes(inner)) names.add(inner);
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
