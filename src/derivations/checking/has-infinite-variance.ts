import { compile } from "../evaluate/compile-number";
import type { Context, SampleCell } from "../evaluate/context";
import type { FoldTerm, Term } from "../language/term";
import { children, contains, isBinder, withChildren } from "../language/walk";
import type { Line } from "../read-steps";

// Names that nobody can type.
const draw = "·draw";
const source = "·source";

/**
 * True where a line averages something over a sample of which the variance is infinite: how far such an average is off
 * cannot be told from any number of samples.
 *
 * Of an objective whose best place is sought only differences between places count.
 */
export function hasInfiniteVariance({ term, expression }: Line, context: Context): boolean {
  return averagesOf(term, context, expression).some((average) => {
    const inner: Context = {
      ...context,
      scope: new Map([...context.scope, [source, average.sample.from]]),
    };
    const over: Term = { kind: "name", name: source, at: term.at };
    const two: Term = { kind: "number", value: 2, text: "2", at: term.at };
    const square: Term = {
      kind: "binary",
      operator: "^",
      left: average.body,
      right: two,
      at: term.at,
    };
    const mean: Term = { kind: "expectation", variable: draw, over, body: square, at: term.at };
    try {
      return compile(mean, average.expression, inner)() === Number.POSITIVE_INFINITY;
    } catch (error) {
      // A body that cannot stand alone tells nothing of its variance.
      if (error instanceof RangeError || error instanceof TypeError) return false;
      throw error;
    }
  });
}

interface Average {
  readonly sample: SampleCell;
  /** What is averaged, of one draw. */
  readonly body: Term;
  readonly expression: string;
}

function averagesOf(term: Term, context: Context, expression: string): readonly Average[] {
  const found: Average[] = [];
  const seen = new Set<string>();
  const visit = (t: Term, text: string, optimised: string | undefined): void => {
    if ((t.kind === "name" || t.kind === "call") && !seen.has(t.name)) {
      const definition = context.definitions.get(t.name);
      seen.add(t.name);
      if (definition && definition.parameters.length === 0) {
        visit(definition.body, definition.expression, optimised);
      }
    }
    if (t.kind === "fold") {
      const average = averageOf(t, context, text, optimised);
      if (average) found.push(average);
    }
    const inside = t.kind === "optimum" ? t.variable : optimised;
    for (const child of children(t)) visit(child, text, inside);
  };
  visit(term, expression, undefined);
  return found;
}

function averageOf(
  fold: FoldTerm,
  context: Context,
  expression: string,
  optimised: string | undefined,
): Average | undefined {
  const isOwn = (t: Term): boolean =>
    t.kind === "index" && t.index.kind === "name" && t.index.name === fold.variable;
  const names = new Set<string>();
  let isAlone = true;
  const visit = (t: Term): void => {
    if (t.kind === "index" && context.samples.has(t.name)) {
      if (isOwn(t)) names.add(t.name);
      else isAlone = false;
    }
    if (t.kind === "name" && t.name === fold.variable) isAlone &&= false;
    for (const child of children(t)) if (!isOwn(t)) visit(child);
  };
  visit(fold.body);
  const [name] = names;
  const sample = name === undefined ? undefined : context.samples.get(name);
  if (!sample || names.size > 1 || !isAlone || contains(fold.body, isBinder)) return undefined;
  const one = replace(fold.body, isOwn, { kind: "name", name: draw, at: fold.at });
  const body: Term =
    fold.operator === "sum" ? one : { kind: "elementary", name: "log", body: one, at: fold.at };
  const points = optimised === undefined ? undefined : context.grid.get(optimised);
  if (!points) return { sample, body, expression };
  const at = (value: number): Term =>
    replace(body, (t) => t.kind === "name" && t.name === optimised, {
      kind: "number",
      value,
      text: String(value),
      at: fold.at,
    });
  const [left, right] = [at(points[0]), at(points[points.length - 1])];
  const apart: Term = { kind: "binary", operator: "-", left, right, at: fold.at };
  return { sample, body: apart, expression };
}

function replace(term: Term, test: (t: Term) => boolean, by: Term): Term {
  return test(term) ? by : withChildren(term, (child) => replace(child, test, by));
}
