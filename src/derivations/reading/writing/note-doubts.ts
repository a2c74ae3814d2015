import { ExpressionError, ExpressionKindError } from "../../language/expression-error";
import { isDefinition, readExpression } from "../../language/read-expression";
import type { BinderTerm, DerivativeTerm, Term } from "../../language/term";
import { children, freeNames, isBinder } from "../../language/walk";
import type { Notes } from "../reading-note";
import type { Span } from "../tex-token";

/**
 * Says of each side that was read what cannot be right, or not be checked, whatever was typed: text that the language
 * refuses, and sums, means and optima over something that does not stand in them.
 */
export function noteDoubts(
  chains: readonly (readonly { readonly expression: string; readonly at: Span }[])[],
  notes: Notes,
): void {
  for (const { expression, at } of chains.flat()) {
    const term = termOf(expression, at, notes);
    if (term) visit(term, at, notes);
  }
}

function termOf(expression: string, at: Span, notes: Notes): Term | undefined {
  // A name alone, as D_KL and H, is what the sides beside it define.
  if (/^[\p{L}\d_*]+$/u.test(expression) || isOverSeveral(expression)) return undefined;
  try {
    const read = readExpression(expression);
    return isDefinition(read) ? undefined : read;
  } catch (error) {
    if (!(error instanceof ExpressionError || error instanceof ExpressionKindError)) throw error;
    notes.add(
      "skipped",
      at,
      "这一边klab的语言还写不出：只显示，不检验",
      "the language of klab cannot express this side yet: it is shown and not checked",
    );
    return undefined;
  }
}

/** argmin((μ, σ), …) and argmax(π, …): settled where they are checked. */
const isOverSeveral = (expression: string): boolean => /arg(min|max)\((\(|π)/u.test(expression);

function visit(term: Term, at: Span, notes: Notes): void {
  if (term.kind === "derivative" && !/^(name|index)$/.test(term.body.kind))
    noteConstant(term, at, notes);
  if (isBinder(term) && !freeNames(term.body).has(term.variable)) noteVacuous(term, at, notes);
  for (const child of children(term)) visit(child, at, notes);
}

/** ∇_x of what has no x. */
function noteConstant({ variable, body }: DerivativeTerm, at: Span, notes: Notes): void {
  if (freeNames(body).has(variable.name)) return;
  notes.add(
    "ambiguity",
    at,
    `对 ${variable.name} 求导，里面却没有 ${variable.name}：当作常数`,
    `a derivative by ${variable.name}, which does not stand inside: taken as a constant`,
  );
}

const operators: Readonly<Record<BinderTerm["kind"], readonly [zh: string, en: string]>> = {
  fold: ["求和或求积", "a sum or product"],
  supportFold: ["求和或求积", "a sum or product"],
  integral: ["积分", "an integral"],
  expectation: ["期望", "an expectation"],
  optimum: ["最优点", "an optimum"],
  limit: ["极限", "a limit"],
};

function noteVacuous({ kind, variable }: BinderTerm, at: Span, notes: Notes): void {
  const [zh, en] = operators[kind];
  // Said already, with the letters that stand there.
  if (notes.list.some(({ text }) => absentIn(text).includes(variable))) return;
  notes.add(
    "ambiguity",
    at,
    `${zh}对 ${variable} 取，里面却没有 ${variable}：当作常数`,
    `${en} over ${variable}, but ${variable} does not stand inside: taken as a constant`,
  );
}

/** x and y of a note that an expectation over x, y lacks them. */
function absentIn(text: string): readonly string[] {
  const [, zh, en] =
    /^(?:期望对 (.+?) 取，里面却|the expectation is over (.+?), but inside)/.exec(text) ?? [];
  return (zh ?? en ?? "").split(", ");
}
